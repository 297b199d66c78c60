"""The screens of the inbox: what came in, what a person decides, the text, the connection."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from tests.apps.visitor import few_queries, page, visitor
from tests.berichten.sender import duo_is_known, inbox, known_by_oin, send
from tests.berichten.wire import OINS, notice
from tests.dossier.makers import AT, BSN, ELDERS, HIER, ON, Team, dossier_for, team

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.oin.queries import gemeente_of, oin_of
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.berichten.models import Bericht, Berichtinhoud
from meedoen.berichten.pulse import LONGEST, SHORTEST, pulse, quiet_after
from meedoen.berichten.sealing import seal_body
from meedoen.dossier.models import Dossier
from meedoen.logboek.models import Logregel

pytestmark = pytest.mark.usefixtures("db")
NEW = "00000001234567890000"


@pytest.fixture
def people(db: None) -> Iterator[Team]:
    with duo_is_known:
        yield team(HIER)


def came(people: Team, event: str = "SS131", **state: object) -> Bericht:
    """A notice that came in, and where it stands."""
    send(notice(event))
    with as_actor(people[Rol.TEAMLEIDER]):
        found = inbox()[-1]
        done = {"stand": "verwerkt", "volgende_at": None} | state
        Bericht.objects.filter(pk=found.pk).update(**done)
    return found


def theirs(people: Team) -> Dossier:
    """A dossier that the klantmanager does not see."""
    return dossier_for(people[Rol.TEAMLEIDER], "Onzichtbaar Onzichtbaarsma")


def test_the_list_says_what_who_and_why_and_shows_each_what_he_may_see(people: Team) -> None:
    known_by_oin()
    mine = dossier_for(people[Rol.KLANTMANAGER], bsn=BSN)
    for _ in range(3):
        came(people, dossier=mine.pk)
    came(people, "SS111", dossier=theirs(people).pk)
    open_ = came(people, "ZZ9", stand="aan_mens", waarom="onbekende_gebeurtenis")
    client = visitor(people[Rol.KLANTMANAGER])
    with few_queries():
        text = page(client, "/berichten/")
    assert "Onbekende gebeurtenis" in text
    assert "Selam T." in text
    assert "Onzichtbaarsma" not in text
    assert "SS111" not in text
    assert "SS111" in page(visitor(people[Rol.TEAMLEIDER]), "/berichten/")
    asks = page(visitor(people[Rol.TEAMLEIDER]), "/berichten/?toon=actie")
    assert f"/berichten/{open_.pk}/" in asks
    assert "SS131" not in asks
    assert "Geen bericht" not in asks
    page(visitor(people[Rol.TEAMLEIDER]), "/berichten/?toon=niets", status=404)


def test_fifty_a_page(people: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    known_by_oin()
    monkeypatch.setattr("meedoen.berichten.queries.PAGE", 2)
    made = [came(people) for _ in range(3)]
    first = page(visitor(people[Rol.TEAMLEIDER]), "/berichten/")
    assert f"voor={made[1].pk}" in first.replace("&amp;", "&")
    older = page(visitor(people[Rol.TEAMLEIDER]), f"/berichten/?voor={made[1].pk}")
    assert f"/berichten/{made[0].pk}/" in older
    assert f"/berichten/{made[1].pk}/" not in older


def test_an_official_couples_tries_again_or_settles_once(people: Team) -> None:
    known_by_oin()
    mine, hidden = dossier_for(people[Rol.KLANTMANAGER]), theirs(people)
    client = visitor(people[Rol.KLANTMANAGER])
    one = came(people, stand="aan_mens", waarom="elfproef")
    here = f"/berichten/{one.pk}/"
    assert "Het BSN in dit bericht bestaat niet." in page(client, here)
    page(client, f"{here}koppel/", status=400, dossier="")
    page(client, f"{here}koppel/", status=400, dossier=hidden.nummer)
    page(client, f"{here}koppel/", status=302, dossier=f" {mine.nummer} ")
    assert "Selam T." in page(client, here)
    assert "Beslis over dit bericht" not in page(client, here)
    page(client, f"{here}koppel/", status=400, dossier=mine.nummer)  # it was decided
    other = came(people, stand="mislukt", waarom="fout", volgende_at=AT, pogingen=4)
    page(client, f"/berichten/{other.pk}/opnieuw/", status=302, x="1")
    page(client, f"/berichten/{other.pk}/niets/", status=404, x="1")
    third = came(people, stand="wacht", volgende_at=AT)
    page(client, f"/berichten/{third.pk}/klaar/", status=302, x="1")
    with as_actor(people[Rol.TEAMLEIDER]):
        states = {row.pk: (row.stand, row.pogingen, row.medewerker_id) for row in inbox()}
        coupled = Bericht.objects.get(pk=one.pk)
    who = people[Rol.KLANTMANAGER].medewerker_id
    assert (coupled.dossier_id, coupled.gekozen) == (mine.pk, True)
    assert states[one.pk] == ("ontvangen", 0, who)  # the worker does it again
    assert states[other.pk] == ("ontvangen", 0, who)
    assert states[third.pk] == ("afgehandeld", 0, who)


def test_the_text_is_for_few_and_reading_it_is_kept(people: Team) -> None:
    known_by_oin()
    mine = dossier_for(people[Rol.KLANTMANAGER], bsn=BSN)
    one = came(people, dossier=mine.pk)
    here = f"/berichten/{one.pk}/tekst/"
    page(visitor(people[Rol.KLANTMANAGER]), here, status=403)
    assert BSN in page(visitor(people[Rol.TEAMLEIDER]), here)
    assert BSN not in page(visitor(people[Rol.TEAMLEIDER]), f"/berichten/{one.pk}/")
    answer = seal_body(
        b"status 200: geen JSON <html>", keys_in_use(), gemeente=HIER, of=one.bericht_id
    )
    with as_actor(people[Rol.TEAMLEIDER]):
        Berichtinhoud.objects.filter(pk=one.pk).update(antwoord=answer)
    assert "geen JSON &lt;html&gt;" in page(visitor(people[Rol.KWALITEITSMEDEWERKER]), here)
    with as_actor(people[Rol.FG]):
        lines = Logregel.objects.filter(naam="lezen wat DUO letterlijk schreef", status="Ok")
        assert [line.betrokkene is not None for line in lines.order_by("pk")] == [False, True] * 2


def test_what_was_refused_can_be_read(people: Team) -> None:
    known_by_oin()
    send(b'{"bsn": "geheim')
    client = visitor(people[Rol.KWALITEITSMEDEWERKER])
    text = page(client, "/berichten/geweigerd/")
    assert "geen JSON" in text
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(last_value) FROM berichten_geweigerd_id_seq")
        number = cursor.fetchone()[0]
    assert "geheim" in page(client, f"/berichten/geweigerd/{number}/")
    page(client, f"/berichten/geweigerd/{number + 1}/", status=404)


def test_nobody_sees_a_notice_of_another_municipality(people: Team) -> None:
    known_by_oin()
    one = came(people)
    others = team(ELDERS, Rol.TEAMLEIDER)
    for address in ("", "tekst/"):
        page(visitor(others[Rol.TEAMLEIDER]), f"/berichten/{one.pk}/{address}", status=404)
    assert "SS131" not in page(visitor(others[Rol.TEAMLEIDER]), "/berichten/")


def test_the_beheerder_sees_the_connection_and_sets_the_number(people: Team) -> None:
    client = visitor(people[Rol.BEHEERDER])
    here = "/berichten/verbinding/"
    assert "nog geen OIN" in page(client, here)
    typed = {"van_dag": "1", "van_maand": "1", "van_jaar": "2026"}
    page(client, here, status=400, oin="123", **typed)
    page(client, here, status=302, oin=f"{NEW[:8]} {NEW[8:]}", **typed)
    assert (oin_of(HIER, on=ON), gemeente_of(NEW, on=ON)) == (NEW, HIER)
    typed |= {"van_jaar": "2025"}
    page(client, here, status=400, oin=OINS[HIER], **typed)  # one that begins later is there
    typed |= {"van_jaar": "2027"}
    page(client, here, status=302, oin=OINS[HIER], **typed)
    assert oin_of(HIER, on=ON) == NEW
    other = visitor(team(ELDERS, Rol.BEHEERDER)[Rol.BEHEERDER])
    typed |= {"van_jaar": "2028"}
    page(other, here, status=400, oin=OINS[HIER], **typed)  # another has it
    page(visitor(people[Rol.TEAMLEIDER]), here, status=403, oin=NEW, **typed)
    page(visitor(people[Rol.JURIST]), here, status=403)


def test_silence_refusals_and_work_that_lies_are_told(people: Team) -> None:
    known_by_oin()
    leader = people[Rol.TEAMLEIDER]
    with as_actor(leader):
        assert not pulse(HIER, on=ON, at=AT).wrong
    one = came(people)
    with as_actor(leader):
        last = Bericht.objects.get(pk=one.pk).ontvangen_at
        fine = pulse(HIER, on=ON, at=last + timedelta(minutes=1))
        assert (fine.wrong, fine.last, fine.quiet_after) == (False, last, LONGEST)
        assert pulse(HIER, on=ON, at=last + timedelta(days=31)).quiet
        Bericht.objects.filter(pk=one.pk).update(stand="ontvangen", volgende_at=last)
        assert not pulse(HIER, on=ON, at=last + timedelta(minutes=10)).slow
        assert pulse(HIER, on=ON, at=last + timedelta(minutes=20)).slow
    send(b"{")
    send(notice(), head={"doel": NEW})
    with as_actor(people[Rol.BEHEERDER]):  # who sees no notice sees the counts
        found = pulse(HIER, on=ON, at=last + timedelta(minutes=1))
    assert (found.refused, found.unknown, found.failed, found.wrong) == (1, 1, 0, True)
    assert "Misschien komt niet alles binnen" in page(visitor(leader), "/berichten/")


def test_the_norm_of_silence_follows_the_number_of_dossiers() -> None:
    assert [quiet_after(n) for n in (0, 1, 100_000)] == [LONGEST, LONGEST, SHORTEST]
    assert SHORTEST < quiet_after(150) < LONGEST
