"""The words of the port: what never shows, and what a failure tells."""

import traceback
from uuid import UUID

import pytest

from meedoen.ports.duo_errors import AfgewezenError, OnbegrepenError
from meedoen.ports.identity import Bsn

BERICHT = UUID("6f1d9f3e-3c0a-4f3e-9d55-0d7d3a1f9a01")
DIGITS = "999990019"


def test_a_bsn_shows_nowhere() -> None:
    bsn = Bsn(DIGITS)
    shown = [str(bsn), repr(bsn), f"{bsn}", f"{bsn!r}", f"{[bsn]}", "%s" % bsn]  # noqa: UP031
    assert not [text for text in shown if DIGITS in text]
    assert bsn == Bsn(DIGITS)
    assert len({bsn, Bsn(DIGITS)}) == 1


@pytest.mark.parametrize("wrong", ["", "99999001", "9999900190", "99999001a", "٩٩٩٩٩٠٠١٩"])
def test_a_bsn_is_nine_digits_and_its_error_shows_none(wrong: str) -> None:
    with pytest.raises(ValueError, match="nine digits") as caught:
        Bsn(wrong)
    assert not wrong or wrong not in "".join(traceback.format_exception(caught.value))


def test_a_failure_tells_the_question_and_not_what_came() -> None:
    refused = AfgewezenError("/personen/{bsn}/PIP", BERICHT, foutteksten=("Dit kan niet.",))
    strange = OnbegrepenError("/personen/{bsn}/map", BERICHT, status=200, why="x", raw=b"geheim")
    assert (refused.status, refused.foutteksten) == (403, ("Dit kan niet.",))
    assert str(BERICHT) in str(refused)
    assert "geheim" not in str(strange) + repr(strange)
    assert strange.raw == b"geheim"
