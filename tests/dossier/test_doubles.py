"""Two dossiers that may be of one person: who is named, to whom, and until when."""

import itertools

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError
from django.test.utils import CaptureQueriesContext
from tests.dossier.makers import AT, BSN, HIER, ON, Team, dossier_for, later, somebody, team

from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.doubles import tell_apart
from meedoen.dossier.actions.people import NewPerson, change_person, open_dossier
from meedoen.dossier.doubles import doubles_in, doubles_of, may_be_same
from meedoen.dossier.models import Dossier, Gebeurtenis, Onderscheid, Persoon
from meedoen.dossier.names import naam_onbekend
from meedoen.dossier.partial_date import OnvolledigeDatum, parse
from meedoen.dossier.verify import CHECKS
from meedoen.werkplek.queries import all_items

KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER
WHY = "zij zijn zussen, ik zag van beiden een paspoort"


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER)


def _persoon(
    naam: str, geboren: str = "1991-03-16", bsn: bytes = b"", vnummer: str = ""
) -> Persoon:
    first, _, last = naam.rpartition(" ")
    return Persoon(
        voornamen=first,
        geslachtsnaam=last,
        geboortedatum=str(parse(geboren)),
        bsn_hash=bsn or None,
        vnummer=vnummer or None,
    )


SELAM = _persoon("Selam Tesfay")
SAME = {
    "spelt anders": _persoon("Salam Tesfaye"),
    "alleen het jaar": _persoon("Selam Tesfay", "1991"),
    "nog geen geboortedatum": _persoon("Selam Tesfay", "onbekend"),
    "een naam meer": _persoon("Selam Gebre Tesfay"),
    "met BSN": _persoon("Selam Tesfay", bsn=b"1"),
}
OTHER = {
    "klinkt anders": _persoon("Omar Haddad"),
    "een ander jaar": _persoon("Selam Tesfay", "1990-03-16"),
    "een andere dag": _persoon("Selam Tesfay", "1991-03-17"),
}


@pytest.mark.parametrize("case", [*SAME, *OTHER])
def test_who_may_be_the_same(case: str) -> None:
    ander = (SAME | OTHER)[case]
    assert may_be_same(SELAM, ander) is may_be_same(ander, SELAM) is (case in SAME)


def test_numbers_of_their_own_are_two_people() -> None:
    for one, ander in itertools.product((b"1", b""), repeat=2):
        pair = _persoon("Selam Tesfay", bsn=one), _persoon("Selam Tesfay", bsn=ander)
        assert may_be_same(*pair) is not bool(one and ander)
    numbered = (_persoon("Selam Tesfay", vnummer=f"000000000{n}") for n in (1, 2))
    assert not may_be_same(*numbered)


def test_people_without_a_name_are_nobody_in_particular() -> None:
    nobody = [_persoon("x"), _persoon("y")]
    for each in nobody:
        each.voornamen, each.geslachtsnaam = "", naam_onbekend().geslachtsnaam
    assert not may_be_same(*nobody)


def _seen(dossier: Dossier, actor: Actor) -> list[str]:
    with as_actor(actor):
        return [each.nummer for each in doubles_of(dossier, actor, on=ON)]


def _work(actor: Actor) -> list[int]:
    with as_actor(actor):
        items = all_items(actor, Gemeente.objects.get(pk=HIER), on=ON)
    return [each.dossier for each in items if each.signaal.name == "lijkt_op"]


def test_both_dossiers_say_so_and_one_is_work(people: Team) -> None:
    by_hand, by_notice = dossier_for(people[KM]), dossier_for(people[KM], bsn=BSN)
    dossier_for(people[KM], "Omar Haddad")
    assert _seen(by_hand, people[KM]) == [by_notice.nummer]
    assert _seen(by_notice, people[KM]) == [by_hand.nummer]
    assert _work(people[KM]) == [by_hand.pk]


def test_of_two_without_a_bsn_the_later_one_is_work(people: Team) -> None:
    dossier_for(people[KM])
    second = dossier_for(people[KM], "Salam Tesfay")
    assert _work(people[KM]) == [second.pk]


def test_a_name_that_comes_later_is_compared_then(people: Team) -> None:
    by_hand = dossier_for(people[KM])
    with as_actor(people[KM]):
        unknown = NewPerson(naam_onbekend(), OnvolledigeDatum(), bsn=BSN)
        by_notice = open_dossier(HIER, unknown, on=ON, at=AT)
    assert _seen(by_hand, people[KM]) == []
    told = {"voornamen": "Selam", "geslachtsnaam": "Tesfay", "geboortedatum": "1991-03-16"}
    with as_actor(people[KM]):
        change_person(by_notice.pk, told, versie=1, on=ON, at=later(1))
    assert _seen(by_hand, people[KM]) == [by_notice.nummer]


def test_what_is_out_of_sight_is_not_named(people: Team) -> None:
    mine, hers = dossier_for(people[KM]), dossier_for(people[TL], bsn=BSN)
    assert (_seen(mine, people[KM]), _work(people[KM])) == ([], [])
    assert _seen(mine, people[TL]) == [hers.nummer]


def test_another_municipality_is_never_named(people: Team) -> None:
    elders = team(9998, KM)
    mine, theirs = dossier_for(people[TL]), dossier_for(elders[KM], bsn=BSN)
    assert (_seen(mine, people[TL]), _seen(theirs, elders[KM])) == ([], [])


def test_two_people_are_not_asked_about_again(people: Team) -> None:
    one, ander = dossier_for(people[KM]), dossier_for(people[KM], bsn=BSN)
    third = dossier_for(people[KM], "Selam Tesfai")
    with as_actor(people[KM]):
        tell_apart(one.pk, ander.pk, WHY, on=ON, at=later(1))
        for each in (one, ander):
            line = Gebeurtenis.objects.filter(dossier=each).latest("nummer")
            assert line.soort == "ander_persoon_gebleken"
            assert WHY.encode() in bytes(line.inhoud.bytes)
    assert _seen(one, people[KM]) == [third.nummer]
    assert _seen(ander, people[KM]) == [third.nummer]
    assert not [fault for check in CHECKS.values() for fault in check()]


def test_said_twice_or_of_one_dossier_is_refused(people: Team) -> None:
    one, ander = dossier_for(people[KM]), dossier_for(people[KM], bsn=BSN)
    with as_actor(people[KM]):
        tell_apart(one.pk, ander.pk, WHY, on=ON, at=later(1))
        for pair in ((one, ander), (ander, one), (one, one)):
            with pytest.raises(DiaryError):
                tell_apart(pair[0].pk, pair[1].pk, WHY, on=ON, at=later(2))


def test_who_records_nothing_tells_nobody_apart(people: Team) -> None:
    one, ander = dossier_for(people[KM]), dossier_for(people[KM], bsn=BSN)
    with as_actor(people[Rol.FG]), pytest.raises(NotAllowedError):
        tell_apart(one.pk, ander.pk, WHY, on=ON, at=later(1))


def test_the_database_keeps_it_in_its_municipality(people: Team) -> None:
    one, ander = dossier_for(people[KM]), dossier_for(people[KM], bsn=BSN)
    with as_actor(people[KM]):
        tell_apart(one.pk, ander.pk, WHY, on=ON, at=later(1))
    with as_actor(team(9998, KM)[KM]):
        assert not Onderscheid.objects.exists()
    with as_actor(people[Rol.FG]):
        assert not Onderscheid.objects.exists()
    with (
        as_actor(people[KM]),
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO dossier_onderscheid"
            " (gemeente_id, dossier_id, ander_id, medewerker_id, vastgelegd_at)"
            " VALUES (%s, %s, %s, %s, now())",
            [HIER, one.pk, one.pk, people[KM].medewerker_id],
        )


def test_many_people_cost_no_more_questions(people: Team) -> None:
    with as_actor(people[KM]):
        for number in range(12):
            open_dossier(HIER, somebody(f"Selam Tesfay{'aeiou'[number % 5]}"), on=ON, at=AT)
    with as_actor(people[TL]), CaptureQueriesContext(connection) as asked:
        assert doubles_in(list(Dossier.objects.values_list("pk", flat=True)), people[TL], on=ON)
    assert len(asked) <= 3


def test_naam_of_one_word_is_compared_too() -> None:
    assert may_be_same(
        Persoon(geslachtsnaam="Tesfay", geboortedatum="1991-03-16"),
        Persoon(voornamen="Tesfai", geboortedatum="1991-00-00"),
    )
