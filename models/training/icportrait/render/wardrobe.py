"""Dresses one random person: all parts of a scene in head axes, and what the painter must know of them."""
from dataclasses import dataclass

import numpy as np

from . import clothes, glasses, hair
from .face_mask import mask_parts
from .facial_hair import beard_mask, beard_parts, brow_lines, brow_parts, lash_parts, sample_brows
from .field import field_of
from .hairstyles import Scalp, grow_cut, sample_texture
from .head import neck_weight, sample_body_turn, sample_person, with_expression
from .mesh import EYE, LASH, MOUTH, SKIN, Mesh, Part, join
from .occluders import held_parts
from .shares import choose, happens
from .skin import sample_hair_colour, sample_skin, sample_tone


@dataclass
class Dressed:
    """mesh; strands: the strand table; skin; eyes [2,5]: turning point on the mean head, heights of the upper and lower lid in head axes, right eye first;
    iris: see assets; landmarks [68,3] head axes, dm."""
    person: object
    mesh: Mesh
    strands: np.ndarray
    skin: object
    eyes: np.ndarray
    iris: np.ndarray
    landmarks: np.ndarray
    description: dict


@dataclass
class Look:
    """What of a person's looks hangs together: skin, hair and brows. Colours are linear RGB [3]; dark 0..1; age 0 (smooth) to 2;
    child 0 (grown up) to 1 (about four years)."""
    tone: np.ndarray
    dark: float
    age: float
    child: float
    female: bool
    hair_colour: np.ndarray
    texture: str
    receding: float
    crop: float
    beard: str
    beard_mask: object
    brow: np.ndarray
    brow_lines: np.ndarray
    brow_colour: np.ndarray
    brow_strength: float


def sample_look(rng, assets, style):
    """A Look for a hair style (see hair.sample_style)."""
    tone, dark = sample_tone(rng)
    child = rng.uniform(.25, 1) if happens(rng, "child") else 0.0
    old = not child and happens(rng, "old")
    age = 0.0 if child else (rng.uniform(1, 2) if old else abs(rng.normal()) * .4)
    female = happens(rng, "female")
    colour = sample_hair_colour(rng, dark, old or happens(rng, "grey hair") and not child, child > 0)
    may_grow = not (female or child)
    beard = choose(rng, "beard") if happens(rng, "beard") and may_grow else "none"
    brow = sample_brows(rng, assets.brows, female)
    brow_colour = colour * (rng.uniform(.2, .7) if colour.mean() > .1 else rng.uniform(.7, 1.2))
    return Look(tone, dark, age, child, female, colour, sample_texture(rng, dark), style["receding"] * (not female), style["crop"], beard,
                lambda points, marks, lips: beard_mask(points, marks, lips, rng, beard), brow, brow_lines(brow, assets.head), brow_colour,
                rng.uniform(0, .4) if happens(rng, "faint brows") else rng.uniform(.7, 1.1))


def sample_dressed(rng, assets, split, studio=False, theme="", again=None):
    """A random person with all that belongs to them; theme: "black" or "white" clothes, or any; again: a Generator for all that another day
    changes (expression, cut of the hair, what is worn and held), the person being the one of `rng`."""
    head = assets.head
    style = hair.sample_style(rng, assets.hair_names(split))
    look = sample_look(rng, assets, style)
    person = sample_person(rng, head, look.child, max(0, look.age - .8))
    skin = sample_skin(rng, head, look)
    if again is not None:
        rng, style = again, hair.sample_style(again, assets.hair_names(split))
        person = with_expression(rng, head, person.identity_shape, person.identity)
    shift = person.identity_shape - head.neutral
    worn, lens, words = _worn(rng, head, person, shift, look, studio)
    parts = [_head_part(head, person, skin), *worn, *_hair(rng, assets, style, look, skin, shift, words["covering"])]
    parts += brow_parts(rng, head, person, look.brow, look.brow_colour, look.brow_strength)
    parts += lash_parts(rng, head, person, np.minimum(look.hair_colour * .5, .02), rng.uniform(.8, 1.35) if look.female else rng.uniform(.5, .9))
    if not words["mask"]:  # under a mask the beard lies flat: its paint is enough
        parts += beard_parts(rng, Scalp.of(head, skin.beard, person.positions - head.neutral), skin.beard, look.beard,
                             look.hair_colour * rng.uniform(.6, 1.1), look.texture)
    foot = shift[head.neutral[:, 1] < -1.2].mean(0)
    parts += clothes.sample_clothes(rng, look.tone, foot, studio, theme, look)
    mesh = join(parts, sample_body_turn(rng))
    landmarks = mesh.positions[head.landmarks]
    # People mark the brow's hair, not the bone: these ten points follow it.
    landmarks[17:27] += skin.brows.reshape(10, 3) - head.neutral[head.landmarks[17:27]]
    eyes = np.concatenate([np.stack([head.eye_centre("Right"), head.eye_centre("Left")]), _lids(landmarks)], 1)
    description = {"hair": style["kind"] + " " + style["name"], "texture": look.texture, "beard": look.beard, "child": look.child > 0,
                   "age": round(float(look.age), 2), "theme": theme, **words}
    return Dressed(person, mesh, hair.strand_table(rng, style, lens), skin, eyes.astype(np.float32), assets.iris, landmarks, description)


def _worn(rng, head, person, shift, look, studio):
    """(parts, lens kind, words) of what covers or hides the head: hats, glasses, masks, things held before it."""
    parts, lens, words = [], 0.0, {"covering": "", "glasses": False, "mask": False, "held": ""}
    if happens(rng, "head covering") and not (studio and rng.random() < .8):
        words["covering"], parts = clothes.head_covering(rng, shift[head.vertex_region == 1].mean(0))
    if happens(rng, "glasses"):
        pieces, lens = glasses.sample_glasses(rng, shift[head.landmarks[27]], shift[head.landmarks[[0, 16]]])
        words["glasses"], parts = True, parts + pieces
    if happens(rng, "face mask"):
        words["mask"], parts = True, parts + mask_parts(rng, head, person.positions)
    for kind in ("hand", "phone", "microphone"):
        if not words["held"] and happens(rng, kind):
            moved = (person.positions - head.neutral)[head.landmarks].mean(0)
            words["held"], parts = kind, parts + held_parts(rng, kind, head, moved, look.tone, field_of(head))
    return parts, lens, words


def _lids(landmarks):
    """float32 [2,2]: heights of the upper and lower lid, right eye first."""
    y = landmarks[:, 1]
    return np.array([[y[[37, 38]].mean(), y[[40, 41]].mean()], [y[[43, 44]].mean(), y[[46, 47]].mean()]], np.float32)


def _hair(rng, assets, style, look, skin, shift, covering):
    scalp = Scalp.of(assets.head, skin.scalp, shift)
    if style["kind"] == "mesh" and (not covering or covering == "veil" and style["name"] in ("long01", "bob01")):
        return [hair.mesh_hair(rng, assets.hair[style["name"]], shift, look.hair_colour)]
    if style["kind"] == "grown" and (not covering or style["name"] in ("buzz", "short") or covering == "veil" and style["name"] == "long"):
        return grow_cut(rng, scalp, "buzz" if covering and style["name"] == "short" else style["name"], look.texture, look.hair_colour)
    return []


_MATERIAL_OF = {"M_Face": SKIN, "M_BackHead": SKIN, "M_GumsTongue": MOUTH, "M_Teeth": MOUTH, "M_ScleraLeft": EYE,
                "M_ScleraRight": EYE, "M_EyeLashes": LASH}


def _head_part(head, person, skin):
    materials = np.array([_MATERIAL_OF.get(name, SKIN) for name in head.regions], np.int32)[head.region]
    keep = ~_shoulder_faces(head) & (materials != LASH)  # lashes are grown instead
    return Part(head.neutral, person.positions, head.faces[keep], SKIN, skin.colour, neck_weight(head.neutral), None, skin.gloss,
                skin.beard, skin.scalp, materials=materials[keep])


def _shoulder_faces(head):
    """Faces of the head's own shoulders: the bust replaces them, else they would pierce the clothes."""
    x, y, z = head.neutral.T
    gone = (y < -1.24) | ((y < -.95) & (np.hypot(x, z + .1) > .72))
    return gone[head.faces].all(1)
