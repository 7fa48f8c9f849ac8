"""Things held before the face: hands, phones, microphones. Their pixels belong to the person, but hide what lies under them."""
import numpy as np

from .field import look_up
from .glasses import tube
from .hair import sphere
from .mesh import OCCLUDER, Part
from .noise import noise_at

# Landmarks that things are held before: cheeks, chin, mouth, eyes, temple, nose.
TARGETS = (3, 13, 8, 8, 51, 57, 36, 45, 17, 26, 30)
FINGERS = ((-.27, .72), (-.09, .80), (.09, .76), (.26, .60))  # place across the palm and length, dm
SKIN_GLOSS, PLASTIC_GLOSS = .8, 1.5


def held_parts(rng, kind, head, moved, tone, field):
    """Parts of a "hand", "phone" or "microphone" before the face; moved [3]: how far this person's face lies from the mean."""
    marks = head.neutral[head.landmarks]
    if kind == "microphone":
        return _microphone(rng, marks, moved, tone)
    place = marks[TARGETS[int(rng.integers(len(TARGETS)))]] + rng.normal(size=3) * [.1, .1, 0]
    if kind == "phone":
        place = marks[[30, 2, 14][int(rng.integers(3))]] + rng.normal(size=3) * [.15, .15, 0]
    out = np.array([place[0] * 1.1, .0, max(place[2], .35)])
    out /= np.linalg.norm(out)
    frame = _frame(rng, out)
    pieces = _hand(rng, tone) if kind == "hand" else _phone(rng, tone)
    return _placed(pieces, frame, place, out, moved, field)


def _frame(rng, out):
    """Rows across, along the fingers, away from the face: fingers point up, more or less aside."""
    up = np.array([rng.uniform(-1.2, 1.2), rng.uniform(.4, 1.2), 0])
    up -= up @ out * out
    up /= np.linalg.norm(up)
    return np.stack([np.cross(up, out), up, out])


def _placed(pieces, frame, place, out, moved, field):
    """Puts pieces (points, outward vectors, faces, colour, gloss, softness, shine) so near to the face that they just touch it."""
    worlds = [points @ frame + place for points, *_ in pieces]
    deepest, here = 0.0, np.empty(4, np.float32)
    for points in worlds:
        for x, y, z in points[::3]:
            look_up(field, x, y, z, here)
            deepest = max(deepest, .03 - here[0])
    step = min(deepest, 1.2) * out
    return [_part(points + step, moved, outward @ frame, *rest) for points, (_, outward, *rest) in zip(worlds, pieces)]


def _part(points, moved, outward, faces, colour, gloss, soft, shine):
    points, count = points.astype(np.float32), len(points)
    return Part(points, (points + moved).astype(np.float32), faces, OCCLUDER, np.asarray(colour), np.zeros(count),
                gloss=np.full(count, gloss), beard=np.full(count, soft), scalp=np.full(count, shine), outward=outward)


def _limb(rng, line, radii, tone):
    """A round limb with closed ends."""
    line = np.asarray(line, float)
    fine = np.stack([np.interp(np.linspace(0, len(line) - 1, 14), np.arange(len(line)), line[:, i]) for i in range(3)], 1)
    wide = np.interp(np.linspace(0, len(line) - 1, 14), np.arange(len(line)), radii)
    wide[-1] *= .25
    wide[-2] *= .8
    points, faces = tube(fine.astype(np.float32), wide[:, None, None], False, 12)
    shade = tone * np.exp(noise_at(points, 6, rng.uniform(0, 60, 3))[:, None] * np.array([.02, .05, .05]))
    return points, points - np.repeat(fine, 13, axis=0), faces, shade, SKIN_GLOSS, 1.0, .15


def _hand(rng, tone):
    """Palm, fingers, thumb and forearm; across x, fingers along y, back of the hand towards z."""
    side, curve = rng.choice([-1, 1]), rng.uniform(.0, .5)
    points, faces = sphere(28, 20)
    ball = np.sign(points) * np.abs(points) ** .75 * [.36, .42, .13] * (1 + .04 * noise_at(points, 2, rng.uniform(0, 60, 3)))[:, None]
    shade = tone * np.exp(noise_at(points, 3, rng.uniform(0, 60, 3))[:, None] * np.array([.02, .05, .05]))
    pieces = [(ball, points, faces, shade, SKIN_GLOSS, 1.0, .15)]
    spread = rng.uniform(.0, .35)
    for across, length in FINGERS:
        lean, bend = across * spread * 2, curve * rng.uniform(.6, 1.3)
        joints, angle, point = [np.array([across * 1.1, .25, 0])], 0.0, np.array([across * 1.1, .25, 0])
        for share in (.45, .32, .25):
            angle += bend
            point = point + length * share * 1.15 * np.array([lean, np.cos(angle), -np.sin(angle)])
            joints.append(point)
        pieces.append(_limb(rng, joints, [.10, .092, .085, .075], tone))
    thumb = [np.array([side * .28, -.2, 0]), np.array([side * .50, .08, -.06]), np.array([side * .56, .36, -.1])]
    pieces.append(_limb(rng, thumb, [.13, .11, .085], tone))
    pieces.append(_limb(rng, [[0, -.2, 0], [0, -.6, .05], [rng.normal() * .3, -3.2, rng.uniform(.1, .9)]][::-1], [.40, .27, .22], tone))
    return pieces


def _phone(rng, tone):
    """A phone seen from behind, with the fingers that hold it at its edges."""
    half = np.array([rng.uniform(.34, .40), rng.uniform(.70, .80), .04])
    points, faces = sphere(40, 22)
    box = np.sign(points) * np.abs(points) ** .16 * half + [0, 0, .16]
    colour = rng.choice([.01, .03, .5, .8]) * np.exp(rng.normal(size=3) * .1)
    pieces = [(box, points, faces, np.clip(colour, .004, .9), PLASTIC_GLOSS, .1, .8)]
    lens = points * [.05, .05, .02] + [half[0] * .6, half[1] * .8, .21]
    pieces.append((lens, points, faces, np.full(3, .005), PLASTIC_GLOSS, .1, 1.0))
    side = rng.choice([-1, 1])
    for y in np.linspace(-.35, .3, 4) + rng.normal() * .1:
        line = [[side * (half[0] + .16), y - .1, .02], [side * (half[0] + .08), y, .2], [side * (half[0] - .22), y + .05, .26]]
        pieces.append(_limb(rng, line, [.09, .085, .07], tone))
    pieces.append(_limb(rng, [[side * .5, -3.2, .3], [side * .3, -1.0, .1], [side * .1, -.3, -.05]], [.4, .26, .2], tone))
    return pieces


def _microphone(rng, marks, moved, tone):
    """A microphone a little before and below the mouth; its handle goes down, often in a hand."""
    tip = marks[57] + np.array([rng.normal() * .15, rng.uniform(-.55, -.05), rng.uniform(.3, .6)])
    away = np.array([rng.normal() * .4, -1.0, rng.uniform(.1, .9)])
    away /= np.linalg.norm(away)
    points, faces = sphere(28, 18)
    size = rng.uniform(.16, .3)
    mesh = 1 + .25 * np.sin(points[:, 1] * 60) * np.sin(np.arctan2(points[:, 0], points[:, 2]) * 24)
    grey = rng.choice([.012, .2]) * rng.uniform(.6, 1.5)
    pieces = [(points * size + tip, points, faces, grey * mesh[:, None] * np.ones(3), .6, .3, .3)]
    line = np.stack([tip + away * t for t in np.linspace(size * .7, 3.2, 8)]).astype(np.float32)
    handle, handle_faces = tube(line, np.linspace(.13, .1, 8)[:, None, None], False, 14)
    pieces.append((handle, handle - np.repeat(line, 15, axis=0), handle_faces, np.full(3, .02), PLASTIC_GLOSS, .1, .6))
    if rng.random() < .6:
        grip = tip + away * rng.uniform(.7, 1.3)
        aside = np.cross(away, [0, 0, 1.0])
        for place in np.linspace(-.25, .3, 4):
            middle = grip + away * place
            pieces.append(_limb(rng, [middle - aside * .2 - [0, 0, .05], middle + [0, 0, .17], middle + aside * .16], [.095, .09, .07], tone))
        pieces.append(_limb(rng, [grip + [.5, -3, -.4], grip + [.15, -.6, -.2], grip + [0, 0, -.08]], [.4, .27, .2], tone))
    return [_part(points, moved, *rest) for points, *rest in pieces]
