"""What does not fit in a week: worked cases, and columns that say what a plain reading says."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.persoonlijk_plan.plain_week import Blok, Gelezen, as_read, columns, plain

from meedoen.law.reading import TomlError
from meedoen.law.weeknorm import read_weeknorm, weeknorm
from meedoen.persoonlijk_plan.levend.botsingen import Vorm, botsingen
from meedoen.rules.column import NO, UNKNOWN, YES

PEOPLE = 3
LES = Blok(0, 1, 9 * 60, 12 * 60, Vorm.LES, plaats=1, reis=20)
WERK = Blok(0, 1, 12 * 60 + 10, 16 * 60, plaats=2, reis=30)


def test_a_week_that_fits() -> None:
    work = Blok(0, 1, 13 * 60, 16 * 60, plaats=2, reis=30)
    found = as_read(botsingen(columns([LES, work]), np.array([NO], np.int8)))
    assert found == Gelezen(set(), set(), set(), set(), [3 * 60 + 20 + 3 * 60 + 30], [180])


def test_an_empty_week() -> None:
    found = as_read(botsingen(columns([]), np.array([NO], np.int8)))
    assert (found.overlap, found.minuten) == (set(), [0])


@pytest.mark.parametrize(
    ("row", "krap", "onbekend"),
    [
        (WERK, {(0, 1)}, set()),
        (Blok(0, 1, WERK.van, WERK.tot, plaats=2, reis=10), set(), set()),
        (Blok(0, 1, WERK.van, WERK.tot, plaats=2), set(), {(0, 1)}),
        (Blok(0, 1, WERK.van, WERK.tot, plaats=1), set(), set()),
        (Blok(0, 2, WERK.van, WERK.tot, plaats=2, reis=90), set(), set()),
        (Blok(0, 1, WERK.van, WERK.tot, reis=5), set(), set()),
    ],
    ids=["too short", "just in time", "unknown", "same place", "another day", "unknown place"],
)
def test_the_way_between(row: Blok, krap: set[object], onbekend: set[object]) -> None:
    found = as_read(botsingen(columns([LES, row]), np.array([NO], np.int8)))
    assert (found.te_krap, found.reis_onbekend) == (krap, onbekend)


@pytest.mark.parametrize(
    ("care", "blocks", "bare"),
    [
        (YES, [(8 * 60, 13 * 60)], set()),
        (YES, [(8 * 60, 10 * 60), (10 * 60, 12 * 60)], set()),
        (YES, [(8 * 60, 10 * 60), (10 * 60 + 1, 13 * 60)], {0}),
        (YES, [], {0}),
        (UNKNOWN, [], set()),
        (NO, [], set()),
    ],
)
def test_a_child_during_a_lesson(care: int, blocks: list[tuple[int, int]], bare: set[int]) -> None:
    opvang = [Blok(0, 1, van, tot, Vorm.OPVANG) for van, tot in blocks]
    found = as_read(botsingen(columns([LES, *opvang]), np.array([care], np.int8)))
    assert found.zonder_opvang == bare
    assert not found.overlap


_block = st.builds(
    lambda wie, dag, van, long, vorm, plaats, reis: Blok(
        wie, dag, van, min(van + long, 1439), vorm, plaats, reis
    ),
    st.integers(0, PEOPLE - 1),
    st.integers(1, 3),
    st.integers(0, 1438).map(lambda minute: minute // 30 * 30),
    st.integers(1, 300).map(lambda minute: minute // 30 * 30 + 1),
    st.sampled_from(list(Vorm)),
    st.integers(-1, 2),
    st.integers(-1, 90),
)


@settings(max_examples=50)
@given(st.lists(_block, max_size=25), st.lists(st.sampled_from((0, 1, 2)), min_size=3, max_size=3))
def test_columns_say_what_a_plain_reading_says(rows: list[Blok], care: list[int]) -> None:
    assert as_read(botsingen(columns(rows), np.array(care, np.int8))) == plain(rows, care)


def test_a_norm_without_a_number_is_refused(tmp_path: Path) -> None:
    assert weeknorm().uren_veel == 60
    path = tmp_path / "week.toml"
    path.write_text('[uren_veel]\nwaarde = "veel"\neenheid = "uren"\nreden = "x"\n', "utf-8")
    with pytest.raises(TomlError, match="heel aantal uren"):
        read_weeknorm(path)
