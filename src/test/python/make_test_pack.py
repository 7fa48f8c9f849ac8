"""Makes the model packs that tests of commands and command line use: tiny networks without training.

The finder calls every cell of an 8 x 8 grid a face whose middle is far brighter than its corners. The surface network sees the same egg in every crop: an
ellipsoid that faces the camera, under soft light, with the crop's own colours, and trusts it unless its middle is blue. So a test
draws a bright disc and knows what must come back. A second pack holds a stitch network besides: its ratio is what the visible part of the
reference shows more than the profile does, smoothed; an embedding, the direction of the face's mean colour; eyelids, which are as far open as the
inner half of an eye is bright; and parts, of which red ones are hair. A third one generates: a flat colour that the photograph's mean colour guides, with a trace of the
noise. A fourth one generates in latents: encoder and decoder fold squares of 2 x 2 pixels into channels and back, and the denoiser's portrait is the
negative of the start. A fifth one's surface network is told whether to read the crop's mirror image too; where it is not, it sees the egg a tenth of the crop farther right. Run from the root of the repository: ``python src/test/python/make_test_pack.py``.
"""

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

sys.path.insert(0, "models/training")
from icportrait import pack  # noqa: E402

FOLDER = Path("src/test/resources/org/icportrait/testpack")
WITH_STITCH, WITH_GENERATOR, WITH_LATENTS, WITH_MIRROR = (FOLDER.with_name(f"testpack_{name}") for name in ("stitch", "generator", "latent", "mirror"))
CELLS, CELL, CORNER, FACE_SIDE = 8, 40, 5, 120.0
OLD_INPUTS, OLD_OUTPUTS = pack.SURFACE_INPUTS[:1], pack.SURFACE_OUTPUTS[:11]  # without mirror, pose interval and eyelids, as packs of version 1.0.0 have them
pack.DESCRIPTION["embedding"] = (pack.EMBEDDING_INPUTS, [{**pack.EMBEDDING_OUTPUTS[0], "shape": [1, 3]}])
HALF_AXES = np.array([0.75, 1.1, 0.9], np.float32)
CROP_DM = 3.6


def value_infos(tensors: list[dict]) -> list:
    return [helper.make_tensor_value_info(t["name"], TensorProto.FLOAT, t["shape"]) for t in tensors]


def save(name: str, nodes: list, constants: dict, inputs: list[dict], outputs: list[dict], folder: Path = FOLDER) -> None:
    initialisers = [numpy_helper.from_array(np.asarray(value), key) for key, value in constants.items()]
    graph = helper.make_graph(nodes, name, value_infos(inputs), value_infos(outputs), initialisers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    (folder / f"{name}.onnx").write_bytes(model.SerializeToString())


def make_finder() -> None:
    """score = brightness of the middle of a cell over that of its corners, doubled; box = the cell's centre and a fixed side."""
    centres = (np.arange(CELLS, dtype=np.float32) + 0.5) * CELL
    y, x = np.meshgrid(centres, centres, indexing="ij")
    boxes = np.stack([x, y, np.full_like(x, FACE_SIDE), np.zeros_like(x)], -1).reshape(1, 64, 4)
    kernel = np.zeros((1, 3, CELL, CELL), np.float32)
    middle = slice(CELL // 4, 3 * CELL // 4)
    kernel[0, :, middle, middle] = 2 / (3 * (CELL // 2) ** 2)
    for row in (slice(0, CORNER), slice(CELL - CORNER, CELL)):
        for column in (slice(0, CORNER), slice(CELL - CORNER, CELL)):
            kernel[0, :, row, column] = -2 / (3 * 4 * CORNER ** 2)
    constants = {"kernel": kernel, "all_boxes": boxes, "flat": np.array([1, 64], np.int64), "most": np.array([64], np.int64),
                 "zero": np.float32(0), "one": np.float32(1)}
    nodes = [
        helper.make_node("Conv", ["image", "kernel"], ["contrast"], strides=[CELL, CELL]),
        helper.make_node("Reshape", ["contrast", "flat"], ["row"]),
        helper.make_node("Clip", ["row", "zero", "one"], ["share"]),
        helper.make_node("TopK", ["share", "most"], ["scores", "order"], axis=1),
        helper.make_node("Squeeze", ["order"], ["indices"]),
        helper.make_node("Gather", ["all_boxes", "indices"], ["boxes"], axis=1),
    ]
    save("finder", nodes, constants, pack.FINDER_INPUTS, pack.FINDER_OUTPUTS)


def grids(side: int) -> tuple[np.ndarray, np.ndarray]:
    """Columns x [1,1,1,side] and rows y [1,1,side,1] of a crop, dm, y up."""
    axis = ((np.arange(side, dtype=np.float32) + 0.5) / side - 0.5) * CROP_DM
    return axis.reshape(1, 1, 1, side), -axis.reshape(1, 1, side, 1)


def landmarks() -> np.ndarray:
    """68 points on the front of the egg, as fractions of the crop, all visible."""
    turn = np.arange(68) * 2.4
    reach = 0.6 * np.sqrt(np.arange(68) / 67)
    u = 0.5 + reach * np.cos(turn) * HALF_AXES[0] / CROP_DM
    v = 0.5 + reach * np.sin(turn) * HALF_AXES[1] / CROP_DM
    return np.stack([u, v, np.ones(68)], -1).astype(np.float32)[None]


def surface_tensors(folder: Path) -> tuple[list[dict], list[dict]]:
    return pack.SURFACE_INPUTS if folder == WITH_MIRROR else OLD_INPUTS, OLD_OUTPUTS


def make_surface(folder: Path) -> None:
    x, y = grids(128)
    fine_x, fine_y = grids(256)
    light = np.zeros((1, 9, 3), np.float32)
    light[0, 0] = 2.4
    light[0, 1:3] = 0.3
    a, b, c = HALF_AXES
    constants = {
        "x": x, "y": y, "fine_x": fine_x / a, "fine_y": fine_y / b, "x_share": x / a, "y_share": y / b, "a2": a * a, "b2": b * b,
        "c2": c * c, "c": c, "zero": np.float32(0), "tiny": np.float32(1e-6), "one": np.float32(1), "sharp": np.float32(30),
        "gamma": np.float32(2.2), "zeros": np.zeros((1, 1, 128, 128), np.float32), "minus": np.float32(-1),
        "eye": np.eye(3, dtype=np.float32)[None], "the_camera": np.array([[0.5, 0.5, 1 / CROP_DM, 0]], np.float32), "the_light": light,
        "the_landmarks": landmarks(), "sure": np.float32(0.9),
        "middle_from": np.array([120, 120], np.int64), "middle_to": np.array([136, 136], np.int64), "red": np.array([0], np.int64),
        "blue": np.array([2], np.int64), "four": np.float32(4), "rows_and_columns": np.array([2, 3], np.int64),
    }
    node = helper.make_node
    nodes = [
        node("Mul", ["fine_x", "fine_x"], ["fx2"]), node("Mul", ["fine_y", "fine_y"], ["fy2"]), node("Add", ["fx2", "fy2"], ["fine_r2"]),
        node("Sub", ["one", "fine_r2"], ["inside"]), node("Mul", ["inside", "sharp"], ["steep"]), node("Sigmoid", ["steep"], ["matte"]),
        node("Mul", ["x_share", "x_share"], ["x2"]), node("Mul", ["y_share", "y_share"], ["y2"]), node("Add", ["x2", "y2"], ["r2"]),
        node("Sub", ["one", "r2"], ["rest"]), node("Max", ["rest", "tiny"], ["positive"]), node("Sqrt", ["positive"], ["height"]),
        node("Mul", ["height", "c"], ["depth"]), node("Mul", ["depth", "minus"], ["back_depth"]),
        node("Add", ["x", "zeros"], ["all_x"]), node("Add", ["y", "zeros"], ["all_y"]),
        node("Concat", ["all_x", "all_y", "depth"], ["coordinates"], axis=1),
        node("Div", ["all_x", "a2"], ["nx"]), node("Div", ["all_y", "b2"], ["ny"]), node("Div", ["depth", "c2"], ["nz"]),
        node("Concat", ["nx", "ny", "nz"], ["gradient"], axis=1),
        node("ReduceL2", ["gradient"], ["length"], axes=[1]), node("Div", ["gradient", "length"], ["normal"]),
        node("AveragePool", ["crop"], ["half"], kernel_shape=[2, 2], strides=[2, 2]), node("Pow", ["half", "gamma"], ["albedo"]),
        node("Identity", ["eye"], ["rotation"]), *camera_nodes(folder), node("Identity", ["the_light"], ["light"]),
        node("Identity", ["the_landmarks"], ["landmarks"]),
        node("Slice", ["crop", "middle_from", "middle_to", "rows_and_columns"], ["middle"]),
        node("ReduceMean", ["middle"], ["colour"], axes=[2, 3], keepdims=0),
        node("Gather", ["colour", "blue"], ["blueness"], axis=1), node("Gather", ["colour", "red"], ["redness"], axis=1),
        node("Sub", ["blueness", "redness"], ["excess"]), node("Mul", ["excess", "four"], ["doubt"]),
        node("Clip", ["doubt", "zero", "one"], ["limited"]), node("Sub", ["one", "limited"], ["trust"]), node("Mul", ["trust", "sure"], ["confidence"]),
    ]
    if folder == WITH_MIRROR:
        constants["aside"] = np.array([[0.1, 0, 0, 0]], np.float32)
    save("surface", nodes, constants, *surface_tensors(folder), folder)


def camera_nodes(folder: Path) -> list:
    node = helper.make_node
    if folder != WITH_MIRROR:
        return [node("Identity", ["the_camera"], ["camera"])]
    return [node("Sub", ["one", "mirror"], ["alone"]), node("Mul", ["aside", "alone"], ["shift"]), node("Add", ["the_camera", "shift"], ["camera"])]


def make_stitch() -> None:
    light = np.zeros((1, 9, 3), np.float32)
    light[0, 0] = 2.0
    lamps = np.array([[[0.6, 0, 0.8, 1, 1, 1, 0.2, 0.9], [0, 1, 0, 1, 1, 1, 0.2, 0.1]]], np.float32)
    constants = {"the_light": light, "the_lamps": lamps, "columns": np.array([128, 128], np.int64), "parts": np.array([3, 1, 7], np.int64),
                 "sure": np.full((1, 1, 128, 128), 0.8, np.float32), "none": np.zeros(1, np.float32), "four": np.float32(4)}
    node = helper.make_node
    nodes = [
        node("Split", ["canvas", "columns"], ["left", "right"], axis=3),
        node("Split", ["left", "parts"], ["profile", "all", "maps"], axis=1),
        node("Split", ["right", "parts"], ["reference", "visible", "nothing"], axis=1),
        node("Sub", ["reference", "profile"], ["more"]), node("Mul", ["more", "visible"], ["seen"]), node("Mul", ["seen", "four"], ["strong"]),
        node("AveragePool", ["strong"], ["log_ratio"], kernel_shape=[17, 17], strides=[1, 1], pads=[8, 8, 8, 8], count_include_pad=1),
        node("Identity", ["sure"], ["confidence"]), node("Identity", ["none"], ["level"]),
        node("Identity", ["the_light"], ["environment"]), node("Identity", ["the_lamps"], ["lamps"]),
    ]
    save("stitch", nodes, constants, pack.STITCH_INPUTS, pack.STITCH_OUTPUTS, WITH_STITCH)


def make_embedding() -> None:
    node = helper.make_node
    nodes = [node("Slice", ["face", "first", "fourth", "axis"], ["picture"]), node("ReduceMean", ["picture"], ["colour"], axes=[2, 3], keepdims=0),
             node("ReduceL2", ["colour"], ["length"], axes=[1]), node("Add", ["length", "tiny"], ["positive"]), node("Div", ["colour", "positive"], ["embedding"])]
    constants = {"first": np.array([0], np.int64), "fourth": np.array([3], np.int64), "axis": np.array([1], np.int64), "tiny": np.float32(1e-6)}
    save("embedding", nodes, constants, *pack.DESCRIPTION["embedding"], WITH_STITCH)


def make_eyelids() -> None:
    side = pack.EYELID_INPUTS[0]["shape"][3]
    node = helper.make_node
    nodes = [node("Slice", ["eye", "middle", "end", "axis"], ["inner"]), node("ReduceMean", ["inner"], ["mean"], axes=[1, 2, 3], keepdims=0),
             node("Reshape", ["mean", "shape"], ["open"])]
    constants = {"middle": np.array([side // 2], np.int64), "end": np.array([side], np.int64), "axis": np.array([3], np.int64), "shape": np.array([1, 1], np.int64)}
    save("eyelids", nodes, constants, *pack.DESCRIPTION["eyelids"], WITH_STITCH)


def make_parts() -> None:
    """Red places of the person are hair, all others of it skin."""
    node = helper.make_node
    nodes = [node("AveragePool", ["matte"], ["share"], kernel_shape=[2, 2], strides=[2, 2]), node("AveragePool", ["crop"], ["colour"], kernel_shape=[2, 2], strides=[2, 2]),
             node("Slice", ["colour", "red", "green", "axis"], ["redness"]), node("Mul", ["share", "redness"], ["hair"]),
             node("Concat", ["share", "hair"], ["both"], axis=1), node("Conv", ["both", "kinds", "nobody"], ["parts"])]
    kinds = np.zeros((7, 2, 1, 1), np.float32)
    kinds[:3, :, 0, 0] = [[-1, 0], [1, -1], [0, 1]]
    constants = {"red": np.array([0], np.int64), "green": np.array([1], np.int64), "axis": np.array([1], np.int64), "kinds": kinds,
                 "nobody": np.array([1, 0, 0, 0, 0, 0, 0], np.float32)}
    save("parts", nodes, constants, *pack.DESCRIPTION["parts"], WITH_STITCH)


GENERATED_SIDE, MEANS = 64, 4
PLACES = 3 * (GENERATED_SIDE // 4) ** 2
GENERATED_COLOUR = np.array([0.6, -0.4, -0.4], np.float32).reshape(1, 3, 1, 1)


def generator_tensors(kind: str) -> tuple[list[dict], list[dict]]:
    """As the default pack's, but that features are the four means of a canvas and, a quarter as fine, three channels of it."""
    short = {**dict.fromkeys(("features", "beside", "reference", "profiles"), MEANS + PLACES), "guidance": MEANS}
    sides = pack.describe_generator(kind, pack.DenoiserSettings(side=GENERATED_SIDE))
    return tuple([{**t, "shape": [t["shape"][0], short[t["name"]]]} if t["name"] in short else t for t in tensors] for tensors in sides)


def make_generator() -> None:
    node = helper.make_node
    features = [node("ReduceMean", ["canvas"], ["means"], axes=[2, 3], keepdims=0), node("Slice", ["canvas", "one", "four", "one"], ["three"]),
                node("AveragePool", ["three"], ["coarse"], kernel_shape=[4, 4], strides=[4, 4]), node("Flatten", ["coarse"], ["row"]),
                node("Concat", ["means", "row"], ["features"], axis=1)]
    guide = [node("ReduceMean", ["profiles"], ["mean"], axes=[0]), node("Slice", ["mean", "none", "four", "one"], ["guidance"]),
             node("Slice", ["reference", "four", "end", "one"], ["row"]), node("Reshape", ["row", "map"], ["flow"])]
    numbers = {name: np.array([value], np.int64) for name, value in {"none": 0, "one": 1, "four": MEANS, "end": MEANS + PLACES}.items()}
    save("features", features, {name: numbers[name] for name in ("one", "four")}, *generator_tensors("features"), WITH_GENERATOR)
    save("guide", guide, {**numbers, "map": np.array([1, 3, GENERATED_SIDE // 4, GENERATED_SIDE // 4], np.int64)}, *generator_tensors("guide"), WITH_GENERATOR)
    constants = {"flat": GENERATED_COLOUR, "none": np.float32(0), "trace": np.float32(0.05), "by": np.float32(0.3), "first": np.array([0], np.int64),
                 "third": np.array([3], np.int64), "axis": np.array([1], np.int64), "second": np.array([1], np.int64), "after": np.array([2], np.int64),
                 "column": np.array([1, 3, 1, 1], np.int64)}
    denoiser = [
        node("Slice", ["guidance", "first", "third", "axis"], ["colour"]), node("Reshape", ["colour", "column"], ["means"]),
        node("Mul", ["means", "by"], ["guided"]), node("Mul", ["state", "trace"], ["noise"]), node("Mul", ["start", "none"], ["no_start"]),
        node("Mul", ["time", "none"], ["no_time"]), node("Sum", ["flat", "guided", "noise", "no_start", "no_time"], ["portrait"]),
        node("Slice", ["maps", "second", "after", "axis"], ["covered"]),
        node("AveragePool", ["covered"], ["matte"], kernel_shape=[5, 5], strides=[1, 1], pads=[2, 2, 2, 2], count_include_pad=1),
    ]
    save("denoiser", denoiser, constants, *generator_tensors("denoiser"), WITH_GENERATOR)


LATENT = ("encoder", "decoder", "denoiser")
FOLD = 2


def latent_tensors(kind: str) -> tuple[list[dict], list[dict]]:
    """As a pack may have them: the denoiser works on latents of half the side."""
    side, channels = GENERATED_SIDE // FOLD, 3 * FOLD * FOLD
    picture = pack.tensor("picture", [1, 3, GENERATED_SIDE, GENERATED_SIDE], pack.AXES["picture"], "-1..1", "sRGB")
    latent = pack.tensor("latent", [1, channels, side, side], ["batch", "channel", "row", "column"], "any", "of a picture")
    if kind == "encoder":
        return [picture], [latent]
    if kind == "decoder":
        return [latent], [picture]
    shapes = {"state": [1, channels, side, side], "start": [1, channels, side, side], "portrait": [1, channels, side, side],
              "maps": [1, 10, side, side], "matte": [1, 1, side, side]}
    return tuple([{**t, "shape": shapes.get(t["name"], t["shape"])} for t in tensors] for tensors in generator_tensors("denoiser"))


def make_latents() -> None:
    node = helper.make_node
    save("encoder", [node("SpaceToDepth", ["picture"], ["latent"], blocksize=FOLD)], {}, *latent_tensors("encoder"), WITH_LATENTS)
    save("decoder", [node("DepthToSpace", ["latent"], ["picture"], blocksize=FOLD)], {}, *latent_tensors("decoder"), WITH_LATENTS)
    constants = {"none": np.float32(0), "axis": np.array([1], np.int64), "second": np.array([1], np.int64), "after": np.array([2], np.int64)}
    denoiser = [
        node("Neg", ["start"], ["negative"]), node("Mul", ["state", "none"], ["no_state"]), node("Mul", ["time", "none"], ["no_time"]),
        node("ReduceMax", ["guidance"], ["strongest"], axes=[0, 1], keepdims=0), node("Mul", ["strongest", "none"], ["no_guidance"]),
        node("Sum", ["negative", "no_state", "no_time", "no_guidance"], ["portrait"]),
        node("Slice", ["maps", "second", "after", "axis"], ["matte"]),
    ]
    save("denoiser", denoiser, constants, *latent_tensors("denoiser"), WITH_LATENTS)


def write_manifest(folder: Path, kinds: tuple[str, ...]) -> None:
    described = latent_tensors if folder == WITH_LATENTS else generator_tensors
    known = {**pack.DESCRIPTION, "surface": surface_tensors(folder)}
    models = {kind: pack.describe(folder / f"{kind}.onnx", known[kind] if kind in known else described(kind), {}, {})
              for kind in kinds}
    nothing = [{"name": "nothing: written by hand", "licence": "BSD-2-Clause", "source": "make_test_pack.py"}]
    manifest = {"name": "icportrait-test", "version": "0.0.0-test", "authors": pack.AUTHORS, "licence": pack.LICENCE, "training_data": nothing,
                "models": models}
    (folder / pack.MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    for folder in (FOLDER, WITH_STITCH, WITH_GENERATOR, WITH_LATENTS, WITH_MIRROR):
        folder.mkdir(parents=True, exist_ok=True)
    make_finder()
    make_surface(FOLDER)
    make_surface(WITH_MIRROR)
    make_stitch()
    make_embedding()
    make_eyelids()
    make_parts()
    make_generator()
    make_latents()
    for kind in pack.MODELS:
        for folder in (WITH_STITCH, WITH_GENERATOR, WITH_LATENTS):
            shutil.copyfile(FOLDER / f"{kind}.onnx", folder / f"{kind}.onnx")
    shutil.copyfile(FOLDER / "finder.onnx", WITH_MIRROR / "finder.onnx")
    write_manifest(FOLDER, pack.MODELS)
    write_manifest(WITH_MIRROR, pack.MODELS)
    write_manifest(WITH_STITCH, pack.MODELS + pack.OPTIONAL)
    write_manifest(WITH_GENERATOR, pack.MODELS + pack.GENERATOR)
    write_manifest(WITH_LATENTS, pack.MODELS + LATENT)


if __name__ == "__main__":
    main()
