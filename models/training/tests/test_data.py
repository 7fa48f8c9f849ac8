"""The shard reader, while shards are still appearing."""

import pytest

from fake_shards import write_shards
from icportrait.data import FINDER_KEYS, NoData, Prefetcher, ShardPool, read_folder, wait_for_images


def test_new_shards_are_picked_up(tmp_path):
    write_shards(tmp_path, 1, images=2)
    pool = ShardPool(tmp_path, FINDER_KEYS, seed=0, window=8, draws_per_shard=2)
    assert len(pool.loaded) == 1
    write_shards(tmp_path, 3, images=2)
    for _ in range(12):
        pool.draw()
    assert len(pool.loaded) == 3


def test_the_window_bounds_memory_and_all_shards_get_their_turn(tmp_path):
    write_shards(tmp_path, 5, images=1)
    pool = ShardPool(tmp_path, FINDER_KEYS, seed=0, window=2, draws_per_shard=1)
    seen = set()
    for _ in range(60):
        seen.add(float(pool.draw()["camera"][0]))
        assert len(pool.loaded) <= 2
    assert len(seen) == 5


def test_a_broken_shard_is_left_out(tmp_path, caplog):
    write_shards(tmp_path, 2, images=1)
    (tmp_path / "shard_000000.npz").write_bytes(b"nothing of use")
    pool = ShardPool(tmp_path, FINDER_KEYS, seed=0)
    assert len(pool.loaded) == 1 and "left out" in caplog.text


def test_an_empty_folder_is_a_clear_error(tmp_path):
    with pytest.raises(NoData, match="No readable shard"):
        ShardPool(tmp_path, FINDER_KEYS, seed=0)
    with pytest.raises(NoData):
        read_folder(tmp_path, FINDER_KEYS, 10)
    with pytest.raises(NoData, match="were waited for"):
        wait_for_images(tmp_path, 10, patience_seconds=-1)


def test_read_folder_stops_at_the_limit(tmp_path):
    write_shards(tmp_path, 2, images=3)
    assert len(read_folder(tmp_path, FINDER_KEYS, 4)["image"]) == 4


def test_a_failure_while_making_batches_reaches_the_consumer():
    def fail():
        raise ValueError("no batch")

    prefetcher = Prefetcher(fail)
    with pytest.raises(ValueError, match="no batch"):
        next(iter(prefetcher))
    prefetcher.close()
    assert not prefetcher.thread.is_alive()


def test_batches_come_in_order():
    numbers = iter(range(1000))
    prefetcher = Prefetcher(lambda: next(numbers), depth=2)
    ours = iter(prefetcher)
    assert [next(ours) for _ in range(5)] == list(range(5))
    prefetcher.close()
