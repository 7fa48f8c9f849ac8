"""The shard reader, while shards are still appearing."""

import json

import numpy as np
import pytest

from fake_shards import write_shards
from icportrait.data import FINDER_KEYS, NoData, ShardPool, read_folder, wait_for_images


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


def test_draws_go_on_exactly_where_they_were(tmp_path):
    write_shards(tmp_path, 5, images=2)
    pool = ShardPool(tmp_path, FINDER_KEYS, seed=0, window=2, draws_per_shard=3)
    for _ in range(11):
        pool.draw()
    state = json.loads(json.dumps(pool.state()))
    other = ShardPool(tmp_path, FINDER_KEYS, seed=99, window=2, draws_per_shard=3)
    other.restore(state)
    for _ in range(20):
        assert np.array_equal(pool.draw()["camera"], other.draw()["camera"])


def test_unwanted_images_are_drawn_less_often(tmp_path):
    write_shards(tmp_path, 2, images=4)
    first = read_folder(tmp_path, FINDER_KEYS, 1)["camera"][0]
    pool = ShardPool(tmp_path, FINDER_KEYS, seed=0, wanted=lambda sample: 0.0 if np.array_equal(sample["camera"], first) else 1.0)
    assert not any(np.array_equal(pool.draw()["camera"], first) for _ in range(60))
