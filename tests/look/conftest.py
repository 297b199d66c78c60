"""The look without a database: every part on one page, in a folder that a browser can open."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.chromium import violations
from tests.database import set_up

set_up()

__all__ = ["Render", "violations"]

Render = Callable[..., Path]
STATIC = Path(__file__).parents[2] / "src" / "meedoen" / "static"


@pytest.fixture(scope="session")
def write_page(tmp_path_factory: pytest.TempPathFactory) -> Render:
    """Renders a template into a folder with the style sheets beside it; gives the file."""
    folder = tmp_path_factory.mktemp("stijl")
    shutil.copytree(STATIC / "huis", folder / "static" / "huis")

    def render(template: str, context: dict[str, object], *, language: str = "nl") -> Path:
        from django.template.loader import render_to_string
        from django.utils.translation import override

        with override(language):
            text = render_to_string(template, frame_of_somebody() | context)
        file = folder / f"{template.replace('/', '-')}-{language}.html"
        file.write_text(text.replace('"/static/', '"static/'), "utf-8")
        return file

    return render


def frame_of_somebody() -> dict[str, object]:
    """What layout.html gets when somebody works."""
    from datetime import date

    from meedoen.config.navigation import Group, Link

    return {
        "actor": SimpleNamespace(naam="J. de Wit", rol="klantmanager"),
        "gemeente": SimpleNamespace(naam="Veldrade"),
        "demo_today": date(2026, 11, 23),
        "zoek_url": "/dossiers/zoek/",
        "navigatie": [
            Group("", (Link("Werklijst", "/", "w", "page"), Link("Dossiers", "/x/", "d", ""))),
            Group("Intake en plan", (Link("Nieuw dossier", "#deel-tabel", "n", ""),)),
        ],
    }
