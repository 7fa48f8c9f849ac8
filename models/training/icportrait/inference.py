"""An exported pack in ONNX Runtime, with the geometry between pictures, boxes and crops, as the plugin has it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import onnxruntime

from .networks.finder import PICTURE_SIDE
from .networks.surface import CROP_SIDE

SCORE = 0.5  # a box below this score is no find
CONFIDENCE = 0.3  # a find whose surface is trusted less than this is not confirmed
CROP_BOXES = 1.8  # side of a head crop in face boxes


@dataclass
class Face:
    """A find in picture pixels: centre, side, roll (degrees, counter-clockwise as seen), score."""
    x: float
    y: float
    side: float
    roll: float
    score: float


class Pack:
    """The networks of a pack folder in ONNX Runtime; ``stitcher`` is None where the pack has none."""

    def __init__(self, folder: Path, threads: int = 2):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.finder, self.surface = (
            onnxruntime.InferenceSession(str(folder / f"{name}.onnx"), options, providers=["CPUExecutionProvider"])
            for name in ("finder", "surface"))
        path = folder / "stitch.onnx"
        self.stitcher = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"]) if path.exists() else None
        self.surface_names = [output.name for output in self.surface.get_outputs()]

    def find(self, picture: np.ndarray, threshold: float = SCORE) -> list[Face]:
        """Faces of a uint8 RGB picture, best first, each face once."""
        boxed, scale = letterbox(picture)
        boxes, scores = self.finder.run(None, {"image": as_input(boxed)})
        faces: list[Face] = []
        for (x, y, side, roll), score in zip(boxes[0] / [scale, scale, scale, 1.0], scores[0]):
            apart = all(np.hypot(x - other.x, y - other.y) > 0.4 * max(side, other.side) for other in faces)
            if score >= threshold and apart:
                faces.append(Face(x, y, side, roll, float(score)))
        return faces

    def confirm(self, picture: np.ndarray, faces: list[Face]) -> list[Face]:
        """The finds that the surface network also takes for a head."""
        return [face for face in faces
                if self.read_surface(cut_crop(picture, face)[0])["confidence"][0] >= CONFIDENCE]

    def read_surface(self, crop: np.ndarray) -> dict[str, np.ndarray]:
        """All outputs for a uint8 RGB crop [256, 256, 3], without the batch axis."""
        values = self.surface.run(None, crop_inputs(self.surface, as_input(crop)))
        return {name: value[0] for name, value in zip(self.surface_names, values)}

    def stitch(self, canvas: np.ndarray) -> dict[str, np.ndarray]:
        """All outputs of the stitch network for a canvas [11, 128, 256], without the batch axis."""
        names = [output.name for output in self.stitcher.get_outputs()]
        return {name: value[0] for name, value in zip(names, self.stitcher.run(None, {"canvas": canvas[None]}))}


def crop_inputs(surface: onnxruntime.InferenceSession, crop: np.ndarray) -> dict[str, np.ndarray]:
    """What the surface network is given for a crop [1, 3, 256, 256]: its mirror image is read too, which networks before pack 1.13.0 do unasked."""
    told = any(given.name == "mirror" for given in surface.get_inputs())
    return {"crop": crop, **({"mirror": np.ones(1, np.float32)} if told else {})}


def as_input(picture: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(picture.transpose(2, 0, 1)[None], np.float32) / 255


def letterbox(picture: np.ndarray, side: int = PICTURE_SIDE) -> tuple[np.ndarray, float]:
    """The picture scaled to fit the top left of a grey square, and the scale."""
    scale = side / max(picture.shape[:2])
    size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    boxed = np.full((side, side, 3), 128, np.uint8)
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    boxed[:size[1], :size[0]] = cv2.resize(picture, size, interpolation=method)
    return boxed, scale


def crop_matrix(face: Face) -> np.ndarray:
    """2 x 3 matrix from continuous picture coordinates to continuous crop coordinates (px)."""
    zoom = CROP_SIDE / (CROP_BOXES * face.side)
    angle = np.radians(-face.roll)
    linear = zoom * np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.column_stack([linear, np.full(2, CROP_SIDE / 2) - linear @ [face.x, face.y]])


def cut_crop(picture: np.ndarray, face: Face) -> tuple[np.ndarray, np.ndarray]:
    """The upright head crop and its matrix. Beyond the picture its border repeats."""
    matrix = crop_matrix(face)
    shrunk, halved = picture, matrix.copy()
    while np.linalg.norm(halved[:, 0]) < 0.55:
        rows, columns = shrunk.shape[:2]
        if min(rows, columns) < 4:
            break
        smaller = cv2.resize(shrunk, (columns // 2, rows // 2), interpolation=cv2.INTER_AREA)
        halved = np.column_stack([halved[:, 0] * columns / smaller.shape[1], halved[:, 1] * rows / smaller.shape[0], halved[:, 2]])
        shrunk = smaller
    pixel = np.column_stack([halved[:, :2], halved @ [0.5, 0.5, 1.0] - 0.5])  # pixel centres are at + 0.5
    crop = cv2.warpAffine(shrunk, pixel, (CROP_SIDE, CROP_SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return crop, matrix


def to_picture(places: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """Crop fractions [N, 2] -> continuous picture coordinates."""
    return np.linalg.solve(matrix[:, :2], (places * CROP_SIDE - matrix[:, 2]).T).T


def read_picture(path: Path) -> np.ndarray:
    return np.ascontiguousarray(cv2.imread(str(path), cv2.IMREAD_COLOR)[..., ::-1])
