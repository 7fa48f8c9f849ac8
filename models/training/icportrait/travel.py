"""Takes the recipe to another machine: the assets in one small archive, and renders, trainings and pack by one command there.

    python -m icportrait.travel archive ASSETS assets.zip            # here; at most 18 MB
    python -m icportrait.travel run assets.zip WORK --start PACK ...  # there, in a clone of this repository

The archive holds the same files as the assets folder, thinned: offsets of the head rounded to 0.01 mm and only where the
renderer has vertices, environment maps at half their size, meshes without what the renderer does not read. Renders made from
it differ a little from those of the whole assets; the manifest's hash of the data tells which were used.
"""

from __future__ import annotations

import argparse
import io
import zipfile
from pathlib import Path

import cv2
import numpy as np

from .recipe import Plan, carry_out

LARGEST = 18e6  # bytes
OFFSET_STEP = 0.001  # cm; offsets are rounded to multiples of it
MAP_SIDES = 512  # columns of a thinned environment map
OBJ_LINES = ("v ", "f ", "g ")  # the rest of a mesh (texture places, normals) is not read
FOLDERS = ("ict-head", "hair", "eyes", "hdri")


class TooLarge(RuntimeError):
    """The archive would not travel."""


def archive(assets: Path, target: Path) -> int:
    """Writes ``target`` and returns its size. Raises TooLarge, and writes nothing, above ``LARGEST`` bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_LZMA) as packed:
        for folder in FOLDERS:
            for path in sorted(file for file in (assets / folder).rglob("*") if file.is_file()):
                # Dated 1980, so that equal assets give equal archives.
                packed.writestr(zipfile.ZipInfo(path.relative_to(assets).as_posix()), thinned(path), zipfile.ZIP_LZMA)
    if len(content.getvalue()) > LARGEST:
        raise TooLarge(f"The archive has {len(content.getvalue()) / 1e6:.1f} MB; {LARGEST / 1e6:.0f} MB are allowed")
    target.write_bytes(content.getvalue())
    return len(content.getvalue())


def thinned(path: Path) -> bytes:
    """A file's content as it travels."""
    if path.name == "ict_head.npz":
        return thinned_head(path)
    if path.suffix == ".hdr":
        return thinned_map(path)
    if path.suffix == ".obj":
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(line for line in lines if line.startswith(OBJ_LINES)).encode() + b"\n"
    return path.read_bytes()


def thinned_head(path: Path) -> bytes:
    """The head model with its offsets in half precision, rounded, and zero for vertices that no rendered face has."""
    from .render.assets import Head
    with np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files}
    left_out = np.flatnonzero(np.isin(arrays["mats"], Head.LEFT_OUT))
    rendered = np.zeros(len(arrays["neutral"]), bool)
    rendered[np.unique(arrays["faces"][~np.isin(arrays["fmat"], left_out)])] = True
    for name in ("idb", "exb"):
        offsets = np.round(arrays[name].astype(np.float32) / OFFSET_STEP) * OFFSET_STEP
        arrays[name] = (offsets * rendered[None, :, None]).astype(np.float16)
    target = io.BytesIO()
    np.savez(target, **arrays)
    return target.getvalue()


def thinned_map(path: Path) -> bytes:
    picture = cv2.imread(str(path), cv2.IMREAD_ANYDEPTH | cv2.IMREAD_COLOR)
    rows = max(1, picture.shape[0] * MAP_SIDES // picture.shape[1])
    smaller = cv2.resize(picture, (MAP_SIDES, rows), interpolation=cv2.INTER_AREA)
    return cv2.imencode(".hdr", smaller, [cv2.IMWRITE_HDR_COMPRESSION, cv2.IMWRITE_HDR_COMPRESSION_NONE])[1].tobytes()


def unpack(packed: Path, folder: Path) -> Path:
    """Lays the assets below ``folder``; what is there already stays."""
    assets = folder / "assets"
    if not assets.exists():
        part = folder / "assets.part"
        with zipfile.ZipFile(packed) as content:
            content.extractall(part)
        part.rename(assets)
    return assets


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("archive", help="assets folder -> archive")
    making.add_argument("assets", type=Path)
    making.add_argument("target", type=Path)
    running = commands.add_parser("run", help="archive -> renders, trained networks and pack")
    running.add_argument("archive", type=Path)
    running.add_argument("work", type=Path)
    Plan.add_arguments(running)
    arguments = parser.parse_args()
    if arguments.command == "archive":
        print(f"{arguments.target}: {archive(arguments.assets, arguments.target) / 1e6:.1f} MB")
        return
    arguments.work.mkdir(parents=True, exist_ok=True)
    print(carry_out(Plan.of(arguments), unpack(arguments.archive, arguments.work), arguments.work))


if __name__ == "__main__":
    main()
