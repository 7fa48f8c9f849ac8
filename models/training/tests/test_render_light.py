"""Spherical harmonics, strands, noise and the rasteriser on shapes with known answers; needs no assets."""
import numpy as np

from icportrait.render import photographic, truth
from icportrait.render.camera import HeadCamera, rotation_matrix
from icportrait.render.lights import (DIRECTIONS, LOBE, SOLID_ANGLE, basis, environment_coefficients, lamp_coefficients,
                                      turn_matrix_coefficients)
from icportrait.render.noise import VOLUME, noise_at, noise_gradient, noise_value
from icportrait.render.rasteriser import rasterise
from icportrait.render.strands import COLUMNS, strand_covers, strand_row


def test_basis_is_orthonormal():
    values = basis(DIRECTIONS).reshape(-1, 9)
    gram = values.T @ (values * SOLID_ANGLE.reshape(-1, 1))
    np.testing.assert_allclose(gram, np.eye(9), atol=0.02)


def test_white_sky_shades_everything_by_one():
    radiance = environment_coefficients(np.ones((32, 64, 3), np.float32), np.eye(3))
    normals = np.random.default_rng(0).normal(size=(20, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    np.testing.assert_allclose(basis(normals) @ (radiance * LOBE[:, None]), 1, atol=0.01)


def test_lamp_shades_close_to_the_clamped_cosine():
    direction = np.array([.6, 0, .8])
    shading = lamp_coefficients(direction, np.ones(3)) * LOBE[:, None]
    assert abs((basis(direction) @ shading)[0] - 1) < 0.1
    assert abs((basis(-direction) @ shading)[0]) < 0.1


def test_turned_light_is_the_light_seen_in_turned_axes():
    turn = rotation_matrix(50, 20, -10)
    radiance = np.random.default_rng(2).normal(size=(9, 3)).astype(np.float32)
    points = DIRECTIONS.reshape(-1, 3)[::37]
    np.testing.assert_allclose(basis(points @ turn.T) @ turn_matrix_coefficients(radiance, turn), basis(points) @ radiance, atol=1e-4)


def test_noise_is_periodic_and_of_unit_deviation():
    points = np.random.default_rng(3).uniform(0, 64, (4000, 3)).astype(np.float32)
    assert 0.6 < noise_at(points, 1.0, 0).std() < 1.1
    np.testing.assert_allclose(noise_at(points, 1.0, 0), noise_at(points + 64, 1.0, 0), atol=1e-3)


def test_noise_gradient_is_that_of_the_noise():
    rng, step, out = np.random.default_rng(7), 1e-3, np.empty(3, np.float32)
    for x, y, z in np.floor(rng.uniform(0, 64, (40, 3))) + rng.uniform(.1, .9, (40, 3)):  # off the cells' borders
        noise_gradient(VOLUME, x, y, z, out)
        slopes = [(noise_value(VOLUME, x + dx, y + dy, z + dz) - noise_value(VOLUME, x - dx, y - dy, z - dz)) / (2 * step)
                  for dx, dy, dz in np.eye(3) * step]
        np.testing.assert_allclose(out, slopes, atol=5e-3)


def test_strands_leave_holes_at_open_borders_only():
    row = strand_row([0, 1, 0], [0, .45, 0], 25, -.4)
    points = np.random.default_rng(4).uniform(-1, 1, (500, 3))
    inside = np.mean([strand_covers(*point, 1.0, row, VOLUME) for point in points])
    border = np.mean([strand_covers(*point, 0.1, row, VOLUME) for point in points])
    assert inside > 0.9 and border < 0.3


def _square(depth):
    corners = np.array([[-1, -1, depth], [1, -1, depth], [1, 1, depth], [-1, 1, depth]], np.float32)
    return corners, np.array([[0, 1, 2], [0, 2, 3]], np.int32)


def test_nearest_surface_wins_and_rearmost_is_kept():
    camera = HeadCamera(.5, .5, .25, .05)
    front, faces = _square(.5)
    back, _ = _square(-.7)
    points = np.concatenate([back, front])
    joined = np.concatenate([faces, faces + 4])
    triangle, weights, nearest, rearmost = rasterise(
        camera.to_raster(points, 64), joined, np.zeros(4, np.int32), points, np.ones(8, np.float32),
        np.zeros((12, COLUMNS), np.float32), VOLUME, np.float32(.05), 64, 4)
    middle = (32, 32)
    assert triangle[middle] >= 2
    f, r = nearest[middle], rearmost[middle]
    assert abs(f / (1 + .05 * f) - .5) < 1e-4 and abs(r / (1 + .05 * r) + .7) < 1e-4
    assert abs(weights[middle].sum() - 1) < 1e-5
    assert triangle[0, 0] == -1


def test_weights_are_perspective_correct():
    camera = HeadCamera(.5, .5, .25, .2)
    points = np.array([[-1, -1, 1.5], [1, -1, -1.5], [0, 1.2, 0]], np.float32)
    triangle, weights, nearest, _ = rasterise(
        camera.to_raster(points, 128), np.array([[0, 1, 2]], np.int32), np.zeros(1, np.int32), points, np.ones(3, np.float32),
        np.zeros((12, COLUMNS), np.float32), VOLUME, np.float32(.2), 128, 1)
    rows, columns = np.nonzero(triangle == 0)
    found = weights[rows, columns] @ points
    seen = camera.project(found) * 128
    np.testing.assert_allclose(seen, np.stack([columns, rows], 1) + .5, atol=0.01)


def test_shrink_keeps_flat_pictures_and_the_middle():
    np.testing.assert_allclose(truth.shrink(np.full((16, 16, 3), .3, np.float32)), .3, atol=1e-6)
    ramp = np.tile(np.arange(32, dtype=np.float32) + .5, (32, 1))
    np.testing.assert_allclose(truth.shrink(ramp)[4, 2:-2], 2 * np.arange(16)[2:-2] + 1, atol=1e-5)


def test_srgb_round_trip_and_shoulder():
    values = np.linspace(0, 1, 101).astype(np.float32)
    np.testing.assert_allclose(photographic.decode(photographic.encode(values)), values, atol=1e-5)
    np.testing.assert_allclose(photographic.encode_bytes(values), np.round(photographic.encode(values) * 255), atol=1)
    bent = photographic.shoulder(np.array([.3, .75, 1.0, 1.375], np.float32))
    np.testing.assert_allclose(bent, [.3, .75, 1 / 1.15, 1.0], atol=1e-6)


def test_one_exposure_brings_a_group_to_a_sound_brightness_and_keeps_its_relations():
    rng = np.random.default_rng(0)
    shots = [(np.full((50, 3), tone, np.float32), np.ones(50)) for tone in (.02, .06)]
    means = [np.mean([(linear * photographic.group_gains(rng, shots, np.ones(3))).mean() for linear, _ in shots]) for _ in range(60)]
    assert .1 < np.median(means) < .3
    assert (photographic.group_gains(rng, [(np.ones((5, 3), np.float32), np.zeros(5))], np.ones(3)) > 0).all()  # nobody in sight
