"""The pretend DUO of the demo knows the people of the stories, under the same numbers."""

from datetime import date

from meedoen.adapters.pretend_duo.population import setting
from meedoen.adapters.pretend_duo.world import World
from meedoen.config.demo_duo import DAY
from meedoen.config.settings import DEMO_TODAY
from meedoen.config.voorbeeld.duo_people import duo_contacten, duo_people
from meedoen.config.voorbeeld.numbers import Numbers
from meedoen.config.voorbeeld.story_file import read_stories


def test_the_numbers_are_those_of_the_stories() -> None:
    assert DAY == DEMO_TODAY
    told = {f"demo: {life.key}": life.person for life in read_stories(Numbers())}
    known = {persoon.verhaal: persoon for persoon in duo_people(DAY)}
    assert len(known) > 15
    for verhaal, persoon in known.items():
        assert (persoon.bsn, f"{persoon.vnummer:010d}") == (
            told[verhaal].bsn,
            told[verhaal].vnummer,
        )


def test_the_contactpersonen_of_the_stories_are_known_to_duo() -> None:
    world = World(duo_people(DAY), setting(), DAY)
    world.know(duo_contacten())
    whose = {persoon.verhaal: persoon.contactpersoon for persoon in world.people}
    assert whose.pop("demo: emmanuel") is None  # DUO does not take his
    assert whose.pop("demo: hassan") is None  # his data are only kept
    assert {each for each in whose.values() if each} <= world.contactpersonen.keys()
    assert all(whose.values())
    assert world.contactnummer == max(world.contactpersonen)


def test_what_duo_knows_is_what_the_stories_tell() -> None:
    world = World(duo_people(DAY), setting(), DAY)
    people = {persoon.verhaal.removeprefix("demo: "): persoon for persoon in world.people}
    ends = {key: p.termijn[-1].einde for key, p in people.items() if p.termijn}
    assert ends["amina"] == date(2028, 1, 11)  # einde_huidige_termijn in her story
    assert ends["farid"] == date(2028, 2, 4)
    assert ends["yonas"] == date(2029, 11, 7)
    assert all(persoon.is_plichtig for persoon in people.values())
    moved = people["zahra"]
    assert [home.gemeente for home in moved.verblijf][-2:] == [9998, 9999]
    assert moved.pips[0].gemeente == 9998
    assert moved.gebeurtenissen[-1][1] == "SS121"
    assert (
        people["lan"].besluiten.examens[-1]["examendatum"] == "2026-05-18"
    )  # the others were not hers
    assert world.pull(people["farid"]) == 1
    assert people["farid"].gebeurtenissen[-1] == (DAY, "SS199")
