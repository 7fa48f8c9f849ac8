"""Hair of a scene: bald, grown as ribbons, or a mesh with painted strands."""
import numpy as np

from .mesh import HAIR, LENS, MATERIALS, Part
from .noise import noise_at
from .shares import choose, happens
from .strands import COLUMNS, strand_row

CROWN = np.array([0, 1.0, -.25])
SKULL = np.array([0, .45, 0.])


def sample_style(rng, names):
    """A dict with kind (bald, grown, mesh), name, receding 0..1 and crop (darkness of the scalp's painted hair)."""
    kind = "bald" if happens(rng, "bald") else ("mesh" if happens(rng, "hair mesh") else "grown")
    receding = rng.uniform(.3, 1.6) if happens(rng, "receding") else 0.0
    if kind == "mesh":
        return {"kind": kind, "name": str(rng.choice(names)), "receding": 0.0, "crop": 1.0}
    if kind == "bald":
        return {"kind": kind, "name": "", "receding": receding, "crop": rng.uniform(0, .15)}
    cut = choose(rng, "cut")
    return {"kind": kind, "name": cut, "receding": receding * (cut in ("buzz", "short")), "crop": rng.uniform(.45, .8) if cut == "buzz" else rng.uniform(.65, .95)}


def strand_table(rng, style, lens=0.0):
    """float32 [MATERIALS,16] for the rasteriser: the row of hair meshes is on, that of lenses says how clear they are."""
    table = np.zeros((MATERIALS, COLUMNS), np.float32)
    offset = rng.uniform(0, 60)
    pole, curl = CROWN - SKULL + rng.normal(size=3) * [.15, .1, .15], max(0, rng.normal() * .12)
    threshold = rng.uniform(-.55, .05)
    if style["name"] == "afro01":
        curl, threshold = 1.0, rng.uniform(-1.5, -.7)
    table[HAIR] = strand_row(pole, SKULL, rng.uniform(20, 45), threshold, rng.uniform(3, 9), rng.uniform(.2, .8), offset, curl)
    table[LENS, 0] = lens
    return table


def mesh_hair(rng, hair, displacement, colour):
    """Part of a hair mesh that follows the head's identity; randomly mirrored, scaled, waved and cut in length."""
    canonical = hair.positions.copy()
    mirror = rng.random() < .5
    if mirror:
        canonical[:, 0] *= -1
    scale = 1 + np.abs(rng.normal(size=3)) * [.03, .04, .03]
    canonical = (canonical - SKULL) * scale + SKULL
    waves = np.stack([noise_at(canonical, 2.2, rng.uniform(0, 60, 3)) for _ in range(3)], 1)
    depth = np.clip((np.linalg.norm(canonical - SKULL, axis=1) - .9) / .6, 0, 1)[:, None]
    canonical = (canonical + waves * rng.uniform(0, .09) * (.2 + depth)).astype(np.float32)
    if mirror:  # displacements are those of the other side's skull; heads are nearly symmetric
        moved = hair.follow(displacement * [-1, 1, 1]) * [-1, 1, 1]
    else:
        moved = hair.follow(displacement)
    inner = hair.inner.copy()
    if hair.positions[:, 1].min() < -1.2 and rng.random() < .5:  # long hair also comes shorter
        cut = rng.uniform(max(-3.0, hair.positions[:, 1].min()), -.5)
        inner *= np.clip((canonical[:, 1] - cut) / .25, 0, 1)
    if rng.random() < .65:  # keep fringes out of the eyes, mostly
        face = (np.abs(canonical[:, 0]) < .66) & (canonical[:, 2] > .5)
        inner *= np.where(face, np.clip((canonical[:, 1] - rng.uniform(.45, .85)) / .15, 0, 1), 1)
    body = np.clip((-1.0 - canonical[:, 1]) / .8, 0, 1) * .8
    outward = canonical - np.array([0, 1, 0]) * np.minimum(canonical[:, 1:2], .6)
    tips = 1 + .12 * noise_at(canonical, 1.5, rng.uniform(0, 60, 3))
    faces = hair.faces[(inner[hair.faces] > .05).any(1)]  # what is cut off must not cast shadow either
    return Part(canonical, (canonical + moved).astype(np.float32), faces, HAIR, colour * tips[:, None], body, inner, outward=outward)


def sphere(around, rings):
    """Unit sphere: float32 points and int32 faces."""
    theta = np.linspace(0, np.pi, rings)
    phi = np.arange(around) / around * 2 * np.pi
    theta, phi = np.meshgrid(theta, phi, indexing="ij")
    points = np.stack([np.sin(theta) * np.sin(phi), np.cos(theta), np.sin(theta) * np.cos(phi)], -1).reshape(-1, 3)
    return points.astype(np.float32), grid_faces(rings, around, True)


def grid_faces(rows, columns, closed):
    """Triangles int32 of a rows x columns grid of vertices; closed joins the last column to the first."""
    column = np.arange(columns if closed else columns - 1)
    a = np.arange(rows - 1)[:, None] * columns + column
    b = np.arange(rows - 1)[:, None] * columns + (column + 1) % columns
    return np.stack([a, a + columns, b, b, a + columns, b + columns], -1).reshape(-1, 3).astype(np.int32)
