"""The geometry between pictures, boxes and crops that every measured figure rests on."""

import cv2
import numpy as np
import pytest

from fake_shards import turn_x, turn_y, turn_z
from icportrait.figures import in_corner
from icportrait.inference import CROP_SIDE, Face, crop_matrix, cut_crop, letterbox, to_picture
from icportrait.render_figures import angle_between, angles, light_error, slope


def dotted(places, width=600, height=500):
    picture = np.zeros((height, width, 3), np.uint8)
    for x, y in places:
        cv2.circle(picture, (round(x - 0.5), round(y - 0.5)), 6, (255, 255, 255), -1)
    return picture


def test_a_crop_stands_upright_about_the_face():
    # The head leans 30 degrees counter-clockwise as seen: its top lies up and to the left of its middle.
    face = Face(300.0, 260.0, 120.0, 30.0, 1.0)
    top = (face.x - 70 * np.sin(np.radians(30)), face.y - 70 * np.cos(np.radians(30)))
    crop, _ = cut_crop(dotted([top]), face)
    row, column = np.argwhere(crop[..., 0] > 128).mean(0) + 0.5
    scale = CROP_SIDE / (1.8 * face.side)
    assert column == pytest.approx(CROP_SIDE / 2, abs=1.0)
    assert row == pytest.approx(CROP_SIDE / 2 - 70 * scale, abs=1.0)


@pytest.mark.parametrize("side", [40.0, 130.0, 900.0])
def test_places_go_to_the_crop_and_back(side):
    face = Face(310.0, 240.0, side, -20.0, 1.0)
    matrix = crop_matrix(face)
    places = np.array([[250.0, 200.0], [310.0, 240.0]])
    fractions = (places @ matrix[:, :2].T + matrix[:, 2]) / CROP_SIDE
    np.testing.assert_allclose(fractions[1], 0.5)
    np.testing.assert_allclose(to_picture(fractions, matrix), places)


def test_a_crop_of_a_large_picture_stays_on_its_place():
    face = Face(2100.0, 1700.0, 1500.0, 10.0, 1.0)
    place = np.array([[2300.0, 1500.0]])
    picture = np.zeros((3400, 4200, 3), np.uint8)
    cv2.circle(picture, (2300, 1500), 60, (255, 255, 255), -1)
    crop, matrix = cut_crop(picture, face)
    row, column = np.argwhere(crop[..., 0] > 128).mean(0) + 0.5
    np.testing.assert_allclose([[column, row]], place @ matrix[:, :2].T + matrix[:, 2], atol=0.7)


def test_letterboxing_keeps_the_shape_and_fills_with_grey():
    boxed, scale = letterbox(np.full((100, 400, 3), 255, np.uint8))
    assert scale == pytest.approx(0.8) and boxed.shape == (320, 320, 3)
    assert (boxed[:80] == 255).all() and (boxed[80:] == 128).all()


@pytest.mark.parametrize("corner", range(4))
def test_a_picture_is_shrunk_into_the_named_corner(corner):
    scene = in_corner(np.full((90, 120, 3), 255, np.uint8), np.zeros((90, 120, 3), np.uint8), corner)
    rows, columns = np.nonzero(scene[..., 0])
    assert len(rows) == 30 * 40
    assert (rows.min() == 0) == (corner < 2) and (columns.min() == 0) == (corner % 2 == 0)


def test_the_angle_between_rotations():
    assert angle_between(turn_y(0.3) @ turn_z(1.0), turn_z(1.0)) == pytest.approx(np.degrees(0.3))


def test_angles_are_those_of_the_conventions():
    yaw, pitch, roll = np.radians([40.0, -15.0, 20.0])
    np.testing.assert_allclose(angles(turn_z(roll) @ turn_x(-pitch) @ turn_y(yaw)), [40.0, -15.0, 20.0], atol=1e-3)


def test_the_slope_tells_a_tenth():
    true = np.linspace(-60, 60, 31)
    assert slope(0.9 * true + 2.0, true) == pytest.approx(0.9)


def test_the_light_error_forgives_exposure_and_nothing_else():
    light = np.zeros((9, 3))
    light[0], light[3] = 2.0, 0.8
    assert light_error(3.0 * light, light) == pytest.approx(0.0, abs=1e-6)
    assert light_error(light * np.array([1, 1, 1, -1, 1, 1, 1, 1, 1])[:, None], light) > 0.3
