"""Whose notice it is: by BSN, else by V-nummer, within one municipality; never by guessing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from meedoen.accounts.keys import keys_in_use
from meedoen.berichten.uitkomst import Melding
from meedoen.dossier.actions.people import (
    DuplicateError,
    NewPerson,
    change_person,
    open_dossier,
)
from meedoen.dossier.identity import (
    IdentityError,
    Sealed,
    bsn_hash,
    checked_bsn,
    checked_vnummer,
    unseal,
)
from meedoen.dossier.models import Dossier
from meedoen.dossier.names import naam_onbekend
from meedoen.dossier.partial_date import OnvolledigeDatum


class HandsError(Exception):
    """Somebody must look at it: why (a key of redenen.py), and at whose dossier, where known."""

    def __init__(self, waarom: str, dossier: int | None = None) -> None:
        super().__init__(waarom)
        self.waarom, self.dossier = waarom, dossier


@dataclass(frozen=True)
class Who:
    """The numbers of a notice, checked, and the dossier they lead to, if there is one.

    `bsn` is the one of the notice, else that of the dossier; "" where nobody knows it yet.
    """

    gemeente: int
    bsn: str = field(repr=False)
    vnummer: str = field(repr=False)
    dossier: Dossier | None


def who(melding: Melding) -> Who:
    """The person of a notice. Errors: HandsError where the numbers do not agree.

    Where an official chose the dossier, its own numbers count, and none is taken over.
    """
    if melding.dossier is not None:
        rows = Dossier.objects.select_related("persoon", "samengevoegd_met__persoon")
        chosen = rows.get(pk=melding.dossier)
        chosen = chosen.samengevoegd_met or chosen
        return Who(melding.gemeente, bsn_of(chosen), "", chosen)
    try:
        bsn = checked_bsn(melding.bsn) if melding.bsn else ""
        vnummer = checked_vnummer(melding.vnummer) if melding.vnummer else ""
    except IdentityError:
        raise HandsError("elfproef") from None
    if not bsn and not vnummer:
        raise HandsError("geen_persoon")
    rows = Dossier.objects.filter(gemeente=melding.gemeente, persoon__isnull=False)
    rows = rows.select_related("persoon")
    hashed = bsn_hash(bsn, keys_in_use(), gemeente=melding.gemeente) if bsn else None
    by_bsn = rows.filter(persoon__bsn_hash=hashed).first() if bsn else None
    by_vnummer = rows.filter(persoon__vnummer=vnummer).first() if vnummer else None
    if by_bsn and by_vnummer and by_bsn.pk != by_vnummer.pk:
        raise HandsError("twee_dossiers", by_bsn.pk)
    found = by_bsn or by_vnummer
    if found is not None:
        _refuse_other(found, hashed, vnummer)
    return Who(melding.gemeente, bsn or bsn_of(found), vnummer, found)


def _refuse_other(dossier: Dossier, hashed: bytes | None, vnummer: str) -> None:
    """Errors: HandsError where the person has another number than the notice says."""
    persoon = dossier.persoon
    if persoon is None:
        raise HandsError("mag_niet", dossier.pk)
    other_bsn = hashed and persoon.bsn_hash and bytes(persoon.bsn_hash) != hashed
    other_vnummer = vnummer and persoon.vnummer and persoon.vnummer != vnummer
    if other_bsn or other_vnummer:
        raise HandsError("ander_nummer", dossier.pk)


def bsn_of(dossier: Dossier | None) -> str:
    """The BSN of a dossier, without its seal; "" where nobody knows it. Errors: SealError."""
    persoon = dossier.persoon if dossier is not None else None
    if dossier is None or persoon is None or not persoon.bsn_verzegeld:
        return ""
    sealed = Sealed(persoon.bsn_sleutel, bytes(persoon.bsn_verzegeld))
    return unseal(sealed, keys_in_use(), gemeente=dossier.gemeente_id)


def complete(found: Who, *, on: date, at: datetime) -> None:
    """A number that the dossier did not have yet, now that it came together with the other."""
    persoon = found.dossier.persoon if found.dossier is not None else None
    if found.dossier is None or persoon is None:
        return
    changes: dict[str, str] = {}
    if found.bsn and not persoon.bsn_hash:
        changes["bsn"] = found.bsn
    if found.vnummer and not persoon.vnummer:
        changes["vnummer"] = found.vnummer
    if changes:
        change_person(found.dossier.pk, changes, versie=persoon.versie, on=on, at=at)


def open_for(found: Who, *, on: date, at: datetime) -> int:
    """A dossier (id) for somebody of whom only the numbers are known: DUO tells no name.

    Of two that come at once, the second finds the first.
    """
    person = NewPerson(
        naam=naam_onbekend(),
        geboortedatum=OnvolledigeDatum(),
        bsn=found.bsn,
        vnummer=found.vnummer,
    )
    try:
        return open_dossier(found.gemeente, person, on=on, at=at).pk
    except DuplicateError as error:
        return error.dossier
