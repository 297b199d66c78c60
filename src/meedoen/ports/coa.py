"""What COA tells a municipality about whom it coupled: our own proposal.

No public interface of COA is known; the klantprofiel reaches municipalities through the
Taakstellingvolgsysteem. These messages hold only what the college may use, and only for the brede
intake (Wi 35:2, Bi 9.4:3; R02.12, R14.26): identity with the BSN, the family, participation in the
voorinburgering, progress and language. Whatever else comes along is refused, not dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from meedoen.ports.identity import Bsn
from meedoen.ports.period import Period


@dataclass(frozen=True)
class Identiteit:
    """Who it is; `vnummer` has ten digits, the BSN may still be unknown."""

    vnummer: str
    voornamen: str
    achternaam: str
    geboren: date | None = None
    bsn: Bsn | None = None


@dataclass(frozen=True)
class Koppeling:
    """COA coupled somebody to a municipality (its code) and says where the person stays."""

    identiteit: Identiteit
    gemeente: int
    gekoppeld_op: date
    opvanglocatie: str = ""


@dataclass(frozen=True)
class Gezinslid:
    """Somebody of the same family, by the relation to the person of the profile."""

    vnummer: str
    relatie: str
    geboren: date | None = None


@dataclass(frozen=True)
class Deelname:
    """A part of the voorinburgering that somebody took, with the hours followed so far."""

    onderdeel: str
    periode: Period
    uren: int | None = None


@dataclass(frozen=True)
class Taalniveau:
    """How far somebody is in one skill of Dutch, as a teacher of COA saw it on a day."""

    vaardigheid: str
    niveau: str
    vastgesteld_op: date


@dataclass(frozen=True)
class Klantprofiel:
    """What the college may know for the brede intake, and no more."""

    identiteit: Identiteit
    opgemaakt_op: date
    gezin: tuple[Gezinslid, ...] = ()
    deelname: tuple[Deelname, ...] = ()
    voortgang: tuple[Taalniveau, ...] = ()
    talen: tuple[str, ...] = ()


class OngevraagdError(Exception):
    """A message held what the college may not use; `fields` names the places, never the content."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(f"niet toegestaan: {', '.join(fields)}")
        self.fields = fields


class OnleesbaarError(Exception):
    """A message does not fit; `fields` names the places, never the content."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(f"past niet: {', '.join(fields)}")
        self.fields = fields


class Coa(Protocol):
    """What one municipality can ask."""

    def koppelingen(self, on: date) -> tuple[Koppeling, ...]:
        """Who is coupled to this municipality on a day and not yet housed."""

    def klantprofiel(self, vnummer: str, on: date) -> Klantprofiel | None:
        """The profile of somebody coupled here; None for anybody else."""
