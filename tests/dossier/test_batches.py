"""The mailroom: a batch is printed, then posted; what fails is left out; nothing goes twice."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from csv import reader
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from threading import Barrier
from zipfile import ZipFile

import pytest
from django.db import connections
from tests.dossier.letters_ready import INVITATION, INVITED, at_home, officials, signed
from tests.dossier.makers import HIER, ON, Team, later
from tests.letters.pdf_text import bare, text_of

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.config import database_roles, embedded
from meedoen.dossier.actions.batches import make_batch, not_posted, posted
from meedoen.dossier.actions.besluiten import propose, sign
from meedoen.dossier.actions.circumstances import set_safe_contact
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.sending import ready_for_mailroom, take_back
from meedoen.dossier.batch_file import file_of, letters_of, waiting_letters
from meedoen.dossier.models import Besluit, Gebeurtenis, Partij, Verzending
from meedoen.dossier.verify import verify_chains, verify_documents, verify_stand

NAMES = ("Selam Tesfay", "=Omar Haddad", "Li Wei")
TOMORROW, TOMORROW_AT = ON + timedelta(days=1), datetime(2026, 9, 15, 9, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def _waiting(people: Team, *names: str) -> list[Besluit]:
    letters = [signed(people, at_home(people, name)) for name in names]
    with as_actor(people[Rol.KLANTMANAGER]):
        for letter in letters:
            ready_for_mailroom(letter.pk, on=ON, at=later(4))
    return letters


@pytest.fixture
def people(db: None) -> Team:
    return officials()


def test_a_batch_is_printed_and_sent_only_once_it_is_posted(people: Team) -> None:
    letters = _waiting(people, *NAMES)
    with as_actor(people[Rol.TEAMLEIDER]):
        partij = make_batch(HIER, on=ON, at=later(5))
        assert Verzending.objects.filter(partij=partij).count() == len(NAMES)
        assert not Besluit.objects.filter(verzonden_at__isnull=False).exists()
        rows = letters_of(partij)
        before = _zipped(file_of(partij, rows))
        posted(partij.pk, at=later(6))
        with pytest.raises(DiaryError, match="al op de post"):
            posted(partij.pk, at=later(7))
        assert set(Besluit.objects.values_list("dagtekening", "kanaal")) == {(ON, "post")}
        soort = Gebeurtenis.objects.filter(soort="besluit_verzonden")
        assert soort.count() == len(letters)
        assert _zipped(file_of(partij, letters_of(partij))) == before, "kept as it was printed"
        assert not waiting_letters(HIER).exists()
    assert not [*verify_chains(), *verify_stand(), *verify_documents()]


def _zipped(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def test_the_list_names_every_letter_and_no_formula(people: Team) -> None:
    _waiting(people, *NAMES)
    with as_actor(people[Rol.TEAMLEIDER]):
        partij = make_batch(HIER, on=ON, at=later(5))
        files = _zipped(file_of(partij, letters_of(partij)))
    lines = list(reader(StringIO(files.pop("lijst.csv").decode("utf-8-sig")), delimiter=";"))
    assert [line[3] for line in lines[1:]] == ["Selam Tesfay", "'=Omar Haddad", "Li Wei"]
    assert [line[-1] for line in lines[1:]] == list(files)
    for pdf in files.values():
        assert bare("14 september 2026") in text_of(pdf)


def test_a_letter_that_cannot_go_is_named_and_the_rest_goes(people: Team) -> None:
    letters = _waiting(people, *NAMES)
    with as_actor(people[Rol.KLANTMANAGER]):
        how = {"kanaal": "bel", "uren": "", "niet_zeggen": "", "niet_horen": ""}
        set_safe_contact(letters[1].dossier_id, how, on=ON, at=later(5))
    with as_actor(people[Rol.TEAMLEIDER]):
        partij = make_batch(HIER, on=ON, at=later(6))
        assert [row.besluit_id for row in letters_of(partij)] == [letters[0].pk, letters[2].pk]
        (left,) = waiting_letters(HIER)
    assert left.besluit_id == letters[1].pk
    assert "niet veilig" in left.fout


def test_what_was_not_posted_that_day_is_dated_anew(people: Team) -> None:
    (letter,) = _waiting(people, NAMES[0])
    with as_actor(people[Rol.TEAMLEIDER]):
        first = make_batch(HIER, on=ON, at=later(5))
        with pytest.raises(DiaryError, match="vorige partij"):
            make_batch(HIER, on=TOMORROW, at=TOMORROW_AT)
        not_posted(first.pk, on=TOMORROW, at=TOMORROW_AT)
        with pytest.raises(DiaryError, match="vervallen"):
            posted(first.pk, at=TOMORROW_AT)
        second = make_batch(HIER, on=TOMORROW, at=TOMORROW_AT)
        posted(second.pk, at=TOMORROW_AT)
        letter.refresh_from_db()
    assert letter.dagtekening == TOMORROW


def test_a_batch_that_was_posted_yesterday_keeps_its_day(people: Team) -> None:
    (letter,) = _waiting(people, NAMES[0])
    with as_actor(people[Rol.TEAMLEIDER]):
        partij = make_batch(HIER, on=ON, at=later(5))
        posted(partij.pk, at=TOMORROW_AT)
        letter.refresh_from_db()
    assert (letter.dagtekening, letter.verzonden_at) == (ON, TOMORROW_AT)


def test_a_printed_letter_cannot_be_taken_back(people: Team) -> None:
    (letter,) = _waiting(people, NAMES[0])
    with as_actor(people[Rol.TEAMLEIDER]):
        make_batch(HIER, on=ON, at=later(5))
    with as_actor(people[Rol.KLANTMANAGER]), pytest.raises(DiaryError, match="geprint"):
        take_back(letter.pk, on=ON, at=later(6))


def test_nothing_to_print_leaves_no_open_batch(people: Team) -> None:
    with as_actor(people[Rol.TEAMLEIDER]):
        assert make_batch(HIER, on=ON, at=later(5)).vervallen_at is not None
    with as_actor(people[Rol.KLANTMANAGER]), pytest.raises(NotAllowedError):
        make_batch(HIER, on=ON, at=later(6))


def test_two_people_at_once_print_each_letter_once(committed_db: str) -> None:
    people = officials()
    _waiting(people, *NAMES)
    gate = Barrier(2)

    def make(rol: Rol) -> int:
        gate.wait()
        try:
            with as_actor(people[rol]):
                return Verzending.objects.filter(
                    partij=make_batch(HIER, on=ON, at=later(5))
                ).count()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(make, (Rol.TEAMLEIDER, Rol.KWALITEITSMEDEWERKER)))
    assert sorted(made) == [0, len(NAMES)]


def test_two_people_sign_at_once_and_one_wins(committed_db: str) -> None:
    people = officials()
    dossier = at_home(people)
    with as_actor(people[Rol.KLANTMANAGER]):
        letter = propose(dossier.pk, INVITATION, INVITED, on=ON, at=later(2))
    gate = Barrier(2)

    def one(rol: Rol) -> str:
        gate.wait()
        try:
            with as_actor(people[rol]):
                sign(letter.pk, on=ON, at=later(3))
                return "signed"
        except DiaryError as error:
            return str(error)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(one, (Rol.KLANTMANAGER, Rol.JURIST)))
    assert said == ["Dit is al ondertekend.", "signed"]


def test_killed_between_printing_and_keeping_nothing_is_lost_and_nothing_goes_twice(
    pg: embedded.Server, committed_db: str, tmp_path: Path
) -> None:
    people = officials()
    letters = _waiting(people, *NAMES)
    marker, chief = tmp_path / "printed", people[Rol.TEAMLEIDER]
    urls = {"DATABASE_URL": pg.url(database_roles.WEB, committed_db)}
    given = (str(chief.medewerker_id), str(HIER), str(marker), later(5).isoformat())
    command = [sys.executable, "-m", "tests.dossier.print_slowly", *given]
    process = subprocess.Popen(command, env=os.environ | urls, cwd=ROOT)
    until = time.monotonic() + 120
    while not marker.exists() and time.monotonic() < until:
        time.sleep(0.05)
    process.kill()
    process.wait(60)
    assert marker.exists()
    with as_actor(chief):
        assert not Partij.objects.exists(), "nothing of what was killed is there"
        partij = make_batch(HIER, on=ON, at=later(6))
        posted(partij.pk, at=later(7))
        assert Gebeurtenis.objects.filter(soort="besluit_verzonden").count() == len(letters)
        assert Verzending.objects.count() == len(letters)
