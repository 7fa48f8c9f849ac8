"""The recipe from end to end, as another machine would run it. Needs the assets."""

import json

from icportrait.smoke import PLAN, smoke
from render_support import ASSETS, needs_assets


@needs_assets
def test_the_recipe_works_from_end_to_end(tmp_path):
    manifest = json.loads((smoke(ASSETS, tmp_path) / "pack.json").read_text())
    assert set(manifest["models"]) == {"finder", "surface", "stitch", "embedding", "eyelids", "parts"}
    training = manifest["models"]["surface"]["training"]
    assert training["images"] == PLAN.surface_images
    assert training["sessions"][0]["origin"] == "random weights" and training["sessions"][0]["data"]["before"]["shards"] == 1
