"""Children and old people: the statistical head knows adults only, so its shape is bent towards them."""
import numpy as np

EYE_LEVEL = .30  # dm, canonical


def childlike(points, amount, eyes):
    """Head vertices [V,3] of a child; amount 0..1 (1: about four years); eyes [2,3]: turning points of the eyes.

    The lower face is shorter and narrower, the nose flatter, the eyes larger, the skull rounder, the neck thinner.
    """
    out = points.copy()
    x, y, z = points.T
    below = np.clip((EYE_LEVEL - y) / 1.1, 0, 1)
    out[:, 1] = np.where(y < EYE_LEVEL, EYE_LEVEL + (y - EYE_LEVEL) * (1 - .17 * amount), EYE_LEVEL + (y - EYE_LEVEL) * (1 + .03 * amount))
    neck = np.clip((-.75 - y) / .3, 0, 1)
    out[:, 0] *= 1 - amount * (.06 * below + .16 * neck) + .03 * amount * np.clip((y - .5) / .5, 0, 1)
    out[:, 2] -= amount * .10 * np.exp(-((x / .2) ** 2 + ((y - .02) / .22) ** 2)) * np.clip((z - 1.0) / .2, 0, 1)
    out[:, 2] -= amount * .10 * below * np.clip((z - .4) / .5, 0, 1)
    out[:, :1] += amount * .05 * np.sign(x)[:, None] * np.exp(-((np.abs(x) - .45) / .2) ** 2 - ((y + .2) / .25) ** 2)[:, None] * (z > .5)[:, None]
    for eye in eyes:
        near = np.exp(-(((points - eye) / [.26, .2, .4]) ** 2).sum(1))[:, None]
        out[:, :2] += amount * .14 * near * (points - eye)[:, :2]
    return out.astype(np.float32)


def aged(points, amount, marks):
    """Head vertices [V,3] of an old person; amount 0..1: cheeks sag, ears and nose have grown, lips are thin."""
    out = points.copy()
    x, y, z = points.T
    jowl = np.exp(-((np.abs(x) - .42) / .18) ** 2 - ((y + .55) / .22) ** 2) * (z > .2)
    out[:, 1] -= amount * .05 * jowl
    out[:, 0] += amount * .035 * np.sign(x) * jowl
    nose = np.exp(-(((points - marks[30]) / [.2, .22, .25]) ** 2).sum(1))
    out += (amount * .10 * nose)[:, None] * (points - marks[28])
    ear = (np.abs(x) > .72) & (y > -.3) & (y < .5) & (z < .35)
    out[ear, 1] = .05 + (points[ear, 1] - .05) * (1 + .12 * amount)
    socket = np.exp(-((np.abs(x) - .33) / .16) ** 2 - ((y - .30) / .14) ** 2) * (z > .75)
    out[:, 2] -= amount * .025 * socket
    lips = np.exp(-(x / .3) ** 2 - ((y + .33) / .09) ** 2) * (z > .9)
    out[:, 2] -= amount * .03 * lips
    return out.astype(np.float32)
