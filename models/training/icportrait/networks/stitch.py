"""The stitch network: a profile beside a masked reference becomes the log ratio of the reference's shading to the profile's own."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .blocks import ResidualBlock, UpsampleAndJoin, convolution, doubling, length, normalisation
from .light_code import LightHead, cosines, harmonics_of

SIDE = 128
CHANNELS = {"picture": 3, "visible": 1, "normal": 3, "coordinates": 3, "matte": 1}
SEEN = 4  # channels of the reference's half that hold something: its picture and what is visible of it
COARSEST = SIDE // 16
BLOCKS = (1, 1, 2)  # at 32, 16 and 8 px
LEVEL = (0.2126, 0.7152, 0.0722)
FLOOR = 0.02  # added to a shading before its logarithm is taken
GATE = 8.0
LARGEST_LOG_RATIO = 4.0
NOMINAL_ERROR = 0.2  # of a log ratio


@dataclass(frozen=True)
class StitchSettings:
    """Widths of the network; stored in every checkpoint."""
    stem: int = 16
    widths: tuple[int, ...] = (32, 64, 112)  # of the profile at 32, 16 and 8 px
    light_widths: tuple[int, ...] = (24, 48, 112)  # of what light is read from
    directions: int = 40
    light_width: int = 256

    def as_dict(self) -> dict:
        return asdict(self)


class StitchNetwork(nn.Module):
    """Reads the light of the masked reference, and of the profile under the same mask, and what changes between them.

    Input: canvas [B, 11, 128, 256], the profile's crop left, the reference's right. Channels: sRGB 0..1; visible 0 or 1; and for the
    profile, 0 elsewhere, normal, coordinates, matte. Hidden places are set to 0 before anything reads them. A light is a code of
    brightnesses in fixed directions; the profile's features say how far each direction reaches each place. The two codes come from one
    reader, and what else the decoder adds is weighed by how far their shadings differ: a picture that is its own reference changes nothing.

    Output: dict with ``log_ratio`` [B, 3, 128, 128] whose mean luminance over the matte is 0, ``level`` [B] (that mean), ``log_error``
    [B, 1, 128, 128], ``shading`` [2, B, 3, 64, 64] (reference's light on the profile, own light), ``light`` [2, B, 9, 3],
    ``environment`` [B, 9, 3] and ``lamps`` [B, 2, 8] of the reference, ``reference`` [B, 3, 32, 32] (its picture without gaps).
    """

    def __init__(self, settings: StitchSettings = StitchSettings()):
        super().__init__()
        self.settings = settings
        widths, light_widths = settings.widths, settings.light_widths
        self.stem = convolution(4 * sum(CHANNELS.values()), settings.stem)
        self.shrink = nn.ModuleList(convolution(a, b, 3, stride=2) for a, b in zip((settings.stem, *widths), widths))
        self.encoder = nn.ModuleList(nn.Sequential(*[ResidualBlock(width, width) for _ in range(count)])
                                     for width, count in zip(widths, BLOCKS))
        self.reader = LightReader(light_widths)
        self.light = LightHead(light_widths[-1], settings.light_width, settings.directions, COARSEST)
        self.canvas = CanvasAttention(widths[-1], light_widths[-1], COARSEST)
        self.after = ResidualBlock(widths[-1], widths[-1])
        self.told = nn.Linear(2 * settings.light_width, sum(widths))
        self.join = nn.ModuleList(convolution(2 * light, width, 1) for light, width in zip(light_widths[:-1], widths))
        self.decoder = nn.ModuleList(UpsampleAndJoin(b, a) for a, b in zip(widths, widths[1:]))
        self.widen = doubling(widths[0], settings.stem)
        self.mix = convolution(settings.stem, settings.stem)
        self.reach = convolution(settings.stem, settings.directions, 1)
        self.read = convolution(settings.stem, 16)
        self.picture = convolution(light_widths[1], 12, 3)
        with torch.no_grad():
            self.read.weight.mul_(0.1)
            self.read.bias.zero_()
            self.reach.bias.fill_(2.0)

    def forward(self, canvas: Tensor) -> dict[str, Tensor]:
        profile, reference = canvas[..., :SIDE], canvas[:, :SEEN, :, SIDE:]
        visible = (reference[:, 3:] > 0.5).to(canvas.dtype)
        seen = torch.cat([(torch.cat([picture, torch.ones_like(visible)], 1) * visible)
                          for picture in (reference[:, :3], profile[:, :3])], 0)
        levels = self.reader(seen)
        light = self.light(levels[-1])
        features, stem = self.decode(profile, levels, light["vector"])
        shading = self.shading(profile, torch.sigmoid(self.reach(features)), light["code"])
        matte = profile[:, 10:11]
        base = torch.log(shading[0] + FLOOR) - torch.log(shading[1] + FLOOR)
        base, level = centred(base, F.avg_pool2d(matte, 2))
        details = F.pixel_shuffle(self.read(features).float(), 2)
        ratio = F.interpolate(base, scale_factor=2.0, mode="bilinear", align_corners=False)
        ratio = ratio + details[:, :3] * gate(base, F.avg_pool2d(matte, 2))
        ratio, _ = centred(ratio, matte)
        count = len(canvas)
        return {"log_ratio": ratio, "level": level, "log_error": details[:, 3:].clamp(-4.0, 3.0), "shading": shading,
                "light": harmonics_of(light["code"]).reshape(2, count, 9, 3), "environment": light["environment"][:count],
                "lamps": light["lamps"][:count],
                "reference": F.pixel_shuffle(self.picture(F.silu(levels[1][:count])).float(), 2)}

    def decode(self, profile: Tensor, levels: list[Tensor], vectors: Tensor) -> tuple[Tensor, Tensor]:
        """Features of the profile at 64 px that know of both lights, and those of its first layer."""
        stem = self.stem(F.pixel_unshuffle(scaled(profile), 2))
        features, fine = F.silu(stem), []
        for shrink, encoder in zip(self.shrink, self.encoder):
            features = encoder(shrink(features))
            fine.append(features)
        both = [torch.cat(level.chunk(2), 1) for level in levels]
        told = self.told(torch.cat(vectors.chunk(2), 1))[..., None, None].split(list(self.settings.widths), 1)
        features = self.after(self.canvas(fine[2], levels[2]) + told[2])
        for step in (1, 0):
            joined = fine[step] + self.join[step](F.silu(both[step])) + told[step]
            features = self.decoder[step](features, joined)
        features = self.widen(F.silu(features)) + stem
        return F.silu(features + self.mix(F.silu(features))), stem

    def shading(self, profile: Tensor, reach: Tensor, code: Tensor) -> Tensor:
        """Both lights on the profile [2, B, 3, 64, 64] as far as they reach it."""
        normal = F.avg_pool2d(profile[:, 4:7], 2)
        normal = normal / length(normal)
        lit = (cosines(normal, self.settings.directions) * reach.float()).flatten(2)
        both = torch.cat(code.transpose(1, 2).chunk(2), 1)  # [B, 6, directions]
        return torch.bmm(both, lit).reshape(len(profile), 2, 3, SIDE // 2, SIDE // 2).transpose(0, 1)


def scaled(profile: Tensor) -> Tensor:
    return torch.cat([profile[:, :3] * 4.0 - 2.0, profile[:, 3:4], profile[:, 4:] * 1.5], 1)


def centred(ratio: Tensor, weight: Tensor) -> tuple[Tensor, Tensor]:
    """A log ratio without its mean luminance over the weight [B, 1, H, W], and that mean [B]."""
    grey = sum(share * ratio[:, channel:channel + 1] for channel, share in enumerate(LEVEL))
    mean = (grey * weight).sum((1, 2, 3)) / (weight.sum((1, 2, 3)) + 1e-3)
    return (ratio - mean[:, None, None, None]).clamp(-LARGEST_LOG_RATIO, LARGEST_LOG_RATIO), mean


def gate(base: Tensor, weight: Tensor) -> Tensor:
    """[B, 1, 1, 1]: 0 where both lights shade the profile alike, nearly 1 where they do not."""
    apart = (base.abs().mean(1, keepdim=True) * weight).sum((1, 2, 3), keepdim=True) / (weight.sum((1, 2, 3), keepdim=True) + 1e-3)
    return 1.0 - torch.exp(-GATE * apart)


class LightReader(nn.Module):
    """Features of a masked picture [B, 4, 128, 128] at 32, 16 and 8 px."""

    def __init__(self, widths: tuple[int, ...]):
        super().__init__()
        self.stem = convolution(16 * SEEN, widths[0])
        self.shrink = nn.ModuleList(convolution(a, b, 3, stride=2) for a, b in zip(widths, widths[1:]))
        self.blocks = nn.ModuleList(nn.Sequential(*[ResidualBlock(width, width) for _ in range(count)])
                                    for width, count in zip(widths, BLOCKS))

    def forward(self, seen: Tensor) -> list[Tensor]:
        features = self.stem(F.pixel_unshuffle(seen * 3.0, 4))
        levels = [self.blocks[0](features)]
        for shrink, block in zip(self.shrink, self.blocks[1:]):
            levels.append(block(shrink(levels[-1])))
        return levels


class CanvasAttention(nn.Module):
    """Each place of the profile looks at all places of itself, of the masked reference and of itself under the same mask."""

    def __init__(self, channels: int, light_channels: int, side: int, heads: int = 4):
        super().__init__()
        self.heads = heads
        self.normalise = normalisation(channels)
        self.normalise_light = normalisation(light_channels)
        # Positions well above the features' noise: with small ones the reference is ignored for thousands of samples.
        self.position = nn.Parameter(torch.randn(3, side * side, channels) * 0.3)
        self.query = nn.Linear(channels, channels)
        self.profile = nn.Linear(channels, channels)
        self.light = nn.Linear(light_channels, channels)
        self.keys = nn.Linear(channels, 2 * channels)
        self.output = nn.Linear(channels, channels)
        nn.init.zeros_(self.output.bias)
        self.output.weight.data.mul_(0.1)

    def forward(self, profile: Tensor, lights: Tensor) -> Tensor:
        batch, channels, height, width = profile.shape
        own = self.normalise(profile).flatten(2).transpose(1, 2)
        reference, masked = self.light(self.normalise_light(lights).flatten(2).transpose(1, 2)).chunk(2)
        tokens = torch.cat([part + position for part, position in zip((self.profile(own), reference, masked), self.position)], 1)
        query = self.split(self.query(own + self.position[0]))
        key, value = (self.split(part) for part in self.keys(tokens).chunk(2, 2))
        weights = torch.softmax(query @ key.transpose(-1, -2) * (channels // self.heads) ** -0.5, dim=-1)
        mixed = (weights.to(value.dtype) @ value).transpose(1, 2).reshape(batch, height * width, channels)
        return profile + self.output(mixed).transpose(1, 2).reshape(batch, channels, height, width)

    def split(self, tokens: Tensor) -> Tensor:
        batch, count, channels = tokens.shape
        return tokens.reshape(batch, count, self.heads, channels // self.heads).transpose(1, 2)


class StitchForExport(nn.Module):
    """The network with the inputs and outputs that the pack promises, in the order of ``OUTPUTS``.

    The canvas is read as it is and with both halves mirrored, and both readings are averaged.
    """

    OUTPUTS = ("log_ratio", "confidence", "level", "environment", "lamps")

    def __init__(self, network: StitchNetwork):
        super().__init__()
        self.network = network
        signs = torch.ones(sum(CHANNELS.values()))
        signs[[4, 7]] = -1.0  # x of normals and of coordinates
        self.register_buffer("flip_canvas", signs.reshape(1, -1, 1, 1))
        self.register_buffer("flip_light", torch.tensor([1.0, 1, 1, -1, -1, 1, 1, -1, 1]).reshape(1, 9, 1))
        self.register_buffer("flip_lamp", torch.tensor([-1.0, 1, 1, 1, 1, 1, 1, 1]).reshape(1, 1, 8))

    def forward(self, canvas: Tensor) -> tuple[Tensor, ...]:
        mirrored = torch.cat([canvas[..., :SIDE].flip(3), canvas[..., SIDE:].flip(3)], 3) * self.flip_canvas
        raw = self.network(torch.cat([canvas, mirrored], 0))
        ratio, error = ((raw[key][:1] + raw[key][1:].flip(3)) / 2 for key in ("log_ratio", "log_error"))
        unit = level_of(raw["light"][0]).mean()
        environment = (raw["environment"][:1] + raw["environment"][1:] * self.flip_light) / 2
        lamps = (raw["lamps"][:1] + raw["lamps"][1:] * self.flip_lamp) / 2
        lamps = torch.cat([lamps[..., :3] / (torch.linalg.vector_norm(lamps[..., :3], dim=2, keepdim=True) + 1e-6),
                           lamps[..., 3:6] * unit, lamps[..., 6:7], torch.sigmoid(lamps[..., 7:])], 2)
        return ratio, 1 / (1 + torch.exp(error) / NOMINAL_ERROR), raw["level"].mean(0, keepdim=True), environment * unit, lamps


def level_of(light: Tensor) -> Tensor:
    """Mean brightness [B] of lights [B, 9, 3] over all normals: the unit in which environment and lamps are read."""
    return 0.282095 * light[:, 0].mean(1)
