"""Synthetic heads with ground truth: a numba renderer for training pictures. Conventions: docs/conventions.md."""
