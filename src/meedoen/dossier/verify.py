"""Is every chain whole, every content as it was written, and `stand` what the diary says?

Reads with the role that may read everything and write nothing (`audit`).
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db import connections, transaction
from django.db.models import OuterRef, QuerySet, Subquery

from meedoen.dossier.chain import FIRST, salted
from meedoen.dossier.facts_table import ALL_FACTS
from meedoen.dossier.models import Bijzonder, Documentinhoud, Dossier, Gebeurtenis, Inhoud, Stand
from meedoen.dossier.queries import envelope_of

AUDIT = "audit"
CHUNK = 2000

_SHOULD_BE = """
    SELECT f.dossier_id, f.naam, f.waarde FROM (
      SELECT DISTINCT ON (f.dossier_id, f.naam) f.dossier_id, f.naam, f.waarde
      FROM dossier_feit f
      WHERE NOT EXISTS (SELECT FROM dossier_gebeurtenis g
                        WHERE g.dossier_id = f.dossier_id AND g.herstelt = f.nummer)
      ORDER BY f.dossier_id, f.naam, f.geldt_van DESC, f.nummer DESC) f
    WHERE f.waarde IS NOT NULL
"""

# Content leaves by two people only, and what they declared stays.
_GONE_UNDECLARED = """
    SELECT d.nummer, g.nummer FROM dossier_gebeurtenis g
    JOIN dossier_dossier d ON d.id = g.dossier_id
    LEFT JOIN dossier_inhoud i ON i.gebeurtenis_id = g.id
    WHERE i.gebeurtenis_id IS NULL
      AND NOT EXISTS (SELECT FROM dossier_vernietiging v
                      WHERE v.dossier_id IN (d.id, d.samengevoegd_met_id)
                        AND v.goedgekeurd_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM dossier_intrekking w
                      WHERE w.dossier_id = d.id AND w.goedgekeurd
                        AND (w.soort = 'dossier' OR g.nummer = ANY (w.nummers)))
      AND NOT EXISTS (SELECT FROM dossier_intrekking w
                      WHERE w.dossier_id = d.samengevoegd_met_id AND w.goedgekeurd
                        AND (w.soort = 'dossier' OR w.nummers && ARRAY(
                             WITH RECURSIVE later(id) AS (
                               SELECT o.gebeurtenis_id FROM dossier_overgenomen o
                               WHERE o.bron_id = g.id
                               UNION SELECT o.gebeurtenis_id FROM dossier_overgenomen o
                               JOIN later l ON o.bron_id = l.id)
                             SELECT n.nummer FROM dossier_gebeurtenis n JOIN later l ON l.id = n.id
                             WHERE n.dossier_id = w.dossier_id)))
    ORDER BY d.id, g.nummer
"""


@dataclass(frozen=True)
class Fault:
    """Something that is not as it was written: where, and what."""

    dossier: str
    nummer: int
    what: str

    def __str__(self) -> str:
        return f"dossier {self.dossier}, gebeurtenis {self.nummer}: {self.what}"


@contextmanager
def one_moment() -> Iterator[None]:
    """Within it all checks see the same moment: what is written meanwhile is no fault."""
    with transaction.atomic(using=AUDIT), connections[AUDIT].cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def verify_chains() -> Iterator[Fault]:
    """Every envelope that does not fit: its number, its hash, the one before, the head."""
    rows = Gebeurtenis.objects.using(AUDIT).order_by("dossier_id", "nummer")
    heads = {
        pk: (nummer, last, bytes(head))
        for pk, nummer, last, head in Dossier.objects.using(AUDIT).values_list(
            "pk", "nummer", "laatste_nummer", "laatste_hash"
        )
    }
    seen = set()
    for dossier, envelopes in groupby(rows.iterator(CHUNK), key=lambda row: row.dossier_id):
        seen.add(dossier)
        nummer, last, head = heads[dossier]
        yield from _chain(nummer, list(envelopes), end=(last, head))
    for dossier, (nummer, last, _) in heads.items():
        if dossier not in seen and last:
            yield Fault(nummer, last, "de gebeurtenissen zijn weg")


def _chain(nummer: str, rows: list[Gebeurtenis], *, end: tuple[int, bytes]) -> Iterator[Fault]:
    before = FIRST
    for place, row in enumerate(rows, start=1):
        if row.nummer != place:
            yield Fault(nummer, place, "ontbreekt of is dubbel")
            return
        if bytes(row.vorige_hash) != before:
            yield Fault(nummer, place, "volgt niet op de vorige")
        if envelope_of(row).hash != bytes(row.hash):
            yield Fault(nummer, place, "de envelop is veranderd")
        before = bytes(row.hash)
    if (len(rows), before) != end:
        yield Fault(nummer, end[0], "het einde van de keten klopt niet")


def verify_contents() -> Iterator[Fault]:
    """Every content whose hash is not the one on its envelope, also of special texts."""
    for row in _with_envelope(Inhoud.objects.using(AUDIT)).iterator(CHUNK):
        if salted(bytes(row.zout), bytes(row.bytes)) != bytes(row.gebeurtenis.inhoud_hash):
            yield _fault(row, "de inhoud is veranderd")
    for row in _with_envelope(Bijzonder.objects.using(AUDIT)).iterator(CHUNK):
        told = _with_envelope(Inhoud.objects.using(AUDIT)).get(pk=row.gebeurtenis_id)
        if salted(bytes(row.zout), row.tekst.encode()).hex().encode() not in bytes(told.bytes):
            yield _fault(row, "een bijzonder gegeven is veranderd")


def verify_declarations() -> Iterator[Fault]:
    """Every content that is gone without a verklaring of destruction or withdrawal."""
    with connections[AUDIT].cursor() as cursor:
        cursor.execute(_GONE_UNDECLARED)
        for dossier, nummer in cursor.fetchall():
            yield Fault(dossier, nummer, "de inhoud is weg, zonder verklaring")


def verify_documents() -> Iterator[Fault]:
    """Every file whose bytes are not the ones that were added."""
    rows = Documentinhoud.objects.using(AUDIT).select_related("document", "dossier")
    for row in rows.iterator(CHUNK):
        if hashlib.sha256(bytes(row.bytes)).digest() != bytes(row.document.sha256):
            yield Fault(row.dossier.nummer, 0, f"document {row.document_id} is veranderd")


def _with_envelope(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    return rows.select_related("gebeurtenis", "dossier")


def _fault(row: Any, what: str) -> Fault:
    return Fault(row.dossier.nummer, row.gebeurtenis.nummer, what)


def verify_stand() -> Iterator[Fault]:
    """Every dossier whose row of facts is not what its diary says."""
    should: dict[int, dict[str, str]] = {}
    with connections[AUDIT].cursor() as cursor:
        cursor.execute(_SHOULD_BE)
        for dossier, name, value in cursor.fetchall():
            should.setdefault(dossier, {})[name] = value
    dossier = Dossier.objects.filter(pk=OuterRef("pk"))
    rows = Stand.objects.using(AUDIT).annotate(
        nummer=Subquery(dossier.values("nummer")),
        laatste=Subquery(dossier.values("laatste_nummer")),
    )
    for row in rows.iterator(CHUNK):
        wanted = should.get(row.pk, {})
        wrong = [name for name in ALL_FACTS if _text(getattr(row, name)) != wanted.get(name)]
        if wrong or row.bijgewerkt_tot != row.laatste:
            yield Fault(row.nummer, row.bijgewerkt_tot, f"stand wijkt af: {wrong}")


def _text(value: Any) -> str | None:
    """A column of `stand` as the text of a fact (law/register.py)."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value)


CHECKS: Mapping[str, Callable[[], Iterator[Fault]]] = {
    "ketens": verify_chains,
    "inhoud": verify_contents,
    "verklaringen": verify_declarations,
    "documenten": verify_documents,
    "stand": verify_stand,
}
