"""A bust with a garment, scarves, and coverings of the head; all in canonical dm. Jackets: jackets.py."""
import numpy as np

from .hair import grid_faces
from .jackets import jacket_parts
from .mesh import CLOTH, HEAD_CLOTH, SKIN, Part
from .noise import noise_at
from .shares import happens

AROUND = 72
# Rings of the body: half width, half depth, middle z, height at the side, the front, the back (dm).
RINGS = np.array([[.58, .56, -.05, -.92, -1.02, -.72], [.72, .60, -.08, -1.06, -1.22, -.92], [.97, .74, -.14, -1.17, -1.42, -1.06],
                  [1.27, .90, -.20, -1.29, -1.68, -1.20], [1.60, .98, -.24, -1.48, -1.98, -1.40], [1.88, 1.05, -.26, -1.75, -2.3, -1.7],
                  [2.05, 1.12, -.26, -2.25, -2.8, -2.2], [2.1, 1.18, -.25, -3.2, -3.6, -3.2], [2.1, 1.2, -.25, -5.5, -5.6, -5.5]])
COLLARS = ("crew", "round", "v", "high", "shirt", "wide")


def body_surface(level, angle, build):
    """Points of the bust at ring level [..] (0 neck .. 8 waist) and angle [..] (0 front, +90 degrees picture's right)."""
    rows = np.stack([np.interp(level, np.arange(len(RINGS)), RINGS[:, i]) for i in range(6)], -1)
    front = np.clip(np.cos(angle), 0, 1) ** 2
    back = np.clip(-np.cos(angle), 0, 1) ** 2
    y = rows[..., 3] * (1 - front - back) + rows[..., 4] * front + rows[..., 5] * back
    widen = 1 + (build - 1) * np.clip(level / 4, 0, 1)
    power = 2 / 2.3  # a little squarer than an ellipse
    x = np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** power * rows[..., 0] * widen
    z = np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** power * rows[..., 1] + rows[..., 2]
    return np.stack([x, y, z], -1)


def _neckline(collar, angle, rng):
    """Ring level [A] where the garment starts."""
    front = np.clip(np.cos(angle), 0, 1)
    if collar == "crew":
        return 1.0 + .35 * front
    if collar == "round":
        return 1.5 + rng.uniform(.6, 1.6) * front ** .7
    if collar == "v":
        turned = np.abs(np.angle(np.exp(1j * angle)))
        return 1.4 + rng.uniform(1.4, 2.8) * np.clip(1 - turned / .85, 0, 1)
    if collar == "wide":
        return 2.4 + rng.uniform(.4, 1.5) * front + np.zeros_like(angle)
    return np.full_like(angle, .8)


def sample_clothes(rng, tone, follow, studio=False, theme="", look=None):
    """Parts of the bust: bare skin, garment, collar, jacket, scarf. follow [3]: displacement of the neck's foot."""
    angle = np.arange(AROUND) / AROUND * 2 * np.pi
    shares = [.4, .28, .22, .03, .05, .02] if studio else [.27, .16, .18, .12, .21, .06]
    build, collar = rng.uniform(.82, 1.15), str(rng.choice(COLLARS, p=shares))
    if look is not None and look.child:
        build *= 1 - .3 * look.child
    colour = np.full(3, rng.uniform(.6, .85)) if studio and rng.random() < .5 else _cloth_colour(rng, theme)
    jacket = not studio and happens(rng, "jacket")
    parts = [_bare(angle, build, tone, follow), _garment(rng, angle, build, collar, colour, follow)]
    if collar == "high":
        parts.append(_ring_part(rng, angle, colour, follow, height=rng.uniform(.3, .6), flare=.03))
    if collar == "shirt":
        parts.append(_ring_part(rng, angle, colour, follow, height=rng.uniform(.22, .4), flare=.16, opening=rng.uniform(.12, .6)))
    if jacket:
        parts += jacket_parts(rng, build, _cloth_colour(rng, theme), follow, _cloth_part, _outward)
    if happens(rng, "scarf"):
        parts.append(_scarf(rng, angle, follow))
    return parts


def _garment(rng, angle, build, collar, colour, follow):
    start = _neckline(collar, angle, rng)
    levels = start[None] + (8 - start[None]) * np.linspace(0, 1, 26)[:, None] ** 1.6
    points = body_surface(levels, np.broadcast_to(angle, levels.shape), build)
    points += _outward(points) * (.035 + .02 * rng.random())
    rim = np.clip(1 - np.arange(26) / 1.5, 0, 1)[:, None] if collar in ("crew", "round", "v") else np.zeros((26, 1))
    points += _outward(points) * (.02 * rim)[..., None]
    shade = np.broadcast_to((1 - .15 * rim) * np.ones_like(levels), levels.shape)
    return _cloth_part(rng, points, colour, follow, shade.ravel())


def _outward(points):
    flat = points - np.stack([0 * points[..., 0], points[..., 1], 0 * points[..., 0] - .2], -1)
    flat = flat + [0, .35, 0]
    return flat / np.linalg.norm(flat, axis=-1, keepdims=True)


def _cloth_colour(rng, theme=""):
    """Linear RGB [3]; theme: "black", "white" or none."""
    kind = {"black": .1, "white": .4}.get(theme, rng.random())
    if kind < .30:
        return np.full(3, rng.uniform(.004, .05) * (.4 if theme else 1)) * np.exp(rng.normal(size=3) * .08)
    if kind < .50:
        return np.full(3, rng.uniform(.55, .85)) * np.exp(rng.normal(size=3) * .03)
    if kind < .64:
        return np.array([.06, .10, .22]) * rng.uniform(.25, 2)  # navy to denim
    if kind < .76:
        return np.full(3, rng.uniform(.08, .4)) * np.exp(rng.normal(size=3) * .05)
    return np.clip(rng.uniform(.06, .4) * np.exp(rng.normal(size=3) * .6), .01, .8)


def _cloth_part(rng, points, colour, follow, shade, material=CLOTH, body=1.0, closed=True):
    rows, columns = points.shape[:2]
    flat = points.reshape(-1, 3)
    folds = noise_at(flat * [1, .45, 1], 3.5, rng.uniform(0, 60, 3)) * .018 + noise_at(flat, 8, rng.uniform(0, 60, 3)) * .005
    flat = flat + _outward(flat) * (folds * rng.uniform(.2, 1.4))[:, None]
    pattern = _pattern(rng, flat)
    flat = flat.astype(np.float32)
    return Part(flat, (flat + follow).astype(np.float32), grid_faces(rows, columns, closed), material,
                np.clip(colour * pattern * shade[:, None], .003, .9), np.full(len(flat), body), outward=_outward(flat))


def _pattern(rng, points):
    kind = rng.random()
    tint = np.exp(rng.normal() * .6 + rng.normal(size=3) * .15)
    if kind < .74:
        mix = np.zeros(len(points))
    elif kind < .84:
        mix = (np.sin(points[:, 1] * rng.uniform(12, 40)) > 0) * 1.0
    elif kind < .90:
        mix = (np.sin(points[:, 0] * rng.uniform(12, 40)) > 0) * 1.0
    else:
        mix = np.clip(noise_at(points, rng.uniform(4, 14), rng.uniform(0, 60, 3)), 0, 1)
    return 1 + mix[:, None] * (tint - 1)


def _bare(angle, build, tone, follow):
    levels = np.repeat(np.linspace(.4, 5, 18)[:, None], len(angle), 1)
    points = body_surface(levels, np.broadcast_to(angle, levels.shape), build)
    points = (points - .02 * _outward(points)).reshape(-1, 3).astype(np.float32)
    return Part(points, (points + follow).astype(np.float32), grid_faces(18, len(angle), True), SKIN, tone,
                np.ones(len(points)), outward=_outward(points))


def _ring_part(rng, angle, colour, follow, height, flare, opening=0.0):
    """A standing collar; opening: half angle (radians) left open in front, where the tips fall outwards."""
    rows = 7
    base = body_surface(np.full_like(angle, .95), angle, 1.0)
    rise = np.linspace(0, 1, rows)[:, None, None]
    up = np.array([0, height, 0]) * (1 - .45 * np.clip(np.cos(angle), 0, 1))[:, None]
    away = _outward(base) * [1, 0, 1]
    points = base[None] + rise * up[None] + away[None] * (.05 + flare * (1 - rise))
    if opening:
        order = np.argsort((angle - np.pi) % (2 * np.pi))
        turned = np.abs(np.angle(np.exp(1j * angle[order])))
        keep = order[turned > opening]
        keep = np.concatenate([keep[angle[keep] < np.pi][::-1], keep[angle[keep] >= np.pi][::-1]])
        points = points[:, keep]
    return _cloth_part(rng, points, colour * rng.uniform(.85, 1.1), follow, np.ones(points.shape[0] * points.shape[1]), closed=not opening)


def _scarf(rng, angle, follow):
    rows = 14
    turn = np.linspace(0, 2 * np.pi, rows)[:, None]
    base = body_surface(np.full_like(angle, 1.2), angle, 1.0) + [0, .12, 0]
    thick, tall = rng.uniform(.12, .26), rng.uniform(.18, .34)
    away = _outward(base) * [1, 0, 1]
    points = base[None] + away[None] * (thick * (1 + np.cos(turn)))[..., None] + np.array([0, 1, 0]) * (tall * np.sin(turn))[..., None]
    return _cloth_part(rng, points, rng.uniform(.03, .6, 3), follow, np.ones(rows * len(angle)))


def head_covering(rng, follow):
    """Veil, hood, turban or cap: parts that move with the head. Returns (name, parts)."""
    kind = str(rng.choice(["veil", "turban", "cap"], p=[.5, .25, .25]))
    rows, columns = 30, 64
    phi = np.arange(columns) / columns * 2 * np.pi - np.pi
    polar = np.linspace(.02, 1, rows)[:, None]
    colour = _cloth_colour(rng) if rng.random() < .5 else rng.uniform(.05, .6, 3)
    if kind == "veil":
        points, faces_closed = _veil(rng, polar), False
    else:
        low = rng.uniform(.80, 1.02)
        theta = polar * (np.pi * .5 + .12)
        bulge = rng.uniform(1.03, 1.2) if kind == "turban" else 1.03
        tall = rng.uniform(1.0, 1.5) if kind == "turban" else rng.uniform(1.0, 1.2)
        radius = np.array([.86 * bulge, (1.62 - low) * tall, 1.06 * bulge])
        tilt = -.16 * np.cos(phi)
        middle_y = low + tilt * -1 * .6
        points = np.stack([np.sin(theta) * np.sin(phi) * radius[0], np.cos(theta) * radius[1] + middle_y[None],
                           np.sin(theta) * np.cos(phi) * radius[2] + .03], -1)
        faces_closed = True
    part = _cloth_part(rng, points, colour, follow, np.ones(points.shape[0] * points.shape[1]), HEAD_CLOTH, 0.0, faces_closed)
    if kind == "veil":
        part.body = np.clip((-.7 - part.canonical[:, 1]) / .8, 0, 1).astype(np.float32)
    return kind, [part]


def _veil(rng, share):
    """Sheet over the skull that falls to the shoulders, open in front of the face."""
    columns = 64
    opening = np.radians(rng.uniform(50, 85))
    phi = np.linspace(opening, 2 * np.pi - opening, columns)[None]
    crown, drop = np.clip(share / .45, 0, 1) * np.pi / 2, np.clip((share - .45) / .55, 0, 1)
    loose = rng.uniform(1.0, 1.12)
    front = rng.uniform(.1, .55)
    radius_x, radius_z = .93 * loose * (1 + .55 * drop ** 1.5), 1.08 * loose * (1 + .1 * drop)
    # Near the crown the sheet also covers the front: the opening grows with the way down.
    squeeze = np.clip((crown / (np.pi / 2) - .35 - .3 * front) / .35, 0, 1)
    squeeze = squeeze * squeeze * (3 - 2 * squeeze)
    around = np.pi + (phi - np.pi) * (np.pi / (np.pi - opening) * (1 - squeeze) + squeeze)
    x = np.sin(crown) * np.sin(around) * radius_x
    y = .52 + np.cos(crown) * 1.02 * loose - drop * 2.1
    z = np.sin(crown) * np.cos(around) * radius_z - .02
    return np.stack(np.broadcast_arrays(x, y, z), -1)
