"""Synthetic heads with ground truth: a numba renderer for training pictures. Conventions: docs/conventions.md.

Compiled kernels are cached per file. After a change to a kernel that others call (noise, strands, field, face_paint), delete the cache
(`find . -name "*.nb[ic]" -delete`), else the callers keep the old code.
"""
RENDERER_VERSION = 10  # one more with every change of what the pictures look like or how they are drawn from a seed
