"""docs/ggm.md: which question of the brede intake belongs to which object of the GGM."""

from datetime import date
from pathlib import Path

from meedoen.law.kader import kader_of

PAGE = Path(__file__).parents[2] / "docs" / "ggm.md"
BEGIN = "<!-- Made from law/intake/landelijk.toml; a test holds it so. -->"
NATIONAL, ON = 9998, date(2026, 11, 23)


def test_the_page_holds_every_question() -> None:
    """If not: python -m tests.law.test_ggm."""
    assert PAGE.read_text("utf-8") == page()


def page() -> str:
    """What was written by hand, and below it every question with its object."""
    above, _, _ = PAGE.read_text("utf-8").partition(BEGIN)
    rows = [
        f"| {part.label} | {vraag.label} | `{vraag.naam}` | {vraag.ggm or '–'} |\n"
        for part in kader_of(NATIONAL, ON).onderdelen
        for vraag in part.vragen
    ]
    head = "| section | question | name | GGM 2.5.1 |\n|---|---|---|---|\n"
    return f"{above}{BEGIN}\n\n{head}{''.join(rows)}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
