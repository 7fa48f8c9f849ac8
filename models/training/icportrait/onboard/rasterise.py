"""Triangles of a grid of points drawn on the accelerator: each tries the pixels of a small window, a z-buffer keeps the nearest.

``render.rasteriser`` is the same for one picture on a processor. Shapes never depend on what is drawn, so nothing waits for the device.
"""

from __future__ import annotations

import torch
from torch import Tensor

EDGE = -1e-5  # of a weight: pixel centres on an edge belong to both triangles
NUMBERS = 1 << 15  # triangles that a key of the z-buffer can name: two a cell of a grid of 128 points
NEARNESS_LIMIT, NEARNESS_STEPS = 30.0, 1 << 18  # range (dm) and steps a dm of the z-buffer
# Window (px where neighbouring points lie one pixel apart), and how many of the largest triangles get it; all get the first. Twice as
# many as any of 48 carried renders had beyond the window before.
WINDOWS = ((1, NUMBERS), (2, 12288), (4, 4096), (8, 1536), (16, 256))


def faces(values: Tensor) -> Tensor:
    """[B, C, N, N] -> [B, C, 3, T] at the corners of both triangles a cell: right-handed towards the viewer, as ``generate.geometric.triangles``."""
    a, b, c, d = (values[..., rows, columns].flatten(2) for rows in (slice(-1), slice(1, None)) for columns in (slice(-1), slice(1, None)))
    return torch.cat([torch.stack([a, c, b], 2), torch.stack([b, c, d], 2)], 3)


def corner_numbers(triangle: Tensor, grid: int) -> Tensor:
    """int64 [B, 3, P]: the grid points, row by row, that are corners of the triangles [B, P]."""
    cells = (grid - 1) ** 2
    lower = (triangle >= cells).long()
    cell = triangle - lower * cells
    first = torch.div(cell, grid - 1, rounding_mode="floor") * grid + cell % (grid - 1)
    return torch.stack([first + lower, first + grid, first + 1 + lower * grid], 1)


def area(corners: Tensor) -> Tensor:
    """Twice the area [B, T] of triangles with corners x, y [B, 2 or more, 3, T]; negative where they turn clockwise on the screen."""
    x, y = corners[:, 0], corners[:, 1]
    return (x[:, 1] - x[:, 0]) * (y[:, 2] - y[:, 0]) - (x[:, 2] - x[:, 0]) * (y[:, 1] - y[:, 0])


def rasterise(corners: Tensor, drawn: Tensor, side: int, step: int) -> Tensor:
    """The nearest triangle of each pixel, int64 [B, side side]; -1 where there is none.

    ``corners`` [B, 3, 3, T]: x, y (px) and f (``HeadCamera.to_raster``) of the three corners of at most 32768 triangles; ``drawn`` bool
    [B, T]: finite and not degenerate; others are left out. ``step``: about how many pixels lie between neighbouring points of the grid.
    Of triangles wider than the largest window, or too many for it, a part is left out.
    """
    low = torch.ceil(corners[:, :2].amin(2) - 0.5).clamp(0, side)
    high = torch.floor(corners[:, :2].amax(2) - 0.5).clamp(-1, side - 1)
    spread = (high - low + 1).clamp(min=0)
    size = torch.where(spread.amin(1) > 0, spread.amax(1), 0) * drawn
    stacked = torch.cat([corners.flatten(1, 2), low, size[:, None]], 1)
    buffer = torch.full((len(corners), side * side), -1, dtype=torch.int64, device=corners.device)
    for window, most in WINDOWS:
        if most < size.shape[1]:
            numbers = size.topk(most, 1).indices
            some = stacked.gather(2, numbers[:, None].expand(-1, stacked.shape[1], -1))
        else:
            numbers, some = torch.arange(size.shape[1], device=size.device).expand(size.shape), stacked
        draw(buffer, numbers, some, side, window * step)
    return torch.where(buffer >= 0, buffer % NUMBERS, -1)


def draw(buffer: Tensor, numbers: Tensor, some: Tensor, side: int, window: int) -> None:
    """Tries ``window`` x ``window`` pixels from each triangle's upper left corner on. ``some`` [B, 12, K]: corners, first pixel, size."""
    low = some[:, 9:11]
    corners = some[:, :9].unflatten(1, (3, 3))
    corners = torch.cat([corners[:, :2] - low[:, :, None] - 0.5, corners[:, 2:]], 1)
    first, across, down = planes(corners)
    line = torch.arange(window, dtype=torch.float32, device=some.device)
    rows, columns = (low[:, 1, :, None] + line)[..., :, None], (low[:, 0, :, None] + line)[..., None, :]

    def over(part: int) -> Tensor:
        """[B, K, window, window] of a plane."""
        return (first[:, part, :, None] + down[:, part, :, None] * line)[..., :, None] + (across[:, part, :, None] * line)[..., None, :]

    one, two = over(0), over(1)
    inside = (torch.minimum(torch.minimum(one, two), 1 - one - two) >= EDGE) & ((some[:, 11] > 0)[..., None, None] & (rows < side) & (columns < side))
    nearness = (over(2).clamp(-NEARNESS_LIMIT, NEARNESS_LIMIT) + NEARNESS_LIMIT) * NEARNESS_STEPS
    key = torch.where(inside, nearness.long() * NUMBERS + numbers[..., None, None], -1).flatten(1)
    # What is not inside goes to any pixel, and changes nothing there; spread out, for writes to one place wait for one another.
    anywhere = torch.arange(key.shape[1], device=key.device) % buffer.shape[1]
    pixel = torch.where(inside, rows * side + columns, -1).flatten(1).long()
    buffer.scatter_reduce_(1, torch.where(pixel >= 0, pixel, anywhere), key, "amax")


def planes(corners: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """First weight, second weight and f of triangles [B, 3, 3, T] as planes over the screen: value at (0, 0) and slopes along x and y;
    each [B, 3, T]."""
    x, y, f = corners.unbind(1)
    twice = area(corners)
    twice = torch.where(twice.abs() > 1e-9, twice, 1.0)
    value, across, down = [], [], []
    for one, two in ((1, 2), (2, 0)):
        value.append((x[:, one] * y[:, two] - x[:, two] * y[:, one]) / twice)
        across.append((y[:, one] - y[:, two]) / twice)
        down.append((x[:, two] - x[:, one]) / twice)
    for parts, rest in ((value, f[:, 2]), (across, 0), (down, 0)):
        parts.append(parts[0] * (f[:, 0] - f[:, 2]) + parts[1] * (f[:, 1] - f[:, 2]) + rest)
    return torch.stack(value, 1), torch.stack(across, 1), torch.stack(down, 1)
