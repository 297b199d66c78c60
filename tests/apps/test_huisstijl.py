"""A municipality looks and speaks as it chose, from the day it chose, and no other does."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client, override_settings
from django.utils import timezone
from tests.apps.visitor import page, visitor
from tests.dossier.makers import ELDERS, HIER, Team, dossier_for, team

from meedoen.accounts.actions import AccountError, choose_huisstijl, grant_role
from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.huisstijl import in_own_words, rolnaam, versions, worn
from meedoen.accounts.models import Huisstijl, Medewerker
from meedoen.accounts.roles import Rol
from meedoen.config import voorbeeld

FOLDER = Path(voorbeeld.__file__).parent / "thema"
WHERE = "/huisstijl/"
LOGO = {"logo": "briefdorp.svg", "logo_alt": "Gemeente Briefdorp"}
CHOICE = {"titel": "Thuis", "stijlblad": "briefdorp.css", **LOGO, "rol_klantmanager": "consulent"}


@pytest.fixture(autouse=True)
def folder() -> Iterator[None]:
    with override_settings(THEME_DIR=FOLDER):
        yield


def typed(day: date, **other: str) -> dict[str, Any]:
    """A filled-in form that begins on a day."""
    return (
        CHOICE
        | {"van_dag": f"{day.day}", "van_maand": f"{day.month}", "van_jaar": f"{day.year}"}
        | other
    )


def chosen(people: Team, *, days: int = 0, **values: Any) -> Huisstijl:
    """A version that began (or begins) so many days from now."""
    now = timezone.now()
    van = timezone.localdate() + timedelta(days=days)
    with transaction.atomic():
        return choose_huisstijl(people[Rol.BEHEERDER], values, van=van, on=van, at=now)


def boss(people: Team) -> Client:
    return visitor(people[Rol.BEHEERDER])


def test_what_is_chosen_stands_on_every_page_of_that_municipality_only(db: None) -> None:
    here, there = team(HIER), team(ELDERS)
    answer = boss(here).post(WHERE, typed(timezone.localdate()))
    assert (answer.status_code, answer["Location"]) == (302, WHERE)
    text = page(visitor(here[Rol.KLANTMANAGER]), "/")
    assert '<html class="ma-theme briefdorp-theme"' in text
    assert '<link rel="stylesheet" href="/static/thema/briefdorp.css">' in text
    assert 'src="/static/thema/briefdorp.svg" alt="Gemeente Briefdorp"' in text
    assert "<title>Werklijst – Thuis</title>" in text
    assert '<span class="zacht">consulent</span>' in text
    other = page(visitor(there[Rol.KLANTMANAGER]), "/")
    assert "briefdorp" not in other
    assert '<span class="zacht">klantmanager</span>' in other


def test_the_word_of_the_municipality_stands_wherever_ours_stood(db: None) -> None:
    people = team(HIER)
    free = dossier_for(people[Rol.KLANTMANAGER])
    chosen(people, rolnamen={"klantmanager": "consulent", "teamleider": "coach"})
    mine = visitor(people[Rol.KLANTMANAGER])
    places = ["/dossiers/", "/dossiers/?van=zonder", "/dossiers/nieuw/", "/dossiers/bericht/"]
    places += [f"/dossiers/{free.pk}/{part}" for part in ("", "tijdlijn/", "vastleggen/contact/")]
    texts = [page(mine, place) for place in places]
    texts += [page(visitor(people[Rol.TEAMLEIDER]), f"/dossiers/{free.pk}/overdragen/")]
    texts += [page(mine, f"/dossiers/{free.pk}/waarom/persoonlijk_plan.uiterste_dag/")]
    for place, text in zip([*places, "overdragen", "waarom"], texts, strict=True):
        assert "klantmanager" not in text.replace("klantmanager van 9999", ""), place
    assert "Nog geen consulent" in texts[0]
    assert "Ik word de consulent" in texts[2]
    assert "Wie wordt de consulent?" in texts[7]


def test_a_version_begins_on_its_day_and_the_last_one_counts(db: None) -> None:
    people = team(HIER)
    mine = visitor(people[Rol.KLANTMANAGER])
    chosen(people, titel="Gisteren", days=-1)
    chosen(people, titel="Morgen", days=1)
    assert "– Gisteren</title>" in page(mine, "/")
    chosen(people, titel="Vandaag")
    chosen(people, titel="Toch zo")
    assert "– Toch zo</title>" in page(mine, "/")
    told = [each.titel for each in versions(HIER)]
    assert told == ["Morgen", "Toch zo", "Vandaag", "Gisteren"]


def test_a_preview_changes_this_page_and_nothing_else(db: None) -> None:
    people = team(HIER)
    text = page(boss(people), WHERE, **typed(timezone.localdate(), voorbeeld="1"))
    assert "Dit is een voorbeeld. Er is nog niets veranderd." in text
    assert "briefdorp-theme" in text
    assert 'value="consulent"' in text
    assert not versions(HIER).exists()
    assert "briefdorp-theme" not in page(visitor(people[Rol.KLANTMANAGER]), "/")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"titel": ""}, "Vul in: «Hoe heet Meedoen bij u?»."),
        ({"logo_alt": ""}, "Schrijf in woorden wat er op het logo staat."),
        ({"van_jaar": "2020"}, "Kies vandaag of een latere dag."),
        ({"verklaring": "zomaar"}, "Een adres begint met https://"),
        ({"verklaring": "javascript:alert(1)"}, "Een adres begint met https://"),
        ({"stijlblad": "../geheim.css"}, "Kies een bestand uit de lijst."),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_lost(
    db: None, wrong: dict[str, str], words: str
) -> None:
    text = page(boss(team(HIER)), WHERE, status=400, **typed(timezone.localdate(), **wrong))
    assert words in text.replace("&#x27;", "'")
    assert "<title>Fout: Huisstijl" in text
    assert 'value="consulent"' in text
    assert not versions(HIER).exists()


def test_a_sheet_without_a_class_is_refused(db: None, tmp_path: Path) -> None:
    (tmp_path / "kaal.css").write_text(":root { --md-accent: red; }", "utf-8")
    with override_settings(THEME_DIR=tmp_path):
        sent = typed(timezone.localdate(), stijlblad="kaal.css", logo="", logo_alt="")
        text = page(boss(team(HIER)), WHERE, status=400, **sent)
    assert "zet geen klasse die op -theme eindigt" in text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"geen plaatje", "geen SVG"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "script"),
    ],
)
def test_a_logo_that_is_no_image_or_does_more_is_refused(
    db: None, tmp_path: Path, content: bytes, words: str
) -> None:
    (tmp_path / "wapen.svg").write_bytes(content)
    with override_settings(THEME_DIR=tmp_path):
        sent = typed(timezone.localdate(), stijlblad="", logo="wapen.svg", logo_alt="Het wapen")
        team_here = team(HIER)
        text = page(boss(team_here), WHERE, status=400, **sent)
    assert words in text
    assert not versions(HIER).exists()


def test_colours_that_cannot_be_read_are_told_on_the_screen(db: None, tmp_path: Path) -> None:
    pale = ".bleek-theme { --md-accent: #9ad; --md-zacht: oklch(1 0 0); }"
    (tmp_path / "bleek.css").write_text(pale, "utf-8")
    sent = typed(timezone.localdate(), stijlblad="bleek.css", logo="", logo_alt="", voorbeeld="1")
    with override_settings(THEME_DIR=tmp_path):
        text = page(boss(team(HIER)), WHERE, **sent)
    assert "Sommige kleuren zijn niet goed te lezen" in text
    assert "links: 2,3" in text
    assert "zachte tekst: deze kleur kunnen wij niet lezen" in text
    assert "gewone tekst:" not in text


def test_only_the_beheerder_chooses_and_only_for_his_own(db: None) -> None:
    here, there = team(HIER), team(ELDERS)
    for rol in set(Rol) - {Rol.BEHEERDER}:
        assert visitor(here[rol]).get(WHERE).status_code == 403
    on = timezone.localdate()
    with pytest.raises(NotAllowedError):
        choose_huisstijl(here[Rol.TEAMLEIDER], {}, van=on, on=on, at=timezone.now())
    assert chosen(there).gemeente_id == ELDERS
    assert not versions(HIER).exists()
    yesterday = on - timedelta(days=1)
    with pytest.raises(AccountError):
        choose_huisstijl(here[Rol.BEHEERDER], {}, van=yesterday, on=on, at=timezone.now())


def test_a_version_is_never_changed(db: None) -> None:
    chosen(team(HIER))
    with transaction.atomic(), pytest.raises(DatabaseError):
        Huisstijl.objects.update(titel="Anders")


def test_who_works_for_two_municipalities_reads_the_word_of_each(db: None) -> None:
    here, there = team(HIER), team(ELDERS, Rol.BEHEERDER)
    chosen(there, rolnamen={"klantmanager": "consulent"})
    who = here[Rol.KLANTMANAGER].official
    grant_role(Medewerker.objects.get(pk=who), Rol.KLANTMANAGER, ELDERS, van=date(2022, 1, 1))
    text = page(visitor(here[Rol.KLANTMANAGER]), "/rol/")
    assert "klantmanager, <bdi>Voorbeeld 9999" in text
    assert "consulent, <bdi>Voorbeeld 9998" in text


def test_outside_a_request_the_house_speaks() -> None:
    assert worn().titel == "Meedoen"
    assert rolnaam(Rol.KLANTMANAGER) == "klantmanager"
    assert in_own_words("de klantmanager") == "de klantmanager"
    assert rolnaam("klantmanager", {"rolnamen": {"klantmanager": "coach"}}) == "coach"
