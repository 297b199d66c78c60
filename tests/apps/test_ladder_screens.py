"""The page «Intake» of a dossier: where somebody stands, one form per step, and what is refused."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate, now
from tests.apps.browsing import day, few_queries, get, hidden, post
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, Team, team
from tests.intake.asking import TERM, Walk, mandates
from tests.werkplek.asylum import notified

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.models import Afspraak, Besluit
from meedoen.intake.oordeel import Uitkomst
from meedoen.intake.treden import DERDE, OPROEP, WAARSCHUWING

HOUSED = date(2026, 9, 1)
KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER


@pytest.fixture
def people(db: None) -> Team:
    made = team(HIER, KM, TL, Rol.KWALITEITSMEDEWERKER)
    mandates(made)
    return made


@pytest.fixture
def walk(people: Team) -> Walk:
    return Walk(people[KM], notified(people[KM], "Selam Tesfay", HOUSED, HOUSED))


def _at(walk: Walk, rest: str = "") -> str:
    return f"/intake/dossier/{walk.dossier.pk}/{rest}"


def _talk(**more: str) -> dict[str, str]:
    """Everything that the form of a first summons asks."""
    talk_on = localdate(now()) + timedelta(days=7)
    return {
        **day("dag", talk_on),
        **day("laatste_dag", talk_on + timedelta(days=7)),
        "van": "10:00",
        "tot": "11:30",
        "plaats": "Raadhuisplein 1",
        "tolk": "telefonisch",
        "tolk_taal": "Tigrinya",
        "tolk_dialect": "Asmara",
        "tolk_geslacht": "vrouw",
        **more,
    }


def test_one_form_makes_the_appointment_and_its_letter(people: Team, walk: Walk) -> None:
    client = visitor(people[KM])
    with few_queries():
        page = get(client, _at(walk))
    assert "Er is nog niemand uitgenodigd" in page
    assert _at(walk, f"vraag/{OPROEP}/") in page
    form = get(client, _at(walk, f"vraag/{OPROEP}/"))
    seen = hidden(form, "gezien")
    assert str((localdate(now()) + timedelta(days=TERM)).year) in form  # the term is proposed
    for _twice in range(2):
        post(client, _at(walk, f"vraag/{OPROEP}/"), gezien=seen, **_talk())
    with as_actor(people[KM]):
        made, talk = Besluit.objects.get(), Afspraak.objects.get()
    assert b'"oproepen":"1"' in bytes(made.waarden)
    assert "Tigrinya, Asmara, het liefst een vrouw" in bytes(made.waarden).decode()
    assert (talk.plaats, talk.tolk_dialect) == ("Raadhuisplein 1", "Asmara")
    assert "Naar de brief" in get(client, _at(walk))


def test_a_talk_after_the_term_is_mended_and_what_was_typed_stays(people: Team, walk: Walk) -> None:
    client, address = visitor(people[KM]), _at(walk, f"vraag/{OPROEP}/")
    late = day("laatste_dag", localdate(now()) + timedelta(days=2))
    page = post(client, address, status=400, gezien="99", **_talk(**late))
    assert "Het gesprek is na deze dag" in page
    assert 'value="Raadhuisplein 1"' in page
    with as_actor(people[KM]):
        assert not Afspraak.objects.exists()


def test_of_two_workers_the_second_is_told_who_was_first(people: Team, walk: Walk) -> None:
    address = _at(walk, f"vraag/{OPROEP}/")
    seen = hidden(get(visitor(people[TL]), address), "gezien")
    post(visitor(people[KM]), address, gezien=seen, **_talk())
    page = post(visitor(people[TL]), address, status=400, gezien=seen, **_talk())
    assert people[KM].naam in page
    assert "zette intussen een stap" in page
    with as_actor(people[KM]):
        assert Besluit.objects.count() == 1


def test_the_outcome_is_told_on_one_page_and_the_next_step_follows(
    people: Team, walk: Walk
) -> None:
    walk.ask(OPROEP, date(2026, 9, 15))
    client = visitor(people[KM])
    assert "Leg vast hoe het ging" in get(client, _at(walk))
    seen = hidden(get(client, _at(walk, "uitkomst/")), "gezien")
    page = post(client, _at(walk, "uitkomst/"), status=400, uitkomst="onvoldoende", gezien=seen)
    assert "Schrijf op waaruit blijkt" in page
    kept = {"uitkomst": Uitkomst.GOEDE_REDEN.value, "reden": "Was ziek.", "gezien": seen}
    assert "bewaren wij niets" in post(client, _at(walk, "uitkomst/"), status=400, **kept)
    post(client, _at(walk, "uitkomst/"), uitkomst=Uitkomst.NIET.value, gezien=seen)
    page = get(client, _at(walk))
    assert "kwam niet" in page
    assert _at(walk, f"vraag/{WAARSCHUWING}/") in page
    form = get(client, _at(walk, f"vraag/{WAARSCHUWING}/"))
    assert "U kwam niet naar het gesprek op 22 september 2026." in form


def test_after_three_summonses_the_intake_is_closed_with_its_reason(
    people: Team, walk: Walk
) -> None:
    on, client = date(2026, 9, 15), visitor(people[KM])
    refused = get(client, _at(walk, "afwezig/"))
    assert "Maak de intake af</button>" not in refused
    assert "Wi 14:2" in refused
    for kind in (OPROEP, WAARSCHUWING, DERDE):
        walk.ask(kind, on)
        on = walk.miss(on)
        if kind == WAARSCHUWING:
            assert "Komt er een boete bij?" in get(client, _at(walk))
    with few_queries():
        get(client, _at(walk))
    seen = hidden(get(client, _at(walk, "afwezig/")), "gezien")
    post(client, _at(walk, "afwezig/"), gezien=seen)
    assert "De brede intake is klaar." in get(client, _at(walk))
    assert "vraag/" not in get(client, _at(walk))


def test_who_may_not_propose_sees_the_ladder_and_no_buttons(people: Team, walk: Walk) -> None:
    client = visitor(people[Rol.KWALITEITSMEDEWERKER])
    assert "vraag/" not in get(client, _at(walk))
    get(client, _at(walk, f"vraag/{OPROEP}/"), status=403)
    get(visitor(people[KM]), _at(walk, "vraag/besluit_algemeen/"), status=404)
