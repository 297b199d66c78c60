"""A country for the measurements: a million dossiers at 342 municipalities, one with 5,000.

Made by the database itself, past triggers and foreign keys. The 5,000 have facts near the edges of
the law, a diary, names to find them by, and klantmanagers; the others have what an index holds.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from random import Random
from typing import Any

import numpy as np
import psycopg
from tests import database
from tests.bench import town
from tests.bench.dossiers import SEED, dossiers
from tests.bench.town import BEGAN, HIER, LINES

from meedoen.config import embedded
from meedoen.rules.column import Column, missing_value
from meedoen.rules.facts import facts_of_dossier

TOWNS = 342
OFFICIALS = 80  # of the one municipality: some sixty people each
_FIRST = (
    "Selam Yusuf Amina Omar Li Fatima Dawit Hana Samuel Mehmet Ayşe Reza Parisa Oksana Ivan Maria "
    "Nour Khaled Rahel Abdi Zahra Tesfay Lina Bilal Olena Petro Sara Hassan Mona Idris"
)
_LAST = (
    "Tesfay Haddad Abdi Yilmaz Rahimi Kovalenko Wang Mohamed Okafor Silva Demir Karimi Gebremedhin "
    "Nguyen Hakimi Osman Bondar Chen Saleh Amiri Ibrahim Sahin Ahmadi Melnyk Diallo Alvarez Khan "
    "Berhane Mahmoud Tadesse Jansen Rossi Popescu Novak Sharma Ali Bekele Farah Barzani Kaya"
)
# What ends a case: known of few, or nobody would have work.
ENDS = ("zaak_geeindigd_op", "plicht_geeindigd_op", "overleden_op", "overleden", "plicht_voldaan")

_NAMES = "CREATE TEMP TABLE naam (n int PRIMARY KEY, voor text, achter text, sorteer text)"
_KEYS = "CREATE TEMP TABLE sleutel (n int, soort text, sleutel text)"
_PEOPLE = """
    INSERT INTO dossier_persoon (id, gemeente_id, bsn_sleutel, bsn_hash, vnummer, voornamen,
        voorvoegsel, geslachtsnaam, eigen_schrift, sorteernaam, geboortedatum, geslacht, talen,
        tolk_nodig, tolk_taal, tolk_dialect, tolk_geslacht, telefoon, email, versie)
    SELECT i, CASE WHEN i <= %(own)s THEN %(hier)s
                   ELSE (%(codes)s::int[])[1 + i %% cardinality(%(codes)s::int[])] END,
           '', sha256(i::text::bytea), lpad(i::text, 10, '0'), voor, '', achter, '', sorteer,
           to_char(date '1960-01-01' + (i * 37 %% 16000), 'YYYY-MM-DD'),
           (ARRAY['vrouw', 'man', ''])[1 + i %% 3], '{tir}', true, 'tir', '', '', '', '', 1
    FROM generate_series(1, %(count)s) i JOIN naam ON n = i::bigint * 7919 %% %(names)s
"""
_FINDING = """
    INSERT INTO dossier_naamsleutel (gemeente_id, persoon_id, soort, sleutel)
    SELECT p.gemeente_id, p.id, s.soort, s.sleutel
    FROM dossier_persoon p JOIN sleutel s ON s.n = p.id * 7919 %% %(names)s
"""
_DOSSIERS = """
    INSERT INTO dossier_dossier (id, gemeente_id, persoon_id, nummer, geopend_op, klantmanager_id,
                                 laatste_nummer, laatste_hash, versie)
    SELECT id, gemeente_id, id, '2026-' || lpad(id::text, 7, '0'), %(began)s,
           CASE WHEN gemeente_id = %(hier)s THEN (%(staff)s::bigint[])[1 + id %% %(officials)s] END,
           %(lines)s, '', 1
    FROM dossier_persoon
"""
_STAND = """
    INSERT INTO dossier_stand (dossier_id, gemeente_id, bijgewerkt_tot, doelgroep)
    SELECT id, gemeente_id, laatste_nummer, 'asielstatushouder'
    FROM dossier_dossier WHERE gemeente_id <> %(hier)s
"""


@contextmanager
def country(count: int, own: int) -> Iterator[embedded.Server]:
    """Django on a new, durable server with so many dossiers, `own` of them at HIER."""
    database.set_up()
    from meedoen.accounts.actions import load_gemeenten

    with town.empty(durable=True) as server:
        load_gemeenten()
        staff = _officials()
        with psycopg.connect(server.url(embedded.SUPERUSER, database.TEMPLATE)) as admin:
            _fill(admin, count, own, staff=staff)
        town.vacuum(server)
        yield server


def _officials() -> list[int]:
    """The klantmanagers of HIER; their ids."""
    from meedoen.accounts.actions import add_medewerker, grant_role
    from meedoen.accounts.roles import Rol

    made = []
    for number in range(OFFICIALS):
        who = add_medewerker(f"k{number}@{HIER}.example.org", f"K. Manager {number}")
        grant_role(who, Rol.KLANTMANAGER, HIER, van=BEGAN)
        made.append(who.pk)
    return made


def _fill(admin: psycopg.Connection[Any], count: int, own: int, *, staff: Sequence[int]) -> None:
    admin.execute("SET LOCAL session_replication_role = replica")
    others = "SELECT code FROM accounts_gemeente WHERE code < 9000 ORDER BY code LIMIT %s"
    codes = [row[0] for row in admin.execute(others, [TOWNS - 1])]
    names = _names(admin)
    values: dict[str, Any] = {
        "count": count, "own": own, "hier": HIER, "codes": codes, "names": names,
        "began": BEGAN, "lines": LINES, "staff": list(staff), "officials": len(staff),
    }  # fmt: skip
    for statement in (_PEOPLE, _FINDING, _DOSSIERS, _STAND):
        admin.execute(statement, values)
    town.fill_stand(admin, _columns(own))
    town.fill_diary(admin, own)


def _names(admin: psycopg.Connection[Any]) -> int:
    """Every first with every last name, and the keys by which search finds them."""
    from meedoen.dossier.names import Naam, search_keys

    admin.execute(_NAMES)
    admin.execute(_KEYS)
    found = [
        Naam(voornamen=one, geslachtsnaam=other)
        for one, other in product(_FIRST.split(), _LAST.split())
    ]
    Random(SEED).shuffle(found)
    with admin.cursor() as cursor:
        with cursor.copy("COPY naam FROM STDIN") as copy:
            for n, naam in enumerate(found):
                row = (n, naam.voornamen, naam.geslachtsnaam, naam.sorteersleutel)
                copy.write_row(row)
        with cursor.copy("COPY sleutel FROM STDIN") as copy:
            for n, naam in enumerate(found):
                for soort, sleutel in sorted(search_keys(naam)):
                    copy.write_row((n, soort, sleutel))
    return len(found)


def _columns(count: int) -> dict[str, Column]:
    """Facts of people whose case mostly runs: four in ten are known, what ends it of one in 20."""
    columns = dossiers(count, frozenset(fact.name for fact in facts_of_dossier()), known=0.4)
    rng = np.random.default_rng(SEED)
    for name in ENDS:
        column = columns[name]
        column.values[rng.random(count) >= 0.05] = missing_value(column.kind)
    return columns
