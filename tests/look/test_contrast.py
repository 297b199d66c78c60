"""The contrast of the colours of a theme, as WCAG computes it; ours and the example pass."""

from pathlib import Path

import pytest
from tests.look.vendored import HUIS, NLDS

from meedoen.accounts.contrast import contrast, too_faint

OURS = [path.read_text("utf-8") for path in (NLDS / "tokens.css", HUIS / "thema.css")]
EXAMPLE = Path(HUIS).parents[1] / "config" / "voorbeeld" / "thema" / "briefdorp.css"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((0, 0, 0), (255, 255, 255), 21.0),
        ((255, 255, 255), (255, 255, 255), 1.0),
        ((118, 118, 118), (255, 255, 255), 4.54),  # the greyest grey that passes on white
        ((119, 119, 119), (255, 255, 255), 4.48),
        ((255, 0, 0), (255, 255, 255), 4.0),
    ],
)
def test_the_ratio_is_that_of_wcag(
    one: tuple[int, int, int], other: tuple[int, int, int], ratio: float
) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


def test_our_theme_and_the_example_can_be_read_light_and_dark() -> None:
    assert too_faint(*OURS) == []
    assert too_faint(*OURS, EXAMPLE.read_text("utf-8")) == []


def test_a_faint_colour_is_found_where_it_counts() -> None:
    light = too_faint(*OURS, ".a-theme { --md-inkt: #999; }")
    assert [(str(each.where), each.dark) for each in light] == [("gewone tekst", False)]
    dark = "@media (prefers-color-scheme: dark) { .a-theme { --md-inkt: rgb(60, 60, 60) } }"
    found = too_faint(*OURS, dark)
    assert [(str(each.where), each.dark) for each in found] == [("gewone tekst", True)]
    assert found[0].ratio == pytest.approx(1.7, abs=0.1)


def test_references_are_followed_and_what_cannot_be_read_is_told() -> None:
    through = ".a-theme { --x: var(--y, #fff); --md-inkt: var(--x) }"
    assert "gewone tekst" in [str(each.where) for each in too_faint(*OURS, through)]
    for strange in ("lab(1 2 3)", "var(--md-inkt)", "#12"):
        found = too_faint(*OURS, f".a-theme {{ --md-inkt: {strange} }}")
        assert {each.ratio for each in found} == {None}
