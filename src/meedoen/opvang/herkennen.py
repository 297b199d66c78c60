"""Who of a file has a dossier already, and what there differs; a few queries for all rows."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from meedoen.accounts.actor import Actor
from meedoen.accounts.keys import Keys
from meedoen.dossier.identity import bsn_hash
from meedoen.dossier.models import Beperking, Dossier, Stand
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.opvang.cellen import Ernst
from meedoen.opvang.keuring import ROW, Regel
from meedoen.opvang.models import Klantprofiel, Langs

_SHOWN = (
    "pk",
    "persoon__bsn_hash",
    "persoon__vnummer",
    "persoon__sorteernaam",
    "persoon__geboortedatum",
)


def recognise(rows: Sequence[Regel], actor: Actor, *, on: date, keys: Keys) -> None:
    """Give each row its dossier (id), where there is one, and say what differs.

    A dossier out of sight stays closed: nothing of it is told but that a colleague has it.
    """
    gemeente = actor.gemeenten[0]
    hashes = {
        row.nummer: bsn_hash(bsn, keys, gemeente=gemeente)
        for row in rows
        if (bsn := row.waarden.get("bsn"))
    }
    by_bsn, by_vnummer, known = _known(gemeente, hashes.values(), _of(rows, "vnummer"))
    visible = set(
        dossiers_visible_to(actor, on=on).filter(pk__in=known).values_list("pk", flat=True)
    )
    closed = Beperking.objects.filter(dossier__in=known, tot__isnull=True, open_voor="")
    restricted = set(closed.values_list("dossier", flat=True))
    there = _profiles_of(known)
    alike = _alike(gemeente, rows)
    for row in rows:
        one = by_bsn.get(hashes.get(row.nummer, b""))
        other = by_vnummer.get(row.waarden.get("vnummer") or "")
        row.dossier = one or other
        if one and other and one != other:
            row.remark(ROW, Ernst.FOUT, "twee_dossiers")
        elif row.dossier is None:
            _new(row, alike)
        elif row.dossier not in visible:
            row.remark(ROW, Ernst.FOUT, "van_collega")
        elif row.dossier in restricted:
            row.remark(ROW, Ernst.FOUT, "beperkt")
        else:
            _compare(row, known[row.dossier], numbers=(one, other))
            if (row.dossier, row.waarden.get("opgemaakt_op")) in there:
                row.remark(ROW, Ernst.LET_OP, "al_binnen")
                row.telt = False


def _of(rows: Iterable[Regel], column: str) -> list[Any]:
    return [value for row in rows if (value := row.waarden.get(column))]


def _known(
    gemeente: int, hashes: Iterable[bytes], vnummers: Sequence[str]
) -> tuple[dict[bytes, int], dict[str, int], dict[int, dict[str, Any]]]:
    """The dossiers with one of these numbers: by BSN, by V-nummer, and what is compared, by id."""
    every = Dossier.objects.filter(gemeente=gemeente, persoon__isnull=False)
    found: dict[int, dict[str, Any]] = {}
    for column, values in (("bsn_hash", list(hashes)), ("vnummer", list(vnummers))):
        if values:
            rows = every.filter(**{f"persoon__{column}__in": values}).values(*_SHOWN)
            found |= {row["pk"]: row for row in rows}
    states = Stand.objects.filter(pk__in=found).values("pk", "gekoppeld_op", "gehuisvest")
    for state in states:
        found[state["pk"]] |= state
    by_bsn = {
        bytes(row["persoon__bsn_hash"]): pk
        for pk, row in found.items()
        if row["persoon__bsn_hash"] is not None
    }
    by_vnummer = {
        row["persoon__vnummer"]: pk for pk, row in found.items() if row["persoon__vnummer"]
    }
    return by_bsn, by_vnummer, found


def _profiles_of(known: Iterable[int]) -> set[tuple[int, date | None]]:
    """Of which dossiers a file brought a profile already, by the day on which COA made it."""
    rows = Klantprofiel.objects.filter(
        dossier__in=list(known), langs=Langs.BESTAND, opgemaakt_op__isnull=False
    )
    return set(rows.values_list("dossier", "opgemaakt_op"))


def _alike(gemeente: int, rows: Sequence[Regel]) -> set[tuple[str, str]]:
    """Names with days of birth, of the file and of this municipality both."""
    named = [row for row in rows if row.waarden.get("naam") and row.waarden.get("geboortedatum")]
    found = Dossier.objects.filter(
        gemeente=gemeente,
        persoon__sorteernaam__in={row.waarden["naam"].sorteersleutel for row in named},
        persoon__geboortedatum__in={row.waarden["geboortedatum"] for row in named},
    )
    return set(found.values_list("persoon__sorteernaam", "persoon__geboortedatum"))


def _new(row: Regel, alike: set[tuple[str, str]]) -> None:
    """Somebody whom the municipality does not know by number."""
    naam = row.waarden["naam"]
    if naam is None:
        if not any(each.reden == "naam" for each in row.merken):
            row.remark(ROW, Ernst.FOUT, "naam_leeg")
        return
    if (naam.sorteersleutel, row.waarden.get("geboortedatum")) in alike:
        row.remark(ROW, Ernst.LET_OP, "misschien_bekend")
    if row.waarden.get("gekoppeld_op") is None:
        row.remark("gekoppeld_op", Ernst.LET_OP, "koppeling_onbekend")


def _compare(row: Regel, there: dict[str, Any], *, numbers: tuple[int | None, int | None]) -> None:
    """What the dossier holds beside what the file says; the dossier stands."""
    told = row.waarden
    naam, geboren, koppeling = told["naam"], told.get("geboortedatum"), told.get("gekoppeld_op")
    if naam is not None and naam.sorteersleutel != there["persoon__sorteernaam"]:
        row.remark("achternaam", Ernst.LET_OP, "andere_naam")
    if geboren and geboren != there["persoon__geboortedatum"]:
        row.remark("geboortedatum", Ernst.LET_OP, "andere_geboortedatum")
    for column, found in zip(("bsn", "vnummer"), numbers, strict=True):
        if told.get(column) and found is None:
            row.remark(column, Ernst.LET_OP, "nieuw_nummer")
    if koppeling and there["gekoppeld_op"] not in {None, koppeling}:
        row.remark("gekoppeld_op", Ernst.LET_OP, "andere_koppeling")
    told["koppelen"] = koppeling is not None and there["gekoppeld_op"] is None
    told["gehuisvest"] = there["gehuisvest"]
