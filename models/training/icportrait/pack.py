"""Assembles a model pack: the ONNX files and the manifest ``pack.json`` that the plugin verifies.

The folder is written beside its final place and renamed, so that a reader never sees half a pack.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from .export import examples_to_compare, export, kept_network, load_network
from .export_generator import KINDS as GENERATOR, export_generator, load_generator
from .export_parts import export_parts
from .networks.denoiser import DenoiserSettings
from .networks.generator_export import HalfLayout, guidance_layout
from .parts.kinds import KINDS

NAME = "icportrait-default"
AUTHORS = ["IC-Portrait developers"]
LICENCE = "BSD-2-Clause"
MODELS = ("finder", "surface")  # that every pack holds
OPTIONAL = ("stitch", "embedding", "eyelids", "parts")  # and those of the generator
MANIFEST = "pack.json"
TRAINING_DATA = [
    {"name": "ICT-FaceKit light head model", "licence": "MIT", "source": "https://github.com/ICT-VGL/ICT-FaceKit"},
    {"name": "MakeHuman hair and eyebrow meshes", "licence": "CC0-1.0",
     "source": "https://github.com/makehumancommunity/makehuman-assets"},
    {"name": "MakeHuman eye texture", "licence": "CC0-1.0", "source": "https://github.com/makehumancommunity/makehuman"},
    {"name": "Poly Haven environment maps, 1k", "licence": "CC0-1.0", "source": "https://github.com/pmndrs/drei-assets"},
]
AXES = {"picture": ["batch", "channel (R, G, B)", "row (down)", "column (right)"],
        "map": ["batch", "channel", "row (down)", "column (right)"]}


def tensor(name: str, shape: list[int], axes: list[str], value_range: str, meaning: str) -> dict:
    return {"name": name, "type": "float32", "shape": shape, "axes": axes, "range": value_range, "meaning": meaning}


FINDER_INPUTS = [tensor("image", [1, 3, 320, 320], AXES["picture"], "0..1",
                        "sRGB picture scaled to fit and placed top left; the rest is 0.5")]
FINDER_OUTPUTS = [
    tensor("boxes", [1, 64, 4], ["batch", "face", "centre x, centre y, side, roll"], "px of the input; degrees",
           "square face boxes (2.0 dm at the head origin), best first; roll > 0 is counter-clockwise as seen"),
    tensor("scores", [1, 64], ["batch", "face"], "0..1, descending", "0 where a neighbouring cell is higher"),
]
SURFACE_INPUTS = [tensor("crop", [1, 3, 256, 256], AXES["picture"], "0..1",
                         "sRGB head crop, 1.8 face boxes wide, turned upright; beyond the picture its border repeats; hidden patches "
                         "are grey, 0.5"),
                  tensor("mirror", [1], ["batch"], "0 or 1", "1: the mean of what the crop and its mirror image tell; 0: the crop alone, in half the time")]
SURFACE_OUTPUTS = [
    tensor("matte", [1, 1, 256, 256], AXES["map"], "0..1", "share of the pixel that is the person, clothes included"),
    tensor("coordinates", [1, 3, 128, 128], AXES["map"], "dm",
           "place of the visible surface on the mean neutral head (x, y up, z out of the face); "
           "undefined where matte < 0.5"),
    tensor("depth", [1, 1, 128, 128], AXES["map"], "dm", "towards the viewer, relative to the head origin"),
    tensor("back_depth", [1, 1, 128, 128], AXES["map"], "dm, <= depth", "depth of the rearmost surface on the ray"),
    tensor("normal", [1, 3, 128, 128], AXES["map"], "unit length", "camera axes: x right, y up, z to the viewer"),
    tensor("albedo", [1, 3, 128, 128], AXES["map"], "0..1", "linear RGB"),
    tensor("rotation", [1, 3, 3], ["batch", "camera axis", "head axis"], "orthonormal", "head axes to camera axes"),
    tensor("camera", [1, 4], ["batch", "u0, v0, s, k"], "fractions of the crop's side; k in 1/dm, 0..0.4",
           "u = u0 + s*Qx/(1 - k*Qz), v = v0 - s*Qy/(1 - k*Qz)"),
    tensor("light", [1, 9, 3], ["batch", "spherical harmonic", "R, G, B"], "linear",
           "camera axes, cosine lobe folded in: pixel ~ albedo * sum of coefficient * basis(normal)"),
    tensor("landmarks", [1, 68, 3], ["batch", "300-W point", "u, v, visible"], "fractions of the crop's side; 0..1",
           "facial landmarks"),
    tensor("confidence", [1, 1], ["batch", "value"], "0..1", "how far to trust this head; little where it does not stand upright"),
    tensor("pose_interval", [1, 3], ["batch", "yaw, pitch, roll"], "degrees, > 0", "90 % of errors are expected to be at most this"),
    tensor("eyelids", [1, 2], ["batch", "subject's right, left eye"], "0..1", "0 closed, 1 open"),
]
STITCH_INPUTS = [tensor("canvas", [1, 11, 128, 256], AXES["map"], "0..1; -1..1; dm; 0..1",
                        "profile (left) beside masked reference (right), 3.6 dm wide crops turned by quarter turns alone: sRGB; what is visible; "
                        "and of the profile normal, coordinates, matte, 0 beyond it; hidden places are 0")]
STITCH_OUTPUTS = [
    tensor("log_ratio", [1, 3, 128, 128], AXES["map"], "-4..4",
           "natural logarithm of the reference's to the profile's own shading, on the profile; its mean luminance is 0"),
    tensor("confidence", [1, 1, 128, 128], AXES["map"], "0..1", "0.5 where an error of 0.2 is expected of the logarithm"),
    tensor("level", [1], ["batch"], "natural logarithm", "by how much the reference's light is brighter, its exposure included"),
    tensor("environment", [1, 9, 3], ["batch", "spherical harmonic", "R, G, B"], "linear", "the reference's light without its lamps, as 'light'"),
    tensor("lamps", [1, 2, 8], ["batch", "lamp", "x, y, z, R, G, B, penumbra, presence"], "unit; linear; dm at 1 dm; 0..1",
           "strongest first: direction towards it in camera axes; what a white surface facing it shows"),
]
EMBEDDING_INPUTS = [tensor("face", [1, 4, 112, 112], AXES["picture"], "0..1",
                           "sRGB face, 2 dm wide at its middle, upright; the share of the pixel that is face, between canonical heights of -0.95 and "
                           "0.85 dm and before 0.2 dm; beyond it all are 0")]
EMBEDDING_OUTPUTS = [tensor("embedding", [1, 128], ["batch", "number"], "unit length", "faces of one person lie close together")]
EYELID_INPUTS = [tensor("eye", [1, 3, 48, 48], AXES["picture"], "0..1",
                        "sRGB square of 0.6 dm about the middle of an eye's corners, upright; a right eye, or a left one in a mirror")]
EYELID_OUTPUTS = [tensor("open", [1, 1], ["batch", "value"], "0..1", "0 closed, 1 open")]
PARTS_INPUTS = [SURFACE_INPUTS[0], *SURFACE_OUTPUTS[:6]]  # as the surface network reads and says them
PARTS_OUTPUTS = [tensor("parts", [1, len(KINDS), 128, 128], AXES["map"], "0..1, 1 in all",
                        f"share of each place that is {', '.join(KINDS)}, in the order of the channels; stubble is skin, clear lenses what lies behind")]
DESCRIPTION = {"finder": (FINDER_INPUTS, FINDER_OUTPUTS), "surface": (SURFACE_INPUTS, SURFACE_OUTPUTS),
               "stitch": (STITCH_INPUTS, STITCH_OUTPUTS), "embedding": (EMBEDDING_INPUTS, EMBEDDING_OUTPUTS),
               "eyelids": (EYELID_INPUTS, EYELID_OUTPUTS), "parts": (PARTS_INPUTS, PARTS_OUTPUTS)}


def describe_generator(kind: str, settings: DenoiserSettings) -> tuple[list[dict], list[dict]]:
    """Inputs and outputs of one of the generator's networks."""
    side, finest, row = settings.side, settings.side // 4, ["batch", "number"]
    length = HalfLayout(settings).length
    features = tensor("features", [1, length], row, "any", "of a half of the canvas: appearance, then what its places are found by")
    profiles = {**features, "shape": ["profiles", length], "axes": ["profile", "number"], "meaning": "features of the person's photographs"}
    guide = tensor("guidance", [1, guidance_layout(settings).length], row, "any", "F_ref of all levels; 0 for none")
    if kind == "features":
        return [tensor("canvas", [1, 4, side, side], AXES["picture"], "-1..1; 0 or 1",
                       "half of the stitched canvas, 3.7 dm wide: sRGB, 0 where hidden; which pixels are shown. A profile stands before mid-grey"),
                {**profiles, "name": "beside"}, tensor("half", [1], ["batch"], "0 or 1", "0: a profile, which looks at nothing beside it; 1: the reference")], [features]
    if kind == "guide":
        return [{**features, "name": "reference", "meaning": "features of the masked reference"}, {**profiles, "name": "profiles"}], [guide, tensor(
            "flow", [1, 3, finest, finest], AXES["map"], "0..1", "where each place of the reference lies in the profiles side by side (u, v), and how surely")]
    picture = [1, 3, side, side]
    maps = tensor("maps", [1, 10, side, side], AXES["map"], "0..1; dm; unit",
                  "trust, covered, mirrored share; canonical x, y, z and depth; normal; 0 where nothing covers")
    return [tensor("state", picture, AXES["picture"], "about -1..1", "sRGB portrait and noise"),
            tensor("start", picture, AXES["picture"], "-1..1", "sRGB: what geometry and light made of the photographs"), maps,
            tensor("time", [1], ["batch"], "0..1", "1: start and noise; 0: portrait"), guide], [
        tensor("portrait", picture, AXES["picture"], "about -1..1", "sRGB, as guessed from the state"),
        tensor("matte", [1, 1, side, side], AXES["map"], "0..1", "person against what is behind")]


LARGEST_PACK = 42e6  # bytes


class NotAPack(RuntimeError):
    """A pack cannot be made of what was given."""


def describe(path: Path, tensors: tuple[list[dict], list[dict]], metrics: dict, training: dict) -> dict:
    """Manifest entry of one ONNX file."""
    content = path.read_bytes()
    inputs, outputs = tensors
    return {"file": path.name, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content),
            "inputs": inputs, "outputs": outputs, "metrics": metrics, "training": training}


def build(folder: Path, checkpoints: dict[str, Path], version: str, metrics: dict[str, dict], renders: Path,
          keep: Path | None = None, leave_out: tuple[str, ...] = (), again: tuple[str, ...] = ()) -> None:
    """Replaces ``folder`` with a pack of all networks, each exported from its checkpoint or kept from the pack ``keep``; those named by
    ``again`` are exported anew from the kept weights.

    ``renders`` is a folder of shards on which every export is compared with PyTorch; outputs named by ``leave_out`` are not told of in the
    manifest, so that the plugin does not read them: they are not learned yet. Raises NotAPack where a network has neither
    checkpoint nor pack: random weights are never shipped; the old folder is then untouched.
    """
    for kind in MODELS:
        if checkpoints.get(kind) is None and keep is None:
            raise NotAPack(f"There is no checkpoint of '{kind}': name one (--{kind}), or a pack whose {kind} is kept (--keep)")
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=folder.name + ".", dir=folder.parent))
    try:
        fresh.chmod(0o755)
        old = json.loads((keep / MANIFEST).read_text())["models"] if keep else {}
        kinds = MODELS + tuple(kind for kind in OPTIONAL if checkpoints.get(kind) or kind in old)
        generator = add_generator(fresh, checkpoints.get("generator"), metrics.get("generator", {}), renders)
        kinds += tuple(kind for kind in GENERATOR if kind in old and not generator)
        models = {kind: add(kind, fresh, checkpoints.get(kind), metrics.get(kind, {}), renders, keep, old.get(kind), leave_out, kind in again)
                  for kind in kinds}
        manifest = {"name": NAME, "version": version, "authors": AUTHORS, "licence": LICENCE, "training_data": TRAINING_DATA,
                    "models": {**models, **generator}}
        (fresh / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        if size(fresh) > LARGEST_PACK:
            raise NotAPack(f"The pack has {size(fresh) / 1e6:.1f} MB; {LARGEST_PACK / 1e6:.0f} MB are allowed")
    except BaseException:
        shutil.rmtree(fresh)
        raise
    replace(folder, fresh)


def add(kind: str, fresh: Path, checkpoint: Path | None, metrics: dict, renders: Path, keep: Path | None,
        old: dict | None, leave_out: tuple[str, ...] = (), again: bool = False) -> dict:
    """Puts one network into ``fresh`` and returns its manifest entry."""
    path = fresh / f"{kind}.onnx"
    if checkpoint is None and not again:
        shutil.copyfile(keep / old["file"], path)
        return {**old, "file": path.name, **({"metrics": metrics} if metrics else {})}
    network, training = load_network(kind, checkpoint) if checkpoint else (kept_network(kind, keep / old["file"]), old["training"])
    if kind == "parts":
        export_parts(network, path, renders)
    else:
        export(kind, network, path, examples_to_compare(kind, renders))
    inputs, outputs = DESCRIPTION[kind]
    told = metrics or (old["metrics"] if again else {})
    return describe(path, (inputs, [output for output in outputs if output["name"] not in leave_out]), told, training)


def add_generator(fresh: Path, checkpoint: Path | None, metrics: dict, renders: Path) -> dict[str, dict]:
    """Puts the networks of one checkpoint of the generator into ``fresh`` and returns their manifest entries; none without a checkpoint."""
    if checkpoint is None:
        return {}
    network, training, kinds = load_generator(checkpoint)
    paths = export_generator(network, fresh, kinds, renders)
    return {kind: describe(path, describe_generator(kind, network.denoiser.settings), metrics, training) for kind, path in paths.items()}


def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def replace(folder: Path, fresh: Path) -> None:
    """Puts ``fresh`` in the place of ``folder``."""
    if folder.exists():
        old = folder.with_name(folder.name + ".old")
        shutil.rmtree(old, ignore_errors=True)
        folder.rename(old)
        fresh.rename(folder)
        shutil.rmtree(old)
    else:
        fresh.rename(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--finder", type=Path, help="checkpoint")
    parser.add_argument("--surface", type=Path, help="checkpoint")
    parser.add_argument("--stitch", type=Path, help="checkpoint; a pack may do without")
    parser.add_argument("--embedding", type=Path, help="checkpoint; a pack may do without")
    parser.add_argument("--eyelids", type=Path, help="checkpoint; a pack may do without")
    parser.add_argument("--parts", type=Path, help="checkpoint; a pack may do without")
    parser.add_argument("--generator", type=Path, help="checkpoint of train_generator, or of train_denoiser alone; a pack may do without")
    parser.add_argument("--keep", type=Path, metavar="PACK", help="pack from which networks without a checkpoint are kept")
    parser.add_argument("--again", nargs="*", default=(), metavar="NETWORK", choices=DESCRIPTION,
                        help="kept networks that are exported anew from their own weights, for a graph that has changed, e.g. surface")
    parser.add_argument("--leave-out", nargs="*", default=(), metavar="OUTPUT", help="outputs that are not learned yet and shall not be read, e.g. eyelids")
    parser.add_argument("--renders", type=Path, required=True, help="folder of shards on which the exports are compared with PyTorch")
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--metrics", type=Path, help="JSON with the keys finder, surface, stitch, embedding, eyelids, parts and generator")
    arguments = parser.parse_args()
    metrics = json.loads(arguments.metrics.read_text()) if arguments.metrics else {}
    chosen = {"finder": arguments.finder, "surface": arguments.surface, "stitch": arguments.stitch,
              "embedding": arguments.embedding, "eyelids": arguments.eyelids, "parts": arguments.parts, "generator": arguments.generator}
    build(arguments.folder, chosen, arguments.version, metrics, arguments.renders, arguments.keep,
          tuple(arguments.leave_out), tuple(arguments.again))
    print(f"{arguments.folder}: {size(arguments.folder) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
