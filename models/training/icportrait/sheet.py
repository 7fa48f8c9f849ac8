"""A sheet of pictures with all that a pack reads from them, to look at."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from .inference import SCORE, Pack, cut_crop, letterbox
from .networks.surface import CROP_SIDE


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
