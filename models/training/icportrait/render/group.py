"""A group: heads under the same lights, each seen from several views, as training pictures with ground truth.

The cameras move round all heads alike. Lights 0 and 1 stand still in the world, light 2 moves with the camera; so every
head sees the same light, in camera axes, in the pictures of one `light_place`.
"""
import dataclasses

import cv2
import numpy as np

from . import photographic
from .backgrounds import sample_background
from .lighting_setup import sample_lighting
from .lights import LOBE, transfer_of, turn_matrix_coefficients
from .painting import HEAD
from .shares import happens
from .poses import sample_group_camera, sample_group_poses
from .view import SIDE, SUPER, View, as_bytes, prepare_light
from .wardrobe import sample_dressed

HEADS, VIEWS, LIGHTS = 4, 4, 3
CAMERA_LIGHT = 2
LAMPS = 3  # kept in the files


def _surroundings(rng):
    """(theme of the clothes, four numbers for a second person or None)"""
    theme = "black" if happens(rng, "black on black") else ("white" if happens(rng, "white on white") else "")
    return theme, rng.uniform(-1, 1, 4) if happens(rng, "company") else None


class Model:
    """One dressed head of a group with its views."""

    def __init__(self, rng, assets, split, turn, cameras, tight, again=None):
        self.theme, self.company = _surroundings(rng)
        if again is not None:
            self.theme, self.company = _surroundings(again)
        self.dressed, self.turn = sample_dressed(rng, assets, split, theme=self.theme, again=again), turn
        rng = again or rng
        self.transfer = transfer_of(self.dressed.mesh, self.dressed.strands)
        cloth_bump = rng.uniform(.05, .35)
        self.views = [View(self.dressed, (camera @ turn).astype(np.float32), sample_group_camera(rng, tight), cloth_bump)
                      for camera in cameras]
        self.truths = [view.ground_truth() for view in self.views]
        self.materials = [view.materials() for view in self.views]

    def lit(self, lightings):
        """Lit sub-pixels of each view; lightings: one for each view, in head axes."""
        prepared = {}
        out = []
        for view, lighting in zip(self.views, lightings):
            key = id(lighting)
            if key not in prepared:
                prepared[key] = prepare_light(self.dressed, lighting, self.transfer)
            out.append(view.light(lighting, *prepared[key]))
        return out


def in_axes(lighting, rotation):
    """The same light in the axes whose vectors `rotation` [3,3] takes to the lighting's."""
    return dataclasses.replace(lighting, turn=(rotation.T @ lighting.turn).astype(np.float32),
                               directions=np.ascontiguousarray(lighting.directions @ rotation, np.float32))


def lights_of(lighting, index, model, cameras):
    """The lighting (camera axes of the first view) in the head axes of each of a model's views."""
    if index == CAMERA_LIGHT:
        return [in_axes(lighting, view.rotation) for view in model.views]
    fixed = in_axes(in_axes(lighting, cameras[0]), model.turn)
    return [fixed] * len(model.views)


def render_group(rng_of, assets, split, tight=0.0, again_of=lambda part: None):
    """(pictures: HEADS * VIEWS * LIGHTS dicts in that order, heads: dict of arrays with one row a head).

    rng_of(part): a Generator for the group (part 0) and for each head (part 1 + head); again_of(part): one for the same people on another day.
    """
    rng = again_of(0) or rng_of(0)
    cameras, turns = sample_group_poses(rng, HEADS, VIEWS)
    models = [Model(rng_of(1 + head), assets, split, turn, cameras, tight, again_of(1 + head)) for head, turn in enumerate(turns)]
    pictures = {}
    for index in range(LIGHTS):
        lighting = sample_lighting(rng, assets.map_paths(split), np.eye(3, dtype=np.float32), index == 0 and happens(rng, "studio light"))
        _light_group(rng, models, cameras, lighting, index, pictures)
    ordered = [pictures[head, view, light] for head in range(HEADS) for view in range(VIEWS) for light in range(LIGHTS)]
    return ordered, _head_arrays(models, assets)


def _light_group(rng, models, cameras, lighting, index, pictures):
    studio = lighting.name.endswith("studio")
    lights = [lights_of(lighting, index, model, cameras) for model in models]
    lit = [model.lit(own) for model, own in zip(models, lights)]
    colours = [[light.colours(view) for light, view in zip(row, model.views)] for row, model in zip(lit, models)]
    gains = photographic.group_gains(rng, [(colour, view.props[:, HEAD]) for row, model in zip(colours, models)
                                           for colour, view in zip(row, model.views)], lighting.radiance()[0], studio)
    for head, model in enumerate(models):
        background, name = sample_background(rng, lighting.environment, SIDE * SUPER, studio, model.theme)
        for place, view in enumerate(model.views):
            behind, other = background, (head + 1) % len(models)
            if model.company is not None:
                behind = beside(background, models[other].views[place], colours[other][place] * gains, model.company)
            linear = view.compose(colours[head][place] * gains, behind)
            shot = dict(model.truths[place], image=photographic.encode_bytes(photographic.shoulder(linear)))
            shot.update(light_arrays(view, lights[head][place], lit[head][place], gains), material=model.materials[place],
                        eyelids=model.dressed.person.eyelids(), person=head, view=place, light_index=index,
                        light_place=index * VIEWS + (place if index != CAMERA_LIGHT else 0),
                        meta={**model.dressed.description, "light": lighting.name, "background": name, "company": model.company is not None})
            pictures[head, place, index] = shot


def beside(background, view, colours, numbers):
    """The background with another person [n,3] close by, at a place drawn from numbers [4] within +-1."""
    side = view.side
    layer = np.zeros((side * side, 4), np.float32)
    layer[view.pixels, :3], layer[view.pixels, 3] = np.minimum(colours, 6), 1
    layer = layer.reshape(side, side, 4)
    aside = np.sign(numbers[1])
    if layer[:int(.6 * side), 0 if aside > 0 else -1, 3].any():
        return background  # hair or a hand is cut by the border, and nothing hides the cut
    layer[0] = 0  # nothing goes on upwards
    scale = 1 + .22 * numbers[0]
    aside = aside * (.42 + .22 * abs(numbers[2])) * side
    matrix = np.array([[scale, 0, side / 2 * (1 - scale) + aside], [0, scale, side * (1 - scale) + .12 * abs(numbers[3]) * side]], np.float32)
    moved = cv2.warpAffine(layer, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    middle = side // 2  # beyond it nothing but the cut shoulder goes on; the nearer person hides where it ends
    moved[:, slice(0, middle) if aside > 0 else slice(middle, None)] = 0
    return background * (1 - moved[..., 3:]) + moved[..., :3]


def light_arrays(view, lighting, lit, gains):
    """The arrays of one picture that depend on its light; lighting in head axes."""
    turned = [turn_matrix_coefficients(radiance, view.rotation) * LOBE[:, None] * gains
              for radiance in (lighting.radiance(), lighting.environment_radiance())]
    lamps = np.zeros((LAMPS, 8), np.float32)
    count = min(len(lighting.colours), LAMPS)
    lamps[:count, :3] = (lighting.directions @ view.rotation.T)[:count]
    lamps[:count, 3:6], lamps[:count, 6], lamps[:count, 7] = (lighting.colours * gains)[:count], lighting.softness[:count], 1
    cells = view.average(np.concatenate([lit.diffuse * gains, 1 - lit.seen], 1))
    return {"light": turned[0].astype(np.float32), "environment": turned[1].astype(np.float32), "lamps": lamps,
            "gains": np.asarray(gains, np.float32), "shadow": as_bytes(1 - cells[3:]),
            "shading": np.minimum(cells[:3], 6e4).astype(np.float16)}


def _head_arrays(models, assets):
    people = [model.dressed.person for model in models]
    count = len(assets.head.neutral)
    return {"identity": np.stack([person.identity for person in people]).astype(np.float32),
            "expression": np.stack([person.expression for person in people]).astype(np.float32),
            "vertices": np.stack([model.dressed.mesh.positions[:count] for model in models]).astype(np.float16)}
