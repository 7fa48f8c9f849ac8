"""Makes the tiny networks that come with the plugin and its tests.

``probe.onnx`` (a convolution) shows whether a device works; the others are for the tests of sessions. Run from the root of the repository: ``python src/test/python/make_networks.py``.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

RESOURCES = "resources/org/icportrait/inference"


def tensor(name: str, shape: list[int | str]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def save(path: Path, nodes: list, inputs: list, outputs: list, weights: dict) -> None:
    initialisers = [numpy_helper.from_array(np.asarray(value), name) for name, value in weights.items()]
    graph = helper.make_graph(nodes, path.stem, inputs, outputs, initialisers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model.SerializeToString())


def make_probe(path: Path) -> None:
    """output = input convolved with a 3 x 3 mean."""
    node = helper.make_node("Conv", ["input", "weight"], ["output"], pads=[1, 1, 1, 1])
    weight = np.full((1, 1, 3, 3), 1 / 9, np.float32)
    save(path, [node], [tensor("input", [1, 1, 8, 8])], [tensor("output", [1, 1, 8, 8])], {"weight": weight})


def make_add(path: Path) -> None:
    """sum = left + right, double = 2 * left."""
    nodes = [helper.make_node("Add", ["left", "right"], ["sum"]), helper.make_node("Add", ["left", "left"], ["double"])]
    save(path, nodes, [tensor("left", [1, 2, 3]), tensor("right", [1, 2, 3])],
         [tensor("sum", [1, 2, 3]), tensor("double", [1, 2, 3])], {})


def make_any_size(path: Path) -> None:
    """sum = left + right, double = 2 * left, of any size."""
    shape = [1, "height", "width"]
    nodes = [helper.make_node("Add", ["left", "right"], ["sum"]), helper.make_node("Add", ["left", "left"], ["double"])]
    save(path, nodes, [tensor("left", shape), tensor("right", shape)], [tensor("sum", shape), tensor("double", shape)], {})


def make_count(path: Path) -> None:
    """output = input + 1, `input` times: as slow as one likes."""
    body = helper.make_graph(
        [helper.make_node("Add", ["state", "state_step"], ["next"]), helper.make_node("Identity", ["on"], ["still_on"])],
        "turn",
        [helper.make_tensor_value_info("turn_index", TensorProto.INT64, []),
         helper.make_tensor_value_info("on", TensorProto.BOOL, []), tensor("state", [1])],
        [helper.make_tensor_value_info("still_on", TensorProto.BOOL, []), tensor("next", [1])],
        [numpy_helper.from_array(np.ones(1, np.float32), "state_step")])
    nodes = [helper.make_node("Cast", ["input"], ["turns"], to=TensorProto.INT64),
             helper.make_node("Loop", ["turns", "", "input"], ["output"], body=body)]
    save(path, nodes, [tensor("input", [1])], [tensor("output", [1])], {})


def make_pick(path: Path) -> None:
    """output = (10, 20)[input]; fails for other inputs than 0 and 1."""
    nodes = [helper.make_node("Cast", ["input"], ["index"], to=TensorProto.INT64), helper.make_node("Gather", ["numbers", "index"], ["output"])]
    save(path, nodes, [tensor("input", [1])], [tensor("output", [1])], {"numbers": np.float32([10, 20])})


def main() -> None:
    make_probe(Path("src/main") / RESOURCES / "probe.onnx")
    make_add(Path("src/test") / RESOURCES / "add.onnx")
    make_any_size(Path("src/test") / RESOURCES / "any_size.onnx")
    make_count(Path("src/test") / RESOURCES / "count.onnx")
    make_pick(Path("src/test") / RESOURCES / "pick.onnx")


if __name__ == "__main__":
    main()
