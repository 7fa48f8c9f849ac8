"""From linear light to a photograph (or a painting): exposure and white balance, then what cameras and files do."""
import cv2
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


def grey_gains(rng):
    """Tint [3] of a greyscale picture: mostly none, sometimes sepia."""
    tint = np.array([1.0, 1.0, 1.0]) if rng.random() < .6 else np.array([1.12, .98, .74]) * rng.uniform(.95, 1.05, 3)
    return (tint / (tint @ LUMA)).astype(np.float32)


def develop(rng, linear, studio=False, painterly=False):
    """Linear RGB float32 [H,W,3], exposure done -> uint8 sRGB."""
    linear = shoulder(linear)
    strength = .35 if studio else 1.0
    picture = linear.astype(np.float32)
    if rng.random() < .5 * strength:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(.3, 1.5) * strength + .1)
    grain = rng.normal(size=picture.shape).astype(np.float32) * (rng.uniform(0, .035) * strength)
    picture = picture + grain * np.sqrt(np.maximum(picture, 0) + .004)
    picture = encode(picture)
    if rng.random() < .35 * strength:
        bend = np.exp(rng.normal() * .12)
        picture = np.clip(picture, 0, 1) ** np.float32(bend)
    if painterly:
        picture = _paint_over(rng, picture)
    if rng.random() < .25 * strength:
        picture = _resample(rng, picture)
    if rng.random() < .25:
        soft = cv2.GaussianBlur(picture, (0, 0), 1.0)
        picture = picture + rng.uniform(.2, .9) * (picture - soft)
    out = np.clip(picture * 255 + .5, 0, 255).astype(np.uint8)
    if rng.random() < .5:
        quality = int(rng.uniform(28, 96) if not studio else rng.uniform(75, 97))
        out = cv2.imdecode(cv2.imencode(".jpg", out, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)
    return out


def _resample(rng, picture):
    side = picture.shape[0]
    small = max(48, int(side * rng.uniform(.28, .9)))
    down = cv2.resize(picture, (small, small), interpolation=cv2.INTER_AREA)
    return cv2.resize(down, (side, side), interpolation=[cv2.INTER_LINEAR, cv2.INTER_CUBIC][int(rng.integers(2))])


def _paint_over(rng, picture):
    """Strokes, varnish and canvas of an old painting."""
    smooth = (np.clip(picture, 0, 1) * 255).astype(np.uint8)
    if rng.random() < .5:
        smooth = cv2.medianBlur(smooth, int(rng.choice([3, 5])))
    smooth = cv2.bilateralFilter(smooth, 5, rng.uniform(20, 60), 3).astype(np.float32) / 255
    varnish = np.array([1.04, .98, .80], np.float32) ** rng.uniform(0, 1)
    side = picture.shape[0]
    y, x = np.mgrid[0:side, 0:side]
    period = rng.uniform(1.9, 3.2)
    canvas = 1 + rng.uniform(0, .06) * (np.sin(2 * np.pi * x / period) * np.sin(2 * np.pi * y / period))
    cracks = 1 + rng.uniform(0, .05) * rng.normal(size=(side, side))
    return smooth * varnish * (canvas * cracks)[..., None].astype(np.float32)
