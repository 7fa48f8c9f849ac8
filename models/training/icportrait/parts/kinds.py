"""The kinds of parts, and which one each place of a render shows."""

from __future__ import annotations

import cv2
import numpy as np

from ..data import Sample
from ..render.mesh import BROW, CLOTH, EYE, FRAME, HAIR, HEAD_CLOTH, LASH, LENS, LOCK, MATERIALS, MOUTH, OCCLUDER, SKIN, WHISKER

KINDS = ("nobody", "skin", "hair", "beard", "cloth", "glasses", "held")  # in the order of the network's channels
NOBODY, SKIN_KIND, HAIR_KIND, BEARD_KIND, CLOTH_KIND, GLASSES, HELD = range(len(KINDS))
UNKNOWN = 255  # nothing is asked of such a place
OF_MATERIAL = {SKIN: SKIN_KIND, MOUTH: SKIN_KIND, EYE: SKIN_KIND, LASH: SKIN_KIND, BROW: SKIN_KIND, HAIR: HAIR_KIND, LOCK: HAIR_KIND,
               WHISKER: BEARD_KIND, CLOTH: CLOTH_KIND, HEAD_CLOTH: CLOTH_KIND, FRAME: GLASSES, LENS: GLASSES, OCCLUDER: HELD}
HAIRLINE, BACK = 0.75, -0.25  # dm of the mean head: painted scalp hair lies above or behind, painted stubble below MOUTH_LINE
MOUTH_LINE = -0.15
PAINTED = 0.8  # of the face's reflectance: skin that is darker there is painted with hair
LEAST_FACE = 50  # places from which a face's reflectance is told


def table() -> np.ndarray:
    """uint8 [256]: the kind of each stored material; UNKNOWN for numbers that no material has."""
    kinds = np.full(256, UNKNOWN, np.uint8)
    kinds[0] = NOBODY
    for material in range(MATERIALS):
        kinds[1 + material] = OF_MATERIAL.get(material, UNKNOWN)
    return kinds


KIND_OF = table()


def kinds_of(sample: Sample) -> np.ndarray:
    """uint8 [128, 128] of a stored sample: number of the kind, or UNKNOWN where hair is painted onto skin, and on single pixels of an edge.

    ``material`` is that of one sub-pixel, so that along edges and in thin locks it jumps from pixel to pixel.
    """
    kinds = KIND_OF[sample["material"]]
    single = kinds != cv2.medianBlur(kinds, 3)
    thin = (kinds == GLASSES) | (kinds == BEARD_KIND)
    result = kinds.copy()
    result[single & ~thin] = UNKNOWN
    result[painted_hair(sample, kinds)] = UNKNOWN
    return result


def painted_hair(sample: Sample, kinds: np.ndarray) -> np.ndarray:
    """Where skin is dark with painted hair (bool [128, 128]): cropped scalps and dense stubble. Sparse stubble stays skin."""
    x, y, z = sample["coordinates"].astype(np.float32)
    skin = kinds == SKIN_KIND
    reflectance = cv2.GaussianBlur(sample["albedo"].astype(np.float32).mean(0), (0, 0), 1)
    face = skin & (y > 0) & (y < 0.6) & (z > 0.5)
    if face.sum() < LEAST_FACE:
        return np.zeros(skin.shape, bool)
    dark = reflectance < PAINTED * np.median(reflectance[face])
    scalp = (y > HAIRLINE) | ((z < BACK) & (y > -0.5))
    stubble = (y < MOUTH_LINE) & (y > -1.5) & (z > 0)
    return skin & dark & (scalp | stubble)
