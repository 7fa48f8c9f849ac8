"""What cameras, phones, files and painters do to a picture: uint8 RGB -> uint8 RGB of the same size."""

from __future__ import annotations

import cv2
import numpy as np

GREY = np.array([0.2126, 0.7152, 0.0722], np.float32)
STRONG_SHARE, DARK_SHARE, DIM_SHARE, PHONE_SHARE = 0.15, 0.08, 0.06, 0.10
BLURRED_SHARE, SMALL_SHARE, SHARPENED_SHARE, NOISY_SHARE, CODED_SHARE = 0.25, 0.25, 0.25, 0.4, 0.3
LEAST_LIGHT = 0.03  # of the picture's linear light, in the darkest pictures
LEAST_VALUE = 0.05  # of the file's values, in the dimmest files


def linear_table() -> np.ndarray:
    value = np.arange(256, dtype=np.float32) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(np.float32)


LINEAR = linear_table()


def encode(linear: np.ndarray) -> np.ndarray:
    """sRGB-encoded 0..1 from linear light >= 0."""
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.maximum(linear, 1e-8) ** (1 / 2.4) - 0.055)


def tone(image: np.ndarray, random: np.random.Generator, strength: float = 1.0) -> np.ndarray:
    """Exposure, colour cast, gamma and contrast by one table a channel; now and then strong, now and then very dark."""
    if random.random() < STRONG_SHARE:
        strength = 2.2 * strength
    gain = np.exp(random.normal(0, 0.3 * strength)) * np.exp(random.normal(0, 0.1 * strength, 3))
    dark = random.random() < DARK_SHARE
    if dark:
        gain = gain * np.exp(random.uniform(np.log(LEAST_LIGHT), np.log(0.4)))
    curve = encode(np.clip(LINEAR[:, None] * gain[None], 0, 1)) ** np.exp(random.normal(0, 0.18 * strength))
    contrast = np.exp(random.normal(0.02, 0.16 * strength))
    curve = np.clip((curve - 0.45) * contrast + 0.45 + random.normal(0, 0.03 * strength), 0, 1)
    if not dark and random.random() < DIM_SHARE:
        curve = curve * np.exp(random.uniform(np.log(LEAST_VALUE), 0))
    table = (255 * curve + 0.5).astype(np.uint8)
    return cv2.LUT(image, table.reshape(1, 256, 3))


def grey(image: np.ndarray) -> np.ndarray:
    return np.repeat(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)


def paint_like(image: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Flattened areas, a warm varnish and canvas grain, as in an old painting."""
    image = cv2.bilateralFilter(image, 5, random.uniform(20, 70), 4)
    varnish = np.array([1.0, random.uniform(0.85, 1.0), random.uniform(0.6, 0.95)], np.float32)
    rows, columns = image.shape[:2]
    canvas = random.normal(0, random.uniform(0, 6), (rows, columns, 1)).astype(np.float32)
    return np.clip(image * varnish + canvas, 0, 255).astype(np.uint8)


def sharpen(image: np.ndarray, amount: float, radius: float) -> np.ndarray:
    return cv2.addWeighted(image, 1 + amount, cv2.GaussianBlur(image, (0, 0), radius), -amount, 0)


def phone(image: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Smoothed against noise, then sharpened until edges ring, with lifted local contrast."""
    smooth = cv2.bilateralFilter(image, 5, random.uniform(10, 35), 3)
    wide = sharpen(smooth, random.uniform(0.1, 0.5), random.uniform(8, 20))
    return sharpen(wide, random.uniform(0.8, 2.5), random.uniform(0.7, 1.5))


def noise(image: np.ndarray, random: np.random.Generator, deviation: float) -> np.ndarray:
    grain = np.empty(image.shape, np.int16)
    cv2.setRNGSeed(int(random.integers(2 ** 31)))  # OpenCV's noise is fast, but has a state of its own
    cv2.randn(grain, 0, deviation)
    return cv2.add(image, grain, dtype=cv2.CV_8U)


def degrade(image: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Blur, fewer pixels, sharpening, noise and JPEG, each now and then."""
    rows, columns = image.shape[:2]
    if random.random() < BLURRED_SHARE:
        image = cv2.GaussianBlur(image, (0, 0), random.uniform(0.4, 2.2))
    if random.random() < SMALL_SHARE:
        share = random.uniform(0.2, 0.8)
        small = cv2.resize(image, (max(16, int(columns * share)), max(16, int(rows * share))), interpolation=cv2.INTER_AREA)
        image = cv2.resize(small, (columns, rows), interpolation=cv2.INTER_LINEAR if random.random() < 0.7 else cv2.INTER_CUBIC)
    if random.random() < PHONE_SHARE:
        image = phone(image, random)
    elif random.random() < SHARPENED_SHARE:
        image = sharpen(image, random.uniform(0.3, 1.5), random.uniform(0.7, 2.0))
    if random.random() < NOISY_SHARE:
        image = noise(image, random, float(random.uniform(1, 14)))
    if random.random() < CODED_SHARE:
        coded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(25, 95))])[1]
        image = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    return image
