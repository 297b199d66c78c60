"""Whether officials fill in the intake alike: counts against the mix, where it is chosen."""

from datetime import timedelta

import pytest
from tests.apps.browsing import day, get, post
from tests.apps.visitor import few_queries, visitor
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.intake.actions.gesprek import Hoe, save_section
from meedoen.intake.gesprek import kader_for
from meedoen.intake.gesprek_tables import Bron
from meedoen.intake.models import Spreidingsbeeld
from meedoen.intake.said import Gezegd
from meedoen.intake.spreiding import comparable, interval, spread_of
from meedoen.law.kader import kader_of

KM, TL, BEH = Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.BEHEERDER
PAGE = "/intake/spreiding/"


@pytest.fixture
def people(db: None) -> Team:
    found = team(HIER, KM, TL, BEH)
    for rol, levels in ((KM, ["A1"] * 5), (TL, ["A2"] * 4 + ["A1"])):
        for number, level in enumerate(levels):
            made = dossier_for(found[rol], f"Selam {rol.value}{number}")
            with as_actor(found[rol]):
                kader = kader_for(made, ON)
                section = kader.onderdeel("talen")
                assert section is not None
                told = {"nederlands_lezen": Gezegd.antwoord(level)}
                hoe = Hoe(kader, Bron.WAARNEMING, 1)
                save_section(made.pk, section, told, hoe=hoe, on=ON, at=later(1))
    return found


def _allow(people: Team, minste: int = 5) -> None:
    Spreidingsbeeld.objects.create(
        gemeente_id=HIER,
        van=ON,
        aan=True,
        minste=minste,
        grond="de OR stemde in",
        vastgelegd_door_id=people[BEH].official,
        vastgelegd_at=later(2),
    )


@pytest.mark.brief("L46")
def test_what_was_heard_stands_beside_what_the_mix_expects(people: Team) -> None:
    vraag = next(v for v in comparable(kader_of(HIER, ON)) if v.naam == "nederlands_lezen")
    with as_actor(people[TL]):
        found = spread_of(HIER, vraag, least=5)
    assert found.totaal == 10
    a1 = [option.naam for option in found.opties].index("A1")
    mine = next(row for row in found.rijen if row.naam.startswith("klantmanager")).delen[a1]
    assert (mine.aantal, mine.deel, mine.verwacht) == (5, 1.0, 0.6)
    assert not mine.buiten  # five of five is still chance


def test_an_interval_holds_what_was_heard() -> None:
    low, high = interval(5, 10)
    assert (round(low, 3), round(high, 3)) == (0.237, 0.763)
    assert interval(0, 10)[0] == 0
    assert interval(10, 10)[1] == 1


def test_special_questions_are_never_compared() -> None:
    assert not [v for v in comparable(kader_of(HIER, ON)) if v.bijzonder]


def test_it_is_off_until_a_municipality_chose(people: Team) -> None:
    chief = visitor(people[TL])
    assert "Uw gemeente vergelijkt dit niet" in get(chief, f"{PAGE}?vraag=nederlands_lezen")
    boss = visitor(people[BEH])
    typed = {"aan": "ja", "minste": "5", **day("van", ON.replace(year=2099))}
    assert "ondernemingsraad" in post(boss, f"{PAGE}kiezen/", status=400, **typed)
    assert "van 5 tot" in post(boss, f"{PAGE}kiezen/", status=400, **(typed | {"minste": "2"}))
    past = typed | {"grond": "OR", **day("van", ON - timedelta(days=4000))}
    assert "later" in post(boss, f"{PAGE}kiezen/", status=400, **past)
    post(boss, f"{PAGE}kiezen/", **(typed | {"grond": "de OR stemde in"}))
    assert Spreidingsbeeld.objects.get().aan


def test_the_page_names_officials_and_no_people(people: Team) -> None:
    _allow(people)
    chief = visitor(people[TL])
    with few_queries():
        text = get(chief, f"{PAGE}?vraag=nederlands_lezen")
    assert "10 personen gaven antwoord" in text
    assert "Wat dit niet zegt" in text
    assert "Selam" not in text
    get(chief, f"{PAGE}?vraag=gezondheid_hindert", status=400)


def test_too_few_answers_show_nothing(people: Team) -> None:
    _allow(people, minste=6)
    text = get(visitor(people[TL]), f"{PAGE}?vraag=nederlands_lezen")
    assert "nog te weinig antwoorden" in text
    assert "<td" not in text
