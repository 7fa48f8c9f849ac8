"""What a training was made from: commit, seed, options, images, data and library versions."""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import platform
import subprocess
import zipfile
from pathlib import Path

from .data import list_shards
from .options import told

LIBRARIES = ("torch", "numpy", "opencv-python-headless", "onnx", "onnxruntime", "numba", "scipy")


def describe(options: argparse.Namespace, origin: str) -> dict:
    """One session's record as it begins; ``origin`` says which weights it began with."""
    return {"origin": origin, **source(), "options": told(options), "libraries": libraries(),
            "data": {"before": fingerprint(options.data / "train")}}


def source() -> dict:
    """The commit of this recipe and whether files differ from it."""
    def git(*arguments: str) -> str:
        found = subprocess.run(["git", *arguments], cwd=Path(__file__).parent, capture_output=True, text=True)
        return found.stdout.strip() if found.returncode == 0 else ""

    try:
        commit = git("rev-parse", "HEAD")
        return {"commit": commit or "unknown", "changed": bool(git("status", "--porcelain", "--", "."))}
    except FileNotFoundError:
        return {"commit": "unknown", "changed": True}


def libraries() -> dict[str, str]:
    versions = {"python": platform.python_version()}
    for name in LIBRARIES:
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return versions


def fingerprint(folder: Path) -> dict:
    """Number of shards and a hash of names, sizes and check sums of all their arrays, without reading the arrays."""
    digest, shards = hashlib.sha256(), list_shards(folder)
    for path in shards:
        digest.update(path.name.encode())
        try:
            with zipfile.ZipFile(path) as archive:
                for member in archive.infolist():
                    digest.update(f"{member.filename} {member.file_size} {member.CRC}".encode())
        except (OSError, zipfile.BadZipFile):
            digest.update(b"unreadable")
    return {"shards": len(shards), "sha256": digest.hexdigest()}
