"""Pairs for the stitch network from the groups of the scene set: a profile, a masked reference, and the profile in the reference's light."""

from __future__ import annotations

import logging
import zipfile
from collections import deque
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor

from .batches import tensors
from .data import NoData, Sample, list_shards, read_shard
from .networks.stitch import SIDE
from .stitch_augment import PAPER_RATIO, develop, disturb, hide, mirror, place

LOG = logging.getLogger(__name__)
KEYS = ("image", "matte", "coordinates", "normal", "head", "shading", "light", "environment", "lamps", "person", "view", "light_index",
        "light_place", "rotation")
PLANES = {"profile": 3, "clean": 3, "target": 3, "reference": 3, "whole_reference": 3, "visible": 1, "normal": 3, "coordinates": 3,
          "matte": 1, "weight": 1, "own_shading": 3, "shading": 3}
PROFILE_MAPS = ("matte", "normal", "coordinates", "head", "shading")
LIGHTS = ("light", "environment", "lamps")
SCALE = {"matte": 1 / 255, "normal": 1 / 127, "head": 1 / 255}
CLOTHES = 0.15  # weight of what the head ends in
SAME_LIGHT_SHARE, SAME_PERSON_SHARE, FIXED_TO_CAMERA_SHARE = 0.1, 0.25, 0.5
SIDEWAYS_SHARE, ALL_TO = 0.25, 30.0
COMPARED_SEED = 5
CAMERA_FIXED = 2  # the light index of lights that stand still when the head turns


class GroupPool:
    """Draws whole groups from a window of shards that moves over the folder. For one thread; ``state`` as JSON can hold it."""

    def __init__(self, folder: Path, seed: int, window: int = 16, draws_per_group: int = 160):
        self.folder, self.window, self.draws_per_group = folder, window, draws_per_group
        self.random = np.random.default_rng(seed)
        self.loaded: deque[tuple[str, Sample]] = deque()
        self.waiting: list[str] = []
        self.draws = 0
        for _ in range(window):
            self.load_next()
        if not self.loaded:
            raise NoData(f"No readable shard_*.npz in {folder}")

    def draw(self) -> Sample:
        self.draws += 1
        if self.draws % self.draws_per_group == 0:
            self.load_next()
        return self.loaded[self.random.integers(len(self.loaded))][1]

    def load_next(self) -> None:
        if not self.waiting:
            present = [path.name for path in list_shards(self.folder)]
            self.waiting = [present[index] for index in self.random.permutation(len(present))]
        if self.waiting:
            self.load(self.waiting.pop())
        while len(self.loaded) > self.window:
            self.loaded.popleft()

    def load(self, name: str) -> None:
        try:
            self.loaded.append((name, read_shard(self.folder / name, KEYS)))
        except (OSError, KeyError, ValueError, zipfile.BadZipFile) as problem:
            LOG.warning("Shard %s is left out: %s", self.folder / name, problem)

    def state(self) -> dict:
        return {"random": self.random.bit_generator.state, "draws": self.draws, "waiting": list(self.waiting),
                "loaded": [name for name, _ in self.loaded]}

    def restore(self, state: dict) -> None:
        self.random.bit_generator.state = state["random"]
        self.draws, self.waiting = state["draws"], list(state["waiting"])
        self.loaded.clear()
        for name in state["loaded"]:
            self.load(name)
        if not self.loaded:
            self.load_next()


def wanted_view(rotation: np.ndarray) -> float:
    """How often a view is taken for a profile: photographs show few heads from the side."""
    yaw = abs(np.degrees(np.arctan2(-rotation[2, 0], rotation[2, 2])))
    return 1.0 - (1.0 - SIDEWAYS_SHARE) * float(np.clip((yaw - ALL_TO) / (90.0 - ALL_TO), 0.0, 1.0))


def choose(group: Sample, random: np.random.Generator) -> tuple[int, int, int]:
    """Numbers of profile, target and reference: target is the profile in the light in which the reference stands."""
    light, view, person = group["light_index"], group["view"], group["person"]
    place = group["light_place"]
    while True:
        profile = int(random.integers(len(place)))
        if random.random() > wanted_view(group["rotation"][profile]):
            continue
        u = random.random()
        if u < SAME_LIGHT_SHARE:
            wanted = light[profile]
        else:
            fixed = random.random() < FIXED_TO_CAMERA_SHARE
            wanted = CAMERA_FIXED if fixed else random.integers(CAMERA_FIXED)
            if wanted == light[profile]:
                continue
        target = int(np.flatnonzero((person == person[profile]) & (view == view[profile]) & (light == wanted))[0])
        lit_alike = place == place[target]
        own = person == person[profile]
        same = random.random() < SAME_PERSON_SHARE
        references = np.flatnonzero(lit_alike & (own == same))
        if same and target == profile:
            references = references[references != profile]
        if len(references):
            return profile, target, int(random.choice(references))


def take(group: Sample, number: int, maps: tuple[str, ...] = ()) -> Sample:
    """One picture of a group in working types, channels last: image uint8 at 256 px, the asked maps float32 at 128 px, its light."""
    sample = {key: group[key][number].astype(np.float32) for key in LIGHTS}
    sample["image"] = group["image"][number]
    for key in maps:
        values = group[key][number].astype(np.float32) * SCALE.get(key, 1.0)
        sample[key] = np.ascontiguousarray(values.transpose(1, 2, 0)) if values.ndim == 3 else values[..., None]
    if "matte" in maps:
        sample["matte"] = cv2.resize(sample["matte"], (SIDE, SIDE), interpolation=cv2.INTER_AREA)[..., None]
    if "normal" in maps:
        sample["known"] = (np.abs(sample["normal"]).sum(2, keepdims=True) > 0.5).astype(np.float32)
        sample["weight"] = sample["known"] * (CLOTHES + (1 - CLOTHES) * sample.pop("head"))
    return sample


def pair(group: Sample, numbers: tuple[int, int, int], random: np.random.Generator | None, ratio: float | None = None,
         patch: int | None = None) -> Sample:
    """One training sample, channels last; without a random generator for augmentation nothing but the mask (of that ratio) is done."""
    profile, target, reference = (take(group, number, maps) for number, maps in zip(numbers, (PROFILE_MAPS, ("shading",), ())))
    plain = random is None
    random = np.random.default_rng([7, *numbers]) if plain else random
    if not plain and random.random() < 0.5:
        profile, target, reference = (mirror(sample) for sample in (profile, target, reference))
    turn = 0.0 if plain or random.random() < 0.6 else float(np.clip(random.normal(0, np.radians(9)), -0.5, 0.5))
    move = None if plain else random
    placed = place(turn, move)
    target["known"] = profile["known"]
    profile, target = placed(profile), placed(target)
    reference = place(turn, move)(reference)
    sample = {"clean": profile["image"], "profile": profile["image"], "target": target["image"], "reference": reference["image"],
              "light": reference["light"], "own_light": profile["light"], "environment": reference["environment"],
              "lamps": reference["lamps"], "own_shading": profile["shading"], "shading": target["shading"],
              "matte": profile["matte"], "weight": profile["weight"], "normal": profile["normal"], "coordinates": profile["coordinates"],
              "colourless": np.float32(0), "gain": np.float32(1)}
    if not plain:
        sample = disturb(develop(sample, random), random)
    sample["whole_reference"] = sample["reference"]
    sample["visible"] = hide(random, ratio, patch)
    return sample


def pack(samples: list[Sample]) -> dict[str, np.ndarray]:
    """Samples -> small arrays with channels first."""
    batch = {}
    for key, channels in PLANES.items():
        stacked = np.ascontiguousarray(np.stack([sample[key] for sample in samples]).transpose(0, 3, 1, 2))
        assert stacked.shape[1] == channels, key
        batch[key] = stacked if stacked.dtype == np.uint8 else stacked.astype(np.float16)
    for key in ("light", "own_light", "environment", "lamps", "colourless", "gain"):
        batch[key] = np.stack([sample[key] for sample in samples]).astype(np.float32)
    return batch


def with_canvas(batch: dict[str, np.ndarray]) -> dict[str, Tensor]:
    """What ``pack`` made, as tensors, and ``image``: the canvas."""
    ready = tensors(batch)
    return {**ready, "image": canvas(ready)}


def canvas(batch: dict[str, Tensor]) -> Tensor:
    """[B, 11, 128, 256]: profile with its maps, reference; hidden places are 0."""
    visible = batch["visible"]
    left = torch.cat([batch["profile"], torch.ones_like(visible), batch["normal"], batch["coordinates"], batch["matte"]], 1)
    right = torch.cat([batch["reference"] * visible, visible, torch.zeros_like(left[:, 4:])], 1)
    return torch.cat([left, right], 3)


def canvases(folder: Path, count: int) -> np.ndarray:
    """Stitched canvases [count, 11, 128, 256] of the renders of a folder, four fifths hidden. Raises NoData where there are none."""
    shards = list_shards(folder)
    if not shards:
        raise NoData(f"No shard_*.npz in {folder}")
    group, random = read_shard(shards[0], KEYS), np.random.default_rng(COMPARED_SEED)
    return with_canvas(pack([pair(group, choose(group, random), None, PAPER_RATIO) for _ in range(count)]))["image"].numpy()


class StitchBatches:
    """Makes augmented training batches. For one thread."""

    def __init__(self, folder: Path, batch: int, seed: int):
        self.pool = GroupPool(folder, seed)
        self.random = np.random.default_rng(seed + 1)
        self.batch = batch

    def make(self) -> dict[str, np.ndarray]:
        samples = []
        for _ in range(self.batch):
            group = self.pool.draw()
            samples.append(pair(group, choose(group, self.random), self.random))
        return pack(samples)

    def state(self) -> dict:
        return {"random": self.random.bit_generator.state, "pool": self.pool.state()}

    def restore(self, state: dict) -> None:
        self.random.bit_generator.state = state["random"]
        self.pool.restore(state["pool"])
