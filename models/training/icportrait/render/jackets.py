"""Jackets and hoods over the garment: a sheet open in front, with lapels or a zip."""
import numpy as np

ROWS, COLUMNS = 24, 60


def jacket_parts(rng, build, colour, follow, cloth_part, outward):
    """Parts of a jacket, coat or open hoodie; cloth_part, outward: the makers of clothes.py."""
    from .clothes import body_surface
    closed_at, wide = rng.uniform(3.2, 6.5), rng.uniform(.35, .8)
    level = 1.0 + 7 * np.linspace(0, 1, ROWS)[:, None] ** 1.5
    opening = np.clip(wide * (1 - (level - 1.0) / (closed_at - 1.0)), .012, None)
    share = np.linspace(0, 1, COLUMNS)[None]
    angle = opening + (2 * np.pi - 2 * opening) * share
    points = body_surface(np.broadcast_to(level, angle.shape), angle, build * 1.03)
    points = points + outward(points) * (.10 + .03 * rng.random())
    shade = np.ones(ROWS * COLUMNS)
    parts = [cloth_part(rng, points, colour, follow, shade, closed=False)]
    if rng.random() < .6:
        parts += [_lapel(rng, side, level, opening, closed_at, build, colour, follow, cloth_part, outward) for side in (-1, 1)]
    else:
        parts.append(_hood(rng, build, colour, follow, cloth_part, outward))
    return parts


def _lapel(rng, side, level, opening, closed_at, build, colour, follow, cloth_part, outward):
    """The turned-over edge: widest above, ending where the jacket closes."""
    from .clothes import body_surface
    across = np.linspace(0, 1, 6)[None]
    use = np.clip((closed_at - level) / (closed_at - 1), 0, 1)
    width = .30 * np.clip(use * 1.6, 0, 1) * np.clip(1.15 - .6 * np.abs(use - .62), .3, 1)
    angle = side * (opening + width * across)
    points = body_surface(np.broadcast_to(level, angle.shape), angle, build * 1.03)
    points = points + outward(points) * (.15 + .02 * np.sin(across * np.pi))[..., None]
    return cloth_part(rng, points, colour * .92, follow, np.ones(points.shape[0] * points.shape[1]), closed=False)


def _hood(rng, build, colour, follow, cloth_part, outward):
    """A hood that lies behind the neck."""
    from .clothes import body_surface
    turn = np.linspace(0, 2 * np.pi, 14)[:, None]
    angle = np.linspace(.55, 2 * np.pi - .55, 48)[None]
    back = (1 - np.cos(angle)) / 2
    base = body_surface(np.full((1, 48), 1.25), angle, build)
    thick, tall = .10 + .30 * back, .16 + .22 * back
    away = outward(base) * [1, 0, 1]
    points = base + away * (thick * (1 + np.cos(turn)))[..., None] + np.array([0, 1, 0]) * (tall * np.sin(turn))[..., None]
    return cloth_part(rng, points, colour, follow, np.ones(14 * 48), closed=False)
