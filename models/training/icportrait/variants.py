"""The finder on hard variants of photographs and paintings: ``python -m icportrait.variants PACK --assets ASSETS --data DATA/test``.

64 pictures x 31 variants, and false finds on 1,000 crops of all maps, of made-up textures and of renders' clothes. The true box is the one
that ``--reference`` (a pack; PACK itself by default) finds in the picture as it is. Counted are finds by score alone. With ``--write OUT``
nothing is counted: all pictures go to OUT as PNG files, with their faces in OUT/truth.json, for the plugin's own measurement.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import astuple
from itertools import chain
from pathlib import Path
from typing import Iterator

import cv2
import numpy as np

from .backgrounds import HELD_OUT_MAPS, Backgrounds, load_maps
from .composite import SceneMaker
from .data import FINDER_KEYS, ShardPool
from .inference import Face, Pack, read_picture
from .targets import match

SIDE = 640  # px of a variant's longer side
BORDERS = {"replicated": cv2.BORDER_REPLICATE, "black": cv2.BORDER_CONSTANT, "white": cv2.BORDER_CONSTANT, "cut": None}
SMALL_HEAD, LARGE_PICTURE = 48, 1024
FALSE_CROPS = {"maps": 600, "textures": 250, "clothes": 150}


def placed(picture: np.ndarray, face: Face, share: float, turn: float = 0.0, border: str = "replicated") -> tuple[np.ndarray, np.ndarray]:
    """A square picture in which the face's box has ``share`` of the side, turned; and the face there [4]."""
    zoom, angle = share * SIDE / face.side, np.radians(turn)
    linear = zoom * np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    matrix = np.column_stack([linear, np.full(2, SIDE / 2) - linear @ [face.x, face.y]])
    fill = (255,) * 3 if border == "white" else (0,) * 3
    mode = BORDERS[border] if BORDERS[border] is not None else cv2.BORDER_REFLECT_101
    moved = cv2.warpAffine(picture, matrix, (SIDE, SIDE), flags=cv2.INTER_AREA, borderMode=mode, borderValue=fill)
    return moved, np.array([SIDE / 2, SIDE / 2, share * SIDE, (face.roll + turn + 180) % 360 - 180])


def variants(picture: np.ndarray, face: Face, random: np.random.Generator) -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
    """Kind, picture and the face in it."""
    for share in (0.5, 0.75, 1.0, 1.25):
        yield f"box {share} of the side", *placed(picture, face, share)
    for border in ("replicated", "black", "white", "cut"):
        yield f"{border} border", *placed(picture, face, 0.35, border=border)
    for turn in range(30, 360, 30):
        yield f"turned {min(turn, 360 - turn)}", *placed(picture, face, 0.45, turn)
    plain, truth = placed(picture, face, 0.45)
    values = plain / 255.0
    for contrast in (0.3, 2.5):
        yield f"contrast {contrast}", as_bytes((values - 0.5) * contrast + 0.5), truth
    for gamma in (0.4, 2.5):
        yield f"gamma {gamma}", as_bytes(values ** gamma), truth
    for brightness in (0.25, 0.1, 0.05):
        yield f"brightness {brightness}", as_bytes(values * brightness), truth
    yield "grey", np.repeat(cv2.cvtColor(plain, cv2.COLOR_RGB2GRAY)[..., None], 3, 2), truth
    for side in ("left", "right", "lower"):
        yield f"{side} half covered", covered(plain, truth, side, random), truth
    yield "48 px head in 1024 px", *small(picture, face, random)


def as_bytes(values: np.ndarray) -> np.ndarray:
    return (np.clip(values, 0, 1) * 255 + 0.5).astype(np.uint8)


def covered(picture: np.ndarray, face: np.ndarray, side: str, random: np.random.Generator) -> np.ndarray:
    x, y, half = int(face[0]), int(face[1]), int(face[2] / 2)
    hidden = picture.copy()
    rows, columns = slice(y - half, y + half), slice(x - half, x + half)
    rows = slice(y + half // 8, y + half) if side == "lower" else rows
    columns = slice(x - half, x) if side == "left" else slice(x, x + half) if side == "right" else columns
    hidden[rows, columns] = random.integers(0, 256, 3)
    return hidden


def small(picture: np.ndarray, face: Face, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """The picture so small that its head has 48 px, somewhere in a large headless one (a head is 1.2 boxes high)."""
    scale = SMALL_HEAD / (1.2 * face.side)
    shrunk = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    large = Backgrounds(None, random).gradient(LARGE_PICTURE, LARGE_PICTURE)
    rows, columns = shrunk.shape[:2]
    top, left = (int(random.integers(0, LARGE_PICTURE - extent)) for extent in (rows, columns))
    large[top:top + rows, left:left + columns] = shrunk
    return large, np.array([left + face.x * scale, top + face.y * scale, face.side * scale, face.roll])


def all_variants(pictures: list[np.ndarray], faces: list[Face]) -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
    random = np.random.default_rng(3)
    for picture, face in zip(pictures, faces):
        yield from variants(picture, face, random)


def found(pack: Pack, pictures: list[np.ndarray], faces: list[Face]) -> dict[str, list[float]]:
    """For each kind, per variant the roll error of the find on the face (degrees), NaN where there is none."""
    rows = defaultdict(list)
    for kind, variant, truth in all_variants(pictures, faces):
        boxes = np.array([astuple(find)[:4] for find in pack.find(variant)]).reshape(-1, 4)
        [errors] = match(boxes, truth[None])
        rows[kind].append(np.nan if errors is None else errors[2])
    return rows


def headless_crops(assets: Path, data: Path) -> Iterator[tuple[str, np.ndarray]]:
    """Kind and picture, ``FALSE_CROPS`` of each."""
    random = np.random.default_rng(4)
    maker = SceneMaker(ShardPool(data, FINDER_KEYS, 1).draw, assets, random)
    maps, textures = maker.backgrounds, Backgrounds(None, random)
    for split in HELD_OUT_MAPS:
        maps.maps += load_maps(assets, split)
    make = {"maps": maps.environment, "textures": textures.make, "clothes": maker.clothes}
    for kind, count in FALSE_CROPS.items():
        yield from ((kind, make[kind](480, 360)) for _ in range(count))


def false_finds(pack: Pack, assets: Path, data: Path) -> dict[str, int]:
    """Finds on headless crops, by kind."""
    finds = dict.fromkeys(FALSE_CROPS, 0)
    for kind, crop in headless_crops(assets, data):
        finds[kind] += len(pack.find(crop))
    return finds


def write(out: Path, pictures: list[np.ndarray], faces: list[Face], assets: Path, data: Path) -> None:
    """All variants and headless crops as files; truth.json lists them with x, y, side, roll of the face, or none."""
    out.mkdir(parents=True, exist_ok=True)
    entries = []
    rows = chain(((kind, variant, truth.tolist()) for kind, variant, truth in all_variants(pictures, faces)),
                 ((kind, crop, None) for kind, crop in headless_crops(assets, data)))
    for number, (kind, picture, truth) in enumerate(rows):
        cv2.imwrite(str(out / f"{number:04d}.png"), picture[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 1])
        entries.append({"file": f"{number:04d}.png", "kind": kind, "face": truth})
    (out / "truth.json").write_text(json.dumps(entries, indent=0), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder of held-out shards, for clothes")
    parser.add_argument("--reference", type=Path, help="pack whose finds in the unchanged pictures are the truth")
    parser.add_argument("--write", type=Path, help="folder for the variants as files; nothing is measured then")
    arguments = parser.parse_args()
    paths = sorted([*(arguments.assets / "photographs").glob("*.jpg"), *(arguments.assets / "paintings").glob("*.jpg")])
    pictures = [read_picture(path) for path in paths]
    reference = Pack(arguments.reference or arguments.pack)
    faces = [reference.find(picture, threshold=0.0)[0] for picture in pictures]
    if arguments.write:
        write(arguments.write, pictures, faces, arguments.assets, arguments.data)
        return
    pack = Pack(arguments.pack)
    rows = found(pack, pictures, faces)
    everything = np.concatenate(list(rows.values()))
    figures = {kind: round(float(np.isfinite(values).mean()), 3) for kind, values in sorted(rows.items())}
    print(json.dumps({"variants": len(everything), "found": round(float(np.isfinite(everything).mean()), 4),
                      "roll_error_median_degrees": round(float(np.nanmedian(everything)), 2), "by_kind": figures,
                      "false_finds": false_finds(pack, arguments.assets, arguments.data)}, indent=1))


if __name__ == "__main__":
    main()
