"""Errors of the surface network on held-out renders (heads, hair and maps that training never saw), through ONNX Runtime."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from .data import Sample, read_folder
from .hide import MASKED, hidden_patches
from .inference import Pack
from .losses import OUTER_EYES_DECIMETRES, shading
from .photograph import encode
from .pose_losses import pose_angles

RENDER_KEYS = ("image", "matte", "depth", "normal", "albedo", "head", "rotation", "camera", "light", "landmarks")
LARGEST_YAW = 75
MASKED_SEED = 11


def render_figures(pack: Pack, folder: Path, limit: int) -> dict:
    """Medians, means and slopes over the first ``limit`` renders of a folder; the "masked" ones with patches hidden."""
    stored = read_folder(folder, RENDER_KEYS, limit)
    rows, masked = [], []
    random = np.random.default_rng(MASKED_SEED)
    for index in range(len(stored["image"])):
        truth = {key: stored[key][index] for key in RENDER_KEYS}
        hidden = hidden_patches(truth["image"].shape[0], random)
        if abs(angles(truth["rotation"])[0]) > LARGEST_YAW:
            continue
        rows.append(errors(pack.read_surface(truth["image"]), truth))
        picture = truth["image"].copy()
        picture[hidden] = MASKED
        masked.append(errors(pack.read_surface(picture), truth))
    return {"renders": len(rows), **summary(rows), **{f"masked_{name}": value for name, value in summary(masked).items()
                                                      if name.endswith(("median_degrees", "median_dm", "srgb"))}}


def angles(rotation: np.ndarray) -> np.ndarray:
    """Yaw, pitch, roll in degrees."""
    return pose_angles(torch.from_numpy(np.asarray(rotation, np.float32))[None])[0].numpy()


def errors(ours: dict[str, np.ndarray], truth: Sample) -> dict:
    """All errors of one crop; maps as some of their values."""
    normal = truth["normal"].astype(np.float32) / 127
    known = (np.abs(normal).sum(0) > 0.5) & (truth["head"] > 127)
    cosine = np.clip((ours["normal"] * normal).sum(0)[known] / np.maximum(np.linalg.norm(normal, axis=0)[known], 1e-6), -1, 1)
    matte = truth["matte"] > 127
    points = truth["landmarks"]
    wrong = np.linalg.norm(ours["landmarks"][:, :2] - points[:, :2], axis=1)[points[:, 2] > 0.5]
    row = {"rotation": angle_between(ours["rotation"], truth["rotation"]),
           "read": angles(ours["rotation"]), "true": angles(truth["rotation"]),
           "normal": np.degrees(np.arccos(cosine))[::4],
           "depth": np.abs(ours["depth"][0] - truth["depth"].astype(np.float32))[known][::4],
           "matte": ((ours["matte"][0] > 0.5) & matte).sum() / max(((ours["matte"][0] > 0.5) | matte).sum(), 1),
           "albedo": np.abs(encode(ours["albedo"]) - truth["albedo"] / 255.0)[:, known].mean() if known.any() else np.nan,
           "light": light_error(ours["light"], truth["light"]),
           "landmark": wrong.mean() / (OUTER_EYES_DECIMETRES * truth["camera"][2]) if len(wrong) else np.nan,
           "scale": ours["camera"][2] / truth["camera"][2] - 1, "confidence": ours["confidence"][0]}
    if "pose_interval" in ours:
        apart = np.abs((row["read"] - row["true"] + 180) % 360 - 180)
        row["inside"] = (apart <= ours["pose_interval"]).mean()
    return row


def light_error(ours: np.ndarray, truth: np.ndarray) -> float:
    """Mean error of a white ball's shading after the best common factor, as a share of its brightness."""
    line = (np.arange(24) + 0.5) / 12 - 1
    x, y = np.meshgrid(line, -line)
    inside = x ** 2 + y ** 2 < 1
    ball = torch.from_numpy(np.stack([x, y, np.sqrt(np.maximum(1 - x ** 2 - y ** 2, 0))])[None].astype(np.float32))
    one, other = (shading(ball, torch.from_numpy(light.astype(np.float32))[None])[0].numpy()[:, inside] for light in (ours, truth))
    factor = (one * other).sum() / max((one * one).sum(), 1e-9)
    return float(np.abs(factor * one - other).mean() / max(np.abs(other).mean(), 1e-6))


def summary(rows: list[dict]) -> dict[str, float]:
    def column(name: str) -> np.ndarray:
        return np.array([row[name] for row in rows])

    read, true = column("read"), column("true")
    figures = {"rotation_median_degrees": np.median(column("rotation")),
               "rotation_90th_percentile_degrees": np.percentile(column("rotation"), 90),
               "yaw_slope": slope(read[:, 0], true[:, 0]), "pitch_slope": slope(read[:, 1], true[:, 1]),
               "normal_median_degrees": np.median(np.concatenate([row["normal"] for row in rows])),
               "depth_median_dm": np.median(np.concatenate([row["depth"] for row in rows])),
               "matte_overlap_mean": column("matte").mean(), "albedo_mean_error_srgb": np.nanmean(column("albedo")),
               "light_mean_error_share": column("light").mean(),
               "landmarks_mean_share_of_outer_eyes": np.nanmean(column("landmark")),
               "scale_median_error_share": np.median(np.abs(column("scale"))), "confidence_mean": column("confidence").mean()}
    if "inside" in rows[0]:
        figures["poses_inside_the_90_percent_interval"] = column("inside").mean()
    return {name: round(float(value), 4) for name, value in figures.items()}


def slope(read: np.ndarray, true: np.ndarray) -> float:
    """Of the straight line that fits read against true angles best."""
    return float(np.polyfit(true, read, 1)[0])


def angle_between(one: np.ndarray, other: np.ndarray) -> float:
    """Degrees between two rotations."""
    return float(np.degrees(np.arccos(np.clip((np.trace(one @ other.T) - 1) / 2, -1, 1))))
