"""Set before any test imports ONNX Runtime, which otherwise tells its maker about the machine."""

import os

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
