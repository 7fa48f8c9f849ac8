"""A random person: identity, expression and gaze of the statistical head, and the turn of the body under it."""
from dataclasses import dataclass

import numpy as np

from .camera import rotation_matrix
from .proportions import aged, childlike
from .shares import happens

COVERED_EYEBALL = .3  # by how much an eyeball is smaller under closed lids
NECK_PIVOT = np.array([0, -1.0, -0.15], np.float32)


@dataclass
class Person:
    """identity_shape, positions float32 [V,3] dm (without and with expression); their coefficients; named expression weights."""
    identity_shape: np.ndarray
    positions: np.ndarray
    identity: np.ndarray
    expression: np.ndarray
    weights: dict

    def eyelids(self):
        """float32 [2]: 1 open .. 0 closed, right eye first."""
        return np.array([1 - min(self.weights.get("eyeBlink_" + side, 0), 1) for side in "RL"], np.float32)


def sample_person(rng, head, child=0.0, old=0.0):
    """A Person of random identity, expression and gaze; child, old 0..1: how far the shape is bent (see proportions)."""
    identity = rng.normal(size=len(head.identity)).astype(np.float32) * rng.uniform(0.85, 1.15)
    shape = head.neutral + np.tensordot(identity, head.identity, 1)
    if child > 0:
        shape = childlike(shape, child, [head.eye_centre("Right"), head.eye_centre("Left")])
    if old > 0:
        shape = aged(shape, old, shape[head.landmarks])
    return with_expression(rng, head, shape, identity)


def with_expression(rng, head, shape, identity):
    """A Person of that shape [V,3] and those coefficients with a random expression and gaze."""
    weights, gaze = _sample_expression(rng)
    values = np.zeros(len(head.expression_names), np.float32)
    for name, value in weights.items():
        values[head.expression_names.index(name)] = value
    positions = shape.copy()
    for index in np.flatnonzero(values):
        positions += values[index] * head.expression[index]
    _turn_eyes(head, shape, positions, gaze, {"Left": weights.get("eyeBlink_L", 0), "Right": weights.get("eyeBlink_R", 0)})
    return Person(shape, positions, identity, values, weights)


def _both(weights, name, value, rng, unevenness=0.15):
    weights[name + "_L"] = value * (1 + unevenness * rng.normal())
    weights[name + "_R"] = value * (1 + unevenness * rng.normal())


def _sample_expression(rng):
    weights = {}
    kind = rng.choice(["neutral", "smile", "talk", "strong", "mixed"], p=[.38, .24, .12, .10, .16])
    if kind == "smile":
        amount = rng.uniform(.25, 1)
        _both(weights, "mouthSmile", amount, rng, .08)
        _both(weights, "cheekSquint", amount * rng.uniform(.2, .7), rng)
        _both(weights, "eyeSquint", amount * rng.uniform(0, .5), rng)
        if rng.random() < .6:  # teeth
            _both(weights, "mouthUpperUp", rng.uniform(.15, .55), rng, .08)
            _both(weights, "mouthLowerDown", rng.uniform(.1, .5), rng, .08)
            weights["jawOpen"] = max(0, rng.normal() * .08)
    elif kind == "talk":
        weights["jawOpen"] = rng.uniform(.05, .45)
        for name in ("mouthFunnel", "mouthPucker", "mouthShrugUpper"):
            weights[name] = rng.uniform(0, .4) * (rng.random() < .5)
        _both(weights, "mouthStretch", rng.uniform(0, .4), rng)
    elif kind == "strong":
        for name in ("browDown", "noseSneer", "mouthFrown", "eyeWide", "browOuterUp", "cheekPuff", "mouthPress", "browInnerUp"):
            if rng.random() < .35:
                _both(weights, name, rng.uniform(.2, .9), rng)
        weights["jawOpen"] = rng.uniform(0, .7) * (rng.random() < .4)
    elif kind == "mixed":
        names = ["browDown", "browInnerUp", "browOuterUp", "mouthDimple", "mouthFrown", "mouthPress", "eyeSquint", "eyeWide"]
        for name in rng.choice(names, 3, replace=False):
            _both(weights, name, rng.uniform(0, .5), rng)
        for name in ("mouthLeft", "mouthRight", "jawLeft", "jawRight", "jawForward", "mouthRollLower", "mouthRollUpper"):
            weights[name] = rng.uniform(0, .35) * (rng.random() < .25)
    _both(weights, "browInnerUp", weights.get("browInnerUp_L", 0) + abs(rng.normal()) * .08, rng)
    _both(weights, "eyeBlink", _blink(rng), rng, .04)
    gaze = (rng.normal() * 6, rng.normal() * 3) if rng.random() < .75 else (rng.uniform(-26, 26), rng.uniform(-14, 8))
    _lids_follow(weights, gaze)
    return {name: float(np.clip(value, 0, 1.1)) for name, value in weights.items() if value > 0}, gaze


def _blink(rng):
    if happens(rng, "closed lids"):
        return 1.0
    if happens(rng, "half lids"):
        return rng.uniform(.35, .85)
    return max(0, rng.normal() * .12)


def _lids_follow(weights, gaze):
    """gaze: (yaw to the picture's right, pitch up) in degrees."""
    yaw, pitch = gaze
    for side, sign in (("L", 1), ("R", -1)):
        weights["eyeLookOut_" + side] = max(0, sign * yaw) / 30
        weights["eyeLookIn_" + side] = max(0, -sign * yaw) / 30
        weights["eyeLookUp_" + side] = max(0, pitch) / 25
        weights["eyeLookDown_" + side] = max(0, -pitch) / 25


def _turn_eyes(head, shape, positions, gaze, blinks):
    """The eye shapes move the lids only, so the eyeballs are turned here; blinks: how far the lids of each side are closed.

    Lids move along straight lines and would cut through the cornea, so that a closed eye showed its iris: a covered eyeball is smaller.
    """
    turn = rotation_matrix(gaze[0], gaze[1], 0)
    for side in ("Left", "Right"):
        eye = head.vertices_of("M_Sclera" + side)
        centre = head.eye_centre(side) + (shape[eye] - head.neutral[eye]).mean(0)
        size = 1 - COVERED_EYEBALL * min(blinks[side], 1) ** 2
        positions[eye] = size * (positions[eye] - centre) @ turn.T + centre


def neck_weight(points):
    """How far a point of the neutral head [V,3] follows the body: 0 on the skull, 1 at the shoulders."""
    start = -0.82 + 0.4 * np.clip((0.3 - points[:, 2]) / 0.6, 0, 1)
    x = np.clip((start - points[:, 1]) / (start + 1.4), 0, 1)
    return (x * x * (3 - 2 * x)).astype(np.float32)


def sample_body_turn(rng):
    """Function (positions, weight) -> positions with the body turned under the head."""
    calm = rng.random() < .5
    angles = np.clip(rng.normal(size=3) * ((5, 2, 2) if calm else (22, 7, 6)), -45, 45)
    turn = rotation_matrix(*angles)

    def apply(positions, weight):
        turned = (positions - NECK_PIVOT) @ turn.T + NECK_PIVOT
        return positions + weight[:, None] * (turned - positions)
    return apply
