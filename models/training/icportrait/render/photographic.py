"""From linear light to a clean photograph: exposure, white balance, a shoulder. What cameras and files do is augmentation's part."""
import numpy as np

LUMA = np.array([.2126, .7152, .0722], np.float32)


def encode(linear):
    """Linear 0..1 -> sRGB 0..1."""
    linear = np.clip(linear, 0, 1)
    return np.where(linear <= .0031308, 12.92 * linear, 1.055 * np.power(linear, 1 / 2.4) - .055).astype(np.float32)


_BYTES = np.round(encode(np.arange(65536) / np.float32(65535)) * 255).astype(np.uint8)


def encode_bytes(linear):
    """Linear 0..1 -> sRGB uint8, through a table."""
    return _BYTES[np.round(np.clip(linear, 0, 1) * 65535).astype(np.uint16)]


def decode(srgb):
    """sRGB 0..1 -> linear 0..1."""
    return np.where(srgb <= .04045, srgb / 12.92, ((srgb + .055) / 1.055) ** 2.4).astype(np.float32)


def sample_gains(rng, linear, weight, light, studio=False):
    """Exposure and white balance as RGB gains [3]: brings the face (linear [n,3] where weight [n] > 0.5) to a random,
    mostly sound brightness, and the colour of the light [3] most of the way to neutral."""
    luma = (linear @ LUMA)[weight > .5]
    middle = np.percentile(luma, 70) if luma.size else .2
    target = rng.uniform(.2, .36) if studio else float(np.clip(np.exp(np.log(.24) + rng.normal() * .45), .04, .6))
    # Dark skin is meant to stay darker than light skin: the exposure goes part of the way only.
    exposure = (target / max(middle, 1e-3)) ** .8
    neutral = (light @ LUMA / np.maximum(light, 1e-3)) ** (rng.uniform(.85, 1) if studio else rng.uniform(.45, 1))
    balance = neutral * np.exp(rng.normal(size=3) * (.02 if studio else .06))
    return (exposure * balance / (balance @ LUMA)).astype(np.float32)


def group_gains(rng, shots, light, studio=False):
    """RGB gains [3] for all pictures of one light; shots: (linear [n,3], head weight [n]) of each. See sample_gains."""
    middles = [np.percentile((linear @ LUMA)[weight > .5], 70) for linear, weight in shots if (weight > .5).any()]
    target = rng.uniform(.2, .34) if studio else float(np.clip(np.exp(np.log(.22) + rng.normal() * .35), .06, .5))
    exposure = (target / max(float(np.mean(middles)), 1e-3)) ** .85 if middles else 1.0
    neutral = (light @ LUMA / np.maximum(light, 1e-3)) ** (rng.uniform(.85, 1) if studio else rng.uniform(.45, 1))
    balance = neutral * np.exp(rng.normal(size=3) * (.02 if studio else .06))
    return (exposure * balance / (balance @ LUMA)).astype(np.float32)


def shoulder(linear):
    """Bends what is brighter than 0.75; below it light stays linear. Inverse above: y = x / (1 + 0.6 (x - 0.75))."""
    return linear / (1 + np.maximum(linear - .75, 0) * .6)
