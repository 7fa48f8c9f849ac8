"""A hair mesh of the assets, placed on the mean head."""
import numpy as np
from scipy.spatial import cKDTree

from .mesh import vertex_normals


class HairMesh:
    """A hair mesh placed on the mean neutral head.

    positions float32 [V,3] dm; faces int32 [T,3]; inner [V]: 0 at open borders, rising to 1 inside;
    near int32 [V,8] and near_weight: skull vertices of the head whose displacement it follows.
    """

    def __init__(self, name, positions, faces, head):
        self.name, self.faces = name, faces
        self.positions = positions = _push_out(positions, head)
        self.inner = _border_distance(faces, len(positions))
        skull = np.flatnonzero((head.vertex_region <= 1) & (head.neutral[:, 1] > -0.3))
        distance, index = cKDTree(head.neutral[skull]).query(positions, k=8)
        weight = 1 / (distance + 0.03)
        self.near = skull[index].astype(np.int32)
        self.near_weight = (weight / weight.sum(1, keepdims=True)).astype(np.float32)

    def follow(self, displacement):
        """Displacement [V,3] of the hair for that of the head's vertices."""
        return (displacement[self.near] * self.near_weight[..., None]).sum(1)


def _push_out(positions, head):
    """Moves hair that would lie under the skin of the skull 0.3 mm or more outside it; hangings are left alone."""
    skull = np.flatnonzero((head.vertex_region <= 1) & (head.neutral[:, 1] > -.2) & (np.abs(head.neutral[:, 0]) < .80))
    normals = vertex_normals(head.neutral, head.faces[np.isin(head.region, [0, 1])])[skull]
    for _ in range(2):
        distance, index = cKDTree(head.neutral[skull]).query(positions)
        height = ((positions - head.neutral[skull][index]) * normals[index]).sum(1)
        lift = np.where((height < .035) & (distance < .5), .035 - height, 0)
        positions = positions + lift[:, None] * normals[index]
    return positions.astype(np.float32)


def _border_distance(faces, count):
    """Per vertex 0 on an open border, 0.5 one edge in, 1 from two edges in; then softened."""
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), 1)
    unique, times = np.unique(edges, axis=0, return_counts=True)
    level = np.full(count, 1.0, np.float32)
    level[unique[times == 1].ravel()] = 0
    ring = np.zeros(count, bool)
    ring[unique[(level[unique] == 0).any(1)].ravel()] = True
    level[ring & (level > 0)] = 0.6
    return level
