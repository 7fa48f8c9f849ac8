"""The surface network: a head crop becomes matte, correspondence, geometry, albedo, pose, light and landmarks."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..growing import grown
from ..landmarks import LANDMARKS, MIRROR_LANDMARKS
from .blocks import (ResidualBlock, SelfAttention, UpsampleAndJoin, convolution, doubling, length, linear_from_srgb,
                     normalisation, rotation_from_six_numbers)

CROP_SIDE = 256
NOMINAL_SCALE = 1.0 / 3.6  # a crop is 3.6 dm wide at the head
LARGEST_PERSPECTIVE = 0.4  # 1 / dm: the camera 25 cm from the head
MAP_CHANNELS = {"coordinates": 3, "depth": 1, "thickness": 1, "normal": 3, "albedo": 3}
GLOBAL_OUTPUTS = {"rotation": 6, "camera": 4, "light": 27, "visibility": LANDMARKS, "confidence": 1, "interval": 3, "eyelids": 2}
NOMINAL_INTERVAL = 3.0  # degrees
GROUP_WIDTHS = (4, 8, 16, 32)  # channels that are normalised together, by level: kept when a level grows
PICTURE = 12  # numbers of four pixels, side by side


@dataclass(frozen=True)
class SurfaceSettings:
    """Widths of the network; stored in every checkpoint."""
    stem: int = 32
    widths: tuple[int, ...] = (64, 128, 128, 256)  # at 64, 32, 16 and 8 px
    blocks: tuple[int, ...] = (2, 3, 4, 3)
    detail: int = 48
    global_width: int = 320

    def as_dict(self) -> dict:
        return asdict(self)


class SurfaceNetwork(nn.Module):
    """U-Net from 64 to 8 px with cheap finer stages.

    Input: crop [B, 3, 256, 256], sRGB 0..1. Output: dict of tensors in the form the losses need
    (``matte_logit``, ``coordinates``, ``depth``, ``thickness``, ``normal``, ``albedo_srgb``, ``rotation``,
    ``camera``, ``light``, ``landmarks``, ``visibility_logit``, ``confidence_logit``, ``interval``, ``eyelids``).
    """

    def __init__(self, settings: SurfaceSettings = SurfaceSettings()):
        super().__init__()
        self.settings = settings
        widths = settings.widths
        groups = [width // one for width, one in zip(widths, GROUP_WIDTHS)]
        self.stem_half = convolution(PICTURE, settings.stem)
        self.stem_quarter = convolution(settings.stem, widths[0], 3, stride=2)
        self.encoder = nn.ModuleList(
            nn.Sequential(*[ResidualBlock(width, width, parts) for _ in range(count)])
            for width, count, parts in zip(widths, settings.blocks, groups))
        self.shrink = nn.ModuleList(convolution(a, b, 3, stride=2) for a, b in zip(widths, widths[1:]))
        self.attention = SelfAttention(widths[-1], CROP_SIDE // 32)
        self.after_attention = ResidualBlock(widths[-1], widths[-1], groups[-1])
        self.decoder = nn.ModuleList(UpsampleAndJoin(b, a, parts) for a, b, parts in zip(widths, widths[1:], groups))
        self.maps = MapStage(widths[0], settings.stem, settings.detail)
        self.heatmaps = convolution(widths[1], LANDMARKS, 1)
        self.head = GlobalHead(widths[-1], settings.global_width)

    def adopt(self, weights: dict[str, Tensor]) -> dict[str, Tensor]:
        """The weights of a smaller network of this kind, grown; outputs that a first pack lacks are left to the run."""
        outputs = {name: values for name, values in weights.items() if name.startswith("head.read.")}
        return {**grown(weights, self, {"maps.matte_mix.weight": PICTURE}), **outputs}

    def forward(self, crop: Tensor) -> dict[str, Tensor]:
        # Four pixels as the channels of one: full detail at a quarter of the places.
        picture = F.pixel_unshuffle((crop - 0.5) * 4.0, 2)
        half = self.stem_half(picture)
        coarse, fine = self.encode(F.silu(half))
        outputs = self.head(coarse)
        middle = self.decoder[1](self.decoder[2](coarse, fine[2]), fine[1])
        outputs["landmarks"] = expected_places(self.heatmaps(F.silu(middle)))
        outputs.update(self.maps(self.decoder[0](middle, fine[0]), half, picture))
        return outputs

    def encode(self, half: Tensor) -> tuple[Tensor, list[Tensor]]:
        features = self.encoder[0](self.stem_quarter(half))
        fine = []
        for level in range(1, len(self.encoder)):
            fine.append(features)
            features = self.encoder[level](self.shrink[level - 1](features))
        return self.after_attention(self.attention(features)), fine


class MapStage(nn.Module):
    """Per-pixel outputs: geometry and albedo at half size, matte at full size joined with the picture itself."""

    def __init__(self, coarse: int, stem: int, detail: int, matte: int = 16):
        super().__init__()
        self.widen = doubling(coarse, detail)
        self.join = convolution(stem, detail, 1)
        self.mix = convolution(detail, detail)
        self.read = convolution(detail, sum(MAP_CHANNELS.values()), 1)
        self.matte_mix = convolution(detail + PICTURE, matte)
        self.matte_read = doubling(matte, 1)

    def forward(self, features: Tensor, half: Tensor, picture: Tensor) -> dict[str, Tensor]:
        hidden = self.widen(F.silu(features)) + self.join(half)
        hidden = F.silu(hidden + self.mix(F.silu(hidden)))
        maps = dict(zip(MAP_CHANNELS, self.read(hidden).float().split(list(MAP_CHANNELS.values()), dim=1)))
        return {
            "matte_logit": self.matte_read(F.silu(self.mix_matte(hidden, picture))).float(),
            "coordinates": maps["coordinates"],
            "depth": maps["depth"],
            "thickness": F.softplus(maps["thickness"]),
            "normal": maps["normal"] / length(maps["normal"]),
            "albedo_srgb": torch.sigmoid(maps["albedo"]),
        }


    def mix_matte(self, hidden: Tensor, picture: Tensor) -> Tensor:
        """``matte_mix`` of both side by side; in training in two parts, which needs no gradient of the picture and no copy of both."""
        if not self.training:
            return self.matte_mix(torch.cat([hidden, picture.to(hidden.dtype)], dim=1))
        weight, bias, detail = self.matte_mix.weight, self.matte_mix.bias, hidden.shape[1]
        return F.conv2d(hidden, weight[:, :detail], bias, padding=1) + F.conv2d(picture, weight[:, detail:], padding=1)


class GlobalHead(nn.Module):
    """One vector for the whole head from the coarsest map, and what is read from it."""

    def __init__(self, channels: int, width: int, squeezed: int = 32, side: int = CROP_SIDE // 32):
        super().__init__()
        self.normalise = normalisation(channels)
        self.squeeze = convolution(channels, squeezed, 1)
        self.attend = convolution(channels, 1, 1)
        self.join = nn.Linear(squeezed * side * side + channels, width)
        self.mix = nn.Linear(width, width)
        self.read = nn.Linear(width, sum(GLOBAL_OUTPUTS.values()))
        nn.init.normal_(self.read.weight, std=0.01)
        nn.init.zeros_(self.read.bias)
        self.read.bias.data[0] = 1.0  # rotation starts as the identity
        self.read.bias.data[4] = 1.0

    def forward(self, features: Tensor) -> dict[str, Tensor]:
        features = F.silu(self.normalise(features))
        weights = torch.softmax(self.attend(features).flatten(2).float(), dim=2)
        pooled = (features.flatten(2) * weights).sum(2)
        vector = torch.cat([F.silu(self.squeeze(features)).flatten(1), pooled.to(features.dtype)], dim=1)
        vector = F.silu(self.join(vector))
        vector = F.silu(vector + self.mix(vector))
        parts = dict(zip(GLOBAL_OUTPUTS, self.read(vector).float().split(list(GLOBAL_OUTPUTS.values()), dim=1)))
        return {
            "rotation": rotation_from_six_numbers(parts["rotation"]),
            "camera": camera_from_numbers(parts["camera"]),
            "light": parts["light"].reshape(-1, 9, 3),
            "visibility_logit": parts["visibility"],
            "confidence_logit": parts["confidence"],
            "interval": NOMINAL_INTERVAL * torch.exp(parts["interval"].clamp(-4.0, 4.0)),
            "eyelids": torch.sigmoid(parts["eyelids"]),
        }


def camera_from_numbers(numbers: Tensor) -> Tensor:
    """[B, 4] free numbers -> u0, v0, s (fractions of the crop's side) and k (1 / dm)."""
    centre = 0.5 + 0.25 * numbers[:, 0:2]
    scale = NOMINAL_SCALE * torch.exp(0.5 * numbers[:, 2:3])
    perspective = LARGEST_PERSPECTIVE * torch.sigmoid(numbers[:, 3:4] - 1.5)
    return torch.cat([centre, scale, perspective], dim=1)


def expected_places(heatmaps: Tensor) -> Tensor:
    """Soft arg-max: heat maps [B, L, H, W] -> places [B, L, 2] as fractions u, v of the width and height."""
    batch, count, height, width = heatmaps.shape
    weights = torch.softmax(heatmaps.float().flatten(2), dim=2).reshape(batch, count, height, width)
    columns = (torch.arange(width, device=heatmaps.device, dtype=torch.float32) + 0.5) / width
    rows = (torch.arange(height, device=heatmaps.device, dtype=torch.float32) + 0.5) / height
    return torch.stack([(weights.sum(2) * columns).sum(2), (weights.sum(3) * rows).sum(2)], dim=2)


class SurfaceForExport(nn.Module):
    """The network with the inputs and outputs that the pack promises, in the order of ``OUTPUTS``.

    crop [1, 3, H, W] sRGB 0..1; mirror [1]: 1 reads the crop's mirror image too and gives the mean of both readings, steadier for twice the
    time; 0 reads the crop alone.
    """

    OUTPUTS = ("matte", "coordinates", "depth", "back_depth", "normal", "albedo", "rotation", "camera", "light",
               "landmarks", "confidence", "pose_interval", "eyelids")

    def __init__(self, network: SurfaceNetwork):
        super().__init__()
        self.network = network
        self.register_buffer("mirror_of_landmark", torch.tensor(MIRROR_LANDMARKS))
        self.register_buffer("flip_x", torch.tensor([-1.0, 1.0, 1.0]).reshape(1, 3, 1, 1))
        self.register_buffer("flip_rotation", torch.tensor([[1.0, -1, -1], [-1, 1, 1], [-1, 1, 1]]))
        self.register_buffer("flip_light", torch.tensor([1.0, 1, 1, -1, -1, 1, 1, -1, 1]).reshape(1, 9, 1))

    def forward(self, crop: Tensor, mirror: Tensor) -> tuple[Tensor, ...]:
        read = self.read(torch.cat([crop, crop.flip(3)[:mirror.long()[0]]], dim=0))
        # The last is the crop itself where no mirror image was read, and counts nothing then.
        mirrored = self.turned_back({key: values[-1:] for key, values in read.items()})
        mean = {key: values[:1] * (1 - mirror / 2) + mirrored[key] * (mirror / 2) for key, values in read.items()}
        mean["normal"] = mean["normal"] / length(mean["normal"])
        mean["albedo"] = linear_from_srgb(mean["albedo"])
        mean["rotation"] = rotation_from_six_numbers(mean["rotation"].transpose(1, 2)[:, :2].reshape(1, 6))
        return tuple(mean[key] for key in self.OUTPUTS)

    def read(self, pictures: Tensor) -> dict[str, Tensor]:
        """What is averaged of each picture; the albedo is sRGB still."""
        raw = self.network(pictures)
        said = {key: raw[key] for key in ("coordinates", "depth", "normal", "rotation", "camera", "light", "eyelids")}
        visible = torch.sigmoid(raw["visibility_logit"]).unsqueeze(2)
        return {**said, "matte": torch.sigmoid(raw["matte_logit"]), "back_depth": raw["depth"] - raw["thickness"], "albedo": raw["albedo_srgb"],
                "landmarks": torch.cat([raw["landmarks"], visible], dim=2), "confidence": torch.sigmoid(raw["confidence_logit"]),
                "pose_interval": raw["interval"]}

    def turned_back(self, read: dict[str, Tensor]) -> dict[str, Tensor]:
        """What was read of a mirror image, as it is in the picture."""
        maps = {key: read[key].flip(3) for key in ("matte", "depth", "back_depth", "albedo")}
        vectors = {key: read[key].flip(3) * self.flip_x for key in ("coordinates", "normal")}
        landmarks = read["landmarks"].index_select(1, self.mirror_of_landmark)
        return {**read, **maps, **vectors, "rotation": read["rotation"] * self.flip_rotation, "light": read["light"] * self.flip_light,
                "camera": mirrored_across(read["camera"]), "landmarks": mirrored_across(landmarks), "eyelids": read["eyelids"].flip(1)}


def mirrored_across(places: Tensor) -> Tensor:
    """Places whose first number is a fraction of the width, [..., n], seen in a mirror."""
    return torch.cat([1 - places[..., :1], places[..., 1:]], dim=-1)
