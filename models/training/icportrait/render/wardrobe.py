"""Dresses one random person: all parts of a scene in head axes, and what the painter must know of them."""
from dataclasses import dataclass

import numpy as np

from . import clothes, glasses, hair
from .head import neck_weight, sample_body_turn, sample_person
from .mesh import EYE, LASH, MOUTH, SKIN, Mesh, Part, join
from .skin import sample_hair_colour, sample_skin


@dataclass
class Dressed:
    """mesh; strands: the strand table; skin; eyes [2,3] turning points, right eye first; landmarks [68,3] head axes, dm."""
    person: object
    mesh: Mesh
    strands: np.ndarray
    skin: object
    eyes: np.ndarray
    landmarks: np.ndarray
    description: dict


def sample_dressed(rng, assets, split, studio=False):
    """A random person with hair, brows, clothes and sometimes beard, glasses or a head covering."""
    head = assets.head
    person = sample_person(rng, head)
    colour = sample_hair_colour(rng)
    style = hair.sample_style(rng, assets.hair_names(split), studio)
    beard_kind = str(rng.choice(["none", "stubble", "full"], p=[.66, .22, .12]))
    skin = sample_skin(rng, head, colour, style["receding"], style["crop"], beard_kind)
    shift = person.identity_shape - head.neutral
    parts = [_head_part(head, person, skin)]
    covered = rng.random() < (.02 if studio else .09)
    covering = ""
    if covered:
        covering, pieces = clothes.head_covering(rng, shift[head.vertex_region == 1].mean(0))
        parts += pieces
    if style["kind"] == "mesh" and (not covered or covering == "veil" and style["name"] in ("long01", "bob01")):
        parts.append(hair.mesh_hair(rng, assets.hair[style["name"]], shift, colour))
    elif style["kind"] == "shell":
        shape = "pulled back" if covered else style["name"]
        parts += hair.shell_parts(rng, head, person, skin.scalp, shape, colour)
    if beard_kind == "full":
        parts += hair.beard_parts(rng, head, person, skin.beard, colour * rng.uniform(.6, 1.1))
    if rng.random() < .12:
        marks = head.neutral[head.landmarks]
        nose = shift[head.landmarks[27]]
        parts += glasses.sample_glasses(rng, marks, lambda point: nose)
    foot = shift[head.neutral[:, 1] < -1.2].mean(0)
    tone = np.median(skin.colour[head.vertex_region == 1], axis=0)
    parts += clothes.sample_clothes(rng, tone, foot, studio)
    turn_body = sample_body_turn(rng)
    mesh = join(parts, turn_body)
    landmarks = mesh.positions[head.landmarks]
    # People mark the brow's hair, not the bone: these ten points follow the painted line.
    landmarks[17:27] += skin.brows.reshape(10, 3) - head.neutral[head.landmarks[17:27]]
    eyes = np.stack([head.eye_centre("Right"), head.eye_centre("Left")])
    description = {"hair": style["kind"] + " " + style["name"], "beard": beard_kind, "covering": covering}
    return Dressed(person, mesh, hair.strand_table(rng, style), skin, eyes.astype(np.float32), landmarks, description)


_MATERIAL_OF = {"M_Face": SKIN, "M_BackHead": SKIN, "M_GumsTongue": MOUTH, "M_Teeth": MOUTH, "M_ScleraLeft": EYE,
                "M_ScleraRight": EYE, "M_EyeLashes": LASH}


def _head_part(head, person, skin):
    materials = np.array([_MATERIAL_OF.get(name, SKIN) for name in head.regions], np.int32)[head.region]
    keep = ~_shoulder_faces(head)
    return Part(head.neutral, person.positions, head.faces[keep], SKIN, skin.colour, neck_weight(head.neutral), None, skin.gloss,
                skin.beard, skin.scalp, materials=materials[keep])


def _shoulder_faces(head):
    """Faces of the head's own shoulders: the bust replaces them, else they would pierce the clothes."""
    x, y, z = head.neutral.T
    gone = (y < -1.24) | ((y < -.95) & (np.hypot(x, z + .1) > .72))
    return gone[head.faces].all(1)
