"""Pose and camera conventions; needs no assets."""
import numpy as np
import pytest

from icportrait.render.camera import HeadCamera, angles_of, rotation_matrix


def test_forward_axis_follows_the_signs_of_the_conventions():
    forward = rotation_matrix(30, 0, 0)[:, 2]
    assert forward[0] > 0.49 and abs(forward[1]) < 1e-6  # yaw > 0: the picture's right
    assert rotation_matrix(0, 20, 0)[:, 2][1] > 0.34  # pitch > 0: up
    up = rotation_matrix(0, 0, 15)[:, 1]
    assert up[0] < -0.25  # roll > 0: counter-clockwise as seen, so the head's top goes left
    y, p = np.radians([40, 25])
    np.testing.assert_allclose(rotation_matrix(40, 25, 0)[:, 2], [np.sin(y), np.sin(p) * np.cos(y), np.cos(p) * np.cos(y)], atol=1e-6)


@pytest.mark.parametrize("angles", [(0, 0, 0), (30, -20, 10), (-75, 35, -25), (88, -38, 20)])
def test_angles_come_back(angles):
    rotation = rotation_matrix(*angles)
    np.testing.assert_allclose(rotation @ rotation.T, np.eye(3), atol=1e-6)
    np.testing.assert_allclose(angles_of(rotation), angles, atol=1e-3)


@pytest.mark.parametrize("k", [0.0, 0.04, 0.25])
def test_projection_and_raster_depth_are_invertible(k):
    camera = HeadCamera(.52, .47, .28, k)
    points = np.random.default_rng(1).uniform(-1.4, 1.4, (50, 3)).astype(np.float32)
    uv = camera.project(points)
    np.testing.assert_allclose(camera.unproject(uv[:, 0], uv[:, 1], points[:, 2]), points, atol=1e-5)
    raster = camera.to_raster(points, 512)
    np.testing.assert_allclose(raster[:, :2] / 512, uv, atol=1e-6)
    f = raster[:, 2]
    np.testing.assert_allclose(f / (1 + k * f), points[:, 2], atol=1e-5)
    assert (np.argsort(f) == np.argsort(points[:, 2])).all()


def test_nearer_points_look_larger():
    camera = HeadCamera(.5, .5, .28, .1)
    near, far = camera.project(np.array([[.5, .5, 1.0], [.5, .5, -1.0]]))
    assert near[0] > far[0] > .5 and near[1] < far[1] < .5


def test_points_behind_the_camera_are_marked():
    assert np.isnan(HeadCamera(.5, .5, .28, .25).to_raster(np.array([[0, 0, 4.1]], np.float32), 512)).all()
