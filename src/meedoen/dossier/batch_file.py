"""The batch of the mailroom as one file: a letter per PDF, and the list that proves what went."""

from io import BytesIO
from json import loads
from zipfile import ZIP_STORED, ZipFile

from django.db.models import Count, Q, QuerySet

from meedoen.accounts.spreadsheet import as_csv
from meedoen.dossier.models import Documentinhoud, Partij, Verzending

COLUMNS = ("volgnummer", "kenmerk", "datum", "naam", "straat", "plaats", "bestand")
RECENT = 20


def waiting_letters(gemeente: int) -> QuerySet[Verzending]:
    """Letters that wait for a batch, the oldest first; without names of people."""
    rows = Verzending.objects.filter(
        gemeente_id=gemeente, verzonden_at__isnull=True, vervallen_at__isnull=True, partij=None
    )
    return rows.select_related("besluit", "dossier").defer("pdf").order_by("klaargezet_at", "pk")


def batches(gemeente: int) -> list[Partij]:
    """The open batches and the last ones that were posted, newest first, with how many letters."""
    rows = Partij.objects.filter(gemeente_id=gemeente).annotate(
        aantal=Count("verzending", filter=Q(verzending__vervallen_at__isnull=True))
    )
    rows = rows.select_related("gemaakt_door", "gepost_door").order_by("-pk")
    return list(rows[:RECENT])


def letters_of(partij: Partij) -> list[Verzending]:
    """The letters of a batch, in the order in which they are printed."""
    rows = Verzending.objects.filter(partij=partij).select_related("besluit", "dossier")
    return list(rows.order_by("dossier", "pk"))


def file_of(partij: Partij, rows: list[Verzending]) -> bytes:
    """A zip of one PDF per letter, numbered, and lijst.csv with to whom and where each goes."""
    kept = _kept(rows)
    made = BytesIO()
    lines: list[tuple[object, ...]] = []
    with ZipFile(made, "w", ZIP_STORED) as zipped:
        for number, row in enumerate(rows, start=1):
            name = f"{number:03d}-{kenmerk_of(row)}.pdf"
            zipped.writestr(name, kept.get(row.brief_id or 0) or bytes(row.pdf))
            lines.append((number, kenmerk_of(row), partij.dag.isoformat(), *_where(row), name))
        zipped.writestr("lijst.csv", as_csv([COLUMNS, *lines]))
    return made.getvalue()


def kenmerk_of(row: Verzending) -> str:
    """The reference that stands on the letter."""
    return f"{row.dossier.nummer}-{row.besluit_id}"


def _kept(rows: list[Verzending]) -> dict[int, bytes]:
    """Once posted the letters are documents."""
    found = Documentinhoud.objects.filter(document__in=[each.brief_id for each in rows])
    return {each.document_id: bytes(each.bytes) for each in found}


def _where(row: Verzending) -> tuple[str, str, str]:
    to = loads(bytes(row.geadresseerde))
    street, place = [*to["adres"], "", ""][:2]
    return ", ".join(to["naam"]), street, place
