"""Thins the ICT head to what the plugin fits to a photograph, and writes it as the plugin's resource.

    python -m icportrait.head_model ASSETS ../../src/main/resources/org/icportrait/morphable

ASSETS holds ict-head. Written are ict-head.bin and ict-head.json (format, size, SHA-256, licence, source), and the licence's
text. Kept are skin, ears, neck, the rear of the head and the eyeballs, thinned by half-edge collapses of one half whose
mirror image is the other, so that each vertex has a partner. All numbers are little-endian, C order:

    8 bytes     "ICHEAD1\\n"
    int32 [4]   V vertices, T triangles, I identity modes, E expression modes
    float32     neutral [V,3]: the mean neutral head, dm, head axes
    uint16      triangles [T,3], counter-clockwise from outside
    uint16      partner [V]: the vertex on the other side
    uint16      landmarks [68], order of 300-W
    uint16      source [V]: the vertex's number among those of render.assets.Head
    uint8       region [V]: 0 skin of the face, 1 rear, ears and neck, 2 eyeballs
    float32     scale [I+E]
    int8        offsets [I+E,V,3]: offset in dm = scale[mode] * offset; identity has unit variance, expression 0..1
"""
import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree

from .decimate import half_edge_collapse
from .render.assets import Head

MAGIC = b"ICHEAD1\n"
PARTS = {"M_Face": 0, "M_BackHead": 1, "M_ScleraLeft": 2, "M_ScleraRight": 2}
VERTICES = 8000
MIRROR = np.array([-1, 1, 1], np.float32)
SAME = 1e-3  # dm


def partners(points, used):
    """For each of the vertices ``used`` the one on the other side, -1 where there is none; -1 for the others, int [V]."""
    distance, other = cKDTree(points[used]).query(points[used] * MIRROR)
    sound = (distance < SAME) & (other[other] == np.arange(len(used)))
    out = np.full(len(points), -1)
    out[used[sound]] = used[other[sound]]
    return out


def thinned(head, vertices):
    """(kept indices [V], faces int32 [T,3] over them, partner [V]); about as many vertices as asked for."""
    region = [name for name in PARTS if name in head.regions]
    faces = head.faces[np.isin(head.region, [head.regions.index(name) for name in region])]
    other = partners(head.neutral, np.unique(faces))
    if (other[faces] < 0).any():
        raise ValueError("the head is not symmetric")
    half = faces[(head.neutral[faces, 0] >= -SAME).all(1)]
    locked = np.zeros(len(other), bool)
    locked[head.landmarks] = True
    locked[other[head.landmarks]] = True
    middle = int((np.abs(head.neutral[np.unique(half), 0]) < SAME).sum() * 0.6)
    kept, half = half_edge_collapse(head.neutral, half, (vertices + middle) // 2, locked)
    whole = np.concatenate([half, other[half][:, ::-1]])
    kept = np.unique(whole)
    place = np.full(len(head.neutral), -1)
    place[kept] = np.arange(len(kept))
    return kept, place[whole].astype(np.int32), place[other[kept]]


def quantised(offsets):
    """(scale float32 [M], int8 [M,V,3]) of float offsets [M,V,3]."""
    scale = np.abs(offsets).max((1, 2)) / 127
    return scale.astype(np.float32), np.rint(offsets / scale[:, None, None]).astype(np.int8)


def model_bytes(head, vertices=VERTICES):
    """The file's content, from a render.assets.Head."""
    kept, faces, partner = thinned(head, vertices)
    neutral = head.neutral[kept].copy()
    neutral = (neutral + neutral[partner] * MIRROR) / 2
    neutral[partner == np.arange(len(kept)), 0] = 0
    place = {int(vertex): index for index, vertex in enumerate(kept)}
    landmarks = [place[int(vertex)] for vertex in head.landmarks]
    number_of = np.array([PARTS.get(name, 0) for name in head.regions])
    modes = np.concatenate([head.identity[:, kept], head.expression[:, kept]])
    scale, offsets = quantised(modes)
    counts = [len(kept), len(faces), len(head.identity), len(head.expression)]
    return b"".join([MAGIC, np.array(counts, "<i4").tobytes(), neutral.astype("<f4").tobytes(), faces.astype("<u2").tobytes(),
                     partner.astype("<u2").tobytes(), np.array(landmarks, "<u2").tobytes(), kept.astype("<u2").tobytes(),
                     number_of[head.vertex_region[kept]].astype(np.uint8).tobytes(), scale.astype("<f4").tobytes(), offsets.tobytes()])


def write(assets, out):
    """Writes the three files into the folder ``out``; returns the number of bytes of the model."""
    source = Path(assets) / "ict-head"
    content = model_bytes(Head(source))
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / "ict-head.bin").write_bytes(content)
    about = {"file": "ict-head.bin", "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest(),
             "name": "ICT-FaceKit light head model, thinned", "licence": "MIT", "source": "https://github.com/ICT-VGL/ICT-FaceKit"}
    (out / "ict-head.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    shutil.copyfile(source / "LICENSE", out / "ict-head-LICENSE.txt")
    return len(content)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("assets", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    print(f"{write(arguments.assets, arguments.out) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
