"""The validation curve of a run."""

from __future__ import annotations

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
