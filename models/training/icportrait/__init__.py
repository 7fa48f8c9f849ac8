"""Synthetic heads, the networks trained on them, and their export to the pack that the plugin ships."""

import os

# Before anything imports ONNX Runtime: from 1.29 on it tells its maker about the machine unless this is set.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
