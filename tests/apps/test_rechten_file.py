"""The review of rights as a file: a line per role, logged, and never a formula."""

import csv
import io
from datetime import date

import pytest
from django.utils.timezone import localdate
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, team

from meedoen.accounts.models import Medewerker
from meedoen.accounts.roles import Rol
from meedoen.accounts.spreadsheet import safe

DAY = date(2026, 11, 23)


def test_the_file_has_a_line_per_role_and_no_formula(
    db: None, caplog: pytest.LogCaptureFixture
) -> None:
    people = team(HIER, Rol.BEHEERDER, Rol.FG, Rol.KLANTMANAGER, Rol.BELEID)
    Medewerker.objects.filter(pk=people[Rol.KLANTMANAGER].official).update(naam="=1+1")
    caplog.set_level("INFO")
    answer = visitor(people[Rol.BEHEERDER]).get("/rechten/csv/")
    assert f'"rechten-9999-{localdate().isoformat()}.csv"' in answer["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 1 + 4
    assert {len(row) for row in rows} == {14}
    assert "'=1+1" in {row[0] for row in rows}
    assert "rights_exported" in caplog.text


@pytest.mark.parametrize("text", ["=A1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])
def test_a_formula_becomes_text(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize(("value", "shown"), [(None, ""), ("a=1", "a=1"), (DAY, "2026-11-23")])
def test_other_cells_stay_as_they_are(value: object, shown: str) -> None:
    assert safe(value) == shown
