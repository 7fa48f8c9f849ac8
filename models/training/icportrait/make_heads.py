"""Renders the scene set that every network is trained on, or a set to measure with.

    python -m icportrait.make_heads --assets ASSETS --out OUT --split train --count 24000 --seed 1 --workers 2

Writes OUT/SPLIT/shard_NNNNNN.npz of 48 pictures each, under a temporary name first and then renamed, so that a reader may
start early. A shard that is there already is left alone, so the command resumes; a lost one is made again, equal to the
bit on the same machine, because its pictures depend on the renderer's version, the split, the seed and its number only.
Splits share no hair mesh (of the held-out ones), no environment map and no random identity. What the arrays hold:
docs/renders.md. With --day 1 the people of the same numbers come back, otherwise dressed, lit and seen. With --measure a
shard holds 12 scenes of 2 views x 2 lights (v0l0, v0l1, v1l0, v1l1) and the first fifteen arrays only.
"""
import argparse
import json
import multiprocessing
import os
import time
from dataclasses import dataclass
from pathlib import Path

from .shards import write_arrays

SCENES_PER_SHARD = 12
PICTURES_PER_SHARD = 48
SPLIT_STREAM = {"train": 0, "validation": 1, "test": 2}
TIGHT = 0.12
GROUP_STREAM = 2  # keeps groups apart from measuring scenes of the same seed
ARRAYS = ("image", "matte", "coordinates", "depth", "back_depth", "normal", "albedo", "head", "rotation", "camera", "light",
          "landmarks")
INDICES = ("view", "light_index")
GROUP_ARRAYS = ("environment", "lamps", "gains", "shadow", "shading", "material", "eyelids")
GROUP_INDICES = ("view", "light_index", "person", "light_place")


@dataclass(frozen=True)
class Job:
    """One shard to render; shard: its number, and the group's."""
    assets: str
    folder: str
    split: str
    seed: int
    shard: int
    measure: bool = False
    tight: float = TIGHT
    shares: tuple = ()  # (name, share) pairs that differ from render.shares
    day: int = 0  # the same people on another day


def measuring_arrays(job):
    """All arrays of one shard of measuring scenes; N first."""
    import numpy as np
    from .render import assets, scene, shares
    shares.set_shares(dict(job.shares))
    loaded = assets.load(job.assets)
    pictures, scenes = [], []
    for place in range(SCENES_PER_SHARD):
        number = job.shard * SCENES_PER_SHARD + place
        rng = np.random.default_rng([SPLIT_STREAM[job.split], job.seed, number])
        pictures += scene.render_scene(rng, loaded, job.split)
        scenes += [number] * 4
    arrays = _stacked(pictures, ARRAYS, INDICES)
    arrays["scene"] = np.array(scenes, np.int32)
    return _with_meta(arrays, job, pictures)


def group_arrays(job):
    """All arrays of one group; the pictures' first axis is (head, view, light), the heads' arrays have one row a head."""
    import numpy as np
    from .render import assets, group, shares
    shares.set_shares(dict(job.shares))
    seeds = [[SPLIT_STREAM[job.split], GROUP_STREAM, job.seed, job.shard, part] for part in range(1 + group.HEADS)]
    pictures, heads = group.render_group(lambda part: np.random.default_rng(seeds[part]), assets.load(job.assets), job.split, job.tight,
                                         lambda part: np.random.default_rng(seeds[part] + [job.day]) if job.day else None)
    arrays = _stacked(pictures, ARRAYS + GROUP_ARRAYS, GROUP_INDICES)
    arrays["group"] = np.full(len(pictures), job.shard, np.int32)
    arrays["scene"] = (arrays["group"] * group.HEADS + arrays["person"]).astype(np.int32)
    arrays["seeds"] = np.array(seeds[1:], np.int64)
    return _with_meta({**arrays, **heads}, job, pictures)


def _stacked(pictures, names, indices):
    import numpy as np
    arrays = {name: np.stack([picture[name] for picture in pictures]) for name in names}
    return {**arrays, **{name: np.array([picture[name] for picture in pictures], np.int32) for name in indices}}


def _with_meta(arrays, job, pictures):
    import numpy as np
    from .render import RENDERER_VERSION
    described = {"split": job.split, "seed": job.seed, "shard": job.shard, "tight": job.tight, "shares": dict(job.shares),
                 **({"day": job.day} if job.day else {}),
                 "renderer": RENDERER_VERSION,
                 "pictures": [picture["meta"] for picture in pictures]}
    return {**arrays, "version": np.int32(RENDERER_VERSION), "meta": np.array(json.dumps(described))}


def write_shard(job):
    """Renders and writes one shard. Returns its number and the seconds it took, 0 if it was there."""
    target = Path(job.folder) / f"shard_{job.shard:06d}.npz"
    if target.exists():
        return job.shard, 0.0
    start = time.time()
    write_arrays(target, measuring_arrays(job) if job.measure else group_arrays(job))
    return job.shard, time.time() - start


def _quiet_threads():
    # One thread a worker: the kernels are serial, and BLAS threads of several workers would only fight.
    for name in ("NUMBA_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    import cv2
    cv2.setNumThreads(0)


def _share(text):
    from .render import shares
    name, _, value = text.partition("=")
    try:
        shares.set_shares({name: float(value)})
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from problem
    return name, float(value)


def _parser():
    parser = argparse.ArgumentParser(description="Render synthetic heads with ground truth.")
    parser.add_argument("--assets", required=True, help="folder with ict-head, hair, eyes and hdri")
    parser.add_argument("--out", required=True)
    parser.add_argument("--split", choices=sorted(SPLIT_STREAM), default="train")
    parser.add_argument("--count", type=int, required=True, help="pictures, rounded up to whole shards of 48")
    parser.add_argument("--first", type=int, default=0, help="number of the first shard")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--tight", type=float, default=TIGHT, help="share of crops that cut into the hair, 0 to 0.9")
    parser.add_argument("--share", action="append", default=[], type=_share, metavar="NAME=SHARE",
                        help="how often a thing of render/shares.py happens, e.g. 'face mask=0.1'; may be repeated")
    parser.add_argument("--day", type=int, default=0, help="the same people on another day: another expression, cut, clothes, views and light; "
                        "written to OUT/SPLIT-day-N")
    parser.add_argument("--measure", action="store_true", help="for measuring warps and relighting: one camera a scene")
    return parser


def main(arguments=None):
    parser = _parser()
    options = parser.parse_args(arguments)
    if not (Path(options.assets) / "ict-head" / "ict_head.npz").exists():
        parser.error(f"no ict-head/ict_head.npz in {options.assets}")
    if options.day < 0 or options.day and options.measure:
        parser.error("--day is 0 or more, and measuring scenes have one day only")
    folder = Path(options.out) / (options.split + (f"-day-{options.day}" if options.day else ""))
    folder.mkdir(parents=True, exist_ok=True)
    last = options.first + -(-options.count // PICTURES_PER_SHARD)
    jobs = [Job(options.assets, str(folder), options.split, options.seed, shard, options.measure, options.tight,
                tuple(options.share), options.day)
            for shard in range(options.first, last)]
    _quiet_threads()
    start, made = time.time(), 0
    with multiprocessing.get_context("spawn").Pool(options.workers, _quiet_threads) as pool:
        for shard, seconds in pool.imap_unordered(write_shard, jobs):
            made += PICTURES_PER_SHARD * (seconds > 0)
            print(f"shard {shard}: {seconds:.1f} s; {made / (time.time() - start):.1f} pictures/s in all", flush=True)


if __name__ == "__main__":
    main()
