"""The page itself: in sight only, few questions, then and now, nobody under safe contact."""

import pytest
from tests.apps.browsing import day, few_queries, get
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.circumstances import set_safe_contact, unite
from meedoen.dossier.models import Dossier, Gezinslid


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.INKOMENSCONSULENT, Rol.FINANCIEEL)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    return dossier_for(people[Rol.KLANTMANAGER])


def _address(dossier: Dossier) -> str:
    return f"/dossiers/{dossier.pk}/nu/"


def test_the_first_page_of_a_dossier_answers_in_few_queries(people: Team, dossier: Dossier) -> None:
    client = visitor(people[Rol.KLANTMANAGER])
    with few_queries():
        text = get(client, _address(dossier))
    for words in ("De doorlopende lijn", "Dit weten wij nog niet", "Als er niets gebeurt"):
        assert words in text
    assert 'aria-current="page">Nu</a>' in text


@pytest.mark.parametrize("rol", [Rol.INKOMENSCONSULENT, Rol.FINANCIEEL])
def test_out_of_sight_is_closed(people: Team, dossier: Dossier, rol: Rol) -> None:
    assert "Tesfay" not in get(visitor(people[rol]), _address(dossier), status=403)


def test_another_day_says_so_and_offers_no_work(people: Team, dossier: Dossier) -> None:
    client = visitor(people[Rol.KLANTMANAGER])
    asked = "&".join(f"{name}={value}" for name, value in day("op", ON).items())
    text = get(client, f"{_address(dossier)}?{asked}")
    assert "U ziet alleen wat toen al was vastgelegd" in text
    assert "/vastleggen/brede" not in text


def test_a_day_that_is_none_is_told_and_kept(people: Team, dossier: Dossier) -> None:
    client = visitor(people[Rol.KLANTMANAGER])
    wrong = f"{_address(dossier)}?op_dag=31&op_maand=2&op_jaar=2026"
    text = get(client, wrong, status=400)
    assert "bestaat niet" in text
    assert 'value="31"' in text


def test_the_family_stands_beside_unless_there_is_safe_contact(
    people: Team, dossier: Dossier
) -> None:
    actor = people[Rol.KLANTMANAGER]
    partner = dossier_for(actor, "Yonas Haile")
    with as_actor(actor):
        rol = Gezinslid.Rol.PARTNER
        unite((dossier.pk, rol), (partner.pk, rol), on=ON, at=later(3))
    client = visitor(actor)
    assert "Yonas Haile" in get(client, _address(dossier))
    with as_actor(actor):
        told = {"kanaal": "bel", "uren": "", "niet_zeggen": "", "niet_horen": ""}
        set_safe_contact(dossier.pk, told, on=ON, at=later(4))
    text = get(client, _address(dossier))
    assert "Yonas" not in text
    assert "veilig contact" in text
