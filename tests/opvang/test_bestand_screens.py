"""From a file to dossiers: nothing before «akkoord», once at a double click, in sight only."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.apps.visitor import few_queries, hidden, page, visitor
from tests.dossier.makers import BSN, HIER, ON, Team, dossier_for, later, team
from tests.opvang.files import GOOD, OTHER, file_of

from meedoen.accounts.actor import Actor
from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier import verify
from meedoen.dossier.actions.restriction import restrict
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.finding import search
from meedoen.dossier.models import Beperking, Dossier, Gebeurtenis
from meedoen.opvang.actions.bestand import keep_file
from meedoen.opvang.models import Bestand, Klantprofiel, Voorbereiding

pytestmark = pytest.mark.usefixtures("db")
KM, CHIEF = Rol.KLANTMANAGER, Rol.TEAMLEIDER
FILE, LOOK = "/opvang/bestand/", "/opvang/bestand/nakijken/"


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, KM, CHIEF, Rol.BELEID)


def _send(client: Client, content: bytes, *, status: int = 302) -> str:
    answer = client.post(FILE, {"bestand": SimpleUploadedFile("p.csv", content)})
    assert answer.status_code == status
    return str(answer.content.decode())


def _names(actor: Actor) -> list[str]:
    with as_actor(actor):
        rows = Dossier.objects.select_related("persoon").order_by("pk")
        return [row.persoon.naam.volledig for row in rows if row.persoon]


@pytest.mark.brief("L50")
def test_a_file_becomes_dossiers_only_after_akkoord_and_only_once(people: Team) -> None:
    actor = people[KM]
    client = visitor(actor)
    wrong = OTHER | {"bsn": "999990018", "vnummer": "", "voornamen": "Fout"}
    _send(client, file_of(GOOD, OTHER, wrong))
    with few_queries():
        shown = page(client, LOOK)
    assert _names(actor) == []
    for words in ("2 nieuwe dossiers", "1 gaat niet mee", "Dit BSN bestaat niet", "*****0019"):
        assert words in shown
    assert BSN not in shown
    gezien = hidden(shown)["gezien"]
    page(client, LOOK, status=302, gezien=gezien)
    page(client, LOOK, status=302, gezien=gezien)  # a double click
    assert "al verwerkt" in page(client, FILE)
    assert _names(actor) == ["Selam Tesfay", "Li Wang"]
    with as_actor(actor):
        assert not Bestand.objects.exists()
        first = Dossier.objects.order_by("pk")[0]
        lines = Gebeurtenis.objects.filter(dossier=first).order_by("nummer")
        assert list(lines.values_list("soort", flat=True)) == [
            "dossier_geopend",
            "gekoppeld",
            "klantprofiel_ontvangen",
            "voorbereiding_bijgewerkt",
        ]
        facts = facts_of([first.pk], on=ON).facts.row()
        assert Klantprofiel.objects.filter(dossier=first).get().opvanglocatie == "azc Duindorp"
        assert Voorbereiding.objects.filter(dossier=first).get().nt2_uren == 84
        found = search(actor, "Tesfai", on=ON, keys=keys_in_use())
    assert str(facts["gekoppeld_op"]) == "2026-09-01"
    assert facts["gehuisvest"] is False
    assert facts["volgt_voorbereiding"] is True
    assert str(facts["geboren_op"]) == "1991-03-08"
    assert [each.pk for each in found] == [first.pk]
    assert first.klantmanager_id == actor.medewerker_id


def test_what_many_wrote_is_as_whole_as_what_one_wrote(
    people: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "AUDIT", "default")  # nothing is committed in this test
    client = visitor(people[KM])
    dossier_for(people[KM], "Al Daar")
    _send(client, file_of(GOOD, OTHER))
    page(client, LOOK, status=302, gezien=hidden(page(client, LOOK))["gezien"])
    with as_actor(people[KM]):
        numbers = list(Dossier.objects.order_by("pk").values_list("nummer", flat=True))
        faults = [str(fault) for check in verify.CHECKS.values() for fault in check()]
    assert numbers == ["2026-00001", "2026-00002", "2026-00003"]
    assert not faults


def test_who_is_known_keeps_the_dossier_and_what_stands_in_it(people: Team) -> None:
    actor = people[KM]
    dossier = dossier_for(actor, "Selam Anders", BSN)
    client = visitor(actor)
    _send(client, file_of(GOOD))
    shown = page(client, LOOK)
    for words in ("1 bij een dossier dat er is", "andere naam", "Dit nummer staat nog niet"):
        assert words in shown
    page(client, LOOK, status=302, gezien=hidden(shown)["gezien"])
    assert _names(actor) == ["Selam Anders"]
    with as_actor(actor):
        assert Klantprofiel.objects.get().dossier_id == dossier.pk
    _send(client, file_of(GOOD))  # the same file again
    again = page(client, LOOK)
    assert "Dit klantprofiel is er al" in again
    assert "Geen enkele rij kan mee" in again


def test_a_dossier_of_a_colleague_stays_closed(people: Team) -> None:
    dossier_for(people[CHIEF], "Geheim Anders", BSN)
    client = visitor(people[KM])
    _send(client, file_of(GOOD))
    shown = page(client, LOOK)
    assert "van een collega" in shown
    assert "Geheim" not in shown
    chief = visitor(people[CHIEF])
    _send(chief, file_of(GOOD))
    assert "andere naam" in page(chief, LOOK)


def test_nothing_is_written_where_the_data_are_only_kept(people: Team) -> None:
    jurist = team(HIER, Rol.JURIST)[Rol.JURIST]
    dossier = dossier_for(people[CHIEF], "Selam Tesfay", BSN)
    with as_actor(jurist):
        restrict(dossier.pk, Beperking.Grond.JUISTHEID, "klopt niet", on=ON, at=later(1))
    chief = visitor(people[CHIEF])
    _send(chief, file_of(GOOD))
    assert "Het gebruik van dit dossier is beperkt" in page(chief, LOOK)


def test_two_numbers_of_two_dossiers_are_asked_about(people: Team) -> None:
    actor = people[KM]
    dossier_for(actor, "Een Persoon", BSN)
    client = visitor(actor)
    _send(client, file_of(OTHER))
    page(client, LOOK, status=302, gezien=hidden(page(client, LOOK))["gezien"])
    _send(client, file_of(GOOD | {"vnummer": OTHER["vnummer"]}))
    assert "van twee dossiers" in page(client, LOOK)


def test_what_changed_since_the_preview_is_shown_first(people: Team) -> None:
    actor = people[KM]
    client = visitor(actor)
    _send(client, file_of(GOOD))
    gezien = hidden(page(client, LOOK))["gezien"]
    dossier_for(actor, "Selam Tesfay", BSN)  # a colleague was first
    shown = page(client, LOOK, status=409, gezien=gezien)
    assert "intussen iets veranderd" in shown
    assert "1 bij een dossier dat er is" in shown
    with as_actor(actor):
        assert not Klantprofiel.objects.exists()


def test_a_wrong_file_is_refused_and_nothing_waits(people: Team) -> None:
    client = visitor(people[KM])
    assert "medisch" in _send(client, b"bsn;medisch\r\n1;x\r\n", status=400)
    assert "Kies eerst een bestand" in page(client, FILE, status=400, niets="")
    with as_actor(people[KM]):
        assert not Bestand.objects.exists()
    assert client.get(LOOK).status_code == 302


def test_a_file_is_sealed_of_one_official_and_gone_after_a_day(people: Team) -> None:
    actor = people[KM]
    with as_actor(actor):
        kept = keep_file(file_of(GOOD), at=later(0))
        assert BSN not in kept.verzegeld
        keep_file(file_of(OTHER), at=later(1))
        assert Bestand.objects.count() == 1  # the newest
    assert visitor(people[CHIEF]).get(LOOK).status_code == 302
    with as_actor(actor):
        Bestand.objects.update(gemaakt_at=later(0) - timedelta(days=400))
    assert visitor(actor).get(LOOK).status_code == 302


def test_the_file_goes_when_somebody_says_so(people: Team) -> None:
    client = visitor(people[KM])
    _send(client, file_of(GOOD))
    assert "Er wacht nog een bestand" in page(client, FILE)
    page(client, "/opvang/bestand/weg/", status=302, niets="")
    with as_actor(people[KM]):
        assert not Bestand.objects.exists()


def test_the_example_is_a_file_that_is_taken_in(people: Team) -> None:
    client = visitor(people[KM])
    sample = client.get("/opvang/bestand/voorbeeld/")
    _send(client, sample.content)
    assert "1 nieuw dossier" in page(client, LOOK)


def test_who_opens_no_dossier_brings_no_file(people: Team) -> None:
    page(visitor(people[Rol.BELEID]), FILE, status=403)
