"""From sub-pixels to the stored arrays: pictures, mattes and half-size ground truth."""
import cv2
import numpy as np
from numba import njit

from .painting import DEPTH, HEAD

SHRINK = np.array([.125, .375, .375, .125], np.float32)


def shrink(picture):
    """Halves a float32 picture [2H,2W(,C)] with the weights 1 3 3 1: a little softer than a box, as lenses are."""
    filtered = cv2.sepFilter2D(picture, -1, SHRINK, SHRINK, anchor=(1, 1), borderType=cv2.BORDER_REPLICATE)
    return np.ascontiguousarray(filtered[::2, ::2])


@njit(cache=True)
def gather(pixels, hidden, covered, place, smooth, albedo, props, rearmost, k, side, cell):
    """Averages the sub-pixels of each cell x cell block that lie near the block's front surface.

    Averaging over everything would invent points between a cheek and a shoulder, so sub-pixels more than 0.25 dm
    behind the median one are left out, and so are `hidden` ones (bool [n]: what is held before the person) and all of a
    `covered` block (bool [h,h]: mostly hidden). Returns float32 coordinates [3,h,h], depth, back depth, normal [3,h,h],
    albedo [3,h,h], head share [h,h], zero where nothing of the person falls into the block; and which sub-pixels
    were used, bool [n].
    """
    h = side // cell
    counted = np.zeros(len(pixels), np.bool_)
    index = np.full((side, side), -1, np.int32)
    for i in range(len(pixels)):
        if not hidden[i]:
            index[pixels[i] // side, pixels[i] % side] = i
    coordinates, normal = np.zeros((3, h, h), np.float32), np.zeros((3, h, h), np.float32)
    colour = np.zeros((3, h, h), np.float32)
    depth, back, head = np.zeros((h, h), np.float32), np.zeros((h, h), np.float32), np.zeros((h, h), np.float32)
    found = np.empty(cell * cell, np.int32)
    depths = np.empty(cell * cell, np.float32)
    for row in range(h):
        for column in range(h):
            count = 0
            for y in range(row * cell, row * cell + cell):
                for x in range(column * cell, column * cell + cell):
                    if index[y, x] >= 0:
                        found[count] = index[y, x]
                        depths[count] = props[index[y, x], DEPTH]
                        count += 1
            if count == 0 or covered[row, column]:
                continue
            middle = np.sort(depths[:count])[count // 2]  # a member, so that at least one is used
            used, far = 0, 1e9
            for j in range(count):
                i = found[j]
                head[row, column] += props[i, HEAD] / (cell * cell)
                f = rearmost[pixels[i] // side, pixels[i] % side]
                far = min(far, f / (1 + k * f), props[i, DEPTH])
                if abs(depths[j] - middle) > 0.25:
                    continue
                used += 1
                counted[i] = True
                depth[row, column] += props[i, DEPTH]
                for c in range(3):
                    coordinates[c, row, column] += place[i, c]
                    normal[c, row, column] += smooth[i, c]
                    colour[c, row, column] += albedo[i, c]
            length = 1e-6
            for c in range(3):
                coordinates[c, row, column] /= used
                colour[c, row, column] /= used
                length += normal[c, row, column] ** 2
            for c in range(3):
                normal[c, row, column] /= np.sqrt(length)
            depth[row, column] /= used
            back[row, column] = min(far, depth[row, column])
    return coordinates, depth, back, normal, colour, head, counted


@njit(cache=True)
def average(pixels, values, used, side, cell):
    """float32 [C,h,h]: means of values [n,C] of the used sub-pixels in each cell x cell block; 0 where there is none."""
    h, channels = side // cell, values.shape[1]
    total, count = np.zeros((channels, h, h), np.float32), np.zeros((h, h), np.float32)
    for i in range(len(pixels)):
        if used[i]:
            row, column = pixels[i] // side // cell, pixels[i] % side // cell
            count[row, column] += 1
            for c in range(channels):
                total[c, row, column] += values[i, c]
    for c in range(channels):
        total[c] /= np.maximum(count, 1)
    return total


@njit(cache=True)
def share_of(pixels, flags, side, cell):
    """float32 [h,h]: share of each block's sub-pixels that are flagged (bool [n])."""
    out = np.zeros((side // cell, side // cell), np.float32)
    for i in range(len(pixels)):
        if flags[i]:
            out[pixels[i] // side // cell, pixels[i] % side // cell] += 1
    return out / (cell * cell)


@njit(cache=True)
def pick(pixels, kinds, used, side, cell):
    """uint8 [h,h]: 1 + the kind of one used sub-pixel of each block, 0 where there is none."""
    h = side // cell
    out = np.zeros((h, h), np.uint8)
    for i in range(len(pixels)):
        if used[i]:
            out[pixels[i] // side // cell, pixels[i] % side // cell] = kinds[i] + 1
    return out


def landmark_visibility(uv, depth_points, camera, nearest, side):
    """1 where a landmark (camera-axes points [68,3], uv fractions) is inside the crop and not hidden, else 0."""
    pixel = np.floor(uv * side).astype(int)
    inside = ((pixel >= 0) & (pixel < side)).all(1)
    pixel = np.clip(pixel, 1, side - 2)
    visible = np.zeros(len(uv), np.float32)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            f = nearest[pixel[:, 1] + dy, pixel[:, 0] + dx]
            surface = f / (1 + camera.k * f)
            visible = np.maximum(visible, (surface < depth_points[:, 2] + .09) & (f > -1e8))
    return visible * inside
