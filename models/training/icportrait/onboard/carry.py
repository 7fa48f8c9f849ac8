"""What geometry alone knows of another view and light, for many pictures at once; ``generate.geometric`` says what it stands for.

All maps are float32 with channels first: [B, C, N, N] of the sources, [B, C, S, S] of the targets.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional as F

from ..generate.geometric import DARKEST, EXACT, LARGEST_STEP, LIGHTEST, TILTED, Mistakes
from ..losses import shading
from .dice import Dice
from .pool import Batch
from .rasterise import area, corner_numbers, faces, planes, rasterise

NEAREST_CAMERA = 0.08  # of 1 - k z: points nearer to the camera are not drawn
WIDEST_RIM = 20  # map pixels


@dataclass
class Surface:
    """The fronts of heads, each as read from one picture: points and normals in head axes (dm), canonical, cosine to the viewer, known
    (bool), depth in the source's camera axes; rotation [B, 3, 3], light [B, 9, 3]; swapped where it is the mirror image."""
    points: Tensor
    normals: Tensor
    canonical: Tensor
    cosine: Tensor
    known: Tensor
    depth: Tensor
    rotation: Tensor
    light: Tensor
    swapped: bool = False


@dataclass
class Carried:
    """Pictures carried into other views: covered (bool, one channel); place (fractions of the source), depth (target's camera axes, dm),
    normal (likewise), canonical and trust 0..1 are 0 where nothing is covered."""
    covered: Tensor
    place: Tensor
    depth: Tensor
    normal: Tensor
    canonical: Tensor
    trust: Tensor


def turn(rotation: Tensor, values: Tensor) -> Tensor:
    """Rotations [B, 3, 3] of vectors [B, 3, H, W]; sums and no matrix product, which a GPU may round to 10 bits."""
    return (rotation[..., None, None] * values[:, None]).sum(2)


def across(values: Tensor) -> Tensor:
    """Vectors [B, 3, H, W] on the other side of the head."""
    return torch.cat([-values[:, :1], values[:, 1:]], 1)


def unit(values: Tensor) -> Tensor:
    return values / values.square().sum(1, keepdim=True).sqrt().clamp(min=1e-6)


def read_surface(pictures: Batch, dice: Dice, mistakes: Mistakes = EXACT) -> Surface:
    """The surfaces of a pool's pictures (``DevicePool.pictures``), with mistakes of the given size."""
    count, _, side, _ = pictures["depth"].shape
    depth = pictures["depth"] + mistakes.depth * bumps(dice, count, 1, side)
    normals = unit(pictures["normal"] + mistakes.normal * bumps(dice, count, 3, side))
    rotation = (small_turns(dice, count, mistakes.turn)[..., None] * pictures["rotation"][:, None]).sum(2)
    level = pictures["light"][:, :1].mean(2, keepdim=True)
    light = pictures["light"] + mistakes.light * dice.normal(0, 1, count, 9, 1) * level
    known = pictures["valid"] > 0
    width = mistakes.rim * side * dice.uniform(0, 1, count, 1, 1, 1) * pictures["camera"][:, 2, None, None, None]
    cosine = normals[:, 2:] * rim_trust(known, width)
    back = rotation.transpose(1, 2)
    points = turn(back, unproject(depth, pictures["camera"]))
    return Surface(points, turn(back, normals), pictures["coordinates"], cosine, known, depth, rotation, light)


def unproject(depth: Tensor, camera: Tensor) -> Tensor:
    """Points [B, 3, N, N] in camera axes from depth maps [B, 1, N, N], as ``HeadCamera.unproject``."""
    side = depth.shape[2]
    line = (torch.arange(side, dtype=torch.float32, device=depth.device) + 0.5) / side
    u, v, scale, k = camera[..., None, None, None].unbind(1)
    w = (1 - k * depth) / scale
    return torch.cat([(line - u) * w, (v - line[:, None]) * w, depth], 1)


def bumps(dice: Dice, count: int, channels: int, side: int) -> Tensor:
    """Smooth noise of about unit spread."""
    return F.interpolate(dice.normal(0, 1, count, channels, 6, 6), size=(side, side), mode="bicubic", align_corners=False)


def small_turns(dice: Dice, count: int, degrees: float) -> Tensor:
    """Rotations [B, 3, 3] about any axis (Rodrigues)."""
    vector = dice.normal(0, degrees * torch.pi / 180 / 3 ** 0.5, count, 3)
    angle = torch.linalg.vector_norm(vector, dim=1).clamp(min=1e-8)
    x, y, z = (vector / angle[:, None]).unbind(1)
    none = torch.zeros_like(x)
    skew = torch.stack([none, -z, y, z, none, -x, -y, x, none], 1).unflatten(1, (3, 3))
    twice = (skew[..., None] * skew[:, None]).sum(2)
    angle = angle[:, None, None]
    return torch.eye(3, device=vector.device) + torch.sin(angle) * skew + (1 - torch.cos(angle)) * twice


def rim_trust(known: Tensor, width: Tensor) -> Tensor:
    """Rises from 0 at the border of what is known to 1 at ``width`` pixels (at most WIDEST_RIM) inside. Erosions count the distance: a
    square and a cross in turn, so that its circles are octagons."""
    inside = known.float()
    distance = inside
    for number in range(WIDEST_RIM):
        outside = F.pad(1 - inside, (1, 1, 1, 1), value=1.0)
        if number % 2:
            grown = F.max_pool2d(outside, 3, 1)
        else:
            grown = torch.maximum(F.max_pool2d(outside[..., 1:-1, :], (1, 3), 1), F.max_pool2d(outside[..., 1:-1], (3, 1), 1))
        inside = 1 - grown
        distance = distance + inside
    return (distance / width.clamp(0.5, WIDEST_RIM)).clamp(max=1)


def mirrored(surface: Surface) -> Surface:
    """The same heads as their plane of symmetry would have them; what was left is right."""
    return replace(surface, points=across(surface.points), normals=across(surface.normals), canonical=across(surface.canonical), swapped=True)


def carry(surface: Surface, rotation: Tensor, camera: Tensor, side: int) -> Carried:
    """Draws surfaces as the cameras [B, 4] see them under the rotations [B, 3, 3]."""
    points = turn(rotation, surface.points)
    u, v, scale, k = camera[..., None, None, None].unbind(1)
    w = 1 - k * points[:, 2:]
    before = w > NEAREST_CAMERA
    w = w.clamp(min=NEAREST_CAMERA)
    screen = torch.cat([side * (u + scale * points[:, :1] / w), side * (v - scale * points[:, 1:2] / w), points[:, 2:] / w], 1)
    corners, deep = faces(screen), faces(surface.depth)[:, 0]
    whole = faces(surface.known & before)[:, 0].all(1) & (deep.amax(1) - deep.amin(1) < LARGEST_STEP)
    facing = area(corners) * (-1 if surface.swapped else 1) < -1e-9
    nearest = rasterise(corners, whole & facing, side, max(1, side // surface.points.shape[2]))
    return gather(surface, screen, nearest, rotation, camera[:, 3, None], side)


def gather(surface: Surface, screen: Tensor, nearest: Tensor, rotation: Tensor, k: Tensor, side: int) -> Carried:
    """What the nearest triangles [B, S S] hold at the pixels' centres."""
    grid = screen.shape[2]
    numbers = corner_numbers(nearest.clamp(min=0), grid)
    values = torch.cat([screen, surface.cosine, surface.normals, surface.canonical], 1).flatten(2)
    held = torch.stack([values.gather(2, numbers[:, corner, None].expand(-1, values.shape[1], -1)) for corner in range(3)], 2)
    pixel = torch.arange(side * side, device=screen.device)
    centre = torch.stack([pixel % side, torch.div(pixel, side, rounding_mode="floor")]).float() + 0.5
    one, two, front = planes(torch.cat([held[:, :2] - centre[:, None], held[:, 2:3]], 1))[0].unbind(1)
    weights = torch.stack([one, two, 1 - one - two], 1) * (1 + k[..., None] * held[:, 2])
    weights = weights / weights.sum(1, keepdim=True)
    covered = (nearest >= 0)[:, None]
    lattice = torch.stack([numbers % grid, torch.div(numbers, grid, rounding_mode="floor")], 1)
    found = torch.cat([(lattice + 0.5) / grid, held[:, 3:]], 1)
    found = torch.where(covered, (found * weights[:, None]).sum(2), 0).unflatten(2, (side, side))
    depth = torch.where(covered, (front / (1 + k * front))[:, None], 0).unflatten(2, (side, side))
    place, cosine, normals, canonical = found.split((2, 1, 3, 3), 1)
    trust = ((cosine - TILTED) / (0.6 - TILTED)).clamp(0, 1)
    return Carried(covered.unflatten(2, (side, side)), place, depth, unit(turn(rotation, normals)), canonical, trust)


def look(linear: Tensor, carried: Carried) -> Tensor:
    """Linear colours of the sources' pictures [B, 3, 256, 256] at the carried places; 0 where nothing is."""
    at = carried.place.permute(0, 2, 3, 1) * 2 - 1
    return F.grid_sample(linear, at, mode="bilinear", padding_mode="border", align_corners=False) * carried.covered


def relight(colours: Tensor, carried: Carried, surface: Surface, rotation: Tensor, light: Tensor) -> Tensor:
    """Colours under another light: times the ratio of both lights' harmonics on the surface, each in its own camera axes. The surface is
    the one that was carried."""
    head_normal = turn(rotation.transpose(1, 2), carried.normal)
    if surface.swapped:  # a mirrored pixel was lit where it was seen: on the other side
        head_normal = across(head_normal)
    before = shading(turn(surface.rotation, head_normal), surface.light)
    after = shading(carried.normal, light)
    floor = 0.05 * surface.light[:, 0].mean(1).clamp(min=1e-3)[:, None, None, None]
    return colours * (torch.maximum(after, floor) / torch.maximum(before, floor)).clamp(DARKEST, LIGHTEST)
