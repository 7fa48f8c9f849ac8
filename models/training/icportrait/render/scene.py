"""One scene: a person at one instant, two views and two lights, as four training pictures with ground truth."""
import numpy as np

from . import photographic, truth
from .backgrounds import sample_background
from .camera import HeadCamera, rotation_matrix
from .lighting_setup import sample_lighting
from .lights import LOBE, REACH, lamp_map, transfer_of, turn_matrix_coefficients
from .noise import VOLUME
from .painting import HEAD, paint
from .rasteriser import rasterise
from .shading import light_up
from .wardrobe import sample_dressed

SIDE, SUPER, TRUTH = 256, 2, 128
SHADOW_SIDE = 448
CROP_DM = 3.6


def sample_poses(rng, studio):
    """Two (yaw, pitch, roll) in degrees, 5 to 60 degrees apart."""
    if studio:
        first = np.array([rng.normal() * 4, rng.normal() * 4, rng.normal() * 2.5])
    else:
        yaw = rng.normal() * 14 if rng.random() < .5 else rng.uniform(-90, 90)
        first = np.array([yaw, np.clip(rng.normal() * 13, -40, 40), np.clip(rng.normal() * 9, -25, 25)])
    angle, step = rng.uniform(0, 2 * np.pi), rng.uniform(5, 60)
    second = first + [step * np.cos(angle), .5 * step * np.sin(angle), np.clip(rng.normal() * 6, -15, 15)]
    if abs(second[0]) > 90:
        second[0] = 2 * first[0] - second[0]
    second = np.clip(second, [-90, -40, -30], [90, 40, 30])
    return [tuple(first), tuple(second)]


def sample_camera(rng, studio):
    """A HeadCamera around the face, in fractions of the crop."""
    if studio:
        jitter, k, move = rng.uniform(.85, 1.2), 1 / rng.uniform(9, 25), rng.uniform(-.05, .05, 2)
    else:
        jitter = rng.uniform(1.25, 2.0) if rng.random() < .08 else rng.uniform(.8, 1.25)
        k = 0.0 if rng.random() < .05 else 1 / np.exp(rng.uniform(np.log(4), np.log(35)))
        move = rng.uniform(-.08, .08, 2)
    return HeadCamera(.5 + move[0], .5 + move[1], 1 / (CROP_DM * jitter), k)


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
        (self.place, self.point, self.smooth, self.bent, self.albedo, self.tangent, self.props) = paint(
            self.pixels, self.triangle, self.weights, self.nearest, mesh.faces, mesh.material, mesh.canonical,
            mesh.positions, np.ascontiguousarray(mesh.normals @ rotation.T), mesh.attributes, rotation, np.float32(camera.k),
            self.side, camera.array(), dressed.strands, dressed.skin.pixel, dressed.skin.moles, dressed.skin.brows, dressed.eyes,
            VOLUME, np.float32(cloth_bump))

    def light(self, lighting, irradiance, maps):
        """Linear RGB [n,3] of the visible sub-pixels; irradiance [V,3] and lamp maps come from prepare_light."""
        radiance = turn_matrix_coefficients(lighting.environment_radiance(), self.rotation)
        depths, axes = maps
        return light_up(self.pixels, self.triangle, self.weights, self.dressed.mesh.faces, irradiance, self.point, self.smooth,
                        self.bent, self.albedo, self.tangent, self.props, self.rotation, np.float32(self.camera.k),
                        self.camera.array(), self.side, radiance, radiance * LOBE[:, None], lighting.sky(self.rotation),
                        np.ascontiguousarray(lighting.directions @ self.rotation.T), lighting.colours, lighting.softness,
                        depths, axes, np.float32(REACH))

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
        coordinates, depth, back, normal, albedo, head = truth.gather(
            self.pixels, self.place, self.smooth, self.albedo, self.props, self.rearmost, np.float32(self.camera.k), self.side,
            self.side // TRUTH)
        points = self.dressed.landmarks @ self.rotation.T
        uv = self.camera.project(points)
        visible = truth.landmark_visibility(uv, points, self.camera, self.nearest, self.side)
        return {"coordinates": coordinates.astype(np.float16), "depth": depth.astype(np.float16), "back_depth": back.astype(np.float16),
                "normal": np.round(normal * 127).astype(np.int8), "albedo": _bytes(photographic.encode(albedo)), "head": _bytes(head),
                "matte": _bytes(self.matte()), "rotation": self.rotation, "camera": self.camera.array(),
                "landmarks": np.concatenate([uv, visible[:, None]], 1).astype(np.float32)}


def _bytes(share):
    return np.clip(share * 255 + .5, 0, 255).astype(np.uint8)


def prepare_light(dressed, lighting, transfer):
    """(irradiance/pi [V,3] of the environment with self-shadowing, (lamp depth maps, their axes))."""
    irradiance = (transfer @ lighting.environment_radiance()).astype(np.float32)
    maps = [lamp_map(dressed.mesh, dressed.strands, direction, SHADOW_SIDE) for direction in lighting.directions]
    depths = np.array([depth for depth, _ in maps], np.float32).reshape(-1, SHADOW_SIDE, SHADOW_SIDE)
    axes = np.array([axis for _, axis in maps], np.float32).reshape(-1, 3, 3)
    return irradiance, (depths, axes)


def render_scene(rng, assets, split, measure=False):
    """Four dicts in the order v0l0, v0l1, v1l0, v1l1 with the arrays of one picture each, plus `view`, `light_index`
    and `meta` (dict). Deterministic for a Generator's state.

    measure: for measuring warps and relighting; both views through one camera and no photographic effects, so that
    nothing but pose and light tells two pictures of a scene apart.
    """
    studio = rng.random() < .24
    dressed = sample_dressed(rng, assets, split, studio)
    rotations = [rotation_matrix(*pose) for pose in sample_poses(rng, studio)]
    transfer = transfer_of(dressed.mesh, dressed.strands)
    cloth_bump = rng.uniform(.05, .35)
    cameras = [sample_camera(rng, studio) for _ in rotations]
    if measure:
        cameras[1] = cameras[0]
    views = [View(dressed, rotation, camera, cloth_bump) for rotation, camera in zip(rotations, cameras)]
    look = {"clean": True, "painting": False, "grey": None} if measure else _sample_look(rng, studio)
    pictures = {}
    for light_index in range(2):
        # Of a studio scene only the first light is the studio's.
        even = studio and light_index == 0
        lighting = sample_lighting(rng, assets.map_paths(split), rotations[0], even)
        irradiance, maps = prepare_light(dressed, lighting, transfer)
        background, background_name = sample_background(rng, lighting.environment, SIDE * SUPER, even)
        gains = None
        for view_index, view in enumerate(views):
            colours = view.light(lighting, irradiance, maps)
            if gains is None:
                gains = photographic.sample_gains(rng, colours, view.props[:, HEAD],
                                                 lighting.radiance()[0], even)
            # Backdrops are given in exposed light, so that a studio's wall stays light whatever the skin.
            linear = view.compose(colours * gains, background)
            light = turn_matrix_coefficients(lighting.radiance(), view.rotation) * LOBE[:, None] * gains
            shot = view.ground_truth()
            if look["grey"] is not None:
                linear, light = _grey(linear, look["grey"]), _grey(light, look["grey"])
                shot["albedo"] = _grey_albedo(shot["albedo"])
            developed = (_bytes(photographic.encode(linear)) if look["clean"]
                         else photographic.develop(rng, linear, studio, look["painting"]))
            shot.update(image=developed, light=light.astype(np.float32), view=view_index, light_index=light_index,
                        meta={**dressed.description, "light": lighting.name, "background": background_name, "studio": studio,
                              "clean": look["clean"], "painting": look["painting"], "grey": look["grey"] is not None})
            pictures[view_index, light_index] = shot
    return [pictures[view, light] for view in range(2) for light in range(2)]


def _sample_look(rng, studio):
    clean = rng.random() < .2
    plain = clean or studio
    return {"clean": clean, "painting": not plain and rng.random() < .14,
            "grey": photographic.grey_gains(rng) if not plain and rng.random() < .08 else None}


def _grey(values, tint):
    return ((values @ photographic.LUMA)[..., None] * tint).astype(np.float32)


def _grey_albedo(albedo):
    """Of a grey picture only the brightness of the albedo can be known: uint8 [3,h,w] -> the same, colourless."""
    linear = photographic.decode(albedo.transpose(1, 2, 0) / np.float32(255))
    return np.repeat(_bytes(photographic.encode(linear @ photographic.LUMA))[None], 3, 0)
