"""A measuring scene: a person at one instant, two views and two lights, as four pictures with ground truth."""
import numpy as np

from . import photographic
from .backgrounds import sample_background
from .camera import HeadCamera, rotation_matrix
from .lighting_setup import sample_lighting
from .lights import LOBE, transfer_of, turn_matrix_coefficients
from .painting import HEAD
from .view import SIDE, SUPER, View, prepare_light
from .wardrobe import sample_dressed

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


def render_scene(rng, assets, split):
    """Four dicts in the order v0l0, v0l1, v1l0, v1l1 with the arrays of one picture each, plus `view`, `light_index`
    and `meta` (dict). Deterministic for a Generator's state. Both views go through one camera and nothing is developed,
    so that nothing but pose and light tells two pictures of a scene apart.
    """
    studio = rng.random() < .24
    dressed = sample_dressed(rng, assets, split, studio)
    rotations = [rotation_matrix(*pose) for pose in sample_poses(rng, studio)]
    transfer = transfer_of(dressed.mesh, dressed.strands)
    cloth_bump, camera = rng.uniform(.05, .35), sample_camera(rng, studio)
    views = [View(dressed, rotation, camera, cloth_bump) for rotation in rotations]
    pictures = {}
    for light_index in range(2):
        # Of a studio scene only the first light is the studio's.
        even = studio and light_index == 0
        lighting = sample_lighting(rng, assets.map_paths(split), rotations[0], even)
        prepared = prepare_light(dressed, lighting, transfer)
        background, background_name = sample_background(rng, lighting.environment, SIDE * SUPER, even)
        lit = [view.light(lighting, *prepared).colours(view) for view in views]
        gains = photographic.sample_gains(rng, lit[0], views[0].props[:, HEAD], lighting.radiance()[0], even)
        for view_index, view in enumerate(views):
            # Backdrops are given in exposed light, so that a studio's wall stays light whatever the skin.
            linear = view.compose(lit[view_index] * gains, background)
            light = turn_matrix_coefficients(lighting.radiance(), view.rotation) * LOBE[:, None] * gains
            pictures[view_index, light_index] = dict(
                view.ground_truth(), image=photographic.encode_bytes(linear), light=light.astype(np.float32), view=view_index,
                light_index=light_index, meta={**dressed.description, "light": lighting.name, "background": background_name,
                                               "studio": studio, "clean": True})
    return [pictures[view, light] for view in range(2) for light in range(2)]
