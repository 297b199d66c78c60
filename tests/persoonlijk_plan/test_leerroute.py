"""Choosing a leerroute: the own judgement first, reasons where they are due, a second look."""

from datetime import timedelta
from typing import Any

import pytest
from tests.apps.browsing import get, hidden, post
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.destruction import destroy, propose_destruction
from meedoen.dossier.actions.diary import DiaryError, record
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.persoonlijk_plan.actions import Keuze, Oordeel, choose, judge, look_along
from meedoen.persoonlijk_plan.inzage import part
from meedoen.persoonlijk_plan.models import Leerroutekeuze
from meedoen.persoonlijk_plan.queries import LEAST, spread
from meedoen.persoonlijk_plan.routes import compare
from meedoen.rules.choices import Leerroute
from meedoen.rules.choices_leerroute import Toetsadvies

pytestmark = pytest.mark.usefixtures("db")

KM, TL, BEGELEIDER = Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.MAATSCHAPPELIJK_BEGELEIDER
B1, ONDERWIJS, Z = Leerroute
B1_OORDEEL = Oordeel(
    B1, "leest al", grote_kans_op_diploma=False, redelijkerwijs_niet_in_staat=False
)
Z_OORDEEL = Oordeel(Z, "komt net uit", redelijkerwijs_niet_in_staat=True)


@pytest.fixture
def people() -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    return dossier_for(people[KM])


def _tested(people: Team, dossier: Dossier, score: int) -> None:
    """The test of DUO with this score; 60 is enough."""
    told = {"behaalde_score": score, "benodigde_score": 6000}
    with as_actor(people[KM]):
        record(dossier.pk, "leerbaarheidstoets_afgenomen", told, on=ON, at=later(1))


def _judged(
    people: Team, dossier: Dossier, oordeel: Oordeel = B1_OORDEEL, *, minutes: int = 2
) -> Leerroutekeuze:
    with as_actor(people[KM]):
        return judge(dossier.pk, oordeel, on=ON, at=later(minutes))


def _chosen(people: Team, row: Leerroutekeuze, keuze: Keuze, rol: Rol = KM) -> Leerroutekeuze:
    with as_actor(people[rol]):
        return choose(row.pk, keuze, versie=row.versie, on=ON, at=later(3))


def _known(people: Team, dossier: Dossier) -> dict[str, Any]:
    with as_actor(people[KM]):
        return dict(facts_of([dossier.pk], on=ON).facts.row())


def test_three_routes_are_one_person_in_three_rows(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        record(
            dossier.pk,
            "kennisgeving_ontvangen",
            {"doelgroep": "asielstatushouder"},
            on=ON,
            at=later(1),
        )
        now = compare(dossier, on=ON)
    assert [route.leerroute for route in now.routes] == list(Leerroute)
    assert now.maanden == 36
    assert (now.advies, now.toetsadvies) == (None, None)
    b1, onderwijs, z = now.routes
    assert {route.past for route in now.routes} == {"onbekend"}
    assert {route.betaler for route in now.routes} == {"het college"}
    assert [each.geldt for each in b1.uren] == [False, False, True, True]
    assert [each.geldt for each in onderwijs.uren] == [False, False, False, True]
    assert [each.geldt for each in z.uren] == [True] * 4
    assert (b1.per_week, onderwijs.per_week) == (None, None)


@pytest.mark.brief("L72")
def test_the_advice_opens_after_the_own_judgement(people: Team, dossier: Dossier) -> None:
    client = visitor(people[KM])
    before = get(client, f"/plan/dossier/{dossier.pk}/")
    assert "Advies van de regels" not in before
    assert "De drie leerroutes" not in before
    with as_actor(people[KM]):
        record(dossier.pk, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(1))
    row = _judged(people, dossier)
    after = get(client, f"/plan/dossier/{dossier.pk}/")
    assert "Advies van de regels" in after
    assert "De drie leerroutes" in after
    assert (row.oordeel, row.advies, row.toetsadvies) == ("B1-route", "B1-route", "")
    assert _known(people, dossier)["redelijkerwijs_niet_in_staat"] is False


def test_what_was_not_judged_stays_unknown(people: Team, dossier: Dossier) -> None:
    _judged(people, dossier, Oordeel(B1, "nog weinig bekend"))
    assert not {"grote_kans_op_diploma", "kan_wel_maar_wil_niet"} & _known(people, dossier).keys()


def test_who_follows_the_advice_needs_no_reason(people: Team, dossier: Dossier) -> None:
    row = _chosen(people, _judged(people, dossier), Keuze(B1))
    assert (row.keuze, row.wijkt_af, row.blik, row.af) == ("B1-route", False, "", True)
    assert "afwijking_gemotiveerd" not in _known(people, dossier)


def test_beside_the_test_of_duo_a_reason_is_due(people: Team, dossier: Dossier) -> None:
    _tested(people, dossier, 1000)
    row = _judged(people, dossier)
    assert row.toetsadvies == Toetsadvies.ZELFREDZAAMHEID.value
    with pytest.raises(DiaryError, match="wijkt af"):
        _chosen(people, row, Keuze(B1))
    row = _chosen(people, row, Keuze(B1, "de toets was op een slechte dag"))
    assert row.wijkt_af
    assert _known(people, dossier)["afwijking_gemotiveerd"] is True


@pytest.mark.brief("L84")
@pytest.mark.parametrize(
    ("oordeel", "why"),
    [
        (B1_OORDEEL, "redelijkerwijs niet"),
        (Oordeel(Z, "?"), "redelijkerwijs niet"),
        (
            Oordeel(Z, "?", redelijkerwijs_niet_in_staat=True, kan_wel_maar_wil_niet=True),
            "maar niet wil",
        ),
    ],
)
def test_the_last_route_has_one_ground(
    people: Team, dossier: Dossier, oordeel: Oordeel, why: str
) -> None:
    row = _judged(people, dossier, oordeel)
    with pytest.raises(DiaryError, match=why):
        _chosen(people, row, Keuze(Z, "wil het liefst"))


@pytest.mark.brief("L85")
def test_the_last_route_asks_a_second_pair_of_eyes(people: Team, dossier: Dossier) -> None:
    row = _chosen(people, _judged(people, dossier, Z_OORDEEL), Keuze(Z))
    assert (row.blik, row.af) == (Leerroutekeuze.Blik.NODIG, False)
    args: dict[str, Any] = {"eens": True, "reden": "", "versie": row.versie, "on": ON}
    with as_actor(people[KM]), pytest.raises(NotAllowedError, match="koos zelf"):
        look_along(row.pk, at=later(4), **args)
    with as_actor(people[TL]):
        done = look_along(row.pk, at=later(4), **args)
    assert done.af
    assert _known(people, dossier)["tweede_blik_gedaan"] is True


def test_a_colleague_who_does_not_agree_says_why_and_a_new_round_begins(
    people: Team, dossier: Dossier
) -> None:
    row = _chosen(people, _judged(people, dossier, Z_OORDEEL), Keuze(Z))
    args: dict[str, Any] = {"eens": False, "versie": row.versie, "on": ON, "at": later(4)}
    with as_actor(people[TL]):
        with pytest.raises(DiaryError, match="waarom"):
            look_along(row.pk, reden="", **args)
        look_along(row.pk, reden="de toets ontbreekt nog", **args)
    assert "tweede_blik_gedaan" not in _known(people, dossier)
    assert "Leg mijn oordeel vast" in get(visitor(people[KM]), f"/plan/dossier/{dossier.pk}/")
    assert _judged(people, dossier, minutes=5).ronde == 2


def test_a_wish_to_study_gets_an_answer(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        record(dossier.pk, "intake_aangevuld", {"wil_opleiding": True}, on=ON, at=later(1))
    row = _judged(people, dossier)
    with pytest.raises(DiaryError, match="onderwijsroute past"):
        _chosen(people, row, Keuze(B1))
    _chosen(people, row, Keuze(B1, antwoord="na B1 kan zij naar het mbo"))
    assert _known(people, dossier)["antwoord_onderwijsroute_in_pip"] is True


def test_under_the_letter_of_2018_who_is_under_thirty_always_gets_an_answer() -> None:
    elders = team(ELDERS)
    young = dossier_for(elders[KM])
    for born, due in (("1997-01-01", True), ("1990-01-01", False)):
        with as_actor(elders[KM]):
            told = {"geboren_op": born}
            record(young.pk, "persoonsgegevens_ontvangen", told, on=ON, at=later(1))
            assert compare(young, on=ON).antwoord_nodig is due


def test_two_who_choose_at_once(people: Team, dossier: Dossier) -> None:
    row = _judged(people, dossier)
    _chosen(people, row, Keuze(B1))
    with pytest.raises(StaleError):
        _chosen(people, row, Keuze(ONDERWIJS, "hoger"), TL)
    with as_actor(people[KM]):
        assert Gebeurtenis.objects.filter(soort="leerroute_gekozen").count() == 1


def test_a_round_that_runs_is_finished_first(people: Team, dossier: Dossier) -> None:
    _judged(people, dossier)
    with pytest.raises(DiaryError, match="Maak eerst"):
        _judged(people, dossier)


@pytest.mark.parametrize("rol", [BEGELEIDER, Rol.JURIST, Rol.KWALITEITSMEDEWERKER])
def test_who_does_not_judge(people: Team, dossier: Dossier, rol: Rol) -> None:
    with as_actor(people[rol]), pytest.raises(NotAllowedError, match="oordeelt u niet"):
        judge(dossier.pk, B1_OORDEEL, on=ON, at=later(2))


def test_on_screen_from_judgement_to_second_look(people: Team, dossier: Dossier) -> None:
    km, tl, address = visitor(people[KM]), visitor(people[TL]), f"/plan/dossier/{dossier.pk}/"
    typed = {
        "route": "zelfredzaamheidsroute",
        "reden": "komt net uit",
        "redelijkerwijs_niet_in_staat": "ja",
    }
    kept = post(km, address, status=400, **typed | {"route": ""})
    assert "Kies een leerroute." in kept
    assert "komt net uit" in kept
    post(km, address, status=302, **typed)
    here = get(km, address)
    post(km, address, status=302, route="zelfredzaamheidsroute", versie=hidden(here, "versie"))
    assert "Wie koos, kan dat niet zelf" in get(km, address)
    there = get(tl, address)
    assert "Schrijf op waarom u het niet eens bent" in post(
        tl, address, status=400, eens="nee", versie=hidden(there, "versie")
    )
    post(tl, address, status=302, eens="ja", versie=hidden(there, "versie"))
    done = get(km, address)
    assert "Voor het plan is gekozen" in done
    assert "Leg mijn oordeel vast" in get(km, f"{address}?opnieuw")


def test_of_two_windows_the_second_sees_what_the_first_did(people: Team, dossier: Dossier) -> None:
    _judged(people, dossier)
    km, address = visitor(people[KM]), f"/plan/dossier/{dossier.pk}/"
    here = get(km, address)
    post(km, address, status=302, route="B1-route", versie=hidden(here, "versie"))
    late = post(km, address, status=409, route="onderwijsroute", versie=hidden(here, "versie"))
    assert "Een collega was u voor" in late
    assert "Voor het plan is gekozen" in late


def test_the_spread_tells_of_no_few(people: Team) -> None:
    for _each in range(LEAST):
        _chosen(people, _judged(people, dossier_for(people[KM])), Keuze(B1))
    one = _judged(people, dossier_for(people[KM]), Z_OORDEEL)
    _chosen(people, one, Keuze(Z))
    with as_actor(people[TL]):
        b1, onderwijs, z = spread(since=ON - timedelta(365), until=ON + timedelta(1))
    assert (b1.gekozen, b1.zelfde_oordeel, b1.wijkt_af) == (LEAST, LEAST, 0)
    assert (onderwijs.gekozen, z.gekozen) == (0, None)
    text = get(visitor(people[TL]), "/plan/leerroutes/")
    assert "weinig" in text


def test_it_is_in_the_copy_and_goes_with_the_dossier(people: Team, dossier: Dossier) -> None:
    row = _judged(people, dossier)
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        (told,) = part(dossier, later(9))["regels"]
    assert ("Oordeel van een medewerker", "B1-route") in {(x["wat"], x["waarde"]) for x in told}
    assert row.gebeurtenis.soort == "leerroute_eigen_oordeel"
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        reason = "bewaartermijn verstreken"
        proposed = propose_destruction(dossier.pk, reason, on=ON, at=later(10))
    with as_actor(people[Rol.FG]):
        destroy(proposed.pk, on=ON, at=later(11))
    with as_actor(people[TL]):
        assert not Leerroutekeuze.objects.exists()
