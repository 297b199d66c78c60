"""Goals in the "ik"-form and what is done for them: two who write at once, rights, erasure."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.apps.browsing import day, few_queries, get, hidden, post
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.destruction import destroy, propose_destruction
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.intake.actions.gesprek import Hoe, save_section
from meedoen.intake.gesprek import kader_for
from meedoen.intake.gesprek_tables import Bron
from meedoen.intake.said import Gezegd
from meedoen.law.doelen import doelenlijst, read_doelen
from meedoen.law.kader import kader_of
from meedoen.law.reading import TomlError
from meedoen.persoonlijk_plan.inzage import part
from meedoen.persoonlijk_plan.levend.actions_doelen import (
    DoelNu,
    NieuwDoel,
    Onderneming,
    agree_activity,
    change_activity,
    change_goal,
    move_up,
    set_goals,
)
from meedoen.persoonlijk_plan.levend.doelen import doelen_of
from meedoen.persoonlijk_plan.models import Doel, Planactiviteit

pytestmark = pytest.mark.usefixtures("db")
KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER
FIETSEN = "Ik leer fietsen"
SCRIPTS = ("أريد أن أعمل في مطبخ", "ኣብ ትምህርቲ ክሳተፍ እደሊ", "Хочу працювати кравчинею")
NAAIEN = Onderneming(
    Planactiviteit.Soort.STAGE, "Naaien in het wijkhuis", Planactiviteit.Regelt.SAMEN, van=ON
)


@pytest.fixture
def people() -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    return dossier_for(people[KM])


def _set(people: Team, dossier: Dossier, *iks: str, einddoel: bool = False) -> list[Doel]:
    doelen = [NieuwDoel(ik, einddoel=einddoel) for ik in iks]
    with as_actor(people[KM]):
        return set_goals(dossier.pk, doelen, van=ON, on=ON, at=later(1))


def _how(minutes: int, gezien: int | None = None) -> dict[str, Any]:
    return {"on": ON, "at": later(minutes), "gezien": gezien}


def _page(dossier: Dossier, rest: str = "doelen/") -> str:
    return f"/plan/dossier/{dossier.pk}/{rest}"


@pytest.mark.brief("L87")
def test_the_list_names_every_goal_once_and_only_main_goals_of_the_intake() -> None:
    vragen = {v.naam: v for each in kader_of(HIER, ON).onderdelen for v in each.alle}
    known = {each.naam for each in vragen["hoofddoel"].opties}
    assert {n for each in doelenlijst().themas for n in each.hoofddoelen} <= known
    assert all(ik.startswith(("Ik ", "Mijn ")) for ik in doelenlijst().ik.values())
    assert doelenlijst().themas_for("Ondernemen")[0].naam == "studie"
    aims = {each.naam for each in doelenlijst().themas if each.brief == "L87"}
    assert aims == {"zelf_doen", "kinderen", "geld"}


def test_a_list_with_a_name_twice_is_refused(tmp_path: Any) -> None:
    path = tmp_path / "doelen.toml"
    twice = '{ naam = "a", ik = "Ik a." }, { naam = "a", ik = "Ik b." }'
    head = 'naam = "x"\nversie = "1"\n[[thema]]\nnaam = "t"\nlabel = "T"\nbrief = "L53"\n'
    path.write_text(f"{head}doelen = [{twice}]\n", "utf-8")
    with pytest.raises(TomlError, match="twee keer"):
        read_doelen(path)


def test_what_the_intake_said_is_shown_and_chosen_first(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KM]):
        kader = kader_for(dossier, ON)
        section = next(
            each for each in kader.onderdelen if "hoofddoel" in {v.naam for v in each.alle}
        )
        told = {"hoofddoel": Gezegd.antwoord("Betaald werken")}
        hoe = Hoe(kader, Bron.INBURGERAAR, dossier.laatste_nummer)
        save_section(dossier.pk, section, told, hoe=hoe, on=ON, at=later(1))
    client = visitor(people[KM])
    assert "Betaald werken" in get(client, _page(dossier))
    form = get(client, _page(dossier, "doelen/nieuw/"))
    assert form.index("Ik heb betaald werk") < form.index("Ik lees een brief")


@pytest.mark.brief("L57")
def test_goals_from_the_list_and_of_his_own_on_screen(people: Team, dossier: Dossier) -> None:
    client, address = visitor(people[KM]), _page(dossier, "doelen/nieuw/")
    typed: dict[str, Any] = {"gezien": hidden(get(client, address), "gezien"), **day("van", ON)}
    kept = post(client, address, status=400, **typed)
    assert "Kies een doel" in kept
    typed |= {"thema_werk": ["werk_cv"], "eigen": FIETSEN}
    post(client, address, **typed)
    post(client, address, **typed)  # sent twice, written once
    with few_queries():
        text = get(client, _page(dossier))
    assert "Ik heb een cv dat klopt." in text
    with as_actor(people[KM]):
        rows = list(Doel.objects.order_by("volgorde").values_list("keuze", "ik"))
    assert rows == [("werk_cv", "Ik heb een cv dat klopt."), ("", FIETSEN)]


def test_own_words_in_any_script_stay_as_they_are(people: Team, dossier: Dossier) -> None:
    _set(people, dossier, *SCRIPTS)
    text = get(visitor(people[KM]), _page(dossier))
    assert all(f"<bdi>{ik}</bdi>" in text for ik in SCRIPTS)


def test_the_same_goal_does_not_run_twice(people: Team, dossier: Dossier) -> None:
    (row,) = _set(people, dossier, FIETSEN)
    with pytest.raises(DiaryError, match="staat al in het plan"):
        _set(people, dossier, FIETSEN)
    reached = DoelNu(FIETSEN, ON, stand=Doel.Stand.BEREIKT, einde_op=ON)
    with as_actor(people[KM]):
        change_goal(row, reached, **_how(2))
    assert _set(people, dossier, FIETSEN)


@pytest.mark.parametrize(
    ("nu", "why"),
    [
        (DoelNu(FIETSEN, ON, stand=Doel.Stand.BEREIKT), "welke dag"),
        (DoelNu(FIETSEN, ON, stand=Doel.Stand.GESTOPT, einde_op=ON), "waarom"),
        (
            DoelNu(FIETSEN, ON, stand=Doel.Stand.BEREIKT, einde_op=ON + timedelta(1)),
            "moet nog komen",
        ),
    ],
)
def test_what_ends_has_a_day_and_a_reason(
    people: Team, dossier: Dossier, nu: DoelNu, why: str
) -> None:
    (row,) = _set(people, dossier, FIETSEN)
    with as_actor(people[KM]), pytest.raises(DiaryError, match=why):
        change_goal(row, nu, **_how(2))


def test_a_goal_that_stopped_keeps_its_reason(people: Team, dossier: Dossier) -> None:
    (row,) = _set(people, dossier, FIETSEN)
    client, address = visitor(people[KM]), _page(dossier, f"doelen/{row.pk}/")
    typed = {"ik": FIETSEN, "stand": "gestopt", **day("van", ON), **day("einde_op", ON)}
    typed["gezien"] = hidden(get(client, address), "gezien")
    assert "Schrijf op waarom" in post(client, address, status=400, **typed)
    post(client, address, **typed | {"reden": "liever leren zwemmen"})
    text = get(client, _page(dossier))
    assert "liever leren zwemmen" in text
    with as_actor(people[KM]):
        soorten = list(Gebeurtenis.objects.order_by("nummer").values_list("soort", flat=True))
    assert soorten[-2:] == ["doel_gesteld", "doel_gewijzigd"]


def test_the_order_is_a_choice(people: Team, dossier: Dossier) -> None:
    first, _second, third = _set(people, dossier, "Ik a", "Ik b", "Ik c")
    client = visitor(people[KM])
    seen = hidden(get(client, _page(dossier)), "gezien")
    post(client, _page(dossier, f"doelen/{third.pk}/omhoog/"), gezien=seen)
    with as_actor(people[KM]):
        move_up(first, **_how(9))  # the first stays
        order = [each.doel.ik for each in doelen_of(dossier, on=ON).lopend]
    assert order == ["Ik a", "Ik c", "Ik b"]
    post(client, _page(dossier, f"doelen/{third.pk}/omhoog/"), gezien=seen)
    assert "Een collega veranderde de doelen net" in get(client, _page(dossier))


def test_of_two_who_write_the_second_sees_it(people: Team, dossier: Dossier) -> None:
    (row,) = _set(people, dossier, FIETSEN)
    client, address = visitor(people[KM]), _page(dossier, f"doelen/{row.pk}/")
    seen = hidden(get(client, address), "gezien")
    with as_actor(people[TL]):
        change_goal(row, DoelNu("Ik leer zwemmen", ON), **_how(2))
    typed = {"ik": "Ik leer dansen", "stand": "loopt", **day("van", ON), "gezien": seen}
    late = post(client, address, status=409, **typed)
    assert "Iemand anders was u net voor" in late
    assert "Ik leer dansen" in late
    with as_actor(people[KM]), pytest.raises(StaleError):
        change_goal(row, DoelNu("Ik leer dansen", ON), **_how(3, gezien=int(seen)))


@pytest.mark.brief("L53")
def test_what_is_done_for_a_goal(people: Team, dossier: Dossier) -> None:
    (row,) = _set(people, dossier, FIETSEN)
    client, address = visitor(people[KM]), _page(dossier, "activiteiten/nieuw/")
    typed = {"soort": "stage", "wat": NAAIEN.wat, "regelt": "samen", "doel": str(row.pk)}
    typed |= {**day("van", ON), **day("laatste_dag", ON - timedelta(1))}
    typed["gezien"] = hidden(get(client, address), "gezien")
    assert "ligt voor de eerste dag" in post(client, address, status=400, **typed)
    post(client, address, **typed | day("laatste_dag", date(2026, 12, 31)))
    text = get(client, _page(dossier))
    assert "tot en met 31 december 2026" in text
    with as_actor(people[KM]):
        made = Planactiviteit.objects.get()
        assert (made.doel_id, made.tot) == (row.pk, date(2027, 1, 1))
    again = get(client, _page(dossier, f"activiteiten/{made.pk}/"))
    assert 'value="31"' in again


def test_a_goal_of_another_dossier_is_no_goal_here(people: Team, dossier: Dossier) -> None:
    (row,) = _set(people, dossier_for(people[KM], "Ander Iemand"), FIETSEN)
    elders = Onderneming(NAAIEN.soort, NAAIEN.wat, NAAIEN.regelt, doel=row.pk)
    with as_actor(people[KM]), pytest.raises(DiaryError, match="Dit doel"):
        agree_activity(dossier.pk, elders, **_how(2))


@pytest.mark.brief("L88")
def test_the_end_goals_of_the_z_route_lead_to_the_test_of_the_letter() -> None:
    elders = team(ELDERS)
    dossier = dossier_for(elders[KM])
    (row,) = _set(elders, dossier, "Ik reis zelf met de bus", einddoel=True)
    with as_actor(elders[KM]):
        assert not doelen_of(dossier, on=ON).einddoelen_bereikt
        reached = DoelNu(row.ik, ON, True, Doel.Stand.BEREIKT, ON)
        change_goal(row, reached, **_how(2))
        assert doelen_of(dossier, on=ON).einddoelen_bereikt


def test_who_may_not_write_writes_nothing(people: Team, dossier: Dossier) -> None:
    goals = [NieuwDoel(FIETSEN)]
    with as_actor(people[Rol.BELEID]), pytest.raises((NotAllowedError, DiaryError)):
        set_goals(dossier.pk, goals, van=ON, on=ON, at=later(1))


def test_another_municipality_sees_none_of_it(people: Team, dossier: Dossier) -> None:
    _set(people, dossier, FIETSEN)
    with as_actor(team(ELDERS)[KM]):
        assert not Doel.objects.exists()


def test_it_is_in_the_copy_and_goes_with_the_dossier(people: Team, dossier: Dossier) -> None:
    (row,) = _set(people, dossier, FIETSEN)
    with as_actor(people[KM]):
        made = agree_activity(dossier.pk, NAAIEN, **_how(2))
        change_activity(made, NAAIEN, **_how(3))
        change_goal(row, DoelNu(FIETSEN, ON, False, Doel.Stand.GESTOPT, ON, "te koud"), **_how(4))
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        told = {x["waarde"] for each in part(dossier, later(9))["regels"] for x in each}
        proposed = propose_destruction(dossier.pk, "bewaartermijn", on=ON, at=later(10))
    assert {FIETSEN, "te koud", NAAIEN.wat} <= told
    with as_actor(people[Rol.FG]):
        destroy(proposed.pk, on=ON, at=later(11))
    with as_actor(people[TL]):
        assert not Doel.objects.exists()
        assert not Planactiviteit.objects.exists()
