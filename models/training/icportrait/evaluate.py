"""Measures an exported pack through ONNX Runtime: ``python -m icportrait.evaluate PACK --assets ASSETS --data DATA``.

Photographs and paintings serve for testing only. Prints every figure, writes them as JSON (for ``pack.py --metrics``) and
a sheet of pictures to look at.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from .data import list_shards
from .figures import finder_figures, landmark_figures, milliseconds
from .inference import Pack, read_picture
from .render_figures import render_figures
from .sheet import sheet


def evaluate(folder: Path, assets: Path, data: Path | None, limit: int, picture: Path | None) -> dict[str, dict]:
    """Metrics of both networks, in the form that ``pack.py`` stores in the manifest."""
    pack = Pack(folder)
    photographs = [read_picture(path) for path in sorted((assets / "photographs").glob("*.jpg"))]
    paintings = [read_picture(path) for path in sorted((assets / "paintings").iterdir()) if path.suffix in (".jpg", ".png")]
    times = milliseconds(pack)
    metrics = {"finder": {**finder_figures(pack, photographs, paintings, assets), "milliseconds_two_threads": times["finder"]},
               "surface": {**landmark_figures(pack, assets), "milliseconds_two_threads": times["surface"]}}
    if data is not None and list_shards(data):
        metrics["surface"].update(render_figures(pack, data, limit))
    if picture is not None:
        sheet(pack, photographs[::6] + paintings, picture)
    return metrics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--data", type=Path, help="folder of held-out shards (test or validation)")
    parser.add_argument("--images", type=int, default=480)
    parser.add_argument("--json", type=Path, help="where the metrics go")
    parser.add_argument("--sheet", type=Path, help="PNG of photographs and paintings to look at")
    arguments = parser.parse_args()
    metrics = evaluate(arguments.pack, arguments.assets, arguments.data, arguments.images, arguments.sheet)
    print(json.dumps(metrics, indent=1))
    if arguments.json:
        arguments.json.write_text(json.dumps(metrics, indent=1))


if __name__ == "__main__":
    main()
