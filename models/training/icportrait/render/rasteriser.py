"""Z-buffer rasteriser with strand alpha, and plain depth maps for shadows."""
import math

import numpy as np
from numba import njit

from .strands import strand_covers

FAR = np.float32(-1e9)


@njit(cache=True, inline="always")
def screened(kind, x, y):
    """True where a see-through lens leaves a sub-pixel to what lies behind: 3 of 4 when clear (kind 2), 1 of 4 when tinted (3)."""
    odd = (x & 1) + (y & 1)
    return odd > 0 if kind < 2.5 else odd == 2


@njit(cache=True, fastmath=True)
def rasterise(screen, faces, material, canonical, inner, strand_table, volume, k, side, solid_faces):
    """Draws triangles nearest-first by f (see HeadCamera.to_raster).

    screen float32 [V,3], faces int32 [T,3], material int32 [T], canonical float32 [V,3], inner float32 [V]
    (0 at a strand sheet's open edge), strand_table float32 [M,16] (row of the material; [.,0] = 0: opaque,
    1: strands, 2 and 3: see screened).
    Returns triangle int32 [side,side] (-1 none), weights float32 [side,side,3] (perspective-correct),
    nearest f and rearmost f float32 [side,side]. Only faces before solid_faces count for the rearmost surface.
    """
    nearest = np.full((side, side), FAR, np.float32)
    rearmost = np.full((side, side), -FAR, np.float32)
    triangle = np.full((side, side), -1, np.int32)
    weights = np.zeros((side, side, 3), np.float32)
    for t in range(len(faces)):
        a, b, c = faces[t, 0], faces[t, 1], faces[t, 2]
        xa, ya, fa = screen[a, 0], screen[a, 1], screen[a, 2]
        xb, yb, fb = screen[b, 0], screen[b, 1], screen[b, 2]
        xc, yc, fc = screen[c, 0], screen[c, 1], screen[c, 2]
        area = (xb - xa) * (yc - ya) - (xc - xa) * (yb - ya)
        if not abs(area) > 1e-9:  # also true for NaN corners
            continue
        x_low = max(0, int(math.ceil(min(xa, xb, xc) - 0.5)))
        x_high = min(side - 1, int(math.floor(max(xa, xb, xc) - 0.5)))
        y_low = max(0, int(math.ceil(min(ya, yb, yc) - 0.5)))
        y_high = min(side - 1, int(math.floor(max(ya, yb, yc) - 0.5)))
        row = material[t]
        lens = strand_table[row, 0] if strand_table[row, 0] > 1.5 else 0.0
        stranded = strand_table[row, 0] > 0 and lens == 0
        pa, pb, pc = 1 + k * fa, 1 + k * fb, 1 + k * fc
        for y in range(y_low, y_high + 1):
            py = y + 0.5
            for x in range(x_low, x_high + 1):
                if lens > 0 and screened(lens, x, y):
                    continue
                px = x + 0.5
                wa = ((xb - px) * (yc - py) - (xc - px) * (yb - py)) / area
                wb = ((xc - px) * (ya - py) - (xa - px) * (yc - py)) / area
                wc = 1 - wa - wb
                if wa < -1e-5 or wb < -1e-5 or wc < -1e-5:
                    continue
                f = wa * fa + wb * fb + wc * fc
                in_front = f > nearest[y, x]
                behind = t < solid_faces and f < rearmost[y, x]
                if not (in_front or behind):
                    continue
                wa *= pa
                wb *= pb
                wc *= pc
                total = wa + wb + wc
                wa /= total
                wb /= total
                wc /= total
                if stranded:
                    cx = wa * canonical[a, 0] + wb * canonical[b, 0] + wc * canonical[c, 0]
                    cy = wa * canonical[a, 1] + wb * canonical[b, 1] + wc * canonical[c, 1]
                    cz = wa * canonical[a, 2] + wb * canonical[b, 2] + wc * canonical[c, 2]
                    edge = wa * inner[a] + wb * inner[b] + wc * inner[c]
                    if not strand_covers(cx, cy, cz, edge, strand_table[row], volume):
                        continue
                if in_front:
                    nearest[y, x] = f
                    triangle[y, x] = t
                    weights[y, x, 0] = wa
                    weights[y, x, 1] = wb
                    weights[y, x, 2] = wc
                if behind:
                    rearmost[y, x] = f
    return triangle, weights, nearest, rearmost


@njit(cache=True, fastmath=True)
def depth_map(screen, faces, material, canonical, inner, strand_table, volume, side):
    """Orthographic nearest depth, float32 [side,side] (FAR = nothing); arguments as rasterise."""
    nearest = np.full((side, side), FAR, np.float32)
    for t in range(len(faces)):
        a, b, c = faces[t, 0], faces[t, 1], faces[t, 2]
        xa, ya, fa = screen[a, 0], screen[a, 1], screen[a, 2]
        xb, yb, fb = screen[b, 0], screen[b, 1], screen[b, 2]
        xc, yc, fc = screen[c, 0], screen[c, 1], screen[c, 2]
        area = (xb - xa) * (yc - ya) - (xc - xa) * (yb - ya)
        if not abs(area) > 1e-9:
            continue
        x_low = max(0, int(math.ceil(min(xa, xb, xc) - 0.5)))
        x_high = min(side - 1, int(math.floor(max(xa, xb, xc) - 0.5)))
        y_low = max(0, int(math.ceil(min(ya, yb, yc) - 0.5)))
        y_high = min(side - 1, int(math.floor(max(ya, yb, yc) - 0.5)))
        row = material[t]
        if strand_table[row, 0] > 1.5:  # glass casts no shadow
            continue
        stranded = strand_table[row, 0] > 0
        for y in range(y_low, y_high + 1):
            py = y + 0.5
            for x in range(x_low, x_high + 1):
                px = x + 0.5
                wa = ((xb - px) * (yc - py) - (xc - px) * (yb - py)) / area
                wb = ((xc - px) * (ya - py) - (xa - px) * (yc - py)) / area
                wc = 1 - wa - wb
                if wa < -1e-5 or wb < -1e-5 or wc < -1e-5:
                    continue
                f = wa * fa + wb * fb + wc * fc
                if f <= nearest[y, x]:
                    continue
                if stranded:
                    cx = wa * canonical[a, 0] + wb * canonical[b, 0] + wc * canonical[c, 0]
                    cy = wa * canonical[a, 1] + wb * canonical[b, 1] + wc * canonical[c, 1]
                    cz = wa * canonical[a, 2] + wb * canonical[b, 2] + wc * canonical[c, 2]
                    edge = wa * inner[a] + wb * inner[b] + wc * inner[c]
                    if not strand_covers(cx, cy, cz, edge, strand_table[row], volume):
                        continue
                nearest[y, x] = f
    return nearest
