"""The doorlopende lijn as a picture: nothing overlaps, order holds, silence is silence."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.werkplek.lijn import LEFT, NOW, RIGHT, ROOM, STIL, Punt, lijn_of, silences, stil

TODAY = date(2026, 11, 23)
KOPPELING, HUIS, INTAKE = date(2026, 5, 11), date(2026, 9, 14), date(2026, 11, 2)
DAYS = st.dates(date(2022, 1, 1), date(2030, 1, 1))


def _punten(*days: date, reached: bool = True) -> list[Punt]:
    return [Punt(f"halte {n}", day, reached=reached) for n, day in enumerate(days)]


def test_selam_waited_four_months_for_a_house() -> None:
    lijn = lijn_of(_punten(KOPPELING, HUIS, INTAKE), [KOPPELING, HUIS, INTAKE], on=TODAY)
    assert [each.words for each in lijn.stiltes] == ["4 maanden stil", "7 weken stil"]
    assert not any(each.lasts for each in lijn.stiltes)
    assert lijn.stiltes[0].fits


def test_what_happened_in_between_is_no_silence() -> None:
    between = [KOPPELING + timedelta(days=30 * n) for n in range(1, 5)]
    lijn = lijn_of(_punten(KOPPELING, HUIS), [KOPPELING, *between, HUIS], on=HUIS)
    assert lijn.stiltes == ()


def test_silence_until_today_lasts_and_after_the_end_nobody_waits() -> None:
    (only,) = silences([KOPPELING], on=TODAY)
    assert (only.lasts, only.words) == (True, "6 maanden stil")
    assert silences([KOPPELING], on=TODAY, ended=date(2026, 6, 1)) == []


@pytest.mark.parametrize(
    ("van", "tot", "words"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), "4 weken stil"),
        (date(2026, 1, 31), date(2026, 3, 31), "2 maanden stil"),
        (date(2026, 1, 31), date(2026, 3, 30), "8 weken stil"),
        (date(2024, 2, 29), date(2025, 2, 28), "11 maanden stil"),
        (date(2024, 2, 29), date(2025, 3, 1), "12 maanden stil"),
    ],
)
def test_silence_in_words(van: date, tot: date, words: str) -> None:
    assert stil(van, tot) == words


def test_a_day_that_must_still_come_stands_after_today() -> None:
    punten = [*_punten(KOPPELING), Punt("pip", TODAY + timedelta(days=9), reached=False)]
    before, after = lijn_of(punten, [KOPPELING], on=TODAY).punten
    assert before.left < NOW < after.left <= RIGHT


def test_a_last_day_that_passed_stands_before_today() -> None:
    late = Punt("pip", TODAY - timedelta(days=70), reached=False, late=True)
    lijn = lijn_of([*_punten(KOPPELING), late], [KOPPELING], on=TODAY)
    assert [p.name for p in lijn.punten] == ["halte 0", "pip"]
    assert lijn.punten[1].left < lijn.vandaag


def test_nobody_has_a_line_without_days() -> None:
    lijn = lijn_of([], [], on=TODAY)
    assert (lijn.punten, lijn.stiltes) == ((), ())


@given(
    reached=st.lists(DAYS, max_size=7),
    coming=st.lists(DAYS, max_size=4),
    on=DAYS,
    ended=st.none() | DAYS,
)
def test_marks_never_overlap_and_keep_their_order(
    reached: list[date], coming: list[date], on: date, ended: date | None
) -> None:
    known = [day for day in reached if day <= on]
    punten = [*_punten(*known), *_punten(*coming, reached=False)]
    lijn = lijn_of(punten, known, on=on, ended=ended)
    places = [p.left for p in lijn.punten]
    past = [p.left for p in lijn.punten if p.day <= on]
    assert len(places) == len(punten)
    assert places == sorted(places)
    assert all(b - a >= ROOM - 0.01 for a, b in pairwise(past))
    assert all(place <= RIGHT + 0.01 for place in places)
    if len(past) <= 9:
        assert all(place >= LEFT - 0.01 for place in places)


@given(days=st.lists(DAYS, min_size=1), on=DAYS)
def test_silences_hold_no_happening_and_are_long(days: list[date], on: date) -> None:
    for each in silences(days, on=on):
        assert each.tot - each.van >= STIL
        assert not any(each.van < day < each.tot for day in days if day <= on)
        assert each.tot <= on
