"""docs/avg/verwerkingsregister.md: every verwerking of law/verwerkingen.toml, word for word."""

from pathlib import Path

from meedoen.law.citation import in_full
from meedoen.law.verwerkingen import Verwerking, verwerkingen

PAGE = Path(__file__).parents[2] / "docs" / "avg" / "verwerkingsregister.md"
BEGIN = "<!-- Gemaakt uit law/verwerkingen.toml; een test houdt het zo. -->"


def test_the_page_holds_the_register_word_for_word() -> None:
    """If not: python -m tests.law.test_verwerkingsregister."""
    assert PAGE.read_text("utf-8") == page()


def test_what_stands_above_it_names_no_verwerking_twice() -> None:
    above, _, below = PAGE.read_text("utf-8").partition(BEGIN)
    titles = [each.titel for each in verwerkingen().named.values()]
    assert [line[4:] for line in below.splitlines() if line.startswith("### ")] == titles
    assert not [title for title in titles if title in above]


def page() -> str:
    """What was written by hand, and below it the register as it is."""
    above, _, _ = PAGE.read_text("utf-8").partition(BEGIN)
    return f"{above}{BEGIN}\n{''.join(map(_part, verwerkingen().named.values()))}"


def _part(each: Verwerking) -> str:
    sources = "; ".join(map(in_full, each.bewaren_bron))
    rows = {
        "doel": each.doel,
        "grond": "; ".join(map(in_full, each.grond)),
        "van wie": "; ".join(each.betrokkenen),
        "gegevens": "; ".join(each.gegevens),
        "aan wie": "; ".join(each.ontvangers),
        "hoe lang": f"{each.bewaren} ({sources})",
        "naam in het logboek": f"`{each.naam}`",
    }
    table = "".join(f"| {name} | {text} |\n" for name, text in rows.items())
    return f"\n### {each.titel}\n\n| onderdeel | inhoud |\n|---|---|\n{table}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
