"""The messages of COA as JSON: our own proposal. A field too many refuses the message."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from meedoen.ports.coa import (
    Deelname,
    Gezinslid,
    Identiteit,
    Klantprofiel,
    Koppeling,
    OngevraagdError,
    OnleesbaarError,
    Taalniveau,
)
from meedoen.ports.identity import Bsn
from meedoen.ports.period import Period

Vnummer = Annotated[str, Field(pattern=r"^\d{10}$")]
Text = Annotated[str, Field(min_length=1, max_length=200)]


class _Wire(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, strict=True, extra="forbid", frozen=True)


class _Identiteit(_Wire):
    vnummer: Vnummer
    voornamen: Text
    achternaam: Text
    geboren: date | None = None
    bsn: Annotated[str | None, Field(pattern=r"^\d{9}$")] = None


class _Koppeling(_Wire):
    identiteit: _Identiteit
    gemeente: Annotated[int, Field(ge=1, le=9999)]
    gekoppeld_op: date
    opvanglocatie: Annotated[str, Field(max_length=200)] = ""


class _Gezinslid(_Wire):
    vnummer: Vnummer
    relatie: Text
    geboren: date | None = None


class _Deelname(_Wire):
    onderdeel: Text
    van: date | None = None
    tot: date | None = None
    uren: Annotated[int | None, Field(ge=0, le=9999)] = None


class _Taalniveau(_Wire):
    vaardigheid: Text
    niveau: Text
    vastgesteld_op: date


class _Klantprofiel(_Wire):
    identiteit: _Identiteit
    opgemaakt_op: date
    gezin: tuple[_Gezinslid, ...] = ()
    deelname: tuple[_Deelname, ...] = ()
    voortgang: tuple[_Taalniveau, ...] = ()
    talen: tuple[Text, ...] = ()


def read_koppeling(raw: bytes) -> Koppeling:
    """A koppeling. Errors: OngevraagdError, OnleesbaarError."""
    wire = _read(_Koppeling, raw)
    who = _identiteit(wire.identiteit)
    return Koppeling(who, wire.gemeente, wire.gekoppeld_op, wire.opvanglocatie)


def read_klantprofiel(raw: bytes) -> Klantprofiel:
    """A klantprofiel. Errors: OngevraagdError, OnleesbaarError."""
    wire = _read(_Klantprofiel, raw)
    return Klantprofiel(
        _identiteit(wire.identiteit),
        wire.opgemaakt_op,
        gezin=tuple(Gezinslid(row.vnummer, row.relatie, row.geboren) for row in wire.gezin),
        deelname=tuple(
            Deelname(row.onderdeel, Period(row.van, row.tot), row.uren) for row in wire.deelname
        ),
        voortgang=tuple(
            Taalniveau(row.vaardigheid, row.niveau, row.vastgesteld_op) for row in wire.voortgang
        ),
        talen=wire.talen,
    )


def write(message: Koppeling | Klantprofiel) -> bytes:
    """The message as JSON; the same that `read_…` reads."""
    model = _Koppeling if isinstance(message, Koppeling) else _Klantprofiel
    filled = model.model_validate(_plain(message), by_name=True)
    return filled.model_dump_json(by_alias=True, exclude_none=True, indent=2).encode()


def _plain(value: Any) -> Any:
    """Dataclasses as dictionaries; a BSN as its digits, a period as its two days."""
    if isinstance(value, Bsn):
        return value.digits
    if isinstance(value, tuple):
        return tuple(_plain(part) for part in value)
    if not hasattr(value, "__dataclass_fields__"):
        return value
    plain = {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return plain | plain.pop("periode", {})


def _identiteit(wire: _Identiteit) -> Identiteit:
    bsn = Bsn(wire.bsn) if wire.bsn else None
    return Identiteit(wire.vnummer, wire.voornamen, wire.achternaam, wire.geboren, bsn)


def _read(model: type[Any], raw: bytes) -> Any:
    try:
        return model.model_validate_json(raw)
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False)
    extra = tuple(sorted(_place(f) for f in faults if f["type"] == "extra_forbidden"))
    if extra:
        raise OngevraagdError(extra)
    raise OnleesbaarError(tuple(sorted(map(_place, faults))))


def _place(fault: Any) -> str:
    return ".".join(map(str, fault["loc"])) or "bericht"
