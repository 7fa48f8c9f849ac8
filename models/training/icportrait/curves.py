"""The validation curve of a run, and of several together: ``python -m icportrait.curves OUT.png FIGURE NAME=RUN NAME=RUN``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

COLUMNS = 3


def draw_curve(history: list[dict], path: Path) -> None:
    """One small plot for each validation figure over the images seen."""
    if not history:
        return
    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot
    names = list(history[-1]["validation"])
    rows = max(1, -(-len(names) // COLUMNS))
    figure, axes = pyplot.subplots(rows, COLUMNS, figsize=(4 * COLUMNS, 2.6 * rows), squeeze=False)
    for axis, name in zip(axes.flat, names):
        points = [(entry["images"] / 1000, entry["validation"][name]) for entry in history if name in entry["validation"]]
        axis.plot(*zip(*points), marker=".")
        axis.set_title(name, fontsize=9)
        axis.set_xlabel("thousand images", fontsize=8)
        axis.grid(alpha=0.3)
    for axis in list(axes.flat)[len(names):]:
        axis.axis("off")
    figure.tight_layout()
    figure.savefig(path, dpi=90)
    pyplot.close(figure)


def draw_together(histories: dict[str, list[dict]], figure: str, path: Path) -> None:
    """One validation figure of several runs over their steps."""
    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot
    plot, axis = pyplot.subplots(figsize=(6, 3.4))
    for name, history in histories.items():
        points = [(entry["step"], entry["validation"][figure]) for entry in history if figure in entry["validation"]]
        axis.plot(*zip(*points), marker=".", label=name)
    axis.set_title(figure, fontsize=9)
    axis.set_xlabel("steps", fontsize=8)
    axis.set_ylim(bottom=0)
    axis.grid(alpha=0.3)
    axis.legend(fontsize=8)
    plot.tight_layout()
    plot.savefig(path, dpi=90)
    pyplot.close(plot)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("picture", type=Path)
    parser.add_argument("figure", help="name of a validation figure")
    parser.add_argument("runs", nargs="+", help="NAME=FOLDER of each run")
    options = parser.parse_args()
    folders = dict(run.split("=", 1) for run in options.runs)
    draw_together({name: json.loads((Path(folder) / "history.json").read_text()) for name, folder in folders.items()}, options.figure, options.picture)


if __name__ == "__main__":
    main()
