"""Random lights of a scene: an environment turned at random and up to three lamps, fixed to the world."""
from dataclasses import dataclass

import numpy as np

from .camera import rotation_matrix
from .lights import DIRECTIONS, MAP_HEIGHT, environment_coefficients, lamp_coefficients, load_environment
from .shares import choose


@dataclass
class Lighting:
    """small [32,64,3] radiance and turn [3,3] (map axes to head axes); lamps in head axes: direction, colour, softness dm."""
    name: str
    environment: object
    small: np.ndarray
    turn: np.ndarray
    directions: np.ndarray
    colours: np.ndarray
    softness: np.ndarray

    def environment_radiance(self):
        """Harmonics [9,3] of the environment in head axes, without the cosine lobe."""
        return environment_coefficients(self.small, self.turn)

    def radiance(self):
        """Harmonics [9,3] of all light, lamps included."""
        total = self.environment_radiance()
        for direction, colour in zip(self.directions, self.colours):
            total = total + lamp_coefficients(direction, colour)
        return total.astype(np.float32)

    def sky(self, rotation):
        """The environment as seen in camera axes, float32 [32,64,3]; rotation: head to camera."""
        back = DIRECTIONS @ (rotation @ self.turn)  # camera directions to map directions (row vectors)
        row = np.clip((np.arccos(np.clip(back[..., 1], -1, 1)) / np.pi * MAP_HEIGHT).astype(int), 0, MAP_HEIGHT - 1)
        column = (np.arctan2(back[..., 0], -back[..., 2]) / (2 * np.pi) * 2 * MAP_HEIGHT).astype(int) % (2 * MAP_HEIGHT)
        return np.ascontiguousarray(self.small[row, column])


def _direction(azimuth, elevation):
    a, e = np.radians([azimuth, elevation])
    return np.array([np.sin(a) * np.cos(e), np.sin(e), np.cos(a) * np.cos(e)])


def _warmth(rng):
    warm = rng.normal() * .18
    colour = np.exp(np.array([warm, 0, -warm * 1.3]))
    return colour / colour.mean()


def sample_lighting(rng, map_paths, rotation, studio=False):
    """A Lighting for a head whose first view has this rotation (lamps are placed as that camera sees them)."""
    path = map_paths[int(rng.integers(len(map_paths)))]
    environment = load_environment(path)
    camera_turn = rotation_matrix(rng.uniform(-180, 180), rng.normal() * 12, rng.normal() * 12)
    kind = "studio" if studio else choose(rng, "light")
    small, lamps = environment.small, []
    if kind == "studio":
        share = rng.uniform(.0, .3)
        small = (small * share + (1 - share)) * rng.uniform(.2, .8)
        for side in (-1, 1):
            direction = _direction(side * rng.uniform(20, 55), rng.uniform(5, 35))
            lamps.append((direction, rng.uniform(.3, .9) * np.ones(3), rng.uniform(.1, .25)))
    elif kind == "environment":
        small = small * rng.uniform(.7, 1.3) + rng.uniform(0, .3)
    elif kind == "soft lamp":
        small = small * rng.uniform(.3, 1)
        lamps.append((_direction(rng.normal() * 50, rng.uniform(-10, 60)), rng.uniform(.4, 1.6) * _warmth(rng), rng.uniform(.06, .25)))
    elif kind == "hard lamp":
        small = small * rng.uniform(.03, .25)
        azimuth = rng.choice([-1, 1]) * rng.uniform(60, 120) if rng.random() < .5 else rng.uniform(-75, 75)
        lamps.append((_direction(azimuth, rng.uniform(-20, 65)), rng.uniform(1.2, 2.2) * _warmth(rng), rng.uniform(.0, .05)))
    elif kind == "flash":
        small = small * rng.uniform(.02, .3)
        lamps.append((_direction(rng.normal() * 4, rng.uniform(2, 14)), rng.uniform(.9, 1.6) * np.ones(3), rng.uniform(.0, .03)))
    elif kind == "three lamps":
        small, side = small * rng.uniform(.05, .3), rng.choice([-1, 1])
        for azimuth, elevation, strength in ((side * rng.uniform(25, 60), rng.uniform(15, 50), rng.uniform(.8, 1.5)),
                                             (-side * rng.uniform(20, 70), rng.uniform(-5, 30), rng.uniform(.15, .5)),
                                             (-side * rng.uniform(120, 165), rng.uniform(10, 50), rng.uniform(.6, 2.2))):
            lamps.append((_direction(azimuth, elevation), strength * _warmth(rng), rng.uniform(.01, .15)))
    else:
        small = small * rng.uniform(.1, .7)
        for strength in (rng.uniform(.7, 1.5), rng.uniform(.2, 1.2)):
            lamps.append((_direction(rng.uniform(-130, 130), rng.uniform(-15, 60)), strength * _warmth(rng), rng.uniform(.01, .2)))
    lamps.sort(key=lambda lamp: -lamp[1].mean())
    turn = (rotation.T @ camera_turn).astype(np.float32)
    directions = np.array([lamp[0] @ rotation for lamp in lamps], np.float32).reshape(-1, 3)
    colours = np.array([lamp[1] for lamp in lamps], np.float32).reshape(-1, 3)
    softness = np.array([lamp[2] for lamp in lamps], np.float32)
    return Lighting(f"{environment.name}, {kind}", environment, small.astype(np.float32), turn, directions, colours, softness)
