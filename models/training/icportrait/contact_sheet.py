"""Sheets of synthetic heads to look at.

    python -m icportrait.contact_sheet --assets ASSETS --out ../../docs/heads.jpg
    python -m icportrait.contact_sheet --assets ASSETS --strips ../../docs/renders

The sheet shows one picture of each head of consecutive seeds, nothing chosen; a strip shows six heads at full size with
one switch of the renderer turned up.
"""
import argparse
from pathlib import Path

import cv2
import numpy as np

from .render import assets, group, shares
from .render.shares import only

SAME_HEAD = ("lamps",)  # strips that show one head six times
LARGEST_FILE = 95_000  # bytes of a picture in the documentation
PLAIN = dict.fromkeys(("hand", "phone", "microphone", "company", "face mask", "head covering", "glasses", "black on black",
                       "white on white", "scarf"), 0.0)
STRIPS = {  # file: changes, or one row of changes for each picture
    "cuts": [{**PLAIN, "bald": 0, "hair mesh": 0, **only("cut", cut)} for cut in ("short", "parted", "swept back", "bob", "long", "fringe")],
    "curls": [{**PLAIN, "bald": 0, "hair mesh": 0, **only("cut", cut)} for cut in ("afro", "locs", "locs", "braid", "bun", "ponytail")],
    "beards": [{**PLAIN, "female": 0, "child": 0, "hair mesh": 0, "beard": 1, **only("beard", beard)} for beard in ("stubble", "short", "full", "long", "goatee", "moustache")],
    "children": {**PLAIN, "child": 1}, "old": {**PLAIN, "child": 0, "old": 1}, "lids": {**PLAIN, "closed lids": .5, "half lids": .5},
    "glasses": {**PLAIN, "glasses": 1, "dark lenses": .35}, "masks": {**PLAIN, "face mask": 1}, "coverings": {**PLAIN, "head covering": 1},
    "held": [{**PLAIN, name: 1} for name in ("hand", "hand", "hand", "phone", "phone", "microphone")],
    "company": {**PLAIN, "company": 1}, "clothes": {**PLAIN, "jacket": .7},
    "black": {**PLAIN, "black on black": 1}, "white": {**PLAIN, "white on white": 1},
    "lamps": [{**PLAIN, "closed lids": 0, "studio light": 0, **only("light", light)} for light in ("environment", "soft lamp", "hard lamp", "two lamps", "three lamps", "flash")],
}


def heads_of(loaded, changes, seed, count):
    """`count` pictures uint8 [256,256,3], each of another head and light, of the shares named by a dict."""
    shares.set_shares(changes)
    sizes, pictures = (group.HEADS, group.VIEWS, group.LIGHTS), []
    group.HEADS, group.VIEWS, group.LIGHTS = 2, 1, 1  # two, so that company is another person
    try:
        for place in range(count):
            rows, _ = group.render_group(lambda part, key=seed + place: np.random.default_rng([3, key, part]), loaded, "train")
            pictures.append(rows[0]["image"])
    finally:
        group.HEADS, group.VIEWS, group.LIGHTS = sizes
        shares.set_shares({})
    return pictures


def sheet_of(loaded, seed, columns=6, rows=5, side=200):
    """uint8 sRGB [rows*side, columns*side, 3] of the heads seed, seed+1, ...; whole shot, nothing cropped."""
    cells = [cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA) for picture in heads_of(loaded, {}, seed, columns * rows)]
    return np.vstack([np.hstack(cells[row * columns:(row + 1) * columns]) for row in range(rows)])


def strip_of(loaded, name, seed):
    """uint8 [256,1536,3]: the six heads of a strip at full size."""
    changes, first = STRIPS[name], seed + 10 * list(STRIPS).index(name)
    rows = changes if isinstance(changes, list) else [changes] * 6
    step = 0 if name in SAME_HEAD else 1
    return np.hstack([heads_of(loaded, row, first + step * place, 1)[0] for place, row in enumerate(rows)])


def write_jpeg(path, picture, largest):
    """Writes the picture as well as `largest` bytes allow. Raises OSError where it cannot be written."""
    for quality in range(92, 39, -4):
        coded = cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        if len(coded) <= largest:
            break
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(coded.tobytes())


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Contact sheets of synthetic heads.")
    parser.add_argument("--assets", required=True)
    parser.add_argument("--out", type=Path, help="the sheet, .jpg")
    parser.add_argument("--strips", type=Path, help="a folder for one strip a switch")
    parser.add_argument("--only", choices=list(STRIPS), help="one strip")
    parser.add_argument("--seed", type=int, default=7200)
    options = parser.parse_args(arguments)
    if not (options.out or options.strips):
        parser.error("name --out, --strips or both")
    loaded = assets.load(options.assets)
    if options.out:
        write_jpeg(options.out, sheet_of(loaded, options.seed), 2 * LARGEST_FILE)
    for name in STRIPS if options.strips else ():
        if options.only in (None, name):
            write_jpeg(options.strips / f"{name}.jpg", strip_of(loaded, name, options.seed), LARGEST_FILE)


if __name__ == "__main__":
    main()
