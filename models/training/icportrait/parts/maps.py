"""The surface network's maps of crops: as they are kept in shards, and as the network of parts is given them."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from ..networks.surface import SurfaceNetwork

MAPS = {"matte": 1, "coordinates": 3, "depth": 1, "back_depth": 1, "normal": 3, "albedo": 3}  # channels at 128 px, in the order of the inputs


def stored_maps(network: SurfaceNetwork, images: np.ndarray) -> dict[str, np.ndarray]:
    """One reading of crops uint8 [B, 256, 256, 3] in small types; albedo stays sRGB-encoded."""
    crops = torch.from_numpy(np.ascontiguousarray(images.transpose(0, 3, 1, 2))).float().div_(255).contiguous(memory_format=torch.channels_last)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        raw = network(crops)
    as_bytes = lambda share: (share.float() * 255 + 0.5).to(torch.uint8).numpy()
    half = lambda values: values.float().clamp(-60, 60).numpy().astype(np.float16)
    return {"matte": as_bytes(F.avg_pool2d(torch.sigmoid(raw["matte_logit"]), 2)), "coordinates": half(raw["coordinates"]), "depth": half(raw["depth"]),
            "back_depth": half(raw["depth"] - raw["thickness"]), "normal": (raw["normal"].float() * 127).round().to(torch.int8).numpy(),
            "albedo": as_bytes(raw["albedo_srgb"])}


def given(shard: dict[str, Tensor]) -> tuple[Tensor, ...]:
    """Stored arrays with a batch axis -> crop and maps as the network takes them: float32, albedo sRGB-encoded."""
    crop = shard["image"].permute(0, 3, 1, 2).float() / 255
    return (crop, shard["matte"].float() / 255, shard["coordinates"].float(), shard["depth"].float(), shard["back_depth"].float(),
            shard["normal"].float() / 127, shard["albedo"].float() / 255)
