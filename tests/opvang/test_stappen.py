"""The steps: how long each took, what is next, what is late."""

from datetime import date, timedelta

from meedoen.opvang.stappen import Stap, with_times

DAY = date(2026, 5, 11)


def _week(number: int) -> date:
    return DAY + timedelta(weeks=number)


def _steps(*days: date | None, norm: date | None = None) -> list[Stap]:
    return [Stap(str(n), str(n), day, norm=norm) for n, day in enumerate(days)]


def test_each_step_counts_from_the_one_before_it_in_time() -> None:
    found = with_times(_steps(DAY, _week(5), _week(2), None), on=_week(9))
    assert [each.dagen for each in found] == [None, 21, 14, 28]
    assert [each.next for each in found] == [False, False, False, True]


def test_what_was_passed_over_is_not_next_and_not_late() -> None:
    found = with_times(_steps(DAY, None, _week(2), None, norm=_week(3)), on=_week(9))
    assert [each.late for each in found] == [False, False, False, True]
    assert [each.next for each in found] == [False, False, False, True]


def test_a_day_to_come_is_a_plan() -> None:
    found = with_times(_steps(DAY, _week(9)), on=_week(3))
    assert found[1].next
    assert not found[1].done
    assert found[1].dagen == 21


def test_late_is_after_the_agreed_day() -> None:
    late, in_time = (with_times(_steps(_week(4), norm=_week(n)), on=_week(5)) for n in (3, 4))
    assert late[0].late
    assert not in_time[0].late


def test_without_anything_the_first_is_next() -> None:
    found = with_times(_steps(None, None), on=DAY)
    assert [each.next for each in found] == [True, False]
    assert found[0].dagen is None
