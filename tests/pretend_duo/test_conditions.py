"""What a municipality tells is held to the conditions that DUO publishes: PIP-2 to CON-3."""

from datetime import timedelta
from typing import Any

from tests.pretend_duo.invented import (
    DAY,
    NOBODY,
    SCHOOL,
    THERE,
    TST,
    Town,
    asiel,
    town,
    with_plan,
)

PIP = "/personen/{bsn}/PIP"
PLICHT = "/personen/{bsn}/inburgeringsplicht"
CONTACT = {"naam": "J. d'Oliveira-Saïd", "email": "j@example.org", "telefoonnummer": "06 1234 5678"}


def ago(days: int) -> str:
    return (DAY - timedelta(days=days)).isoformat()


def json_of(place: Town, path: str) -> Any:
    return place.call("GET", path).json


def reasons(answer: Any) -> list[str]:
    return [row["fouttekst"] for row in answer.json] if answer.data else []


PIP_FAULTS: list[tuple[str, dict[str, Any], str]] = [
    ("PIP-2", {"dagtekeningPip": ago(95)}, "voor het begin van de inburgeringsplicht"),
    ("PIP-4", {"dagtekeningPip": ago(101)}, "woonde op de dag"),
    ("PIP-5", {"leerroute": "O", "niveau": "A2"}, "onderwijsroute"),
    ("PIP-6", {"leerroute": "Z", "niveau": "B1"}, "zelfredzaamheidsroute"),
    ("PIP-7", {"niveau": "A2"}, "eerste PIP"),
    ("PIP-9", {"leerroute": "Z", "geschatteIntensiteitB1Route": 5}, "alleen bij de B1-route"),
]


def test_a_plan_is_checked() -> None:
    good: dict[str, Any] = {"dagtekeningPip": ago(10), "leerroute": "B"}
    for name, change, words in PIP_FAULTS:
        place = asiel()
        answer = place.call("POST", PIP, good | change)
        assert answer.status_code == 403, name
        assert words in " ".join(reasons(answer)), name
        assert not place.person.pips
    for bad in (
        b"{",
        b"[]",
        {"leerroute": "B"},
        good | {"leerroute": "X"},
        good | {"niveau": None},
    ):
        assert asiel().call("POST", PIP, bad).status_code == 400, bad
    gezin = town((100, "vestiging", {}), (90, "plicht", {"gedetailleerd": "Overig"}))
    answer = gezin.call("POST", PIP, good | {"geschatteIntensiteitB1Route": 5})
    assert "alleen voor asielstatushouders" in " ".join(reasons(answer))
    coupled = town((95, "koppeling", {}), (90, "plicht", {}))
    assert coupled.call("POST", PIP, good).status_code == 403


def test_a_plan_starts_the_term_and_a_second_may_not_be_older() -> None:
    place = asiel()
    good = {"dagtekeningPip": ago(10), "leerroute": "B"}
    assert place.call("POST", PIP, good).status_code == 201
    assert place.call("GET", PIP).json == {
        "gemeentecode": "9999",
        "pip": good | {"niveau": "B1"},  # PIP-8
    }
    assert place.call("DELETE", PIP).status_code == 200
    assert place.call("DELETE", PIP).status_code == 404
    place.call("POST", PIP, good)
    place.world.step(2)
    assert place.codes() == ["SS102"]
    older = place.call("POST", PIP, good | {"dagtekeningPip": ago(11)})
    assert "eerste PIP" in reasons(older)[0]
    assert "termijn staat al vast" in reasons(place.call("DELETE", PIP))[0]
    assert place.call("POST", PIP, good | {"dagtekeningPip": ago(0)}).status_code == 201
    place.world.step(3)
    assert place.codes() == ["SS102"]


def test_an_offer_is_checked() -> None:
    path = "/personen/{bsn}/Inburgeringsaanbod/"
    good = {"datumInburgeringsaanbod": ago(20), "indicatorAlfabetiseringsonderwijs": "NVT"}
    place = with_plan()
    assert place.call("DELETE", path + SCHOOL).status_code == 404
    assert place.call("POST", path + SCHOOL, good).status_code == 201
    for school, change, words in (
        (NOBODY, {}, "geen keurmerk"),
        (TST, {}, "geen keurmerk"),
        ("1234567890", {}, "niet bekend"),
        (SCHOOL, {"datumInburgeringsaanbod": ago(70)}, "dagtekening"),
        (SCHOOL, {"verwachteStartdatumOpleiding": ago(25)}, "voor de datum van het aanbod"),
        (SCHOOL, {"verwachteStartdatumOpleiding": "2032-01-01"}, "buiten de inburgeringstermijn"),
        (SCHOOL, {"verwachteEinddatumOpleiding": "2032-01-01"}, "buiten de inburgeringstermijn"),
    ):
        answer = place.call("POST", path + school, good | change)
        assert answer.status_code == 403
        assert words in " ".join(reasons(answer)), (school, change)
    assert with_plan("O").call("POST", path + TST, good).status_code == 201
    assert reasons(asiel().call("POST", path + SCHOOL, good)) == [
        "Er is nog geen PIP. Meld eerst het PIP."
    ]
    gezin = town((95, "vestiging", {}), (90, "plicht", {"gedetailleerd": "Overig"}))
    gezin.world.pull(gezin.person)
    assert "asielstatushouder" in reasons(gezin.call("POST", path + SCHOOL, good))[0]
    deleted = place.call("DELETE", path + SCHOOL)
    assert (deleted.status_code, deleted.data) == (204, b"")


def term(place: Town, *, left: int) -> Town:
    """The same place, on a day on which the term has so many days left."""
    place.world.step((place.person.termijn[-1].einde - place.world.day).days - left)
    return place


def test_culpable_or_not_depends_on_the_end_of_the_term() -> None:
    none: dict[str, str] = {}
    rows: list[tuple[int, int | None, dict[str, str], int]] = [
        (200, 0, none, 200),
        (200, 0, {"verwijtbaar": "Nee"}, 403),
        (200, None, {"verwijtbaar": "Nee"}, 403),
        (40, None, {"verwijtbaar": "Nee"}, 200),
        (40, None, none, 200),
        (40, None, {"verwijtbaar": "Ja"}, 403),
        (-10, -5, {"verwijtbaar": "Ja"}, 200),
        (-10, -5, {"verwijtbaar": "Nee"}, 200),
        (-10, -5, none, 403),
        (-10, 30, none, 200),
        (-10, 30, {"verwijtbaar": "Ja"}, 403),
    ]
    for left, before_end, verwijtbaar, code in rows:
        place = term(with_plan(days=60), left=left)
        body: dict[str, str] = dict(verwijtbaar)
        if before_end is not None:
            end = place.person.termijn[-1].einde
            day = min(end - timedelta(days=before_end), place.world.day)
            body["datumEindgesprekMap"] = day.isoformat()
        answer = place.call("PUT", "/personen/{bsn}/map", body)
        assert answer.status_code == code, (left, before_end, verwijtbaar, reasons(answer))


def test_results_are_locked_by_the_end_of_the_z_route() -> None:
    place = with_plan("Z")
    pvt, zroute = "/personen/{bsn}/pvt", "/personen/{bsn}/zroute"
    field = "datumOndertekeningPvt"
    for day, words in ((-1, "toekomst"), (61, "voor het begin")):
        assert words in reasons(place.call("PUT", pvt, {field: ago(day)}))[0]
    assert place.call("PUT", pvt, {field: ago(5)}).status_code == 200
    assert place.call("GET", pvt).json == {field: ago(5)}
    assert place.call("PUT", zroute, {"datumAfrondingZroute": ago(2)}).status_code == 200
    assert "kan niet weg" in reasons(place.call("PUT", pvt, {}))[0]
    assert "na de afronding" in reasons(place.call("PUT", pvt, {field: ago(1)}))[0]
    place.world.step(1)
    assert place.codes() == ["SS141"]
    assert "al voldaan" in reasons(place.call("PUT", pvt, {field: ago(5)}))[0]
    elsewhere = with_plan("B", (20, "vestiging", {"gemeente": 2}))
    assert (
        "geen huidig PIP" in reasons(elsewhere.call("PUT", pvt, {field: ago(5)}, gemeente=THERE))[0]
    )


def test_hours_are_totals_and_those_of_a_school_have_a_day() -> None:
    place = with_plan()
    uren = "/personen/{bsn}/uren"
    school = f"{uren}/instellingen/{SCHOOL}/taallesknm"
    for path, name in (
        ("bredeintake/taallesknm", "TaallesEnKnmBredeIntake"),
        ("participatieactiviteiten", "ParticipatieactiviteitenBredeIntake"),
        ("participatietaalles", "ParticipatieAlsTaalles"),
    ):
        for hours in (12, 30):
            assert place.call("PUT", f"{uren}/{path}", {"uren": hours}).status_code == 200
        assert json_of(place, uren)[0][name] == {"uren": 30}
        for wrong in ({"uren": "30"}, {"uren": 10_000}, {"uren": -1}, {"uren": 1.5}, {}):
            assert place.call("PUT", f"{uren}/{path}", wrong).status_code == 400
    no_offer = place.call("PUT", school, {"uren": 5, "bekendTot": ago(1)})
    assert "geen aanbod" in reasons(no_offer)[0]
    offer = {"datumInburgeringsaanbod": ago(20), "indicatorAlfabetiseringsonderwijs": "NVT"}
    place.call("POST", f"/personen/{{bsn}}/Inburgeringsaanbod/{SCHOOL}", offer)
    assert place.call("PUT", school, {"uren": 5, "bekendTot": ago(10)}).status_code == 200
    for days, words in ((-1, "toekomst"), (25, "eerste aanbod"), (12, "latere dag"), (99, "begin")):
        faults = reasons(place.call("PUT", school, {"uren": 5, "bekendTot": ago(days)}))
        assert words in " ".join(faults), days
    assert json_of(place, uren)[0]["TaallesEnKnmInstelling"] == [
        {"instellingsnummer": SCHOOL, "uren": 5, "bekendTot": ago(10)}
    ]


def test_a_contact_belongs_to_one_municipality() -> None:
    place = asiel()
    made = place.call("POST", "/contactpersonen", CONTACT)
    assert (made.status_code, made.json) == (201, {"id": 1, "contactpersoongegevens": CONTACT})
    for change, code in (
        ({"naam": "Jan 3"}, 403),
        ({"email": "geen.adres"}, 403),
        ({"telefoonnummer": "bel mij"}, 400),
        ({"naam": "x" * 101}, 400),
    ):
        for method, path in (("POST", "/contactpersonen"), ("PUT", "/contactpersonen/1")):
            assert place.call(method, path, CONTACT | change).status_code == code, change
    assert place.call("PUT", "/contactpersonen/1", CONTACT, gemeente=THERE).status_code == 404
    assert place.call("POST", "/contactpersonen/1/personen/{bsn}").status_code == 201
    place.call("POST", "/contactpersonen", CONTACT)
    assert place.call("POST", "/contactpersonen/2/personen/{bsn}").status_code == 201  # CON-1
    assert place.call("DELETE", "/contactpersonen/1/personen/{bsn}").status_code == 404
    assert place.call("DELETE", "/contactpersonen/2").status_code == 200  # CON-2
    assert place.person.contactpersoon is None
    assert place.call("PUT", "/contactpersonen/0", CONTACT).status_code == 400
