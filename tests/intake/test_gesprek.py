"""The talk: what is kept of a section, what two who write do to each other, and what is frozen."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from tests.dossier.makers import AT, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.intake.actions.gesprek import (
    Gaten,
    Hoe,
    IntussenError,
    close_intake,
    enter_section,
    save_section,
)
from meedoen.intake.gesprek import compleet, delen, kader_for, others_here, start_of
from meedoen.intake.gesprek_tables import Bron, Stand
from meedoen.intake.models import Antwoord, BijzonderAntwoord
from meedoen.intake.said import Bekend, Gezegd, history, known
from meedoen.law.register import RegisterError
from meedoen.law.vraag import Onderdeel

WIL_NIET = Gezegd(Stand.WIL_NIET)


def ja(waarde: str = "ja") -> Gezegd:
    return Gezegd.antwoord(waarde)


@pytest.fixture
def who(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.JURIST)


@pytest.fixture
def dossier(who: Team) -> Iterator[Dossier]:
    made = dossier_for(who[Rol.KLANTMANAGER])
    with as_actor(who[Rol.KLANTMANAGER]):
        yield made


def deel(dossier: Dossier, naam: str) -> Onderdeel:
    found = kader_for(dossier, ON).onderdeel(naam)
    assert found is not None
    return found


def save(
    dossier: Dossier, naam: str, told: dict[str, Gezegd], *, gezien: int = 99, minutes: int = 1
) -> Gebeurtenis | None:
    hoe = Hoe(kader_for(dossier, ON), Bron.TOLK, gezien)
    return save_section(dossier.pk, deel(dossier, naam), told, hoe=hoe, on=ON, at=later(minutes))


def now(dossier: Dossier, naam: str, *, special: bool = True) -> dict[str, Bekend]:
    return known(dossier.pk, [deel(dossier, naam)], special=special)


def test_an_answer_has_its_source_and_day_and_writer(dossier: Dossier) -> None:
    made = save(dossier, "opleiding", {"jaren_school": ja("9"), "richting": ja("naaien")})
    assert made is not None
    found = now(dossier, "opleiding")["jaren_school"]
    assert (found.in_woorden, found.bron, found.op) == ("9 jaar", "de persoon, via de tolk", ON)
    assert found.wie == "klantmanager van 9999"
    assert not now(dossier, "opleiding")["opleiding_af"].besproken
    rows = Antwoord.objects.filter(dossier=dossier).values_list("kader", "nummer")
    assert set(rows) == {("2026.1+9999", made.nummer)}


def test_who_would_not_say_was_asked(dossier: Dossier) -> None:
    save(dossier, "geld", {"schulden": WIL_NIET})
    found = now(dossier, "geld")["schulden"]
    assert found.besproken
    assert found.gezegd == WIL_NIET
    save(dossier, "geld", {"schulden": Gezegd()}, minutes=2)
    assert not now(dossier, "geld")["schulden"].besproken
    assert [each.gezegd.stand for each in history(dossier.pk, deel(dossier, "geld"), special=True)][
        ::-1
    ] == [Stand.WIL_NIET, Stand.NIET]


def test_what_did_not_change_is_not_written_again(dossier: Dossier) -> None:
    assert save(dossier, "opleiding", {"jaren_school": ja("9")})
    assert save(dossier, "opleiding", {"jaren_school": ja("9")}, minutes=2) is None
    assert (
        save(dossier, "opleiding", {"jaren_school": Gezegd(), "richting": Gezegd()}, gezien=1)
        is None
    )


def test_what_is_a_fact_is_entered_once(dossier: Dossier) -> None:
    save(dossier, "kinderen", {"kind_voor_vve": ja("nee")})
    names = ["kind_voor_vve", "intake_op_schrift"]
    row = facts_of([dossier.pk], on=ON, names=names).facts.row()
    assert row == {"kind_voor_vve": False, "intake_op_schrift": True}
    record(dossier.pk, "intake_aangevuld", {"kind_voor_vve": True}, on=ON, at=later(2))
    found = now(dossier, "kinderen")["kind_voor_vve"]
    assert (found.gezegd, found.bron) == (ja(), "de klantmanager")


def test_a_fact_is_proven_when_all_its_sections_are_enough(dossier: Dossier) -> None:
    def fact() -> object:
        name = "onderwijs_en_werk_onderzocht"
        return facts_of([dossier.pk], on=ON, names=[name]).facts.row().get(name)

    save(dossier, "opleiding", {"genoeg_opleiding": ja()})
    assert fact() is None
    save(dossier, "werkervaring", {"genoeg_werkervaring": ja()}, minutes=2)
    assert fact() is True
    save(dossier, "werkervaring", {"genoeg_werkervaring": Gezegd()}, minutes=3)
    assert fact() is None


def test_what_was_recorded_elsewhere_is_known_here(dossier: Dossier) -> None:
    record(dossier.pk, "intakegesprek_gevoerd", {"taalniveau_in_kaart": True}, on=ON, at=later(1))
    assert now(dossier, "talen")["genoeg_talen"].gezegd == ja()


def test_two_who_write_other_questions_both_keep_theirs(dossier: Dossier) -> None:
    dossier.refresh_from_db()
    gezien = dossier.laatste_nummer
    save(dossier, "opleiding", {"jaren_school": ja("9"), "richting": Gezegd()}, gezien=gezien)
    mine = {"jaren_school": Gezegd(), "richting": ja("naaien")}
    save(dossier, "opleiding", mine, gezien=gezien, minutes=2)
    found = now(dossier, "opleiding")
    assert (found["jaren_school"].gezegd, found["richting"].gezegd) == (ja("9"), ja("naaien"))


def test_of_two_who_write_one_question_the_second_is_told(dossier: Dossier) -> None:
    dossier.refresh_from_db()
    gezien = dossier.laatste_nummer
    save(dossier, "opleiding", {"richting": ja("naaien")}, gezien=gezien)
    with pytest.raises(IntussenError) as error:
        save(dossier, "opleiding", {"richting": ja("lassen")}, gezien=gezien, minutes=2)
    assert error.value.now["richting"].in_woorden == "naaien"
    dossier.refresh_from_db()
    save(dossier, "opleiding", {"richting": ja("lassen")}, gezien=dossier.laatste_nummer, minutes=3)
    kept = [
        each.in_woorden for each in history(dossier.pk, deel(dossier, "opleiding"), special=True)
    ]
    assert kept == ["lassen", "naaien"]


@pytest.mark.parametrize(
    ("naam", "told", "field"),
    [
        ("opleiding", {"jaren_school": ja("99")}, "jaren_school"),
        ("opleiding", {"hoogste_opleiding": ja("mavo")}, "hoogste_opleiding"),
        ("opleiding", {"waardering_op": ja((ON + timedelta(days=1)).isoformat())}, "waardering_op"),
        ("geld", {"schulden": ja("veel")}, "schulden"),
    ],
)
def test_what_cannot_be_is_refused_at_its_question(
    dossier: Dossier, naam: str, told: dict[str, Gezegd], field: str
) -> None:
    with pytest.raises(RegisterError) as error:
        save(dossier, naam, told)
    assert set(error.value.fields) == {field}
    assert not Antwoord.objects.filter(dossier=dossier).exists()


@pytest.mark.brief("L44")
def test_health_stands_apart_and_never_becomes_a_fact(who: Team, dossier: Dossier) -> None:
    told = {"gezondheid_hindert": ja("ja, soms"), "genoeg_gezondheid": ja()}
    made = save(dossier, "gezondheid", told)
    assert made is not None
    assert BijzonderAntwoord.objects.filter(dossier=dossier).count() == 1
    assert "soms" not in bytes(made.inhoud.bytes).decode()
    with as_actor(who[Rol.TEAMLEIDER]):
        assert set(now(dossier, "gezondheid", special=False)) == {"genoeg_gezondheid"}
        with pytest.raises(NotAllowedError):
            save(dossier, "gezondheid", told, minutes=2)
        assert not BijzonderAntwoord.objects.filter(dossier=dossier).exists()
    with as_actor(who[Rol.JURIST]):
        assert not Antwoord.objects.filter(dossier=dossier).exists()


@pytest.mark.parametrize(
    "word", ["UPDATE intake_antwoord SET waarde = 'x'", "DELETE FROM intake_antwoord"]
)
def test_an_answer_is_never_changed(dossier: Dossier, word: str) -> None:
    save(dossier, "opleiding", {"jaren_school": ja("9")})
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(word)


def test_colleagues_see_each_other(who: Team, dossier: Dossier) -> None:
    with as_actor(who[Rol.TEAMLEIDER]):
        enter_section(dossier, "talen", at=AT)
        enter_section(dossier, "talen", at=later(1))
    enter_section(dossier, "talen", at=later(1))
    found = list(others_here(dossier, at=later(2)))
    assert [(each.medewerker.naam, each.sinds_at) for each in found] == [
        ("teamleider van 9999", AT)
    ]
    assert not list(others_here(dossier, at=later(60)))


def test_going_on_with_gaps_asks_why_and_is_never_stopped(dossier: Dossier) -> None:
    save(dossier, "talen", {"nederlands_lezen": ja("A1")})
    kader = kader_for(dossier, ON)
    gaten = compleet(dossier, delen(dossier, kader, special=True), on=ON).gaten
    assert gaten.compleet is not True
    assert gaten.ontbreekt
    with pytest.raises(RegisterError, match="waarom"):
        close_intake(dossier.pk, gaten, " ", kader=kader, on=ON, at=later(2))
    close_intake(dossier.pk, gaten, "De les begint morgen.", kader=kader, on=ON, at=later(2))
    save(dossier, "talen", {"nederlands_lezen": ja("A2")}, minutes=3)
    start = start_of(dossier)
    assert start is not None
    then = known(dossier.pk, [deel(dossier, "talen")], special=False, until=start.nummer)
    assert then["nederlands_lezen"].in_woorden == "A1"
    assert now(dossier, "talen")["nederlands_lezen"].in_woorden == "A2"
    assert start.ontbreekt == list(gaten.ontbreekt)


def test_a_whole_intake_is_closed_without_a_reason(dossier: Dossier) -> None:
    kader = kader_for(dossier, ON)
    made = close_intake(dossier.pk, Gaten(True, (), 9, 9), "", kader=kader, on=ON, at=later(1))
    assert made.gebeurtenis.soort == "brede_intake_afgerond"
    name = "intake_voltooid"
    assert facts_of([dossier.pk], on=ON, names=[name]).facts.row()[name] is True
