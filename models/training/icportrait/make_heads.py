"""Renders a data set of synthetic heads.

    python -m icportrait.make_heads --assets ASSETS --out OUT --split train --count 14400 --seed 1 --workers 2

Writes OUT/SPLIT/shard_NNNNNN.npz (48 pictures each: 12 scenes of 2 views x 2 lights), under a temporary name first and
then renamed, so that a reader may start early. A shard that is there already is left alone, so the command resumes.
A shard's pictures depend on the split, the seed and its number only. Splits share no hair mesh (of the held-out
ones), no environment map and no random identity.

Arrays, N = 48 first, a scene's four pictures in the order v0l0, v0l1, v1l0, v1l1 (view, light; the lights are fixed to the
world, the camera moves); units, axes and the basis of `light` as in docs/conventions.md:
  image u8 [N,256,256,3] sRGB; matte u8 [N,256,256]; at 128 x 128: coordinates f16 [N,3,128,128] canonical dm,
  depth and back_depth f16 [N,128,128] dm (back: rearmost head, hair or neck), normal i8 [N,3,128,128] x 127,
  albedo u8 [N,3,128,128] sRGB-encoded, head u8 [N,128,128] (255: moves with the head); zero where there is nobody;
  rotation f32 [N,3,3]; camera f32 [N,4] u0, v0, s, k; light f32 [N,9,3]; landmarks f32 [N,68,3] u, v, visible;
  scene, view, light_index i32 [N]; meta: a JSON string about hair, light, background and development of each picture.
"""
import argparse
import json
import multiprocessing
import os
import time
from pathlib import Path

SCENES_PER_SHARD = 12
SPLIT_STREAM = {"train": 0, "validation": 1, "test": 2}
ARRAYS = ("image", "matte", "coordinates", "depth", "back_depth", "normal", "albedo", "head", "rotation", "camera", "light",
          "landmarks")


def shard_arrays(assets_folder, split, seed, shard, measure=False):
    """All arrays of one shard as a dict; N first."""
    import numpy as np
    from .render import assets, scene
    loaded = assets.load(assets_folder)
    pictures, scenes = [], []
    for place in range(SCENES_PER_SHARD):
        number = shard * SCENES_PER_SHARD + place
        rng = np.random.default_rng([SPLIT_STREAM[split], seed, number])
        pictures += scene.render_scene(rng, loaded, split, measure)
        scenes += [number] * 4
    arrays = {name: np.stack([picture[name] for picture in pictures]) for name in ARRAYS}
    arrays["scene"] = np.array(scenes, np.int32)
    arrays["view"] = np.array([picture["view"] for picture in pictures], np.int32)
    arrays["light_index"] = np.array([picture["light_index"] for picture in pictures], np.int32)
    described = {"split": split, "seed": seed, "shard": shard, "pictures": [picture["meta"] for picture in pictures]}
    arrays["meta"] = np.array(json.dumps(described))
    return arrays


def write_shard(job):
    """job: (assets folder, OUT/SPLIT folder, split, seed, shard, measure). Returns the shard's number and seconds, 0 if it was there."""
    import numpy as np
    assets_folder, folder, split, seed, shard, measure = job
    target = Path(folder) / f"shard_{shard:06d}.npz"
    if target.exists():
        return shard, 0.0
    start = time.time()
    arrays = shard_arrays(assets_folder, split, seed, shard, measure)
    partial = target.with_suffix(f".part{os.getpid()}")
    with open(partial, "wb") as stream:
        np.savez(stream, **arrays)
    os.replace(partial, target)
    return shard, time.time() - start


def _quiet_threads():
    # One thread a worker: the kernels are serial, and BLAS threads of several workers would only fight.
    for name in ("NUMBA_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    import cv2
    cv2.setNumThreads(0)


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Render synthetic heads with ground truth.")
    parser.add_argument("--assets", required=True, help="folder with ict-head, hair and hdri")
    parser.add_argument("--out", required=True)
    parser.add_argument("--split", choices=sorted(SPLIT_STREAM), default="train")
    parser.add_argument("--count", type=int, required=True, help="pictures, rounded up to whole shards of 48")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--measure", action="store_true",
                        help="for measuring warps and relighting: one camera a scene, no photographic effects")
    options = parser.parse_args(arguments)
    if not (Path(options.assets) / "ict-head" / "ict_head.npz").exists():
        parser.error(f"no ict-head/ict_head.npz in {options.assets}")
    folder = Path(options.out) / options.split
    folder.mkdir(parents=True, exist_ok=True)
    per_shard = SCENES_PER_SHARD * 4
    jobs = [(options.assets, str(folder), options.split, options.seed, shard, options.measure) for shard in range(-(-options.count // per_shard))]
    _quiet_threads()
    start, made = time.time(), 0
    with multiprocessing.get_context("spawn").Pool(options.workers, _quiet_threads) as pool:
        for shard, seconds in pool.imap_unordered(write_shard, jobs):
            made += per_shard * (seconds > 0)
            print(f"shard {shard}: {seconds:.1f} s; {made / (time.time() - start):.1f} pictures/s in all", flush=True)


if __name__ == "__main__":
    main()
