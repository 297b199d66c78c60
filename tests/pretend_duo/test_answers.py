"""The pretend DUO in this process: headers, scope, dates, misbehaviour."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.pretend_duo.invented import (
    BSN,
    DAY,
    HERE,
    THERE,
    Town,
    asiel,
    town,
    with_plan,
)

from meedoen.adapters.pretend_duo.apis import operations
from meedoen.adapters.pretend_duo.oins import oin_of
from meedoen.adapters.pretend_duo.report import QUESTIONS, asked_after
from meedoen.law.duo_events import duo_events

PIP = "/personen/{bsn}/PIP"
PLICHT = "/personen/{bsn}/inburgeringsplicht"
CONTACT = {"naam": "J. d'Oliveira-Saïd", "email": "j@example.org", "telefoonnummer": "06 1234 5678"}


def ago(days: int) -> str:
    return (DAY - timedelta(days=days)).isoformat()


def json_of(place: Town, path: str) -> Any:
    return place.call("GET", path).json


def reasons(answer: Any) -> list[str]:
    return [row["fouttekst"] for row in answer.json] if answer.data else []


def test_headers_are_asked_for_and_every_answer_names_its_version() -> None:
    place = asiel()
    for code, headers in (
        (200, {}),
        (400, {"bron": None}),
        (400, {"doel": None}),
        (400, {"berichtId": None}),
        (400, {"berichtId": "geen-uuid"}),
        (400, {"bron": "123"}),
        (403, {"bron": oin_of(344)}),
        (403, {"doel": oin_of(HERE)}),
    ):
        answer = place.call("GET", PLICHT, **headers)
        assert (answer.status_code, answer.headers["API-Version"]) == (code, "1.2.2"), headers
        assert code == 200 or not answer.data
    assert "API-Version" not in place.call("GET", "/personen/{bsn}/pip").headers  # no such API
    assert place.call("PATCH", PIP).status_code == 405
    assert place.call("GET", "/personen/12345/PIP").status_code == 400
    assert place.call("GET", "/personen/999950010/PIP").status_code == 404
    assert place.journal.remarks["berichtId ontbreekt"] == 1


def test_a_bericht_id_that_comes_back_is_noticed_and_no_bsn_is_kept() -> None:
    place = asiel()
    for _ in range(2):
        place.call("GET", PLICHT, berichtId="11111111-2222-4333-8444-555555555555")
    assert place.journal.last(1)[0].remarks == ("berichtId is eerder gebruikt",)
    assert BSN not in str([entry.plain() for entry in place.journal.last()])


def test_who_may_see_somebody() -> None:
    plan: tuple[int, str, dict[str, Any]] = (70, "pip", {"leerroute": "Z"})
    moved = (20, "vestiging", {"gemeente": 2})
    again = (5, "pip", {"leerroute": "Z"})
    long_ago = (40, "pip", {"leerroute": "Z"})
    coupled = town((50, "koppeling", {}), (40, "plicht", {}))
    for place, here, there in (
        (asiel(), 200, 403),
        (coupled, 200, 403),
        (asiel(plan), 200, 403),
        (asiel((20, "vestiging", {"gemeente": 2})), 403, 200),
        (asiel(plan, moved), 200, 200),
        (asiel(plan, moved, again), 200, 200),
        (asiel(plan, (45, "vestiging", {"gemeente": 2}), long_ago), 403, 200),
    ):
        found = [place.call("GET", PLICHT, gemeente=g).status_code for g in (HERE, THERE)]
        assert found == [here, there], place.person


def test_the_dates_are_as_duo_writes_them() -> None:
    place = town(
        (800, "vestiging", {}),
        (750, "plicht", {}),
        (718, "pip", {"dagtekening": date(2024, 3, 15), "leerroute": "B", "niveau": "B1"}),
        (10, "verlenging", {"maanden": 6, "grond": "G"}),
        (4, "vrijstelling", {"soort": "Gehele", "oordeel": "Toekenning", "reden": "DIP"}),
    )
    termijn = json_of(place, "/personen/{bsn}/inburgeringstermijn")
    history = json_of(place, "/personen/{bsn}/inburgeringstermijn/historie")
    plicht = json_of(place, PLICHT)
    assert termijn["startdatum"] == "2024-03-16"
    assert [version["einddatum"] for version in history] == ["2027-03-16", "2027-09-16"]
    assert plicht["indicatorInburgeringsplicht"] is False
    assert plicht["einddatum"] == ago(5)  # the last day, not the first without
    assert plicht["redenGeenInburgeringsplicht"] == "Volledige vrijstelling"


def test_every_question_has_an_answer() -> None:
    place = with_plan("B", (50, "lbt_aanmelding", {}), days=200)
    for part in ("map", "pvt"):
        field = "datumEindgesprekMap" if part == "map" else "datumOndertekeningPvt"
        assert place.call("GET", f"/personen/{{bsn}}/{part}").status_code == 404
        answer = place.call("PUT", f"/personen/{{bsn}}/{part}", {field: ago(3)})
        assert answer.status_code == 200, reasons(answer)
    for operation in operations():
        if operation.method == "GET":
            answer = place.call("GET", operation.path.replace("<bsn>", "{bsn}"))
            assert answer.status_code == 200, operation
            assert answer.mimetype == "application/json"


def test_a_test_that_is_skipped_gives_no_result() -> None:
    place = asiel((5, "lbt_aanmelding", {}))
    path = "/personen/{bsn}/lbt/examennummer"
    place.person.plan(_result_on(place))
    assert place.call("DELETE", path).status_code == 200
    assert place.call("GET", path).status_code == place.call("DELETE", path).status_code == 404
    place.world.step(2)
    assert place.codes() == []


def _result_on(place: Town) -> Any:
    from meedoen.adapters.pretend_duo.persoon import Step

    velden = {"resultaat": "Onbekend", "behaald": "1,00", "benodigd": "2,00"}
    return Step(place.world.day + timedelta(days=1), "lbt_resultaat", velden)


@pytest.mark.parametrize("kuur", ["storing", "foutpagina", "oud", "fout", "traag=2"])
def test_misbehaviour_on_command(kuur: str) -> None:
    place = asiel()
    place.kuren.set(kuur)
    answer = place.call("GET", PLICHT)
    found = {
        "storing": answer.status_code == 503 and not answer.data,
        "foutpagina": answer.status_code == 200 and answer.mimetype == "text/html",
        "oud": answer.headers["API-Version"] == "0.9.0",
        "fout": "(nieuw)" not in answer.text and "-2025" in answer.text,
        "traag=2": place.waits == [2.0],
    }
    assert found[kuur], answer.text


def test_an_answer_that_is_cut() -> None:
    place = asiel()
    place.kuren.set("afgebroken")
    with pytest.raises(ConnectionAbortedError):
        place.call("GET", PLICHT).get_data()
    with pytest.raises(ValueError, match="Onbekende kuur"):
        place.kuren.set("boos")
    place.kuren.set("afgebroken=0")
    assert place.call("GET", PLICHT).status_code == 200


def test_the_report_tells_what_was_asked_after_a_notice() -> None:
    place = asiel()
    assert set(duo_events()) == set(place.world.setting.omschrijvingen)
    for part in ("inburgeringsplicht", "doelgroep", "inburgeringsplicht"):
        place.call("GET", f"/personen/{{bsn}}/{part}")
    assert asked_after(place.journal, "SS101", place.person.vnummer) == {
        "gebeurtenis": "SS101",
        "gevraagd": ["plicht", "doelgroep"],
        "niet_gevraagd": ["examens"],
    }
    names = {name for event in duo_events().values() for name in event.ask}
    known = {operation.name for operation in operations()}
    assert {QUESTIONS.get(name, name) for name in names} <= known
