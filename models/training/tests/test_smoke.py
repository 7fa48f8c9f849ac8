"""The recipe from end to end. Needs the assets: their folder is named by ICPORTRAIT_ASSETS."""

import json
import os
from pathlib import Path

import pytest

from icportrait.smoke import smoke

ASSETS = Path(os.environ.get("ICPORTRAIT_ASSETS", "assets-are-not-named"))


@pytest.mark.skipif(not (ASSETS / "ict-head" / "ict_head.npz").exists(),
                    reason="assets absent: set ICPORTRAIT_ASSETS to the folder that holds ict-head, hair, eyes and hdri")
def test_the_recipe_works_from_end_to_end(tmp_path):
    manifest = json.loads((smoke(ASSETS, tmp_path) / "pack.json").read_text())
    assert set(manifest["models"]) == {"finder", "surface"}
