"""Hair of a scene: a mesh, or shells grown from the scalp, plus full beards; and the strand paint of each."""
import numpy as np

from .mesh import BEARD, BUN, HAIR, LASH, MATERIALS, Part, vertex_normals
from .noise import noise_at
from .skin import ear_mask
from .strands import COLUMNS, strand_row

CROWN = np.array([0, 1.0, -.25])
SKULL = np.array([0, .45, 0.])


def sample_style(rng, names, studio=False):
    """A dict with kind (bald, cropped, shell, mesh), name, receding 0..1 and crop (darkness of painted scalp hair)."""
    kind = rng.choice(["bald", "cropped", "shell", "mesh"], p=[.05, .10, .55, .30] if studio else [.07, .10, .38, .45])
    receding = rng.uniform(.3, 1.6) if rng.random() < .13 else 0.0
    crop = {"bald": rng.uniform(0, .15), "cropped": rng.uniform(.35, .9), "shell": rng.uniform(.7, 1), "mesh": 1.0}[kind]
    if kind == "mesh":
        return {"kind": kind, "name": str(rng.choice(names)), "receding": 0.0, "crop": crop}
    shares = [.30, .42, .12, .04, .12] if studio else [.30, .36, .12, .10, .12]
    shape = str(rng.choice(["short", "pulled back", "quiff", "afro", "flat"], p=shares)) if kind == "shell" else ""
    return {"kind": kind, "name": shape, "receding": receding, "crop": crop}


def strand_table(rng, style):
    """float32 [MATERIALS,16] for the rasteriser: rows of hair, beard, bun and lashes are on."""
    table = np.zeros((MATERIALS, COLUMNS), np.float32)
    offset = rng.uniform(0, 60)
    pole, curl = CROWN - SKULL + rng.normal(size=3) * [.15, .1, .15], max(0, rng.normal() * .12)
    threshold = rng.uniform(-.55, .05)
    if style["name"] in ("pulled back", "flat"):
        pole, curl = np.array([rng.normal() * .1, rng.uniform(.0, .9), -1]), max(0, rng.normal() * .06)
    if style["name"] in ("afro", "afro01"):
        curl, threshold = 1.0, rng.uniform(-1.5, -.7)
    table[HAIR] = strand_row(pole, SKULL, rng.uniform(20, 45), threshold, rng.uniform(3, 9), rng.uniform(.2, .8), offset, curl)
    table[BUN] = strand_row([0, 1, .1], [0, 1.0, -1.2], rng.uniform(5, 9), -.8, 5, .4, offset, curl)
    table[BEARD] = strand_row([0, 1, .3], [0, -.2, .5], 26, rng.uniform(-.3, .3), 5, .6, offset, rng.uniform(.1, .6))
    table[LASH] = strand_row([0, 0, 1], [0, .36, .8], 70, rng.uniform(.1, 1.0), 4, .8, offset)
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


def _thickness(rng, shape, points):
    """Length of shell hair over the scalp [V], dm."""
    top = np.clip((points[:, 1] - .75) / .4, 0, 1)
    front = np.clip((points[:, 2] - .2) / .5, 0, 1)
    lumps = 1 + .35 * noise_at(points, 3.5, rng.uniform(0, 60, 3))
    if shape == "afro":
        return rng.uniform(.3, 1.1) * (1 - .35 * front) * (1 + .12 * noise_at(points, 3, rng.uniform(0, 60, 3)))
    if shape == "pulled back":
        return rng.uniform(.04, .11) * lumps
    if shape == "flat":
        return rng.uniform(.06, .16) * (.6 + .6 * top) * lumps
    if shape == "quiff":
        return rng.uniform(.04, .09) + rng.uniform(.18, .5) * top * (.35 + .65 * front) * lumps
    return rng.uniform(.03, .1) + rng.uniform(.04, .28) * top * lumps


def shell_parts(rng, head, person, scalp, shape, colour):
    """Layers grown over the scalp, sparser outwards; with a bun or a tail behind pulled-back hair sometimes."""
    thickness = _thickness(rng, shape, head.neutral)
    lean = {"quiff": [0, .6, .35], "pulled back": [0, .0, -.2], "flat": [rng.normal() * .3, 0, .15]}.get(shape, [0, .25, 0])
    layers = 7 if shape in ("afro", "quiff") else 5
    parts = _grow(head, person, scalp, thickness, np.array(lean), layers, HAIR, colour)
    if shape == "pulled back" and rng.random() < .75:
        parts.append(_bun(rng, head, person, colour))
    return parts


def beard_parts(rng, head, person, beard, colour):
    """A full beard of random length, longest on the chin."""
    chin = np.exp(-(np.abs(head.neutral[:, 0]) / .5) ** 2) * np.clip((.0 - head.neutral[:, 1]) / .6, 0, 1)
    thickness = rng.uniform(.03, .12) + rng.uniform(0, 1) ** 2 * .55 * chin
    return _grow(head, person, beard, thickness * beard, np.array([0, -.7, .0]), 5, BEARD, colour)


def _grow(head, person, mask, thickness, lean, layers, material, colour):
    skin = np.isin(head.region, [0, 1])
    faces = head.faces[skin & (mask[head.faces] > .02).any(1)]
    used, compact = np.unique(faces, return_inverse=True)
    compact = compact.reshape(faces.shape).astype(np.int32)
    normals = vertex_normals(head.neutral, head.faces)[used]
    direction = normals + lean * np.clip(thickness[used] / .1, 0, 1)[:, None]
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    cover = mask[used] * (1 - ear_mask(head.neutral[used]))
    parts = []
    for layer in range(layers):
        share = (layer + 1) / layers
        offset = direction * (thickness[used] * np.clip(cover * 1.4, 0, 1) * share)[:, None]
        inner = np.clip(cover * 1.15 - .62 * share ** 1.5, 0, 1)
        shade = .75 + .35 * share
        parts.append(Part((head.neutral[used] + offset).astype(np.float32), (person.positions[used] + offset).astype(np.float32),
                          compact, material, colour * shade, np.zeros(len(used)), inner, outward=normals))
    return parts


def _bun(rng, head, person, colour):
    """A knot (or a short tail) of hair behind or on top of the skull."""
    towards = np.array([rng.normal() * .06, rng.uniform(-.1, 1.3), -rng.uniform(.3, 1.0)])
    place = SKULL + towards / np.linalg.norm(towards) * [.8, 1.04, .98]
    size = np.array([rng.uniform(.25, .5), rng.uniform(.25, .5), rng.uniform(.2, .4)])
    if rng.random() < .35:
        place, size = SKULL + [rng.normal() * .05, -.1, -1.0], np.array([.3, rng.uniform(.6, 1.1), .2])
    points, faces = sphere(24, 14)
    shape = points * size * (1 + .15 * noise_at(points, 5, rng.uniform(0, 60, 3)))[:, None]
    moved = (person.identity_shape - head.neutral)[head.vertex_region == 1].mean(0)
    canonical = (shape + place).astype(np.float32)
    return Part(canonical, (canonical + moved).astype(np.float32), faces, BUN, colour, np.zeros(len(points)), outward=points)


def sphere(around, rings):
    """Unit sphere: float32 points and int32 faces."""
    theta = np.linspace(0, np.pi, rings)
    phi = np.arange(around) / around * 2 * np.pi
    theta, phi = np.meshgrid(theta, phi, indexing="ij")
    points = np.stack([np.sin(theta) * np.sin(phi), np.cos(theta), np.sin(theta) * np.cos(phi)], -1).reshape(-1, 3)
    return points.astype(np.float32), grid_faces(rings, around, True)


def grid_faces(rows, columns, closed):
    """Triangles int32 of a rows x columns grid of vertices; closed joins the last column to the first."""
    faces = []
    for row in range(rows - 1):
        for column in range(columns if closed else columns - 1):
            a, b = row * columns + column, row * columns + (column + 1) % columns
            faces += [[a, a + columns, b], [b, a + columns, b + columns]]
    return np.array(faces, np.int32)
