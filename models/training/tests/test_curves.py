"""Curves are drawn of what the histories hold."""

import sys

import cv2

from icportrait import curves


def test_runs_are_drawn_together(tmp_path, monkeypatch):
    for name, values in (("one", [0.1, 0.2]), ("two", [0.1])):
        (tmp_path / name).mkdir()
        history = [{"step": step, "images": 8 * step, "validation": {"told": value}} for step, value in enumerate(values)]
        (tmp_path / name / "history.json").write_text(curves.json.dumps(history))
    picture = tmp_path / "both.png"
    monkeypatch.setattr(sys, "argv", ["curves", str(picture), "told", *(f"{name}={tmp_path / name}" for name in ("one", "two"))])
    curves.main()
    drawn = cv2.imread(str(picture))
    assert drawn is not None and len({tuple(pixel) for pixel in drawn.reshape(-1, 3)[::7]}) > 10
