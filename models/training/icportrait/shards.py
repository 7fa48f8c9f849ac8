"""Writes shards: whole or not at all, lightly compressed."""
import os
import zipfile
from pathlib import Path

import numpy as np
from numpy.lib import format as npy

COMPRESSION = 1  # zlib's fastest: halves the files at a tenth of the rendering time


def write_arrays(target: Path, arrays: dict) -> None:
    """Writes a .npz of the named arrays under a temporary name and renames it. Equal arrays give equal files."""
    partial = target.with_suffix(f".part{os.getpid()}")
    try:
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION) as archive:
            for name, values in arrays.items():
                with archive.open(name + ".npy", "w", force_zip64=True) as stream:  # dated 1980, whatever the clock says
                    npy.write_array(stream, np.asanyarray(values), allow_pickle=False)
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)
