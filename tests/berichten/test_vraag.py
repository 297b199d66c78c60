"""Asking DUO without a notice: wanted on a page, done by the worker; and who is unknown to one."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from tests.apps.visitor import few_queries, page, visitor
from tests.berichten import fake_duo as say
from tests.berichten.fake_duo import FakeDuo
from tests.berichten.scene import BSN
from tests.berichten.sender import duo_is_known, known_by_oin, send
from tests.berichten.wire import notice
from tests.dossier.makers import AT, HIER, ON, dossier_for, team

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.berichten import rounds
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.inzage import part
from meedoen.berichten.models import Bericht, Vraag, Vraagantwoord
from meedoen.berichten.resealing import reseal_messages
from meedoen.berichten.turn import MOST_TRIES
from meedoen.berichten.turn_actions import process_next
from meedoen.berichten.vraag_actions import answer_next
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.ports.duo_errors import NietBekendError, NietBereikbaarError, OnbegrepenError
from meedoen.rules.choices import Doelgroep


@pytest.fixture
def duo(monkeypatch: pytest.MonkeyPatch) -> FakeDuo:
    """What answers the worker."""
    answers = {"plicht": say.plicht(), "doelgroep": say.doelgroep(Doelgroep.ASIELSTATUSHOUDER)}
    found = FakeDuo(answers)
    monkeypatch.setattr(rounds, "duo_of", lambda _gemeente: found)
    return found


@pytest.fixture
def mine(db: None) -> tuple[Client, Dossier]:
    """The page of a klantmanager, and a dossier of his."""
    people = team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER)
    return visitor(people[Rol.KLANTMANAGER]), dossier_for(people[Rol.KLANTMANAGER], bsn=BSN)


def address(dossier: Dossier) -> str:
    return f"/berichten/dossier/{dossier.pk}/"


def vraag() -> Vraag:
    with as_actor(duo_actor(HIER)):
        return Vraag.objects.get()


def wanted(client: Client, dossier: Dossier) -> None:
    assert client.post(f"{address(dossier)}vraag/").status_code == 302


def test_the_page_wants_it_and_the_worker_asks(mine: tuple[Client, Dossier], duo: FakeDuo) -> None:
    client, dossier = mine
    wanted(client, dossier)
    wanted(client, dossier)  # once is enough
    text = page(client, address(dossier))
    assert (duo.asked, "nog geen antwoord" in text, "Vraag DUO opnieuw" in text) == (
        [],
        True,
        False,
    )
    at = vraag().gevraagd_at + timedelta(minutes=1)
    assert answer_next(HIER, on=at.date(), at=at)
    assert not answer_next(HIER, on=at.date(), at=at)
    with as_actor(duo_actor(HIER)):
        told = facts_of([dossier.pk], on=at.date(), names=["doelgroep"]).facts.row()
    assert told == {"doelgroep": Doelgroep.ASIELSTATUSHOUDER}
    with few_queries():
        text = page(client, address(dossier))
    assert "2 nieuwe gegevens op de Tijdlijn" in text
    assert "Vraag DUO opnieuw" in text


def test_that_a_notice_made_us_ask_is_shown_and_in_the_copy(
    mine: tuple[Client, Dossier], duo: FakeDuo, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, dossier = mine
    monkeypatch.setattr("meedoen.api.notificaties.now", lambda: AT)
    known_by_oin()
    assert "Niemand vroeg DUO hier nog naar" in page(client, address(dossier))
    with duo_is_known:
        send(notice("SS101", bsn=BSN))
        send(notice("SS101", bsn=None, vNummer=1))  # nobody knows the BSN: DUO cannot be asked
    while process_next(HIER, on=ON, at=AT):
        pass
    with as_actor(duo_actor(HIER)):
        asked = dict(Bericht.objects.values_list("waarom", "gevraagd_at"))
    assert asked == {"": AT, "wacht_op_bsn": None}
    with few_queries():
        text = page(client, address(dossier))
    assert "Meedoen, om een bericht" in text
    assert "Niemand vroeg DUO hier nog naar" not in text
    wanted(client, dossier)
    people = team(HIER, Rol.KWALITEITSMEDEWERKER)
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        copied = part(dossier, AT + timedelta(days=3650))
    told = [each["waarde"] for row in copied["regels"] for each in row]
    assert {"Iemand moet inburgeren", "verwerkt", "DUO heeft nog niet geantwoord."} <= set(told)
    assert BSN not in str(copied)


def test_it_is_asked_again_while_duo_gives_no_answer(
    mine: tuple[Client, Dossier], duo: FakeDuo
) -> None:
    client, dossier = mine
    wanted(client, dossier)
    at = vraag().gevraagd_at
    silent = NietBereikbaarError("/personen/{bsn}", uuid4(), why="status 503", after=600)
    duo.answers["plicht"] = silent
    assert answer_next(HIER, on=at.date(), at=at)
    row = vraag()
    assert row.volgende_at == at + timedelta(seconds=600)  # as DUO asked; else a minute
    assert (row.antwoord_at, row.uitkomst, row.pogingen) == (None, "duo_onbereikbaar", 1)
    assert not answer_next(HIER, on=at.date(), at=at)
    duo.answers["plicht"] = say.plicht()
    assert answer_next(HIER, on=at.date(), at=at + timedelta(hours=1))
    assert vraag().uitkomst == ""


def test_an_answer_that_we_do_not_understand_is_kept_for_who_may_read_it(
    mine: tuple[Client, Dossier], duo: FakeDuo
) -> None:
    client, dossier = mine
    wanted(client, dossier)
    at = vraag().gevraagd_at
    told = f"<html>{BSN}".encode()
    duo.answers["plicht"] = OnbegrepenError("/x", uuid4(), status=200, why="geen JSON", raw=told)
    assert answer_next(HIER, on=at.date(), at=at)
    assert (vraag().uitkomst, vraag().antwoord_at) == ("antwoord_onleesbaar", at)
    with as_actor(duo_actor(HIER)):
        kept = Vraagantwoord.objects.get()
        assert BSN not in kept.verzegeld
        assert reseal_messages(keys_in_use()).lost == ()
    here = f"{address(dossier)}vraag/{kept.pk}/"
    assert here not in page(client, address(dossier))
    page(client, here, status=403)
    reader = visitor(team(HIER, Rol.KWALITEITSMEDEWERKER)[Rol.KWALITEITSMEDEWERKER])
    assert here in page(reader, address(dossier))
    text = page(reader, here)
    assert f"&lt;html&gt;{BSN}" in text
    assert "/x, status 200: geen JSON" in text
    page(reader, f"{address(dossier)}vraag/{kept.pk + 1}/", status=404)


def test_a_fault_of_ours_ends_after_some_tries(mine: tuple[Client, Dossier], duo: FakeDuo) -> None:
    client, dossier = mine
    wanted(client, dossier)
    at = vraag().gevraagd_at
    duo.answers["plicht"] = "no answer of the port"
    for number in range(MOST_TRIES):
        assert answer_next(HIER, on=at.date(), at=at + timedelta(hours=2 * number))
    row = vraag()
    assert (row.uitkomst, row.antwoord_at is None) == ("fout_blijft", False)


def test_who_duo_does_not_know_stands_in_a_list(mine: tuple[Client, Dossier], duo: FakeDuo) -> None:
    client, dossier = mine
    assert "DUO kent iedereen" in page(client, "/berichten/onbekend/")
    duo.answers["plicht"] = NietBekendError
    wanted(client, dossier)
    at = vraag().gevraagd_at
    answer_next(HIER, on=at.date(), at=at)
    with few_queries():
        text = page(client, "/berichten/onbekend/")
    assert dossier.nummer in text
    duo.answers["plicht"] = say.plicht()
    wanted(client, dossier)
    answer_next(HIER, on=at.date(), at=at + timedelta(days=1000))
    assert dossier.nummer not in page(client, "/berichten/onbekend/")


def test_nobody_asks_about_a_dossier_that_is_not_there(mine: tuple[Client, Dossier]) -> None:
    client, dossier = mine
    assert client.post(f"/berichten/dossier/{dossier.pk + 1}/vraag/").status_code == 404
    assert client.get(f"{address(dossier)}vraag/").status_code == 405
