"""What a client may tell, read strictly: what does not fit DUO's description is a 400."""

from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from meedoen.adapters.pretend_duo.persoon import Wire
from meedoen.adapters.pretend_duo.refusal import Refusal

Hours = Annotated[int, Field(ge=0, le=9999)]
Alfabetisering = Literal["A", "AA", "NVT"]
TELEFOON = r"^(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?$"


class Body(BaseModel):
    """Names on the wire are in camel case; extra fields may come along, null may not."""

    model_config = ConfigDict(alias_generator=to_camel, strict=True, extra="ignore", frozen=True)


class PipBody(Body):
    """A PIP."""

    dagtekening_pip: date
    leerroute: Literal["B", "O", "Z"]
    niveau: Literal["A2", "B1"] | None = None
    geschatte_intensiteit_b1_route: Annotated[
        int | None, Field(alias="geschatteIntensiteitB1Route", ge=1, le=9999)
    ] = None
    indicator_mag_opleiding_afmaken: bool | None = None
    indicator_alfabetiseringsonderwijs: Alfabetisering | None = None


class AanbodBody(Body):
    """An offer of a course at one school."""

    datum_inburgeringsaanbod: date | None = None
    verwachte_startdatum_opleiding: date | None = None
    verwachte_einddatum_opleiding: date | None = None
    indicator_alfabetiseringsonderwijs: Alfabetisering


class MapBody(Body):
    """The end talk of the MAP; no day withdraws it."""

    datum: Annotated[date | None, Field(alias="datumEindgesprekMap")] = None
    verwijtbaar: Literal["Ja", "Nee"] | None = None


class PvtBody(Body):
    """The signing of the PVT; no day withdraws it."""

    datum: Annotated[date | None, Field(alias="datumOndertekeningPvt")] = None
    verwijtbaar: Literal["Ja", "Nee"] | None = None


class ZrouteBody(Body):
    """The end of the Z-route; no day withdraws it."""

    datum_afronding_zroute: date | None = None


class UrenBody(Body):
    """A total of hours."""

    uren: Hours


class InstellingUrenBody(Body):
    """Totals of hours at one school, known until a day (not including it)."""

    uren: Hours | None = None
    uren_geoorloofd_verzuim: Hours | None = None
    uren_ongeoorloofd_verzuim: Hours | None = None
    bekend_tot: date


class ContactBody(Body):
    """Whom an inburgeraar can call."""

    naam: Annotated[str, Field(max_length=100)]
    email: Annotated[str, Field(min_length=4, max_length=241)]
    telefoonnummer: Annotated[str, Field(min_length=3, max_length=22, pattern=TELEFOON)]


Read = TypeVar("Read", bound=Body)


def read(model: type[Read], raw: bytes) -> Read:
    """A body that fits. Errors: Refusal 400 with the names of the fields that do not."""
    try:
        found = model.model_validate_json(raw)
    except ValidationError as error:
        where = {".".join(map(str, e["loc"])) or "inhoud" for e in error.errors()}
        raise Refusal(400, why=f"past niet: {', '.join(sorted(where))}") from error
    empty = [name for name in found.model_fields_set if getattr(found, name) is None]
    if empty:
        raise Refusal(400, why=f"leeg: {', '.join(sorted(empty))}")
    return found


def as_wire(body: Body) -> Wire:
    """As it came, without what was left out."""
    return body.model_dump(mode="json", by_alias=True, exclude_unset=True)
