"""Agreements of both sides, signing the plan or not, and the draft in two languages."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.apps.browsing import day, few_queries, get, hidden, post
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.destruction import destroy, propose_destruction
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.actions.promises import Belofte, promise
from meedoen.dossier.models import Document, Dossier, Toezegging
from meedoen.law.loader import load_law
from meedoen.law.plan_vertaling import DUTCH, plan_translations
from meedoen.persoonlijk_plan.inzage import part
from meedoen.persoonlijk_plan.levend.actions_afspraken import (
    Handtekening,
    agree,
    sign_plan,
    talk_over,
)
from meedoen.persoonlijk_plan.levend.actions_doelen import NieuwDoel, set_goals
from meedoen.persoonlijk_plan.levend.afspraken import afspraken_of
from meedoen.persoonlijk_plan.levend.samen import samen_of, samen_pdf
from meedoen.persoonlijk_plan.models import Instemming, Planafspraak
from meedoen.werkplek.eigen_werk import items_of_sources

pytestmark = pytest.mark.usefixtures("db")
KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER
BELLEN, LATER = "Bellen met de school", ON + timedelta(14)
OPEN_DOEL = "أريد أن أعمل في مطبخ"
SCHERM = Handtekening(Instemming.Wijze.SCHERM, "Selam Tesfay", "K. de Boer")
PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def people() -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    return dossier_for(people[KM])


def _agreed(people: Team, dossier: Dossier, minutes: int = 1) -> Planafspraak:
    with as_actor(people[KM]):
        return agree(dossier.pk, BELLEN, LATER, on=ON, at=later(minutes), gezien=None)


def _page(dossier: Dossier, rest: str = "") -> str:
    return f"/plan/dossier/{dossier.pk}/afspraken/{rest}"


@pytest.mark.brief("L59")
def test_both_sides_stand_beside_each_other(people: Team, dossier: Dossier) -> None:
    client, address = visitor(people[KM]), _page(dossier, "nieuw/")
    typed = {"wat": BELLEN, "gezien": hidden(get(client, address), "gezien")}
    kept = post(client, address, status=400, **typed, **day("uiterlijk_op", ON))
    assert "Deze dag is al voorbij" in kept  # the tests run long after that day
    _agreed(people, dossier)
    with as_actor(people[KM]):
        belofte = Belofte(Toezegging.Soort.ANDERS, "Selam", "Een fiets zoeken", LATER)
        promise(dossier.pk, belofte, on=ON, at=later(2))
    with few_queries():
        text = get(client, _page(dossier))
    assert text.index("Een fiets zoeken") < text.index(BELLEN)
    assert "nog niet getekend" in text


def test_a_day_that_is_past_is_no_agreement(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]), pytest.raises(DiaryError, match="al voorbij"):
        agree(dossier.pk, BELLEN, ON - timedelta(1), on=ON, at=later(1), gezien=None)


def test_the_day_after_the_work_list_asks_how_it_goes(people: Team, dossier: Dossier) -> None:
    row = _agreed(people, dossier)
    with as_actor(people[KM]):
        rows, law = [dossier.pk], load_law()

        def found(on: Any) -> list[str]:
            items = items_of_sources(rows, law, on=on)
            return [each.signaal.name for each in items if each.signaal.name == "planafspraak"]

        assert not found(LATER)
        assert found(LATER + timedelta(1)) == ["planafspraak"]
        how = {"on": ON, "at": later(2), "gezien": None}
        talk_over(row, Planafspraak.Stand.ANDERS, "eerst oefenen met bellen", **how)
        assert not found(LATER + timedelta(1))


def test_of_two_who_talked_the_second_sees_it(people: Team, dossier: Dossier) -> None:
    row = _agreed(people, dossier)
    client, address = visitor(people[KM]), _page(dossier, f"{row.pk}/")
    seen = hidden(get(client, address), "gezien")
    with as_actor(people[TL]):
        how: dict[str, Any] = {"on": ON, "at": later(2), "gezien": None}
        talk_over(row, Planafspraak.Stand.ANDERS, "volgende week", **how)
    late = post(client, address, status=409, stand="gedaan", toelichting="", gezien=seen)
    assert "Iemand anders was u net voor" in late
    post(client, address, stand="gedaan", toelichting="", gezien=hidden(late, "gezien"))
    with as_actor(people[KM]):
        assert Planafspraak.objects.get().stand == "gedaan"


def test_signing_on_screen_and_what_changes_after(people: Team, dossier: Dossier) -> None:
    client, address = visitor(people[KM]), _page(dossier, "tekenen/")
    typed = {"wijze": "scherm", "naam_persoon": "ሰላም ተስፋይ", "naam_medewerker": "K. de Boer"}
    typed["gezien"] = hidden(get(client, address), "gezien")
    kept = post(client, address, status=400, **typed)
    assert "Vink aan" in kept
    assert "ሰላም ተስፋይ" in kept
    post(client, address, **typed, akkoord="on")
    post(client, address, **typed, akkoord="on")  # sent twice, signed once
    text = get(client, _page(dossier))
    assert "<bdi>ሰላም ተስፋይ</bdi>" in text
    assert "Daarna veranderde het plan" not in text
    _agreed(people, dossier, 9_000_000)
    assert "Daarna veranderde het plan" in get(client, _page(dossier))
    with as_actor(people[KM]):
        assert Instemming.objects.count() == 1


def test_signing_on_paper_keeps_the_scan(people: Team, dossier: Dossier) -> None:
    client, address = visitor(people[KM]), _page(dossier, "tekenen/")
    typed: dict[str, Any] = {"wijze": "papier", "naam_persoon": "S", "naam_medewerker": "K"}
    typed["gezien"] = hidden(get(client, address), "gezien")
    assert "Voeg een scan of foto" in post(client, address, status=400, **typed)
    wrong = SimpleUploadedFile("plan.pdf", b"geen pdf")
    post(client, address, status=400, **typed, bestand=wrong)
    post(client, address, **typed, bestand=SimpleUploadedFile("plan.pdf", PDF))
    with as_actor(people[KM]):
        signed = Instemming.objects.get()
        assert signed.document == Document.objects.get()
        assert not afspraken_of(dossier).veranderd


def test_who_does_not_sign_says_why_and_nothing_follows(people: Team, dossier: Dossier) -> None:
    client, address = visitor(people[KM]), _page(dossier, "tekenen/")
    typed = {"wijze": "niet", "gezien": hidden(get(client, address), "gezien")}
    assert "waarom deze persoon nu niet tekent" in post(client, address, status=400, **typed)
    post(client, address, **typed, reden="wil eerst met haar man praten")
    text = get(client, _page(dossier))
    assert "wil eerst met haar man praten" in text
    assert "geen boete en geen maatregel" in text


@pytest.mark.parametrize(
    ("teken", "why"),
    [
        (Handtekening(Instemming.Wijze.NIET), "waarom"),
        (Handtekening(Instemming.Wijze.SCHERM, "Selam"), "namen"),
        (Handtekening(Instemming.Wijze.PAPIER, "Selam", "K."), "scan"),
    ],
)
def test_what_signing_needs(people: Team, dossier: Dossier, teken: Handtekening, why: str) -> None:
    with as_actor(people[KM]), pytest.raises(DiaryError, match=why):
        sign_plan(dossier.pk, teken, on=ON, at=later(1))


def test_two_who_sign_at_once(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        sign_plan(dossier.pk, SCHERM, on=ON, at=later(1))
        with pytest.raises(StaleError):
            sign_plan(dossier.pk, SCHERM, on=ON, at=later(2), gezien=1)


def test_the_draft_in_two_languages_with_own_words_marked(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        set_goals(dossier.pk, [NieuwDoel(OPEN_DOEL)], van=ON, on=ON, at=later(1))
    _agreed(people, dossier, 2)
    client = visitor(people[KM])
    with few_queries():
        text = get(client, f"/plan/dossier/{dossier.pk}/samen/?taal=ti")
    own = plan_translations()["ti"]
    assert own.vast["doelen"] in text
    assert f"<bdi>{OPEN_DOEL}</bdi> *" in text
    assert f"* {own.vast['onvertaald']}" in text
    assert "uiterlijk 28 september 2026" in text
    assert own.vast["ongelezen"] in text
    plain = get(client, f"/plan/dossier/{dossier.pk}/samen/?taal=-")
    assert own.vast["doelen"] not in plain


@pytest.mark.parametrize("taal", ["ar", "ti", ""])
def test_the_draft_on_paper_can_be_read_aloud(people: Team, dossier: Dossier, taal: str) -> None:
    with as_actor(people[KM]):
        set_goals(dossier.pk, [NieuwDoel(OPEN_DOEL)], van=ON, on=ON, at=later(1))
        pdf = samen_pdf(dossier, samen_of(dossier, taal, on=ON), at=later(2))
    with pikepdf.open(BytesIO(pdf)) as read:
        assert read.Root.MarkInfo.Marked
        assert str(read.Root.Lang).startswith("nl")


def test_a_character_that_no_font_has_is_named(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        set_goals(dossier.pk, [NieuwDoel("Ik leer 漢字")], van=ON, on=ON, at=later(1))
    client = visitor(people[KM])
    answer = get(client, f"/plan/dossier/{dossier.pk}/samen/plan.pdf?taal=-", status=400)
    assert "kan niet op papier" in answer


def test_every_language_says_all_and_dutch_is_one() -> None:
    codes = plan_translations()
    assert codes.keys() == {"nl", "en", "ar", "fa", "ti", "tr", "uk"}
    assert codes[DUTCH].nagelezen
    assert not codes["ti"].nagelezen


def test_it_is_in_the_copy_of_this_municipality_and_goes(people: Team, dossier: Dossier) -> None:
    _agreed(people, dossier)
    with as_actor(people[KM]):
        sign_plan(dossier.pk, SCHERM, on=ON, at=later(2))
    with as_actor(team(ELDERS)[KM]):
        assert not Planafspraak.objects.exists()
        assert not Instemming.objects.exists()
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        told = {x["waarde"] for each in part(dossier, later(9))["regels"] for x in each}
        proposed = propose_destruction(dossier.pk, "bewaartermijn", on=ON, at=later(10))
    assert {BELLEN, "Selam Tesfay", "op het scherm"} <= told
    with as_actor(people[Rol.FG]):
        destroy(proposed.pk, on=ON, at=later(11))
    with as_actor(people[TL]):
        assert not Planafspraak.objects.exists()
        assert not Instemming.objects.exists()
