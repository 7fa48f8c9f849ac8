"""Thins triangle meshes by half-edge collapses: every vertex that stays is one of the old ones, so that its offsets stay exact."""
import heapq

import numpy as np

BORDER_WEIGHT = 10.0  # how much more than the surface an open border is held


def half_edge_collapse(points, faces, target, locked):
    """Indices of the vertices that stay, and faces int32 [T,3] over the old indices.

    points [V,3]; faces int [T,3]; target: how many vertices stay, at most as far as flipped faces allow;
    locked bool [V]: vertices that stay. Cost of a collapse: quadric error (Garland and Heckbert 1997). Deterministic.
    """
    return _Collapse(np.asarray(points, np.float64), np.asarray(faces), locked).run(target)


class _Collapse:
    def __init__(self, points, faces, locked):
        self.points, self.locked = points, locked
        self.faces = [list(face) for face in faces.tolist()]
        self.alive = np.zeros(len(points), bool)
        self.alive[faces] = True
        self.around = [set() for _ in points]
        for number, face in enumerate(self.faces):
            for vertex in face:
                self.around[vertex].add(number)
        self.version = np.zeros(len(points), np.int64)
        self.border = self._find_border()
        self.quadrics = self._find_quadrics()

    def _find_border(self):
        border = set()
        for face in self.faces:
            for a, b in zip(face, face[1:] + face[:1]):
                if len(self.around[a] & self.around[b]) == 1:
                    border.update((a, b))
        return border

    def _find_quadrics(self):
        quadrics = np.zeros((len(self.points), 4, 4))
        for face in self.faces:
            a, b, c = self.points[face]
            normal = np.cross(b - a, c - a)
            area = np.linalg.norm(normal)
            if area < 1e-12:
                continue
            normal /= area
            self._add(quadrics, face, normal, a, area)
            for i in range(3):
                ends = [face[i], face[(i + 1) % 3]]
                if len(self.around[ends[0]] & self.around[ends[1]]) == 1:
                    along = self.points[ends[1]] - self.points[ends[0]]
                    across = np.cross(along, normal)
                    length = np.linalg.norm(across)
                    if length > 1e-12:
                        self._add(quadrics, ends, across / length, self.points[ends[0]], BORDER_WEIGHT * length ** 2)
        return quadrics

    @staticmethod
    def _add(quadrics, vertices, normal, point, weight):
        plane = np.append(normal, -normal @ point)
        for vertex in vertices:
            quadrics[vertex] += weight * np.outer(plane, plane)

    def _neighbours(self, vertex):
        return sorted({other for number in self.around[vertex] for other in self.faces[number]} - {vertex})

    def _offer(self, heap, vertex):
        """The cheapest way to let a vertex go."""
        if self.locked[vertex]:
            return
        best = None
        for other in self._neighbours(vertex):
            if vertex in self.border and (other not in self.border or len(self.around[vertex] & self.around[other]) != 1):
                continue
            place = np.append(self.points[other], 1)
            length = np.linalg.norm(self.points[other] - self.points[vertex])
            cost = place @ (self.quadrics[vertex] + self.quadrics[other]) @ place + 1e-7 * length ** 2
            if (best is None or cost < best[0]) and self._is_sound(vertex, other):
                best = (cost, other)
        if best is not None:
            heapq.heappush(heap, (best[0], vertex, best[1], int(self.version[vertex]), int(self.version[best[1]])))

    def _is_sound(self, vertex, other):
        """Whether the surface stays a surface and no face turns over."""
        shared = self.around[vertex] & self.around[other]
        if len(set(self._neighbours(vertex)) & set(self._neighbours(other))) != len(shared):
            return False
        for number in self.around[vertex] - shared:
            face = self.faces[number]
            before = self._normal(face)
            after = self._normal([other if corner == vertex else corner for corner in face])
            if before @ after <= 0.3 * np.linalg.norm(before) * np.linalg.norm(after):
                return False
        return True

    def _normal(self, face):
        a, b, c = self.points[face]
        return np.cross(b - a, c - a)

    def run(self, target):
        heap, left = [], int(self.alive.sum())
        for vertex in np.flatnonzero(self.alive):
            self._offer(heap, int(vertex))
        while heap and left > target:
            _, vertex, other, own, others = heapq.heappop(heap)
            if not self.alive[vertex] or self.version[vertex] != own:
                continue
            if not self.alive[other] or self.version[other] != others:
                self._offer(heap, vertex)
                continue
            if not self._is_sound(vertex, other):
                continue
            self._collapse(heap, vertex, other)
            left -= 1
        faces = np.array([face for number, face in enumerate(self.faces) if number in self.around[face[0]]], np.int32)
        return np.flatnonzero(self.alive), faces

    def _collapse(self, heap, vertex, other):
        for number in sorted(self.around[vertex]):
            face = self.faces[number]
            if other in face:
                for corner in face:
                    self.around[corner].discard(number)
            else:
                face[face.index(vertex)] = other
                self.around[other].add(number)
        self.around[vertex] = set()
        self.alive[vertex] = False
        self.quadrics[other] += self.quadrics[vertex]
        for changed in [other] + self._neighbours(other):
            self.version[changed] += 1
            self._offer(heap, changed)
