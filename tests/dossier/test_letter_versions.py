"""Own texts and the sender: proposed by one, put in force by another, from a day on; one query."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.dossier.makers import AT, ELDERS, HIER, ON, Team, dossier_for, later, team
from tests.letters.pdf_text import bare, text_of
from tests.letters.samples import VALUES

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import RECHTEN, Recht, Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import propose, send, sign
from meedoen.dossier.actions.letter_versions import (
    VersionError,
    decide,
    propose_sender,
    propose_text,
)
from meedoen.dossier.letter_faults import LetterTextError, hard_to_read
from meedoen.dossier.letter_sample import sample
from meedoen.dossier.letter_versions import frozen_texts, own_texts, sender_on
from meedoen.dossier.models import Afzenderversie, Tekstversie
from meedoen.law.blok import Blok
from meedoen.law.brief_file import brief_kinds, shared_blokken

pytestmark = pytest.mark.usefixtures("db")

KIND = "oproep_brede_intake"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
SENDER: dict[str, Any] = {
    "naam": "Gemeente Elders",
    "college": "het college van Elders",
    "straat": "Kerkstraat 1",
    "postcode": "9999 XX",
    "plaats": "Elders",
    "telefoon": "14 0999",
    "openingstijden": "elke ochtend",
    "website": "www.example.org",
    "bezwaar_website": "www.example.org/bezwaar",
    "bezwaar_adres": "het college van Elders, Postbus 1, 9999 XX Elders",
    "rechtbank": "de rechtbank Elders",
    "logo_naam": "",
    "logo": b"",
    "logo_alt": "",
}


def blok(name: str, kind: str = "") -> Blok:
    found = brief_kinds()[kind].blokken if kind else shared_blokken()
    return next(each for each in found if each.name == name)


def text(people: Team, tekst: str | None, *, van: date = ON, yes: bool = True) -> Tekstversie:
    """A version of the greeting, proposed and decided."""
    with as_actor(people[Rol.BEHEERDER]):
        made = propose_text("", blok("groet"), tekst, van=van, on=ON, at=AT)
    with as_actor(people[Rol.JURIST]):
        return decide(made, yes=yes, on=ON, at=later(1))  # type: ignore[return-value]


def greeting(people: Team, on: date = ON) -> str:
    with as_actor(people[Rol.KLANTMANAGER]):
        return str(frozen_texts(people.gemeente, brief_kinds()[KIND], on=on)["groet"]["tekst"])


def test_a_version_counts_from_its_day_once_somebody_else_put_it_in_force() -> None:
    people, usual = team(HIER), "Met vriendelijke groet,"
    with as_actor(people[Rol.BEHEERDER]):
        made = propose_text("", blok("groet"), "Tot ziens,", van=ON, on=ON, at=AT)
    assert greeting(people) == usual
    with as_actor(people[Rol.TEAMLEIDER]):
        decide(made, yes=True, on=ON, at=later(1))
    text(people, "Tot morgen,", van=ON + timedelta(days=1))
    text(people, "Toch niet,", yes=False)
    assert [greeting(people, ON + timedelta(days=n)) for n in (-1, 0, 1)] == [
        usual,
        "Tot ziens,",
        "Tot morgen,",
    ]
    text(people, "Dag,")
    assert greeting(people) == "Dag,"
    text(people, None)
    assert greeting(people) == usual
    assert greeting(team(ELDERS)) == usual


def test_what_is_decided_late_begins_when_it_is_decided() -> None:
    people = team(HIER)
    with as_actor(people[Rol.BEHEERDER]):
        made = propose_text("", blok("groet"), "Dag,", van=ON, on=ON, at=AT)
    with as_actor(people[Rol.JURIST]):
        later_on = ON + timedelta(days=3)
        assert decide(made, yes=True, on=later_on, at=later(1)).van == later_on
    assert greeting(people, ON) == "Met vriendelijke groet,"


def test_two_people_and_no_other_roles() -> None:
    people = team(HIER)
    for rol in Rol:
        if Recht.TEKSTEN_BEHEREN not in RECHTEN[rol]:
            with pytest.raises(NotAllowedError), as_actor(people[rol]):
                propose_text("", blok("groet"), "Dag,", van=ON, on=ON, at=AT)
    with as_actor(people[Rol.BEHEERDER]):
        made = propose_text("", blok("groet"), "Dag,", van=ON, on=ON, at=AT)
        with pytest.raises(NotAllowedError):
            decide(made, yes=True, on=ON, at=AT)
    for rol in set(Rol) - {Rol.JURIST, Rol.TEAMLEIDER, Rol.BEHEERDER}:
        with pytest.raises(NotAllowedError), as_actor(people[rol]):
            decide(made, yes=True, on=ON, at=AT)
    with as_actor(people[Rol.BEHEERDER]):
        assert decide(made, yes=False, on=ON, at=AT).goedgekeurd is False  # taken back
    with pytest.raises(VersionError, match="al besloten"), as_actor(people[Rol.JURIST]):
        decide(made, yes=True, on=ON, at=AT)


def test_a_new_proposal_takes_the_place_of_an_open_one() -> None:
    people = team(HIER)
    with as_actor(people[Rol.BEHEERDER]):
        first = propose_text("", blok("groet"), "Dag,", van=ON, on=ON, at=AT)
        propose_text("", blok("groet"), "Tot ziens,", van=ON, on=ON, at=later(1))
        first.refresh_from_db()
        assert first.antwoord.startswith("vervangen")


def test_the_database_holds_it_too() -> None:
    people, other = team(HIER), team(ELDERS)
    made = text(people, "Dag,")
    open_one = {"gemeente_id": HIER, "blok": "begin", "van": ON, "voorgesteld_at": AT}
    boss, jurist = people[Rol.BEHEERDER], people[Rol.JURIST]
    with as_actor(jurist):
        assert Tekstversie.objects.filter(pk=made.pk).update(antwoord="x") == 0  # decided: frozen
    for actor, values in (
        (jurist, {"voorgesteld_door_id": jurist.medewerker_id}),
        (boss, {"voorgesteld_door_id": jurist.medewerker_id}),
        (boss, {"voorgesteld_door_id": boss.medewerker_id, "gemeente_id": ELDERS}),
    ):
        with pytest.raises(DatabaseError), as_actor(actor):
            Tekstversie.objects.create(**open_one | values)
    with as_actor(boss):
        row = Tekstversie.objects.create(**open_one, voorgesteld_door_id=boss.official)
    decided = {"besloten_at": AT, "besloten_door_id": boss.medewerker_id, "goedgekeurd": True}
    with pytest.raises(DatabaseError), as_actor(boss):
        Tekstversie.objects.filter(pk=row.pk).update(**decided)
    with pytest.raises(DatabaseError), as_actor(jurist):
        Tekstversie.objects.filter(pk=row.pk).update(tekst="x")
    with as_actor(other[Rol.JURIST]):
        assert not Tekstversie.objects.exists()
        assert Tekstversie.objects.filter(pk=row.pk).update(**decided) == 0
    with pytest.raises(DatabaseError), transaction.atomic():
        list(Tekstversie.objects.all())


WRONG_TEXTS = {
    "": "Vul dit in.",
    "Bel {telefoon}, {openingstijden}.": "«adres» moet in deze tekst staan.",
    "{telefoon} {openingstijden} {adres} {fax}": "Deze brief kent «fax» niet.",
    "{telefoon} {openingstijden} {adres} {": "Zet haakjes alleen om een naam",
    "{telefoon} {openingstijden} {adres} 漢": "Het teken «漢» kan niet",
}


def test_a_text_that_cannot_stand_is_refused() -> None:
    boss = team(HIER, Rol.BEHEERDER)[Rol.BEHEERDER]
    for tekst, words in WRONG_TEXTS.items():
        with pytest.raises(LetterTextError, match=words), as_actor(boss):
            propose_text("", blok("contact"), tekst, van=ON, on=ON, at=AT)


def test_a_fixed_text_and_a_past_day_are_refused() -> None:
    boss = team(HIER)[Rol.BEHEERDER]
    with pytest.raises(VersionError, match="vast"), as_actor(boss):
        propose_text(KIND, blok("gevolgen", KIND), "Anders.", van=ON, on=ON, at=AT)
    with pytest.raises(VersionError, match="latere dag"), as_actor(boss):
        propose_text("", blok("groet"), "x", van=ON - timedelta(days=1), on=ON, at=AT)


def test_a_text_that_is_hard_to_read_is_told() -> None:
    assert not hard_to_read("Bel {telefoon}. U kunt ook langskomen.")
    assert not hard_to_read("")
    long = "Gelieve " + "lang " * 20 + "te bellen."
    assert [line.partition(":")[0] for line in hard_to_read(long)] == [
        "Deze zin is lang",
        "Dit woord is moeilijk",
        "De zinnen zijn samen te lang. Schrijf er twaalf woorden in, of minder.",
    ]


def test_a_letter_keeps_the_texts_of_its_proposal_and_the_sender_of_its_day() -> None:
    people = team(HIER)
    mine = people[Rol.KLANTMANAGER]
    give_mandate(HIER, Besluitrecht(mine.rol, KIND, "mandaatregister"), van=date(2022, 1, 1))
    dossier = dossier_for(mine)
    text(people, "Dag,")
    with as_actor(mine):
        made = propose(dossier.pk, KIND, VALUES[KIND], on=ON, at=later(2))
    text(people, "Te laat,")
    with as_actor(people[Rol.BEHEERDER]):
        logo = {"logo_naam": "a.svg", "logo": SVG, "logo_alt": "Elders"}
        version = propose_sender(SENDER | logo, van=ON, on=ON, at=AT)
    with as_actor(people[Rol.JURIST]):
        decide(version, yes=True, on=ON, at=later(3))
    with as_actor(mine):
        sign(made.pk, on=ON, at=later(4))
        sent = send(made.pk, "overhandigd", on=ON, at=later(5))
        assert sent.brief is not None
        said = text_of(bytes(sent.brief.documentinhoud.bytes))
    assert bare("Dag, namens het college van Elders, klantmanager van 9999 Klantmanager") in said
    assert bare("Bel 14 0999. Dat kan elke ochtend.") in said
    assert bare("Te laat") not in said


NO_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x09\0\0\0\x09" + b"x" * 40
WRONG_SENDERS: list[tuple[dict[str, Any], str]] = [
    ({"rechtbank": " "}, "rechtbank"),
    ({"bezwaar_adres": ""}, "bezwaar_adres"),
    ({"postcode": "12 AB"}, "postcode"),
    ({"website": "https://www.example.org"}, "website"),
    ({"telefoon": "14\n0999"}, "telefoon"),
    ({"naam": "漢"}, "naam"),
    ({"logo_naam": "a.svg", "logo": SVG}, "logo_alt"),
    ({"logo_naam": "a.svg", "logo": b"geen plaatje", "logo_alt": "x"}, "logo_naam"),
    ({"logo_naam": "a.png", "logo": NO_PNG, "logo_alt": "x"}, "logo_naam"),
]


def test_a_sender_that_is_not_complete_is_refused() -> None:
    boss = team(HIER, Rol.BEHEERDER)[Rol.BEHEERDER]
    for changes, field in WRONG_SENDERS:
        with pytest.raises(LetterTextError) as refused, as_actor(boss):
            propose_sender(SENDER | changes, van=ON, on=ON, at=AT)
        assert list(refused.value.fields) == [field]
    assert not Afzenderversie.objects.using("owner").exists()


def test_one_query_for_the_texts_of_many_kinds_and_one_for_the_sender() -> None:
    people = team(HIER)
    text(people, "Dag,")
    with (
        as_actor(people[Rol.KLANTMANAGER]),
        CaptureQueriesContext(
            connection,
        ) as asked,
    ):
        found = own_texts(HIER, ("", *brief_kinds()), on=ON)
        assert sender_on(HIER, on=ON).version is None
    assert [each.tekst for each in found.values()] == ["Dag,"]
    assert len(asked) == 2


def test_every_kind_of_letter_can_be_shown_with_invented_values() -> None:
    with as_actor(team(HIER, Rol.BEHEERDER)[Rol.BEHEERDER]):
        sender = sender_on(HIER, on=ON)
        for kind in brief_kinds().values():
            said = text_of(sample(kind, HIER, sender, on=ON, at=AT))
            assert bare("Dit is een voorbeeld.") in said
