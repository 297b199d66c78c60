"""The screens of what a municipality says in its letters: proposing, reading, deciding."""

from pathlib import Path

import pytest
from django.test import override_settings
from django.utils import timezone
from tests.apps.visitor import page, visitor
from tests.dossier.makers import ELDERS, HIER, Team, team
from tests.letters.pdf_text import bare, text_of

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.config import voorbeeld
from meedoen.dossier.models import Afzenderversie, Tekstversie
from meedoen.dossier.text_diff import changes

pytestmark = pytest.mark.usefixtures("db")

TEXTS, SENDER = "/brieven/teksten/", "/brieven/afzender/"
GREETING = "/brieven/teksten/elke-brief/groet/"
THREE = (Rol.BEHEERDER, Rol.JURIST, Rol.TEAMLEIDER)
THEMES = Path(voorbeeld.__file__).parent / "thema"


def today(**more: str) -> dict[str, str]:
    """A form that begins today."""
    day = timezone.localdate()
    return {"van_dag": str(day.day), "van_maand": str(day.month), "van_jaar": str(day.year)} | more


def newest(people: Team, table: type[Tekstversie] | type[Afzenderversie]) -> int:
    with as_actor(people[Rol.BEHEERDER]):
        return int(table.objects.order_by("-pk").values_list("pk", flat=True)[0])


def test_a_text_is_proposed_by_one_and_put_in_force_by_another() -> None:
    people = team(HIER, *THREE)
    boss, jurist = visitor(people[Rol.BEHEERDER]), visitor(people[Rol.JURIST])
    answer = boss.post(GREETING, today(tekst="Tot ziens,"))
    address = f"/brieven/teksten/versie/{newest(people, Tekstversie)}/"
    assert (answer.status_code, answer["Location"]) == (302, address)
    own = page(boss, address)
    assert "<del>Met vriendelijke groet,</del><ins>Tot ziens,</ins>" in own
    assert "U stelde dit zelf voor." in own
    assert "Stel vast" not in own
    for client in (boss, jurist):
        assert f'href="{address}"' in page(client, TEXTS)
    assert "Vul dit in." in page(jurist, address, status=400, afwijzen="1", antwoord="")
    assert jurist.post(address, {"vaststellen": "1"}).status_code == 302
    assert "vastgesteld" in page(boss, address)
    assert "Wacht op een besluit" not in page(boss, TEXTS)
    assert "Nu staat in brieven" in page(boss, GREETING)
    said = text_of(boss.get("/brieven/teksten/vaststelling_pip/voorbeeld/").content)
    assert bare("Tot ziens, namens") in said
    assert bare("Dit is een voorbeeld. Deze brief is niet verstuurd.") in said


def test_a_refusal_says_why_and_a_proposal_can_be_taken_back() -> None:
    people = team(HIER, *THREE)
    boss, chief = visitor(people[Rol.BEHEERDER]), visitor(people[Rol.TEAMLEIDER])
    boss.post(GREETING, today(tekst="Hoi,"))
    address = f"/brieven/teksten/versie/{newest(people, Tekstversie)}/"
    assert chief.post(address, {"afwijzen": "1", "antwoord": "Te los."}).status_code == 302
    assert "Te los." in page(boss, address)
    boss.post(GREETING, today(tekst="Doei,"))
    again = f"/brieven/teksten/versie/{newest(people, Tekstversie)}/"
    boss.post(again, {"terugtrekken": "1"})
    assert "ging niet door" in page(boss, again)
    refused = chief.post(again, {"vaststellen": "1"}, follow=True)
    assert "Hierover is al besloten." in refused.content.decode()


def test_what_cannot_stand_is_told_and_stays_typed() -> None:
    boss = visitor(team(HIER, Rol.BEHEERDER)[Rol.BEHEERDER])
    sent = today(tekst="Bel {telefoon} {fax}")
    text = page(boss, "/brieven/teksten/elke-brief/contact/", status=400, **sent)
    for words in ("«fax» niet", "«openingstijden» moet", "«adres» moet", "Bel {telefoon} {fax}"):
        assert words in text
    late = today(tekst="Dag,") | {"van_jaar": "2020"}
    assert "Kies vandaag of een latere dag." in page(boss, GREETING, status=400, **late)


def test_a_sample_can_be_read_before_it_is_proposed() -> None:
    people = team(HIER, *THREE)
    boss = visitor(people[Rol.BEHEERDER])
    answer = boss.post(GREETING, today(tekst="Tot gauw,", voorbeeld="1"))
    assert bare("Tot gauw, namens") in text_of(answer.content)
    wrong = page(boss, GREETING, status=400, **today(tekst="{fax}", voorbeeld="1"))
    assert "«fax»" in wrong
    with as_actor(people[Rol.BEHEERDER]):
        assert not Tekstversie.objects.exists()


def test_a_text_that_is_hard_to_read_is_told_to_who_decides() -> None:
    people = team(HIER, *THREE)
    visitor(people[Rol.BEHEERDER]).post(GREETING, today(tekst="Wij verstrekken u tevens alles."))
    text = page(
        visitor(people[Rol.JURIST]), f"/brieven/teksten/versie/{newest(people, Tekstversie)}/"
    )
    assert "Dit woord is moeilijk: «verstrekken». Schrijf: geven." in text


def test_a_fixed_text_has_no_form_and_another_municipality_sees_nothing() -> None:
    people, there = team(HIER, *THREE), team(ELDERS, Rol.JURIST)
    boss = visitor(people[Rol.BEHEERDER])
    text = page(boss, "/brieven/teksten/oproep_brede_intake/gevolgen/")
    assert "Deze tekst ligt vast" in text
    assert "Stel deze tekst voor" not in text
    boss.post(GREETING, today(tekst="Tot ziens,"))
    found = f"/brieven/teksten/versie/{newest(people, Tekstversie)}/"
    assert visitor(there[Rol.JURIST]).get(found).status_code == 404
    for wrong in ("elke-brief/niets/", "niets/groet/", "niets/voorbeeld/", "versie/999999/"):
        assert boss.get(f"{TEXTS}{wrong}").status_code == 404


def test_the_sender_with_a_logo_is_proposed_and_put_in_force() -> None:
    people = team(HIER, *THREE)
    boss, jurist = visitor(people[Rol.BEHEERDER]), visitor(people[Rol.JURIST])
    with override_settings(THEME_DIR=THEMES):
        text = page(boss, SENDER)
        assert "Gemeente Voorbeeldstad" in text
        typed = today(
            naam="Gemeente Elders", college="het college van Elders", straat="Kerkstraat 1",
            postcode="9999 XX", plaats="Elders", telefoon="14 0999",
            openingstijden="elke ochtend", website="www.example.org",
            bezwaar_website="www.example.org/bezwaar", bezwaar_adres="Postbus 1, 9999 XX Elders",
            rechtbank="de rechtbank Elders", logo_naam="briefdorp.svg", logo_alt="Een envelop",
        )  # fmt: skip
        wrong = page(boss, SENDER, status=400, **typed | {"rechtbank": "", "logo_alt": ""})
        assert wrong.count("Vul dit in.") >= 1
        worse = page(boss, SENDER, status=400, **typed | {"postcode": "12", "logo_alt": ""})
        assert "Dit is geen postcode." in worse
        assert "Schrijf in woorden wat er op het logo staat." in worse
        assert boss.post(SENDER, typed).status_code == 302
    address = f"/brieven/afzender/{newest(people, Afzenderversie)}/"
    assert "<del>Gemeente Voorbeeldstad</del>" in page(jurist, address)
    assert bare("Gemeente Elders") in text_of(jurist.get(f"{address}voorbeeld/").content)
    assert jurist.post(address, {"vaststellen": "1"}).status_code == 302
    # the file is gone now: what was chosen stays, also in the next version
    assert boss.post(SENDER, typed | {"telefoon": "14 0998"}).status_code == 302
    with as_actor(people[Rol.BEHEERDER]):
        rows = Afzenderversie.objects.order_by("pk")
        assert len({bytes(each.logo) for each in rows}) == 1
        assert bytes(rows[0].logo) == (THEMES / "briefdorp.svg").read_bytes()


def test_a_difference_is_told_word_by_word() -> None:
    assert changes("a b\nc", "a x\nc d") == [
        ("same", "a "), ("gone", "b"), ("new", "x"), ("same", "\nc "), ("new", "d"),
    ]  # fmt: skip
    assert changes("a b c", "x y c") == [("gone", "a b "), ("new", "x y "), ("same", "c")]
    assert not changes("", "")
