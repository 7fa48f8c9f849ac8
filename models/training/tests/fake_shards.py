"""Made-up shards in the renderer's format: shaded balls whose geometry is known exactly."""

from pathlib import Path

import numpy as np

SIDE, MAP = 256, 128


def ball_sample(random: np.random.Generator) -> dict:
    """One image of a ball of radius 0.9 dm about the head origin, turned, under two-term light, without perspective."""
    yaw, pitch, roll = np.radians(random.normal(0, [25, 10, 5]))
    rotation = turn_z(roll) @ turn_x(-pitch) @ turn_y(yaw)
    camera = np.array([0.5 + random.normal(0, 0.02), 0.5 + random.normal(0, 0.02), random.uniform(0.25, 0.3), 0.0])
    light = np.zeros((9, 3))
    light[0], light[2], light[3] = 2.0, 0.8, random.normal(0, 0.5)
    fine, coarse = ball_maps(SIDE, rotation, camera), ball_maps(MAP, rotation, camera)
    colour = np.array([0.6, 0.45, 0.38]) * (1 + 0.3 * np.sin(8 * fine["coordinates"]))
    shading = 0.282095 * light[0] + 0.488603 * (fine["normal"][..., 2:] * light[2] + fine["normal"][..., :1] * light[3])
    inside = fine["inside"][..., None]
    image = np.where(inside, (colour * shading).clip(0, 1) ** (1 / 2.2), random.uniform(0, 1, 3))
    directions = random.normal(size=(68, 3))
    points = 0.9 * directions / np.linalg.norm(directions, axis=1, keepdims=True) @ rotation.T
    landmarks = np.stack([camera[0] + camera[2] * points[:, 0], camera[1] - camera[2] * points[:, 1], points[:, 2] > 0], 1)
    visible = coarse["inside"]
    return {
        "image": (255 * image).astype(np.uint8), "matte": (255 * fine["inside"]).astype(np.uint8),
        "coordinates": first(coarse["coordinates"]).astype(np.float16), "depth": coarse["depth"].astype(np.float16),
        "back_depth": (-coarse["depth"]).astype(np.float16), "normal": first(127 * coarse["normal"]).round().astype(np.int8),
        "albedo": first(np.where(visible[..., None], 160, 0) * np.ones(3)).astype(np.uint8),
        "head": (255 * visible).astype(np.uint8), "rotation": rotation.astype(np.float32),
        "camera": camera.astype(np.float32), "light": light.astype(np.float32), "landmarks": landmarks.astype(np.float32),
        "eyelids": np.array([1.0, 0.0], np.float32),
        "scene": np.int32(0), "view": np.int32(0), "light_index": np.int32(0),
    }


def ball_maps(side: int, rotation: np.ndarray, camera: np.ndarray, radius: float = 0.9) -> dict:
    line = (np.arange(side) + 0.5) / side
    u, v = np.meshgrid(line, line)
    x, y = (u - camera[0]) / camera[2], -(v - camera[1]) / camera[2]
    inside = x ** 2 + y ** 2 < radius ** 2
    z = np.sqrt(np.maximum(radius ** 2 - x ** 2 - y ** 2, 0))
    place = np.stack([x, y, z], 2) * inside[..., None]
    return {"inside": inside, "coordinates": place @ rotation, "depth": z * inside, "normal": place / radius}


def first(values: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(values.transpose(2, 0, 1))


def turn_x(a: float) -> np.ndarray:
    return np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])


def turn_y(a: float) -> np.ndarray:
    return np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])


def turn_z(a: float) -> np.ndarray:
    return np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])


LIGHTS = (0.9, -0.9, 0.4)  # x of the three lights of a group


def write_group(folder: Path, index: int = 0, seed: int = 0) -> None:
    """A shard of 2 balls x 2 views x 3 lights as the renderer's groups are: pictures of equal ``light_place`` stand in the same light."""
    random = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    samples = []
    for number in range(12):
        person, view, light = number // 6, number // 3 % 2, number % 3
        sample = ball_sample(np.random.default_rng([seed, person, view]))
        samples.append({**sample, **lit(sample, LIGHTS[light], random), "person": np.int32(person), "view": np.int32(view),
                        "light_index": np.int32(light), "light_place": np.int32(8 if light == 2 else light * 4 + view)})
    np.savez(folder / f"shard_{index:06d}.npz", meta="{}", **{key: np.stack([sample[key] for sample in samples]) for key in samples[0]})


def lit(sample: dict, side: float, random: np.random.Generator) -> dict:
    """Image, shading and light of a ball that is lit from ``side``."""
    light = np.zeros((9, 3), np.float32)
    light[0], light[2], light[3] = 2.0, 0.8, side
    normal = sample["normal"].astype(np.float32) / 127
    shading = (0.282095 * 2.0 + 0.488603 * (0.8 * normal[2] + side * normal[0])).clip(0.02) * (sample["head"] > 0)
    albedo = (0.3 + 0.2 * np.sin(8 * sample["coordinates"].astype(np.float32))) * np.ones((3, 1, 1))
    colour = np.kron((albedo * shading).clip(0, 1) ** (1 / 2.2), np.ones((1, 2, 2)))
    image = np.where(sample["matte"][..., None] > 0, first(colour.transpose(1, 2, 0)).transpose(1, 2, 0), random.uniform(0, 1, 3))
    lamps = np.zeros((3, 8), np.float32)
    return {"image": (255 * image).astype(np.uint8), "shading": np.repeat(shading[None], 3, 0).astype(np.float16), "light": light,
            "environment": light, "lamps": lamps}


def write_shards(folder: Path, shards: int, images: int = 8, seed: int = 0) -> None:
    """Writes ``shards`` files of ``images`` balls into ``folder``."""
    random = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(shards):
        samples = [ball_sample(random) for _ in range(images)]
        arrays = {key: np.stack([sample[key] for sample in samples]) for key in samples[0]}
        np.savez(folder / f"shard_{index:06d}.npz", meta="{}", **arrays)


def come_back(folder: Path) -> None:
    """Says of the first shard that it shows two people in turns, so that on two days they are seen again."""
    path = folder / "shard_000000.npz"
    with np.load(path) as stored:
        arrays = dict(stored)
    np.savez(path, **{**arrays, "scene": np.arange(len(arrays["image"])) % 2})
