"""A cloth mask over nose, mouth and chin that follows the face, with loops to the ears."""
import numpy as np
from scipy.ndimage import gaussian_filter, grey_dilation
from scipy.spatial import cKDTree

from .glasses import tube
from .hair import grid_faces
from .mesh import FRAME, HEAD_CLOTH, Part

ROWS, COLUMNS = 26, 34


def mask_parts(rng, head, positions):
    """Parts of a mask on the mean head, moved as the face under it is; positions [V,3]: the person's head."""
    marks = head.neutral[head.landmarks]
    front = np.flatnonzero((head.vertex_region == 0) & (head.neutral[:, 2] > -.1) & (head.neutral[:, 1] < .5) & (head.neutral[:, 1] > -1.05))
    top, low = marks[28, 1] + rng.uniform(-.06, .06), marks[8, 1] - .02
    v, u = np.meshgrid(np.linspace(0, 1, ROWS), np.linspace(-1, 1, COLUMNS), indexing="ij")
    half = .62 - .10 * np.abs(v - .35) - .16 * np.clip(v - .6, 0, 1)
    x = u * half
    y = top + (low - top) * v - .22 * np.abs(u) ** 2 * (1 - v) + .12 * np.abs(u) ** 2 * v
    distance, index = cKDTree(head.neutral[front][:, :2]).query(np.stack([x, y], -1).reshape(-1, 2), k=3)
    z = head.neutral[front][index][..., 2].max(1).reshape(ROWS, COLUMNS)
    z = gaussian_filter(grey_dilation(z, (5, 5)), 1.2) + .03  # cloth bridges what is hollow
    z += .012 * np.sin(v * np.pi * 2 * 4) * (rng.random() < .6)  # folds of a surgical mask
    points = np.stack([x, y, z], -1).reshape(-1, 3).astype(np.float32)
    near = front[cKDTree(head.neutral[front]).query(points, k=12)[1]]
    moved = (positions - head.neutral)[near].mean(1)
    colour = np.array([[.35, .55, .75], [.75, .77, .78], [.012, .012, .014], [.3, .45, .4]])[int(rng.choice(4, p=[.42, .26, .22, .1]))]
    colour = colour * rng.uniform(.8, 1.15)
    parts = [Part(points, (points + moved).astype(np.float32), grid_faces(ROWS, COLUMNS, False), HEAD_CLOTH, colour, np.zeros(len(points)),
                  outward=np.broadcast_to([0, 0, 1.0], points.shape))]
    for side in (0, COLUMNS - 1):
        sign = -1 if side == 0 else 1
        for row, height in ((2, .22), (ROWS - 6, -.08)):
            start = points.reshape(ROWS, COLUMNS, 3)[row, side]
            line = np.stack([start, [sign * .74, (start[1] + height) / 2, .35], [sign * .79, height, .02]]).astype(np.float32)
            loop, faces = tube(line, .010, False)
            parts.append(Part(loop, (loop + moved[side]).astype(np.float32), faces, FRAME, np.minimum(colour + .1, .8), np.zeros(len(loop))))
    return parts
