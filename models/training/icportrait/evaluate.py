"""Measures an exported pack through ONNX Runtime: ``python -m icportrait.evaluate PACK --assets ASSETS --data DATA``.

Photographs and paintings serve for testing only. Prints every figure, writes them as JSON (for ``pack.py --metrics``) and
a sheet of pictures to look at.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import onnxruntime

from .backgrounds import Backgrounds, load_maps
from .data import SURFACE_KEYS, list_shards, read_folder
from .losses import OUTER_EYES_DECIMETRES
from .networks.finder import PICTURE_SIDE
from .networks.surface import CROP_SIDE

SCORE = 0.5  # a box below this score is no find
CONFIDENCE = 0.3  # a find whose surface is trusted less than this is not confirmed
CROP_BOXES = 1.8  # side of a head crop in face boxes
CORNER_SHARE = 1 / 3  # size of a photograph shrunk into a corner
# 300-W index -> index in landmarks.json of the photographs (see the table in their README).
POINTS = {36: 18, 39: 22, 42: 23, 45: 27, 48: 87, 54: 93, 51: 90, 57: 106, 33: 55, 8: 129, 17: 71, 21: 76, 22: 77, 26: 82}
OUTER_EYES = (18, 27)


@dataclass
class Face:
    """A find in picture pixels: centre, side, roll (degrees, counter-clockwise as seen), score."""
    x: float
    y: float
    side: float
    roll: float
    score: float


class Pack:
    """Both networks of a pack folder in ONNX Runtime."""

    def __init__(self, folder: Path, threads: int = 2):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.finder, self.surface = (
            onnxruntime.InferenceSession(str(folder / f"{name}.onnx"), options, providers=["CPUExecutionProvider"])
            for name in ("finder", "surface"))
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
        values = self.surface.run(None, {"crop": as_input(crop)})
        return {name: value[0] for name, value in zip(self.surface_names, values)}


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


def in_corner(picture: np.ndarray, background: np.ndarray, corner: int) -> np.ndarray:
    """The picture shrunk into a corner of a headless one of the same size."""
    rows, columns = picture.shape[:2]
    small = cv2.resize(picture, None, fx=CORNER_SHARE, fy=CORNER_SHARE, interpolation=cv2.INTER_AREA)
    larger = background.copy()
    top = 0 if corner < 2 else rows - small.shape[0]
    left = 0 if corner % 2 == 0 else columns - small.shape[1]
    larger[top:top + small.shape[0], left:left + small.shape[1]] = small
    return larger


def finder_figures(pack: Pack, photographs: list[np.ndarray], paintings: list[np.ndarray], assets: Path) -> dict:
    """How many pictures give exactly one face, whole and in a corner; false finds on headless crops.

    Each is counted for the finder alone and after the surface network has confirmed the finds.
    """
    random = np.random.default_rng(7)
    unseen, seen = Backgrounds(assets, random, held_out=True), Backgrounds(assets, random)
    seen.maps += load_maps(assets, held_out=True)
    figures: dict = {}
    for name, pictures in (("photographs", photographs), ("paintings", paintings)):
        corners = [in_corner(picture, unseen.environment(picture.shape[1], picture.shape[0]), index % 4)
                   for index, picture in enumerate(pictures)]
        figures[name] = len(pictures)
        for place, scenes in (("", pictures), ("_in_corner", corners)):
            finds = [pack.find(scene) for scene in scenes]
            confirmed = [pack.confirm(scene, faces) for scene, faces in zip(scenes, finds)]
            figures[f"{name}{place}_found_once"] = sum(len(faces) == 1 for faces in finds)
            figures[f"{name}{place}_found_once_confirmed"] = sum(len(faces) == 1 for faces in confirmed)
            figures[f"{name}{place}_lowest_score"] = round(min((f[0].score if f else 0.0) for f in finds), 3)
    for name, maker in (("all_maps", seen), ("held_out_maps", unseen)):
        crops = [maker.environment(480, 360) for _ in range(100)]
        finds = [pack.find(crop) for crop in crops]
        figures[f"false_finds_per_100_crops_{name}"] = sum(len(faces) for faces in finds)
        figures[f"false_finds_per_100_crops_{name}_confirmed"] = sum(
            len(pack.confirm(crop, faces)) for crop, faces in zip(crops, finds))
        figures[f"highest_false_score_{name}"] = round(max((f[0].score for f in finds if f), default=0.0), 3)
    return figures


def landmark_figures(pack: Pack, assets: Path) -> dict:
    """The 14 points on the neutral photographs, as shares of the outer eye-corner distance."""
    truth = json.loads((assets / "photographs" / "landmarks.json").read_text())
    rows, frontal = [], []
    for name in sorted(truth):
        picture = read_picture(assets / "photographs" / f"{name}.jpg")
        faces = pack.find(picture, threshold=0.0)
        crop, matrix = cut_crop(picture, max(faces, key=lambda face: face.score))
        surface = pack.read_surface(crop)
        places = to_picture(surface["landmarks"][:, :2].astype(np.float64), matrix)
        points = np.array(truth[name])
        eyes = np.linalg.norm(points[OUTER_EYES[0]] - points[OUTER_EYES[1]])
        rows.append([np.linalg.norm(places[ours] - points[theirs]) / eyes for ours, theirs in POINTS.items()])
        frontal.append(np.degrees(np.arccos(np.clip(surface["rotation"][2, 2], -1, 1))))
    errors = np.array(rows)
    return {"photograph_landmarks_mean_share_of_outer_eyes": round(float(errors.mean()), 4),
            "photograph_landmarks_by_point": {str(k): round(float(v), 3) for k, v in zip(POINTS, errors.mean(0))},
            "photograph_angle_from_frontal_median_degrees": round(float(np.median(frontal)), 2)}


def render_figures(pack: Pack, folder: Path, limit: int) -> dict:
    """Errors on held-out renders (heads, hair and maps that training never saw), yaw to 75 degrees."""
    stored = read_folder(folder, SURFACE_KEYS, limit)
    rows: dict[str, list] = {key: [] for key in ("rotation", "normal", "depth", "matte", "albedo", "landmark", "confidence")}
    for index in range(len(stored["image"])):
        rotation = stored["rotation"][index]
        yaw = np.degrees(np.arctan2(rotation[0, 2], rotation[2, 2]))
        if abs(yaw) > 75:
            continue
        ours = pack.read_surface(stored["image"][index])
        rows["rotation"].append(angle_between(ours["rotation"], rotation))
        normal = stored["normal"][index].astype(np.float32) / 127
        known = (np.abs(normal).sum(0) > 0.5) & (stored["head"][index] > 127)
        cosine = np.clip((ours["normal"] * normal).sum(0)[known] / np.maximum(np.linalg.norm(normal, axis=0)[known], 1e-6), -1, 1)
        rows["normal"].append(np.degrees(np.arccos(cosine))[::4])
        rows["depth"].append(np.abs(ours["depth"][0] - stored["depth"][index].astype(np.float32))[known][::4])
        matte = stored["matte"][index] > 127
        rows["matte"].append(((ours["matte"][0] > 0.5) & matte).sum() / max(((ours["matte"][0] > 0.5) | matte).sum(), 1))
        encoded = np.where(ours["albedo"] < 0.0031308, ours["albedo"] * 12.92, 1.055 * np.maximum(ours["albedo"], 1e-8) ** (1 / 2.4) - 0.055)
        rows["albedo"].append(np.abs(encoded - stored["albedo"][index] / 255.0)[:, known].mean())
        points = stored["landmarks"][index]
        wrong = np.linalg.norm(ours["landmarks"][:, :2] - points[:, :2], axis=1)[points[:, 2] > 0.5]
        rows["landmark"].append(wrong.mean() / (OUTER_EYES_DECIMETRES * stored["camera"][index][2]) if len(wrong) else np.nan)
        rows["confidence"].append(ours["confidence"][0])
    rotation = np.array(rows["rotation"])
    return {"renders": len(rotation), "rotation_median_degrees": round(float(np.median(rotation)), 2),
            "rotation_90th_percentile_degrees": round(float(np.percentile(rotation, 90)), 2),
            "normal_median_degrees": round(float(np.median(np.concatenate(rows["normal"]))), 2),
            "depth_median_dm": round(float(np.median(np.concatenate(rows["depth"]))), 4),
            "matte_overlap_mean": round(float(np.mean(rows["matte"])), 4),
            "albedo_mean_error_srgb": round(float(np.nanmean(rows["albedo"])), 4),
            "landmarks_mean_share_of_outer_eyes": round(float(np.nanmean(rows["landmark"])), 4),
            "confidence_mean": round(float(np.mean(rows["confidence"])), 3)}


def angle_between(one: np.ndarray, other: np.ndarray) -> float:
    """Degrees between two rotations."""
    return float(np.degrees(np.arccos(np.clip((np.trace(one @ other.T) - 1) / 2, -1, 1))))


def milliseconds(pack: Pack, repeats: int = 10) -> dict[str, float]:
    """Median time of one run of each network."""
    times = {}
    for name, session, side in (("finder", pack.finder, PICTURE_SIDE), ("surface", pack.surface, CROP_SIDE)):
        feed = {session.get_inputs()[0].name: np.random.default_rng(0).random((1, 3, side, side), np.float32)}
        taken = []
        for _ in range(repeats):
            start = time.perf_counter()
            session.run(None, feed)
            taken.append(1000 * (time.perf_counter() - start))
        times[name] = round(float(np.median(taken)), 1)
    return times


def strip(pack: Pack, picture: np.ndarray) -> np.ndarray:
    """Finds, crop with landmarks and axes, matte cut-out, coordinates, depth, normals and albedo in one row."""
    side = 192
    faces = pack.find(picture, threshold=0.0)
    crop, _ = cut_crop(picture, faces[0])
    overview, scale = letterbox(picture, side)
    for face in faces:
        if face.score >= SCORE:
            corners = cv2.boxPoints(((face.x * scale, face.y * scale), (face.side * scale,) * 2, -face.roll))
            cv2.polylines(overview, [corners.astype(np.int32)], True, (255, 60, 0), 1, cv2.LINE_AA)
    cv2.putText(overview, f"{faces[0].score:.2f}", (3, 12), cv2.FONT_HERSHEY_SIMPLEX, 0.4, (255, 60, 0), 1)
    panels = [overview, *surface_panels(crop, pack.read_surface(crop))]
    return np.hstack([cv2.resize(panel, (side, side), interpolation=cv2.INTER_AREA) for panel in panels])


def surface_panels(crop: np.ndarray, surface: dict[str, np.ndarray]) -> list[np.ndarray]:
    drawn = crop.copy()
    for u, v, visible in surface["landmarks"]:
        cv2.circle(drawn, (int(u * CROP_SIDE), int(v * CROP_SIDE)), 1, (0, 255, 0) if visible > 0.5 else (255, 200, 0), -1)
    u0, v0, scale, _ = surface["camera"]
    for axis, colour in enumerate(((255, 0, 0), (0, 255, 0), (0, 80, 255))):
        tip = surface["rotation"][:, axis]
        cv2.line(drawn, (int(u0 * CROP_SIDE), int(v0 * CROP_SIDE)),
                 (int((u0 + scale * tip[0]) * CROP_SIDE), int((v0 - scale * tip[1]) * CROP_SIDE)), colour, 1, cv2.LINE_AA)
    cv2.putText(drawn, f"{surface['confidence'][0]:.2f}", (4, 14), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (0, 255, 0), 1)
    matte = surface["matte"][0][..., None]
    cut = crop * matte + np.array([0, 160, 0]) * (1 - matte)
    known = cv2.resize(surface["matte"][0], surface["depth"].shape[1:][::-1])[..., None] > 0.5

    def shown(values: np.ndarray) -> np.ndarray:
        return (255 * np.clip(values, 0, 1) * known).astype(np.uint8)

    depth = np.repeat((surface["depth"][0][..., None] + 1) / 2.4, 3, 2)
    return [drawn, cut.astype(np.uint8), shown(surface["coordinates"].transpose(1, 2, 0) / 2 + 0.5), shown(depth),
            shown(surface["normal"].transpose(1, 2, 0) / 2 + 0.5),
            shown(np.maximum(surface["albedo"].transpose(1, 2, 0), 0) ** (1 / 2.2))]


def sheet(pack: Pack, pictures: list[np.ndarray], path: Path) -> None:
    """A picture row for each picture, two rows abreast."""
    rows = [strip(pack, picture) for picture in pictures]
    if len(rows) % 2:
        rows.append(np.zeros_like(rows[0]))
    half = len(rows) // 2
    both = np.hstack([np.vstack(rows[:half]), np.vstack(rows[half:])])
    cv2.imwrite(str(path), both[..., ::-1])


def evaluate(folder: Path, assets: Path, data: Path | None, limit: int, picture: Path | None) -> dict[str, dict]:
    """Metrics of both networks, in the form that ``pack.py`` stores in the manifest."""
    pack = Pack(folder)
    photographs = [read_picture(path) for path in sorted((assets / "photographs").glob("*.jpg"))]
    paintings = [read_picture(path) for path in sorted((assets / "paintings").iterdir()) if path.suffix in (".jpg", ".png")]
    times = milliseconds(pack)
    metrics = {"finder": {**finder_figures(pack, photographs, paintings, assets), "milliseconds_two_threads": times["finder"]},
               "surface": {**landmark_figures(pack, assets), "milliseconds_two_threads": times["surface"]}}
    if data is not None and list_shards(data):
        metrics["surface"].update(render_figures(pack, data, limit))
    if picture is not None:
        sheet(pack, photographs[::6] + paintings, picture)
    return metrics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--data", type=Path, help="folder of held-out shards (test or validation)")
    parser.add_argument("--images", type=int, default=480)
    parser.add_argument("--json", type=Path, help="where the metrics go")
    parser.add_argument("--sheet", type=Path, help="PNG of photographs and paintings to look at")
    arguments = parser.parse_args()
    metrics = evaluate(arguments.pack, arguments.assets, arguments.data, arguments.images, arguments.sheet)
    print(json.dumps(metrics, indent=1))
    if arguments.json:
        arguments.json.write_text(json.dumps(metrics, indent=1))


if __name__ == "__main__":
    main()
