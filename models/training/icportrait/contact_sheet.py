"""A sheet of synthetic heads to look at.

    python -m icportrait.contact_sheet --assets ASSETS --out ../../docs/heads.jpg

One picture of each of 36 scenes (a scene's view and light turn with its place), drawn by the given seed.
"""
import argparse
from pathlib import Path

import cv2
import numpy as np

from .render import assets, scene


def sheet_of(assets_folder, seed, columns=6, rows=6, side=200):
    """uint8 sRGB [rows*side, columns*side, 3] of the scenes seed, seed+1, ...; whole shot, nothing cropped."""
    loaded, cells = assets.load(assets_folder), []
    for place in range(columns * rows):
        pictures = scene.render_scene(np.random.default_rng(seed + place), loaded, "train")
        cells.append(cv2.resize(pictures[place % 4]["image"], (side, side), interpolation=cv2.INTER_AREA))
    return np.vstack([np.hstack(cells[row * columns:(row + 1) * columns]) for row in range(rows)])


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Contact sheet of synthetic heads.")
    parser.add_argument("--assets", required=True)
    parser.add_argument("--out", required=True, help=".jpg or .png")
    parser.add_argument("--seed", type=int, default=7200)
    options = parser.parse_args(arguments)
    sheet = sheet_of(options.assets, options.seed)
    Path(options.out).parent.mkdir(parents=True, exist_ok=True)
    if not cv2.imwrite(options.out, sheet[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 84]):
        raise OSError(f"cannot write {options.out}")


if __name__ == "__main__":
    main()
