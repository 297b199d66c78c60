"""The screens of letters: propose, read, sign, send, withdraw; each step once and by who may."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils.timezone import now
from tests.apps.browsing import day, few_queries, get, hidden, post
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team
from tests.letters.pdf_text import bare, text_of

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier import besluiten
from meedoen.dossier.actions import besluiten as acts
from meedoen.dossier.actions.circumstances import move, set_safe_contact
from meedoen.dossier.actions.diary import record
from meedoen.dossier.gronden import CARRYING, Gronden
from meedoen.dossier.models import Adres, Besluit, Dossier, Gebeurtenis
from meedoen.law.brief_file import brief_kinds
from meedoen.rules.choices import Leerroute, Niveau

KIND, FORM = "vaststelling_pip", "oproep_brede_intake"
PIP: dict[str, Any] = {
    "leerroute": Leerroute.B1_ROUTE,
    "niveau": Niveau.B1,
    "intensiteit": "12 uur les per week",
    "begeleiding": "Uw klantmanager belt u elke maand.",
    "pvt": "Drie ochtenden in januari",
    "map": "Vanaf maart",
    "gesprekken": 4,
    "motivering": "U wilt in de zorg werken en leert snel.",
}
SUMMONS = {"oproepen": "1", "tijd": "10.00 uur", "plaats": "Raadhuisplein 1"}
DECIDED = {
    "onderwerp": "uw cursus",
    "beslissing": "Wij betalen uw cursus niet.",
    "gevolg": "Uw lessen gaan door.",
    "motivering": "De cursus is niet nodig voor uw leerroute.",
    "artikel": "Wi 17:2",
    "eigen_feiten": "U vroeg ons om een cursus.",
}
STAGE = "Zij begint in januari al met haar stage."
INVITED = {"tijd": "10.00 uur", "plaats": "Raadhuisplein 1", **day("dag", date(2026, 12, 1))}


@pytest.fixture
def people(db: None) -> Team:
    made = team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.KWALITEITSMEDEWERKER)
    for soort in (KIND, FORM, "besluit_algemeen", "uitnodiging_brede_intake"):
        right = Besluitrecht(Rol.KLANTMANAGER, soort, "mandaatregister 2022, nr. 4")
        give_mandate(HIER, right, van=date(2022, 1, 1))
    return made


@pytest.fixture
def dossier(people: Team) -> Dossier:
    made = dossier_for(people[Rol.KLANTMANAGER])
    with as_actor(people[Rol.KLANTMANAGER]):
        home = {"straat": "Dorpsstraat 1", "postcode": "9999 XX", "plaats": "Voorbeeldstad"}
        move(made.pk, Adres.Soort.WOONADRES, home, on=ON, at=later(1))
        record(made.pk, "kennisgeving_ontvangen", {}, on=date(2026, 9, 7), at=later(2))
    return made


def _propose(people: Team, dossier: Dossier, gronden: Gronden = CARRYING) -> Besluit:
    """A plan, as its own screen proposes it."""
    with as_actor(people[Rol.KLANTMANAGER]):
        return acts.propose(dossier.pk, KIND, PIP, on=ON, at=later(5), gronden=gronden)


def _at(dossier: Dossier, rest: object = "") -> str:
    return f"/dossiers/{dossier.pk}/brieven/" + (f"{rest}/" if rest else "")


def _step(
    people: Team, dossier: Dossier, step: str, rol: Rol = Rol.KLANTMANAGER, **typed: Any
) -> str:
    """Take a step and give the page that follows."""
    answer = visitor(people[rol]).post(_at(dossier, step), typed, follow=True)
    return str(answer.content.decode())


def _soorten(people: Team, dossier: Dossier) -> list[str]:
    with as_actor(people[Rol.KLANTMANAGER]):
        rows = Gebeurtenis.objects.filter(dossier=dossier, soort__startswith="besluit_")
        return list(rows.order_by("nummer").values_list("soort", flat=True))


def test_the_list_offers_every_kind_and_shows_where_letters_stand(
    people: Team, dossier: Dossier
) -> None:
    client = visitor(people[Rol.KLANTMANAGER])
    with few_queries():
        page = get(client, _at(dossier))
    for kind in brief_kinds().values():
        assert (f'href="{_at(dossier, f"nieuw/{kind.name}")}"' in page) is not bool(kind.screen)
    assert "Er zijn nog geen brieven" in page
    made = _propose(people, dossier)
    assert "voorgesteld, nog te ondertekenen" in get(client, _at(dossier))
    _step(people, dossier, f"{made.pk}/ondertekenen")
    assert "ondertekend, nog te versturen" in get(client, _at(dossier))
    _step(
        people,
        dossier,
        f"{made.pk}/versturen",
        kanaal="overhandigd",
        aan="Selam Tesfay",
        plaats="de balie",
    )
    with few_queries():
        page = get(client, _at(dossier))
    assert "verzonden" in page
    _step(people, dossier, f"{made.pk}/intrekken", reden="Het plan was voor iemand anders.")
    assert "ingetrokken" in get(client, _at(dossier))
    _nothing_new_for_who_may_not(people, dossier)


def _nothing_new_for_who_may_not(people: Team, dossier: Dossier) -> None:
    client = visitor(people[Rol.KWALITEITSMEDEWERKER])
    assert "Maak een brief" not in get(client, _at(dossier))
    get(client, _at(dossier, f"nieuw/{FORM}"), status=403)


def test_the_form_shows_what_the_rules_say_and_keeps_what_was_typed(
    people: Team, dossier: Dossier
) -> None:
    client = visitor(people[Rol.KLANTMANAGER])
    with few_queries():
        page = get(client, _at(dossier, f"nieuw/{FORM}"))
    assert "Uiterste dag voor het PIP" in page
    assert "/waarom/persoonlijk_plan.uiterste_dag/" in page
    wrong = {**SUMMONS, "oproepen": "een", "gezien": "1"}
    with few_queries():
        again = post(client, _at(dossier, f"nieuw/{FORM}"), status=400, **wrong)
    assert "Vul een heel getal in" in again
    assert SUMMONS["plaats"] in again
    assert hidden(again, "gezien") == "1"
    get(client, _at(dossier, "nieuw/liefdesbrief"), status=404)


def test_a_letter_goes_all_the_way(people: Team, dossier: Dossier) -> None:
    client, made = visitor(people[Rol.KLANTMANAGER]), _propose(people, dossier)
    with few_queries():
        page = get(client, _at(dossier, made.pk))
    assert "B1-route" in page
    assert "Uiterste dag voor het PIP" in page
    preview = client.get(_at(dossier, f"{made.pk}/voorbeeld"))
    assert preview["Content-Type"] == "application/pdf"
    assert "sandbox" in preview["Content-Security-Policy"]
    assert bare("nog niet ondertekend") in text_of(preview.content)
    page = _step(people, dossier, f"{made.pk}/ondertekenen")
    assert "De brief is ondertekend" in page
    assert "mandaatregister 2022, nr. 4" in page
    assert "Dorpsstraat 1, 9999 XX Voorbeeldstad" in page
    page = _step(people, dossier, f"{made.pk}/versturen", kanaal="post")
    assert "De brief is verzonden" in page
    with few_queries():
        get(client, _at(dossier, made.pk))
    with as_actor(people[Rol.KLANTMANAGER]):
        sent = Besluit.objects.get(pk=made.pk)
    letter = client.get(f"/dossiers/{dossier.pk}/documenten/{sent.brief_id}/")
    text = text_of(letter.content)
    assert bare("Selam Tesfay") in text
    assert bare("Dorpsstraat 1") in text
    assert bare(PIP["motivering"]) in text
    assert _soorten(people, dossier) == [
        "besluit_voorgesteld",
        "besluit_ondertekend",
        "besluit_verzonden",
    ]


def test_every_step_twice_is_done_once(people: Team, dossier: Dossier) -> None:
    client, address = visitor(people[Rol.KLANTMANAGER]), _at(dossier, "nieuw/besluit_algemeen")
    gezien = hidden(get(client, address), "gezien")
    for _click in range(2):
        post(client, address, **DECIDED, gezien=gezien)
    with as_actor(people[Rol.KLANTMANAGER]):
        made = Besluit.objects.get()
    steps: tuple[tuple[str, dict[str, Any]], ...] = (
        ("ondertekenen", {}),
        ("versturen", {"kanaal": "post"}),
        ("intrekken", {"reden": "Dit was niet goed."}),
    )
    for step, typed in steps:
        for _click in range(2):
            page = _step(people, dossier, f"{made.pk}/{step}", **typed)
            assert "utrecht-alert--error" not in page
    assert len(_soorten(people, dossier)) == 4


def test_the_same_letter_again_on_purpose_is_a_second_one(people: Team, dossier: Dossier) -> None:
    client, address = visitor(people[Rol.KLANTMANAGER]), _at(dossier, "nieuw/besluit_algemeen")
    for _time in range(2):
        post(client, address, **DECIDED, gezien=hidden(get(client, address), "gezien"))
    assert len(_soorten(people, dossier)) == 2


def test_whoever_has_no_mandate_reads_who_has(people: Team, dossier: Dossier) -> None:
    made = _propose(people, dossier)
    page = get(visitor(people[Rol.TEAMLEIDER]), _at(dossier, made.pk))
    assert "U kunt dit niet ondertekenen" in page
    assert "Vraag het een klantmanager" in page
    assert "ondertekenen/" not in page
    refused = _step(people, dossier, f"{made.pk}/ondertekenen", Rol.TEAMLEIDER)
    assert "geen mandaat" in refused
    assert _soorten(people, dossier) == ["besluit_voorgesteld"]
    assert _status(people, made, dossier, Rol.KWALITEITSMEDEWERKER) == 403


def _status(people: Team, made: Besluit, dossier: Dossier, rol: Rol) -> int:
    address = _at(dossier, f"{made.pk}/ondertekenen")
    return int(visitor(people[rol]).post(address).status_code)


def test_without_any_mandate_nobody_signs(people: Team, dossier: Dossier) -> None:
    from meedoen.accounts.mandaten.table import Besluitmandaat

    made = _propose(people, dossier)
    Besluitmandaat.objects.filter(soort=KIND).update(tot=date(2022, 1, 2))
    page = get(visitor(people[Rol.KLANTMANAGER]), _at(dossier, made.pk))
    assert "Niemand heeft nu mandaat" in page


def test_four_eyes_send_it_to_a_colleague(
    people: Team, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = {**brief_kinds(), KIND: replace(brief_kinds()[KIND], four_eyes=True)}
    for reader in (acts, besluiten):
        monkeypatch.setattr(reader, "brief_kinds", lambda: kinds)
    give_mandate(HIER, Besluitrecht(Rol.TEAMLEIDER, KIND, "nr. 5"), van=date(2022, 1, 1))
    made = _propose(people, dossier)
    page = get(visitor(people[Rol.KLANTMANAGER]), _at(dossier, made.pk))
    assert "Een collega met mandaat" in page
    page = _step(people, dossier, f"{made.pk}/ondertekenen", Rol.TEAMLEIDER)
    assert "De brief is ondertekend" in page


def test_what_changed_since_the_proposal_is_told(people: Team, dossier: Dossier) -> None:
    made = _propose(people, dossier)
    with as_actor(people[Rol.KLANTMANAGER]):
        record(dossier.pk, "kennisgeving_ontvangen", {}, on=date(2026, 9, 1), at=now())
        told = {"kennisgeving_op": date(2026, 9, 10)}
        record(dossier.pk, "kennisgeving_ontvangen", told, on=date(2026, 9, 10), at=now())
    page = _step(people, dossier, f"{made.pk}/ondertekenen")
    assert "Maak een nieuw voorstel" in page
    assert _soorten(people, dossier) == ["besluit_voorgesteld"]


def test_a_letter_that_cannot_go_says_why_and_nothing_is_sent(
    people: Team, dossier: Dossier
) -> None:
    made = _propose(people, dossier)
    _step(people, dossier, f"{made.pk}/ondertekenen")
    with as_actor(people[Rol.KLANTMANAGER]):
        how = {"kanaal": "bel", "uren": "", "niet_zeggen": "", "niet_horen": ""}
        set_safe_contact(dossier.pk, how, on=ON, at=now())
    page = get(visitor(people[Rol.KLANTMANAGER]), _at(dossier, made.pk))
    assert "Post is niet veilig" in page
    assert "Dorpsstraat" not in page
    page = _step(people, dossier, f"{made.pk}/versturen", kanaal="post")
    assert "Post is niet veilig" in page
    assert "besluit_verzonden" not in _soorten(people, dossier)
    address = _at(dossier, f"{made.pk}/versturen")
    again = post(visitor(people[Rol.KLANTMANAGER]), address, status=400, kanaal="duif")
    assert "Kies hoe de brief gaat" in again


def test_an_invitation_is_no_besluit(people: Team, dossier: Dossier) -> None:
    client = visitor(people[Rol.KLANTMANAGER])
    address = _at(dossier, "nieuw/uitnodiging_brede_intake")
    page = get(client, address)
    assert "geen besluit" in page
    post(client, address, **INVITED, gezien=hidden(page, "gezien"))
    with as_actor(people[Rol.KLANTMANAGER]):
        made = Besluit.objects.get()
    _step(people, dossier, f"{made.pk}/ondertekenen")
    page = _step(people, dossier, f"{made.pk}/versturen", kanaal="post")
    assert "Trek dit besluit in" not in page


def test_a_letter_of_another_dossier_is_not_there(people: Team, dossier: Dossier) -> None:
    made = _propose(people, dossier)
    other = dossier_for(people[Rol.KLANTMANAGER], "Omar Haddad")
    client = visitor(people[Rol.KLANTMANAGER])
    get(client, _at(other, made.pk), status=404)
    for step in ("ondertekenen", "versturen", "intrekken"):
        post(client, _at(other, f"{made.pk}/{step}"), status=404, kanaal="post", reden="x")


def test_the_reason_to_deviate_is_kept(people: Team, dossier: Dossier) -> None:
    why = Gronden(afgeweken_van=("persoonlijk_plan.uiterste_dag",), reden=STAGE)
    made = _propose(people, dossier, why)
    page = get(visitor(people[Rol.KLANTMANAGER]), _at(dossier, made.pk))
    assert STAGE in page
    assert "Uiterste dag voor het PIP" in page
