"""A new key for the BSN: everything is sealed anew, and nothing is lost however it ends."""

import os
import signal
import subprocess
import sys
import time
from base64 import b64encode

import pytest
from stdnum.nl import bsn as elfproef
from tests.database import ENVIRONMENT, Connection
from tests.dossier.makers import ELDERS, HIER

from meedoen.accounts.actor import Actor
from meedoen.accounts.keys import Keys
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.config.database_roles import OWNER, WEB
from meedoen.config.embedded import Server
from meedoen.dossier.actions.resealing import BATCH, Batch, keys_that_seal, reseal_all
from meedoen.dossier.identity import Sealed, bsn_hash, seal, unseal
from meedoen.dossier.models import Persoon

OLD, NEW, LOST = (b64encode(bytes([each]) * 32).decode() for each in b"onl")
HASH = ENVIRONMENT["HASH_KEY"]
BEFORE = Keys.read(f"2025b:{OLD}", HASH)
BOTH = Keys.read(f"2026a:{NEW},2025b:{OLD}", HASH)
NUMBERS = [str(n) for n in range(999_900_000, 999_910_000) if elfproef.is_valid(str(n))]
EVERYWHERE = Actor(None, "toets", Rol.KWALITEITSMEDEWERKER, (HIER, ELDERS))
MANY = 2 * BATCH + 50


def _add(numbers: list[str], *, keys: Keys = BEFORE, gemeente: int = HIER) -> list[Persoon]:
    """People with these BSNs, sealed with these keys, and one without a BSN."""
    people = [_person(gemeente)]
    for number in numbers:
        sealed = seal(number, keys, gemeente=gemeente)
        person = _person(gemeente)
        person.bsn_sleutel, person.bsn_verzegeld = sealed.key_id, sealed.ciphertext
        person.bsn_hash = bsn_hash(number, keys, gemeente=gemeente)
        people.append(person)
    with as_actor(EVERYWHERE):
        return Persoon.objects.bulk_create(people)


def _person(gemeente: int) -> Persoon:
    return Persoon(
        gemeente_id=gemeente,
        geslachtsnaam="Tesfay",
        sorteernaam="tesfay",
        geboortedatum="1991-03-16",
    )


def _opened(keys: Keys, gemeente: int = HIER) -> list[str]:
    """The BSN of everybody who has one, in the order in which they were added."""
    with as_actor(EVERYWHERE):
        rows = Persoon.objects.filter(gemeente_id=gemeente, bsn_verzegeld__isnull=False)
        return [
            unseal(
                Sealed(row.bsn_sleutel, bytes(row.bsn_verzegeld or b"")), keys, gemeente=gemeente
            )
            for row in rows.order_by("pk")
        ]


def _sealed(person: Persoon) -> tuple[str, bytes]:
    with as_actor(EVERYWHERE):
        person.refresh_from_db()
    return person.bsn_sleutel, bytes(person.bsn_verzegeld or b"")


def _all_of(keys: Keys, gemeente: int = HIER, *, size: int = BATCH) -> Batch:
    """What the batches did together."""
    done = list(reseal_all(keys, gemeente, size=size))
    return Batch(
        sum(batch.seen for batch in done),
        sum(batch.resealed for batch in done),
        tuple(each for batch in done for each in batch.troubles),
    )


@pytest.mark.parametrize("size", [1, 2, 5, 7])
def test_all_is_sealed_anew_once_and_opens_without_the_old_key(db: None, size: int) -> None:
    people = _add(NUMBERS[:5])
    hashes = [person.bsn_hash for person in people]
    assert _all_of(BOTH, size=size) == Batch(5, 5, ())
    assert _opened(Keys.read(f"2026a:{NEW}", HASH)) == NUMBERS[:5]
    seals = [_sealed(person) for person in people]
    assert [person.bsn_hash and bytes(person.bsn_hash) for person in people] == hashes
    assert [person.versie for person in people] == [1] * 6, "nobody's data changed"
    assert _all_of(BOTH, size=size) == Batch(5, 0, ())
    assert [_sealed(person) for person in people] == seals


def test_one_municipality_at_a_time(db: None) -> None:
    _add(NUMBERS[:3])
    _add(NUMBERS[:2], gemeente=ELDERS)
    assert keys_that_seal() == {"2025b": {HIER: 3, ELDERS: 2}}
    assert _all_of(BOTH, ELDERS).resealed == 2
    assert keys_that_seal() == {"2025b": {HIER: 3}, "2026a": {ELDERS: 2}}


def test_a_key_that_is_gone_is_named_and_the_others_go_on(db: None) -> None:
    _add(NUMBERS[:2])
    lost = _add(NUMBERS[2:3], keys=Keys.read(f"2024z:{LOST}", HASH))[-1]
    before = _sealed(lost)
    done = _all_of(BOTH)
    assert (done.seen, done.resealed) == (3, 2)
    (trouble,) = done.troubles
    assert (trouble.gemeente, trouble.persoon) == (HIER, lost.pk)
    assert "«2024z»" in str(trouble)
    assert NUMBERS[2] not in str(trouble)
    assert _sealed(lost) == before
    assert keys_that_seal() == {"2024z": {HIER: 1}, "2026a": {HIER: 2}}


def test_another_key_under_the_same_name_changes_nothing(db: None) -> None:
    people = _add(NUMBERS[:3])
    before = [_sealed(person) for person in people]
    done = _all_of(Keys.read(f"2026a:{NEW},2025b:{LOST}", HASH))
    assert (done.resealed, len(done.troubles)) == (0, 3)
    assert [_sealed(person) for person in people] == before
    assert _opened(BOTH) == NUMBERS[:3]


@pytest.mark.parametrize("keys", [BEFORE, BOTH], ids=["sealed before", "to be sealed anew"])
def test_a_hash_that_finds_somebody_else_is_reported(db: None, keys: Keys) -> None:
    wrong = _add(NUMBERS[:2])[-1]
    with as_actor(EVERYWHERE):
        other = bsn_hash(NUMBERS[2], BEFORE, gemeente=HIER)
        Persoon.objects.filter(pk=wrong.pk).update(bsn_hash=other)
    before = _sealed(wrong)
    (trouble,) = _all_of(keys).troubles
    assert (trouble.persoon, "bsn_hash" in trouble.why) == (wrong.pk, True)
    assert _sealed(wrong) == before


def test_killed_halfway_all_still_opens_and_the_next_time_it_is_finished(
    pg: Server, committed_db: str, superuser: Connection
) -> None:
    people = _add(NUMBERS[:MANY])
    superuser.execute("SELECT FROM dossier_persoon WHERE id = %s FOR UPDATE", [people[-1].pk])
    command = _start(pg.url(WEB, committed_db), f"2026a:{NEW},2025b:{OLD}")
    try:
        _until_sealed_anew(2 * BATCH)
    finally:
        command.kill()
        command.communicate(timeout=60)
    superuser.rollback()
    assert command.returncode == -signal.SIGKILL
    assert keys_that_seal() == {"2025b": {HIER: 50}, "2026a": {HIER: 2 * BATCH}}
    assert _opened(BOTH) == NUMBERS[:MANY]

    again = _start(pg.url(WEB, committed_db), f"2026a:{NEW},2025b:{OLD}")
    told, progress = again.communicate(timeout=60)
    assert again.returncode == 0, progress
    assert told.splitlines()[:2] == [
        "50 BSN's opnieuw verzegeld met sleutel «2026a».",
        f"Sleutel «2026a»: {MANY} BSN's.",
    ]
    assert "Sleutel «2025b»: niet meer in gebruik." in told
    assert f"{MANY} van {MANY}" in progress
    assert _opened(Keys.read(f"2026a:{NEW}", HASH)) == NUMBERS[:MANY]


def test_the_command_says_what_is_wrong_and_shows_no_number(pg: Server, committed_db: str) -> None:
    people = _add(NUMBERS[:30])
    command = _start(pg.url(WEB, committed_db), f"2026a:{NEW}")
    told, wrong = command.communicate(timeout=60)
    assert command.returncode == 1
    assert "Sleutel «2025b»: 30 BSN's. Deze sleutel staat niet in BSN_KEYS." in told
    assert "30 BSN's niet in orde. Daaraan is niets veranderd:" in wrong
    assert f"gemeente {HIER}, persoon {people[1].pk}: De sleutel «2025b»" in wrong
    assert "en nog 10" in wrong
    assert not [number for number in NUMBERS[:30] if number in told + wrong]
    assert _opened(BEFORE) == NUMBERS[:30]


@pytest.mark.parametrize(
    ("role", "keys", "said"),
    [
        (WEB, "", "BSN_KEYS is leeg"),
        (WEB, "2026a:kort", "BSN_KEYS"),
        (OWNER, f"2026a:{NEW},2025b:{OLD}", "DATABASE_URL: deze rol is eigenaar"),
        ("niemand", f"2026a:{NEW},2025b:{OLD}", "DATABASE_URL: de database antwoordt niet"),
    ],
)
def test_it_refuses_in_one_line(
    role: str, keys: str, said: str, pg: Server, committed_db: str
) -> None:
    _add(NUMBERS[:1])
    command = _start(pg.url(role, committed_db), keys)
    told, wrong = command.communicate(timeout=60)
    assert (command.returncode, told, len(wrong.splitlines())) == (2, "", 1), wrong
    assert wrong.startswith(said)
    assert keys_that_seal() == {"2025b": {HIER: 1}}


def _start(url: str, bsn_keys: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "meedoen", "rotate"],
        env=os.environ | {"DATABASE_URL": url, "BSN_KEYS": bsn_keys, "HASH_KEY": HASH},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _until_sealed_anew(number: int) -> None:
    for _ in range(600):
        if sum(keys_that_seal().get("2026a", {}).values()) >= number:
            return
        time.sleep(0.1)
    raise AssertionError("it does not get there")
