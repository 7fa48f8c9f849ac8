"""Pose and the head camera, as docs/conventions.md defines them."""
from dataclasses import dataclass

import numpy as np


def rotation_matrix(yaw, pitch, roll):
    """Head axes to camera axes, float32 [3,3]; degrees; R = Rz(roll) Rx(-pitch) Ry(yaw)."""
    y, p, r = np.radians([yaw, -pitch, roll])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(p), -np.sin(p)], [0, np.sin(p), np.cos(p)]])
    about_z = np.array([[np.cos(r), -np.sin(r), 0], [np.sin(r), np.cos(r), 0], [0, 0, 1]])
    return (about_z @ about_x @ about_y).astype(np.float32)


def angles_of(rotation):
    """(yaw, pitch, roll) in degrees of a rotation matrix; the inverse of rotation_matrix."""
    # The third row is untouched by roll: (-sin y cos p, -sin p, cos y cos p).
    yaw = np.degrees(np.arctan2(-rotation[2, 0], rotation[2, 2]))
    pitch = np.degrees(-np.arcsin(np.clip(rotation[2, 1], -1, 1)))
    roll = np.degrees(np.arctan2(-rotation[0, 1], rotation[1, 1]))
    return yaw, pitch, roll


@dataclass(frozen=True)
class HeadCamera:
    """u = u0 + s*Qx/(1-k*Qz), v = v0 - s*Qy/(1-k*Qz); u0, v0, s in fractions of the crop's side, k in 1/dm."""
    u0: float
    v0: float
    s: float
    k: float

    def array(self):
        return np.array([self.u0, self.v0, self.s, self.k], np.float32)

    def project(self, points):
        """Points in camera axes, dm [...,3] -> (u, v) fractions [...,2]."""
        w = 1 - self.k * points[..., 2]
        return np.stack([self.u0 + self.s * points[..., 0] / w, self.v0 - self.s * points[..., 1] / w], -1)

    def unproject(self, u, v, depth):
        """The inverse: fractions and depth (dm) -> camera-axes points [...,3]."""
        w = 1 - self.k * depth
        return np.stack([(u - self.u0) * w / self.s, (self.v0 - v) * w / self.s, depth], -1)

    def to_raster(self, points, side):
        """float32 [V,3]: x, y in pixels of a side x side raster, and f = Qz/(1-k*Qz), linear on the screen.

        f grows towards the viewer, Qz = f/(1+k*f), and 1/(1-k*Qz) = 1+k*f gives perspective-correct weights;
        unlike 1/w it also orders depth when k = 0. Points at or behind the camera get NaN.
        """
        w = 1 - self.k * points[:, 2]
        out = np.empty(points.shape, np.float32)
        out[:, :2] = self.project(points) * side
        out[:, 2] = points[:, 2] / w
        out[w < 0.08] = np.nan
        return out
