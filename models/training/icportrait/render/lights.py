"""Environment maps, spherical harmonics, and the light each vertex really gets."""
import functools

import cv2
import numpy as np
from numba import njit

from .noise import VOLUME
from .rasteriser import depth_map

LOBE = np.array([np.pi] + [2 * np.pi / 3] * 3 + [np.pi / 4] * 5, np.float32) / np.float32(np.pi)
MAP_HEIGHT = 32
OCCLUSION_SIDE = 112
REACH = 2.6  # dm: half the width of the orthographic depth maps


def basis(normals):
    """Real spherical harmonics [...,9] of unit vectors [...,3], order as in docs/conventions.md."""
    x, y, z = normals[..., 0], normals[..., 1], normals[..., 2]
    return np.stack([np.full_like(x, .282095), .488603 * y, .488603 * z, .488603 * x, 1.092548 * x * y,
                     1.092548 * y * z, .315392 * (3 * z * z - 1), 1.092548 * x * z, .546274 * (x * x - y * y)], -1)


def _map_directions(height):
    theta = (np.arange(height) + .5) / height * np.pi
    phi = (np.arange(2 * height) + .5) / height * np.pi
    theta, phi = np.meshgrid(theta, phi, indexing="ij")
    directions = np.stack([np.sin(theta) * np.sin(phi), np.cos(theta), -np.sin(theta) * np.cos(phi)], -1)
    return directions.astype(np.float32), (np.sin(theta) * (np.pi / height) ** 2).astype(np.float32)


DIRECTIONS, SOLID_ANGLE = _map_directions(MAP_HEIGHT)


class Environment:
    """A sky: `picture` float32 [512,1024,3] RGB linear for backgrounds, `small` [32,64,3] for light, mean 1."""

    def __init__(self, path):
        picture = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
        if picture is None:
            raise FileNotFoundError(f"cannot read the environment map {path}")
        picture = np.maximum(picture[..., ::-1].astype(np.float32), 0)
        self.name = path.stem
        small = cv2.resize(picture, (2 * MAP_HEIGHT, MAP_HEIGHT), interpolation=cv2.INTER_AREA)
        mean = (small.mean(-1) * SOLID_ANGLE).sum() / (4 * np.pi)
        self.small = np.minimum(small / mean, 60)
        self.picture = np.minimum(picture / mean, 40)


@functools.lru_cache(maxsize=16)
def load_environment(path):
    return Environment(path)


def environment_coefficients(small, turn):
    """Radiance coefficients [9,3] (no cosine lobe) of a small map whose directions are turned by `turn` [3,3]."""
    return np.einsum("hwk,hwc,hw->kc", basis(DIRECTIONS @ turn.T), small, SOLID_ANGLE).astype(np.float32)


def lamp_coefficients(direction, colour):
    """Radiance coefficients [9,3] of a far lamp that gives irradiance pi*colour on a surface facing it."""
    return (basis(direction)[:, None] * (np.pi * colour)[None, :]).astype(np.float32)


def turn_matrix_coefficients(coefficients, rotation):
    """Coefficients of the same light seen in turned axes: new(R d) = old(d). Solved on a fixed set of directions."""
    return (_TURN_INVERSE @ (basis(_TURN_POINTS @ rotation) @ coefficients)).astype(np.float32)


def fibonacci_directions(count):
    index = np.arange(count) + .5
    y = 1 - 2 * index / count
    phi = index * np.pi * (1 + 5 ** .5)
    ring = np.sqrt(1 - y * y)
    return np.stack([ring * np.cos(phi), y, ring * np.sin(phi)], -1).astype(np.float32)


_TURN_POINTS = fibonacci_directions(60)
_TURN_INVERSE = np.linalg.pinv(basis(_TURN_POINTS)).astype(np.float32)


def lamp_axes(direction):
    """Rows right, up, towards the lamp: float32 [3,3]."""
    direction = direction / np.linalg.norm(direction)
    right = np.cross([0.02, 1.0, 0.05], direction)
    right /= np.linalg.norm(right)
    return np.stack([right, np.cross(direction, right), direction]).astype(np.float32)


def lamp_map(mesh, strand_table, direction, side, reach=REACH, chosen=None):
    """(depth map [side,side], axes [3,3]) seen from a far lamp, of all or of chosen (faces, materials); pixel = (0.5 +- coordinate/(2*reach)) * side."""
    axes = lamp_axes(direction)
    screen = mesh.positions @ axes.T
    screen[:, 0] = (0.5 + screen[:, 0] / (2 * reach)) * side
    screen[:, 1] = (0.5 - (screen[:, 1] + 0.5) / (2 * reach)) * side
    faces, material = (mesh.faces, mesh.material) if chosen is None else chosen
    depth = depth_map(np.ascontiguousarray(screen), faces, material, mesh.canonical,
                      np.ascontiguousarray(mesh.attributes[:, 3]), strand_table, VOLUME, side)
    return depth, axes


@njit(cache=True, fastmath=True)
def _add_visibility(positions, normals, depth, axes, direction, side, reach, weight, harmonics, transfer):
    for v in range(len(positions)):
        facing = normals[v, 0] * direction[0] + normals[v, 1] * direction[1] + normals[v, 2] * direction[2]
        if facing <= 0:
            continue
        px, py, pz = positions[v, 0] + .03 * normals[v, 0], positions[v, 1] + .03 * normals[v, 1], positions[v, 2] + .03 * normals[v, 2]
        x = int((0.5 + (axes[0, 0] * px + axes[0, 1] * py + axes[0, 2] * pz) / (2 * reach)) * side)
        y = int((0.5 - (axes[1, 0] * px + axes[1, 1] * py + axes[1, 2] * pz + 0.5) / (2 * reach)) * side)
        z = axes[2, 0] * px + axes[2, 1] * py + axes[2, 2] * pz
        if 0 <= x < side and 0 <= y < side and depth[y, x] > z + 0.05:
            continue
        for k in range(9):
            transfer[v, k] += harmonics[k] * facing * weight


def transfer_of(mesh, strand_table, count=26):
    """float32 [V,9]: irradiance / pi of a vertex = transfer . radiance coefficients, self-shadowing included."""
    transfer = np.zeros((len(mesh.positions), 9), np.float32)
    weight = np.float32(4 * np.pi / count / np.pi)
    solid = strand_table.copy()
    solid[:, 0] = np.where(solid[:, 0] > 1.5, solid[:, 0], 0)  # from afar a strand sheet shades like a sheet
    chosen = mesh.faces[mesh.coarse], mesh.material[mesh.coarse]
    for direction in fibonacci_directions(count):
        depth, axes = lamp_map(mesh, solid, direction, OCCLUSION_SIDE, chosen=chosen)
        _add_visibility(mesh.positions, mesh.normals, depth, axes, direction, OCCLUSION_SIDE, np.float32(REACH), weight,
                        basis(direction).astype(np.float32), transfer)
    return transfer
