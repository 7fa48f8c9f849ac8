"""The visible surface of a person from one camera: painted once, lit as often as one likes."""
from dataclasses import dataclass

import cv2
import numpy as np

from . import photographic, truth
from .lights import LOBE, REACH, lamp_map, turn_matrix_coefficients
from .mesh import OCCLUDER, SKIN
from .noise import VOLUME
from .painting import paint
from .rasteriser import rasterise
from .shading import light_up

SIDE, SUPER, TRUTH = 256, 2, 128
SHADOW_SIDE = 448
SCATTER_DM = (.022, .010)  # how far red and green light spreads under the skin


@dataclass
class Lit:
    """Light on a view's sub-pixels: diffuse and gloss [n,3] linear; seen [n,2]: share of the two first lamps that is seen."""
    diffuse: np.ndarray
    gloss: np.ndarray
    seen: np.ndarray

    def colours(self, view):
        """Linear RGB [n,3] of the view's sub-pixels."""
        return view.albedo * self.diffuse + self.gloss


class View:
    """The visible surface of a dressed person from one camera, at SUPER x SIDE resolution."""

    def __init__(self, dressed, rotation, camera, cloth_bump):
        mesh, self.side = dressed.mesh, SIDE * SUPER
        self.dressed, self.rotation, self.camera = dressed, rotation, camera
        in_camera = mesh.positions @ rotation.T
        screen = camera.to_raster(in_camera, self.side)
        self.triangle, self.weights, self.nearest, self.rearmost = rasterise(
            screen, mesh.faces, mesh.material, mesh.canonical, np.ascontiguousarray(mesh.attributes[:, 3]), dressed.strands,
            VOLUME, np.float32(camera.k), self.side, mesh.solid_faces)
        self.pixels = np.flatnonzero(self.triangle.ravel() >= 0).astype(np.int32)
        self.skin = None
        self.kinds = mesh.material[self.triangle.ravel()[self.pixels]]
        (self.place, self.point, self.smooth, self.bent, self.albedo, self.tangent, self.props) = paint(
            self.pixels, self.triangle, self.weights, self.nearest, mesh.faces, mesh.material, mesh.canonical,
            mesh.positions, np.ascontiguousarray(mesh.normals @ rotation.T), mesh.attributes, rotation, np.float32(camera.k),
            self.side, camera.array(), dressed.strands, dressed.skin.pixel, dressed.skin.moles, dressed.skin.brows, dressed.eyes,
            dressed.iris, VOLUME, np.float32(cloth_bump))

    def light(self, lighting, irradiance, maps):
        """Lit sub-pixels; irradiance [V,3] and lamp maps come from prepare_light."""
        radiance = turn_matrix_coefficients(lighting.environment_radiance(), self.rotation)
        depths, axes = maps
        diffuse, gloss, seen = light_up(
            self.pixels, self.triangle, self.weights, self.dressed.mesh.faces, irradiance, self.point, self.smooth,
            self.bent, self.albedo, self.tangent, self.props, self.rotation, np.float32(self.camera.k),
            self.camera.array(), self.side, radiance, radiance * LOBE[:, None], lighting.sky(self.rotation),
            np.ascontiguousarray(lighting.directions @ self.rotation.T), lighting.colours, lighting.softness,
            depths, axes, np.float32(REACH))
        return Lit(self._scatter(diffuse), gloss, seen)

    def _scatter(self, diffuse):
        """Light that enters skin comes out a little aside: the diffuse light [n,3] blurred over the skin, red furthest."""
        skin = self.kinds == SKIN
        if not skin.any():
            return diffuse
        if self.skin is None:
            rows, columns = self.pixels[skin] // self.side, self.pixels[skin] % self.side
            self.skin = rows - rows.min(), columns - columns.min()
            self.skin_cover = [self._spread(np.ones(len(rows), np.float32), channel) for channel in range(2)]
        out = diffuse.copy()
        for channel in range(2):  # blue light hardly spreads
            out[skin, channel] = self._spread(diffuse[skin, channel], channel) / self.skin_cover[channel]
        return out

    def _spread(self, values, channel):
        """Values [m] of the skin's sub-pixels, blurred with their (empty) surroundings."""
        rows, columns = self.skin
        layer = np.zeros((rows.max() + 1, columns.max() + 1), np.float32)
        layer[rows, columns] = values
        size = 2 * int(SCATTER_DM[channel] * self.camera.s * self.side * 1.2 + .5) + 1
        for _ in range(2):  # two boxes make a fair bell
            layer = cv2.blur(layer, (size, size), borderType=cv2.BORDER_CONSTANT)
        return layer[rows, columns]

    def matte(self):
        cover = np.zeros(self.side * self.side, np.float32)
        cover[self.pixels] = 1
        return truth.shrink(cover.reshape(self.side, self.side))

    def compose(self, colours, background):
        """Linear picture float32 [SIDE,SIDE,3] over a background of the fine resolution."""
        fine = background.reshape(-1, 3).copy()
        fine[self.pixels] = np.minimum(colours, 6)  # a spark must not bloom over its neighbours
        return truth.shrink(fine.reshape(self.side, self.side, 3))

    def ground_truth(self):
        """The arrays of one picture that do not depend on light, as the data set stores them."""
        hidden, cell = self.kinds == OCCLUDER, self.side // TRUTH
        self.covered = truth.share_of(self.pixels, hidden, self.side, cell) >= .5
        coordinates, depth, back, normal, albedo, head, self.used = truth.gather(
            self.pixels, hidden, self.covered, self.place, self.smooth, self.albedo, self.props, self.rearmost, np.float32(self.camera.k), self.side, cell)
        points = self.dressed.landmarks @ self.rotation.T
        uv = self.camera.project(points)
        visible = truth.landmark_visibility(uv, points, self.camera, self.nearest, self.side)
        return {"coordinates": coordinates.astype(np.float16), "depth": depth.astype(np.float16), "back_depth": back.astype(np.float16),
                "normal": np.round(normal * 127).astype(np.int8), "albedo": photographic.encode_bytes(albedo), "head": as_bytes(head),
                "matte": as_bytes(self.matte()), "rotation": self.rotation, "camera": self.camera.array(),
                "landmarks": np.concatenate([uv, visible[:, None]], 1).astype(np.float32)}

    def average(self, values):
        """float32 [C,TRUTH,TRUTH]: means of sub-pixel values [n,C] over what ground_truth() counted (call it first); 0 elsewhere."""
        return truth.average(self.pixels, values, self.used, self.side, self.side // TRUTH)

    def materials(self):
        """uint8 [TRUTH,TRUTH]: 0 nobody, else 1 + the material of one counted sub-pixel, or of the thing held before most of it."""
        kinds = truth.pick(self.pixels, self.kinds, self.used, self.side, self.side // TRUTH)
        return np.where(self.covered, np.uint8(1 + OCCLUDER), kinds)


def as_bytes(share):
    """0..1 -> uint8 0..255."""
    return np.clip(share * 255 + .5, 0, 255).astype(np.uint8)


def prepare_light(dressed, lighting, transfer):
    """(irradiance/pi [V,3] of the environment with self-shadowing, (lamp depth maps, their axes))."""
    irradiance = (transfer @ lighting.environment_radiance()).astype(np.float32)
    maps = [lamp_map(dressed.mesh, dressed.strands, direction, SHADOW_SIDE) for direction in lighting.directions]
    depths = np.array([depth for depth, _ in maps], np.float32).reshape(-1, SHADOW_SIDE, SHADOW_SIDE)
    axes = np.array([axis for _, axis in maps], np.float32).reshape(-1, 3, 3)
    return irradiance, (depths, axes)
