"""Whose notice it is, what happens when DUO does not answer, and what somebody must look at."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from tests.berichten import fake_duo as say
from tests.berichten.fake_duo import FakeDuo
from tests.berichten.scene import (
    AT,
    BSN,
    ON,
    OTHER,
    VNUMMER,
    facts,
    known,
    scope,
    soorten,
    tell,
)
from tests.dossier.makers import HIER, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.berichten.uitkomst import Melding, Toestand, Uitkomst
from meedoen.berichten.verwerking import process
from meedoen.dossier.actions.diary import record
from meedoen.dossier.actions.restriction import restrict
from meedoen.dossier.diary_lines import page_of
from meedoen.dossier.models import Beperking, Dossier, Gebeurtenis
from meedoen.dossier.names import NOG_ONBEKEND
from meedoen.law.duo_events import VRAGEN
from meedoen.ports.duo_errors import (
    AfgewezenError,
    DuoError,
    FoutVerzoekError,
    GeenToegangError,
    NietBekendError,
    NietBereikbaarError,
    OnbegrepenError,
)
from meedoen.ports.duo_words import Oordeel, RedenGeenPlicht
from meedoen.ports.identity import Bsn
from meedoen.rules.choices import Doelgroep, Termijn

__all__ = ["scope"]
pytestmark = pytest.mark.usefixtures("scope")

ASIEL = Doelgroep.ASIELSTATUSHOUDER
QUESTION = "/personen/{bsn}/inburgeringsplicht"


def newcomer() -> FakeDuo:
    return FakeDuo({"plicht": say.plicht(), "doelgroep": say.doelgroep(ASIEL)})


def error(kind: type[DuoError]) -> DuoError:
    if kind is AfgewezenError:
        return AfgewezenError(QUESTION, uuid4(), foutteksten=("nee",))
    if kind is OnbegrepenError:
        return OnbegrepenError(QUESTION, uuid4(), status=200, why="geen JSON", raw=b"<html>")
    if kind is NietBereikbaarError:
        return NietBereikbaarError(QUESTION, uuid4(), why="te langzaam")
    return kind(QUESTION, uuid4())


def test_who_is_new_gets_a_dossier_without_a_name_and_all_is_asked() -> None:
    duo = newcomer()
    outcome = tell("SS102", duo, vnummer=VNUMMER)  # whichever code comes first
    assert outcome.toestand is Toestand.VERWERKT
    dossier = Dossier.objects.get(pk=outcome.dossier or 0)
    assert dossier.persoon is not None
    assert (dossier.persoon.naam.kort, dossier.persoon.vnummer) == (NOG_ONBEKEND, VNUMMER)
    assert dossier.persoon.geboren.volledig is None
    assert facts(dossier.pk)["doelgroep"] is ASIEL
    assert sorted(duo.asked) == sorted(VRAGEN)
    assert tell("SS101", newcomer(), number=2).dossier == dossier.pk


def test_who_has_no_duty_gets_no_dossier() -> None:
    duo = FakeDuo({"plicht": say.ended(RedenGeenPlicht.VERTREK, date(2026, 8, 1))})
    assert tell("SS110", duo) == Uitkomst(Toestand.AAN_MENS, "persoon_onbekend")
    assert not Dossier.objects.exists()


def test_a_vnummer_alone_waits_for_the_bsn_and_goes_on_when_it_comes() -> None:
    assert tell("SS101", newcomer(), bsn="", vnummer=VNUMMER).waarom == "wacht_op_bsn"
    dossier = known(bsn="", vnummer=VNUMMER)
    waits = tell("SS101", newcomer(), bsn="", vnummer=VNUMMER)
    assert waits == Uitkomst(Toestand.WACHT, "wacht_op_bsn", dossier.pk)
    both = tell("SS137", FakeDuo({"examennummer": "LBT-1"}), vnummer=VNUMMER, number=2)
    assert both == Uitkomst(Toestand.VERWERKT, dossier=dossier.pk)
    again = tell("SS101", newcomer(), bsn="", vnummer=VNUMMER)
    assert again == Uitkomst(Toestand.VERWERKT, dossier=dossier.pk)
    assert facts(dossier.pk)["doelgroep"] is ASIEL


def test_what_an_official_chose_is_about_that_person_whatever_the_numbers() -> None:
    chosen = known(BSN)
    melding = Melding("bericht-9", HIER, "SS101", None, "123456789", "", chosen.pk)
    asked: list[str] = []

    def answer(bsn: Bsn, _questions: object) -> Any:
        asked.append(bsn.digits)
        return {"plicht": say.plicht(), "doelgroep": say.doelgroep(ASIEL), "examen": None}

    assert process([melding], answer, on=ON, at=AT) == [
        Uitkomst(Toestand.VERWERKT, dossier=chosen.pk)
    ]
    assert asked == [BSN]
    assert facts(chosen.pk)["doelgroep"] is ASIEL


def test_an_answer_that_nobody_understands_is_kept_whole() -> None:
    known()
    outcome = tell("SS101", FakeDuo({"plicht": error(OnbegrepenError)}))
    assert outcome.onbegrepen == f"{QUESTION}, status 200: geen JSON\n\n<html>".encode()
    assert "html" not in repr(outcome)


def test_numbers_of_two_people_go_to_a_person() -> None:
    one, _other = known(BSN), known(OTHER, VNUMMER)
    duo = newcomer()
    assert tell("SS101", duo, vnummer=VNUMMER).waarom == "twee_dossiers"
    assert tell("SS101", duo, bsn="999950022", vnummer=VNUMMER).waarom == "ander_nummer"
    assert tell("SS101", duo, bsn=OTHER, vnummer="9998000002").waarom == "ander_nummer"
    assert tell("SS101", duo, bsn="123456789").waarom == "elfproef"
    assert tell("SS101", duo, bsn="").waarom == "geen_persoon"
    assert (duo.asked, soorten(one.pk)) == ([], ["dossier_geopend"])


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (NietBekendError, "duo_kent_niet"),
        (GeenToegangError, "geen_toegang"),
        (AfgewezenError, "duo_weigert"),
        (FoutVerzoekError, "duo_weigert"),
        (OnbegrepenError, "antwoord_onleesbaar"),
    ],
)
def test_what_duo_does_not_answer_goes_to_a_person(kind: type[DuoError], reason: str) -> None:
    dossier = known()
    outcome = tell("SS101", FakeDuo({"plicht": error(kind)}))
    assert outcome == Uitkomst(Toestand.AAN_MENS, reason, dossier.pk)
    assert soorten(dossier.pk) == ["dossier_geopend"]


def test_a_death_stops_all_before_duo_answers() -> None:
    dossier = known()
    outcome = tell("SS111", FakeDuo({"plicht": error(NietBereikbaarError)}))
    assert outcome == Uitkomst(Toestand.WACHT, "duo_onbereikbaar", dossier.pk, opnieuw=True)
    assert facts(dossier.pk)["overleden"] is True
    alive = tell("SS111", FakeDuo({"plicht": say.plicht()}))
    assert alive == Uitkomst(Toestand.AAN_MENS, "leeft_volgens_duo", dossier.pk)
    assert facts(dossier.pk)["overleden"] is True
    assert soorten(dossier.pk).count("overlijden_gemeld") == 1


def test_a_code_that_nobody_knows_goes_to_a_person() -> None:
    dossier = known()
    duo = newcomer()
    outcome = tell("SS999", duo)
    assert outcome == Uitkomst(Toestand.AAN_MENS, "onbekende_gebeurtenis", dossier.pk)
    assert duo.asked == []


def test_a_word_that_nobody_knows_is_kept_and_shown_once() -> None:
    dossier = known()
    strange = say.word(None, "Nieuwe\nreden")
    duo = FakeDuo(
        {"plicht": say.ended(strange, date(2026, 8, 1)), "doelgroep": say.doelgroep(None)}
    )
    for number in (1, 2):
        outcome = tell("SS124", duo, number=number)
        assert outcome == Uitkomst(Toestand.AAN_MENS, "onbekend_woord", dossier.pk)
    said = [
        text.value
        for _day, lines in page_of(dossier, special=False).days
        for line in lines
        if line.label == "DUO gebruikte een woord dat Meedoen niet kent"
        for text in line.said
    ]
    assert sorted(said) == ["Doelgroep: iets nieuws", "Reden geen plicht: Nieuwereden"]
    assert "plicht_geeindigd_op" not in facts(dossier.pk)


def test_what_contradicts_the_dossier_is_not_written_and_the_rest_is() -> None:
    dossier = known()
    late = say.plicht(begin=date(2026, 4, 1), notice=date(2026, 3, 2))
    outcome = tell("SS101", FakeDuo({"plicht": late, "doelgroep": say.doelgroep(ASIEL)}))
    assert outcome == Uitkomst(Toestand.AAN_MENS, "past_niet", dossier.pk)
    assert "kennisgeving_op" not in facts(dossier.pk)
    assert facts(dossier.pk)["doelgroep"] is ASIEL


def test_what_duo_decided_takes_the_place_of_what_was_typed_later() -> None:
    dossier = known()
    typed = {"soort_termijn": Termijn.VERLENGDE, "einde_huidige_termijn": date(2030, 1, 1)}
    record(dossier.pk, "termijn_vastgesteld", typed, on=ON, at=AT)
    duo = FakeDuo({"termijn": say.termijn(date(2029, 5, 2), changed=date(2026, 5, 2))})
    tell("SS102", duo)
    assert facts(dossier.pk)["einde_huidige_termijn"] == date(2029, 5, 2)
    written = soorten(dossier.pk)
    tell("SS102", duo, number=2)
    assert soorten(dossier.pk) == written


def test_a_term_that_duo_no_longer_has_is_forgotten() -> None:
    dossier = known()
    tell("SS102", FakeDuo({"termijn": say.termijn(date(2029, 5, 2))}))
    tell("SS102", FakeDuo(), number=2)
    assert facts(dossier.pk)["termijn_vastgesteld"] is False
    assert "einde_huidige_termijn" not in facts(dossier.pk)


def test_a_duty_that_comes_back_ends_nothing() -> None:
    dossier = known()
    tell("SS110", FakeDuo({"plicht": say.ended(RedenGeenPlicht.ONTHEFFING, date(2026, 8, 1))}))
    tell("SS129", FakeDuo({"plicht": say.plicht()}), number=2)
    assert not {"plicht_geeindigd_op", "plicht_voldaan", "niet_meer_plichtig"} & set(
        facts(dossier.pk)
    )


def test_lines_of_duo_say_who_told_them_and_never_a_ground() -> None:
    dossier = known()
    duo = FakeDuo({"ontheffing": (say.ontheffing(Oordeel.TOEGEKEND, ON, onderdeel="KNM"),)})
    tell("SS119", duo)
    rows = Gebeurtenis.objects.filter(dossier=dossier).select_related("inhoud")
    kept = b"".join(bytes(row.inhoud.bytes) for row in rows)
    assert b"medisch" not in kept
    line = page_of(dossier, special=True).days[0][1][0]
    assert line.wie == "DUO"


def test_a_dossier_whose_data_are_restricted_goes_to_a_person() -> None:
    dossier = known()
    with as_actor(team(HIER, Rol.JURIST)[Rol.JURIST]):
        restrict(dossier.pk, Beperking.Grond("b"), "Op verzoek.", on=ON, at=AT)
    assert tell("SS101", newcomer()) == Uitkomst(Toestand.AAN_MENS, "mag_niet", dossier.pk)
    assert "doelgroep" not in facts(dossier.pk)
