"""What is measured of a pack, through ONNX Runtime: finds, landmarks on photographs, times."""

from __future__ import annotations

import json
import time
from pathlib import Path

import cv2
import numpy as np

from .backgrounds import Backgrounds, load_maps
from .inference import Pack, cut_crop, read_picture, to_picture
from .networks.finder import PICTURE_SIDE
from .networks.surface import CROP_SIDE

CORNER_SHARE = 1 / 3  # size of a photograph shrunk into a corner
# 300-W index -> index in landmarks.json of the photographs (see the table in their README).
POINTS = {36: 18, 39: 22, 42: 23, 45: 27, 48: 87, 54: 93, 51: 90, 57: 106, 33: 55, 8: 129, 17: 71, 21: 76, 22: 77, 26: 82}
OUTER_EYES = (18, 27)


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
    unseen, seen = Backgrounds(assets, random, "test"), Backgrounds(assets, random)
    seen.maps += load_maps(assets, "validation") + load_maps(assets, "test")
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
