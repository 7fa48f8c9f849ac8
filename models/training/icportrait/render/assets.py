"""Reads the head, hair and light files of the assets folder, and says which split may use which."""
import functools
import json
from pathlib import Path

import cv2
import numpy as np

from .hair_mesh import HairMesh

HELD_OUT_HAIR = {"validation": ["short03"], "test": ["bob02"]}
HELD_OUT_MAPS = {"validation": ["rooitou_park_1k"], "test": ["st_fagans_interior_1k", "immenstadter_horn_1k"]}
SPLITS = ("train", "validation", "test")
IRIS_RINGS, IRIS_SPOKES = 24, 96
CM_TO_DM = np.float32(0.1)


class Head:
    """The statistical head in dm, without the fluid, blend, occlusion and inner-eye meshes.

    neutral float32 [V,3]; identity [100,V,3]; expression [53,V,3] with names; faces int32 [T,3] and their region 0..;
    regions: names; vertex_region int32 [V]; landmarks int32 [68].
    """
    LEFT_OUT = ("M_LacrimalFluid", "M_EyeBlend", "M_EyeOcclusion", "M_IrisLeft", "M_IrisRight")

    def __init__(self, folder):
        data = np.load(folder / "ict_head.npz")
        self.regions = [str(name) for name in data["mats"]]
        keep = ~np.isin(data["fmat"], [self.regions.index(name) for name in self.LEFT_OUT])
        faces, region = data["faces"][keep], data["fmat"][keep]
        used, inverse = np.unique(faces, return_inverse=True)
        self.faces = inverse.reshape(faces.shape).astype(np.int32)
        self.region = region.astype(np.int32)
        self.neutral = data["neutral"][used].astype(np.float32) * CM_TO_DM
        self.identity = np.ascontiguousarray(data["idb"][:, used], np.float32) * CM_TO_DM
        self.expression = np.ascontiguousarray(data["exb"][:, used], np.float32) * CM_TO_DM
        self.expression_names = [str(name) for name in data["exn"]]
        position = {int(vertex): place for place, vertex in enumerate(used)}
        listed = json.loads((folder / "landmarks68.json").read_text())
        self.landmarks = np.array([position[int(vertex)] for vertex in listed], np.int32)
        self.vertex_region = np.zeros(len(used), np.int32)
        for number in range(len(self.regions)):
            self.vertex_region[self.faces[self.region == number]] = number

    def vertices_of(self, *names):
        return np.flatnonzero(np.isin(self.vertex_region, [self.regions.index(name) for name in names]))

    def eye_centre(self, side):
        """The turning point of an eye ("Left" or "Right"), dm: middle of the sclera sphere."""
        points = self.neutral[self.vertices_of("M_Sclera" + side)]
        low, high = points.min(0), points.max(0)
        return np.array([(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, high[2] - 0.165], np.float32)


def _read_obj(path):
    vertices, faces, group = [], [], []
    name = ""
    for line in open(path):
        parts = line.split()
        if not parts:
            continue
        if parts[0] == "v":
            vertices.append([float(value) for value in parts[1:4]])
        elif parts[0] == "g":
            name = parts[1]
        elif parts[0] == "f":
            corners = [int(part.split("/")[0]) - 1 for part in parts[1:]]
            for second in range(1, len(corners) - 1):
                faces.append([corners[0], corners[second], corners[second + 1]])
                group.append(name)
    return np.array(vertices), np.array(faces, np.int32), np.array(group)


class BaseBody:
    """The body mesh that hair bindings refer to, and the box map from its cranium onto the head's."""

    def __init__(self, folder, head):
        self.vertices, faces, group = _read_obj(folder / "base.obj")
        eyes = self.vertices[np.unique(faces[np.isin(group, ["joint-l-eye", "joint-r-eye"])])].mean(0)
        body = self.vertices[np.unique(faces[group == "body"])]
        skull = body[body[:, 1] > eyes[1]]
        self.low, self.high = skull.min(0), skull.max(0)
        self.low[1] = eyes[1]
        eye_level = (head.eye_centre("Left") + head.eye_centre("Right"))[1] / 2
        skin = head.neutral[(head.vertex_region <= 1) & (head.neutral[:, 1] > eye_level)]
        self.head_low, self.head_high = skin.min(0), skin.max(0)
        self.head_low[1] = eye_level

    def place(self, binding):
        """Vertices [V,3] dm of a .mhclo binding, fitted onto the mean neutral head."""
        scales, rows, reading = {}, [], False
        for line in open(binding):
            parts = line.split()
            if not parts:
                continue
            if parts[0] in ("x_scale", "y_scale", "z_scale"):
                scales[parts[0][0]] = (int(parts[1]), int(parts[2]), float(parts[3]))
            elif parts[0] == "verts":
                reading = True
            elif reading:
                try:
                    rows.append([float(value) for value in parts])
                except ValueError:
                    reading = parts[0] in ("material", "tag")  # some files name these between the heading and the rows
        size = np.array([abs(self.vertices[scales[axis][0]][i] - self.vertices[scales[axis][1]][i]) / scales[axis][2]
                         for i, axis in enumerate("xyz")])
        points = np.array([self.vertices[int(row[0])] if len(row) == 1 else
                           sum(row[3 + i] * self.vertices[int(row[i])] for i in range(3)) + np.array(row[6:9]) * size
                           for row in rows])
        centre, half = (self.low + self.high) / 2, (self.high - self.low) / 2
        fitted = (points - centre) / half * (self.head_high - self.head_low) / 2 + (self.head_low + self.head_high) / 2
        middle = np.array([0, 0.5, 0])
        return ((fitted - middle) * 1.03 + middle).astype(np.float32)  # a little outside the skin


def _brow_outlines(folder, body, head):
    """Outlines of the brow meshes, see facial_hair.brow_outline."""
    from .facial_hair import brow_outline
    marks = head.neutral[head.landmarks]
    return [brow_outline(body.place(path), marks) for path in sorted(folder.glob("*/*.mhclo"))]


def _iris_texture(path):
    """float32 [IRIS_RINGS,IRIS_SPOKES]: brightness of the iris of the eye picture in rings and spokes, mean 1."""
    picture = cv2.imread(str(path))
    if picture is None:
        raise FileNotFoundError(f"cannot read the eye texture {path}")
    radius, angle = np.meshgrid(np.linspace(42, 112, IRIS_RINGS), np.arange(IRIS_SPOKES) / IRIS_SPOKES * 2 * np.pi, indexing="ij")
    x, y = 296 + radius * np.cos(angle), 726 + radius * np.sin(angle)
    grey = cv2.remap(picture.astype(np.float32).max(2), x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR)
    grey = (grey / 255) ** 2.2
    return np.ascontiguousarray(grey / grey.mean(), np.float32)


class Assets:
    """Everything read once; folder must hold ict-head, hair, eyes and hdri."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.head = Head(self.folder / "ict-head")
        body = BaseBody(self.folder / "hair", self.head)
        names = sorted(path.name for path in (self.folder / "hair").iterdir() if (path / f"{path.name}.mhclo").exists())
        self.hair = {}
        for name in names:
            place = self.folder / "hair" / name / name
            _, faces, _ = _read_obj(place.with_suffix(".obj"))
            self.hair[name] = HairMesh(name, body.place(place.with_suffix(".mhclo")), faces, self.head)
        self.brows = _brow_outlines(self.folder / "hair" / "eyebrows", body, self.head)
        self.iris = _iris_texture(self.folder / "eyes" / "brown_eye.png")
        self.maps = sorted((self.folder / "hdri").glob("*.hdr"))

    def hair_names(self, split):
        return _of_split(list(self.hair), HELD_OUT_HAIR, split)

    def map_paths(self, split):
        chosen = _of_split([path.stem for path in self.maps], HELD_OUT_MAPS, split)
        return [path for path in self.maps if path.stem in chosen]


def _of_split(names, held_out, split):
    if split not in SPLITS:
        raise ValueError(f"split must be one of {SPLITS}, not {split!r}")
    reserved = {name for group in held_out.values() for name in group}
    return held_out[split] if split in held_out else [name for name in names if name not in reserved]


@functools.lru_cache(maxsize=1)
def load(folder):
    """The assets of a folder; read once per process."""
    return Assets(folder)
