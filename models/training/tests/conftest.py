"""Set before any test imports ONNX Runtime, which otherwise tells its maker about the machine."""

import os

import pytest

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")


@pytest.fixture(autouse=True)
def single_precision(monkeypatch):
    """Which arithmetic a training takes is measured, and may be another at its next start: runs that are compared take one. ``test_precision`` tries the other."""
    monkeypatch.setattr("icportrait.precision.seconds", lambda device, halved: 1.0)
