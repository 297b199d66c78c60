"""What the page of a person shows, in as few questions as it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Field, Model, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from meedoen.dossier.models import (
    Adres,
    Afwezigheid,
    Dossier,
    Gezinslid,
    Identiteitsbewijs,
    Persoon,
    VeiligContact,
    Vertegenwoordiging,
)
from meedoen.dossier.queries import family_of

ADRESSEN, VERTEGENWOORDIGERS = "adressen", "vertegenwoordigers"
AFWEZIG, VEILIG = "afwezig", "veilig"


@dataclass(frozen=True)
class WholePerson:
    """Everything about a person on a day; under safe contact without addresses and family."""

    persoon: Persoon
    veilig_contact: VeiligContact | None
    vertegenwoordigers: list[Vertegenwoordiging]
    afwezig: list[Afwezigheid]  # now and later
    bewijzen: list[Identiteitsbewijs]
    adressen: list[Adres] = field(default_factory=list)
    gezin: list[Gezinslid] = field(default_factory=list)


def whole_person(dossier: Dossier, *, on: date) -> WholePerson:
    """The person of a dossier. Errors: DoesNotExist for one that was destroyed."""
    persoon = dossier.persoon
    if persoon is None:
        raise Dossier.DoesNotExist
    lists = _lists(persoon, on)
    safe: VeiligContact | None = next(iter(lists.pop(VEILIG)), None)
    if safe is not None:
        lists[ADRESSEN] = []  # where somebody lives is not told under safe contact
    return WholePerson(
        persoon=persoon,
        veilig_contact=safe,
        bewijzen=papers_of(persoon),
        gezin=[] if safe else family_of(persoon, on=on),
        **lists,
    )


def safe_contact_of(persoon: Persoon, *, on: date) -> VeiligContact | None:
    """The only safe way to reach somebody on a day, where one was agreed."""
    return _holding(VeiligContact.objects.filter(persoon=persoon), on).first()


def part_of(persoon: Persoon, part: str, *, on: date) -> list[Any]:
    """One of the lists of `WholePerson`, by its name."""
    return list(_rows(persoon, on)[part])


def membership_of(persoon: Persoon, *, on: date) -> Gezinslid | None:
    """What somebody is in which family on a day."""
    return _holding(Gezinslid.objects.filter(persoon=persoon), on).select_related("gezin").first()


def papers_of(persoon: Persoon) -> list[Identiteitsbewijs]:
    """The identity documents that officials saw, the last one first."""
    rows = Identiteitsbewijs.objects.filter(persoon=persoon).select_related("gezien_door")
    return list(rows.order_by("-gezien_op", "-pk"))


def _rows(persoon: Any, on: date) -> dict[str, QuerySet[Any]]:
    """The rows of each list, the last one first where they are a history."""
    speakers = _holding(Vertegenwoordiging.objects.filter(persoon=persoon), on)
    return {
        ADRESSEN: Adres.objects.filter(persoon=persoon).order_by("-van", "soort"),
        VERTEGENWOORDIGERS: speakers.order_by("van", "pk"),
        VEILIG: _holding(VeiligContact.objects.filter(persoon=persoon), on),
        AFWEZIG: Afwezigheid.objects.filter(persoon=persoon, tot__gt=on).order_by("van"),
    }


def _lists(persoon: Persoon, on: date) -> dict[str, Any]:
    """Every list of `_rows` in one question to the database: a page has a budget of them."""
    rows = _rows(OuterRef("pk"), on)
    arrays = {
        name: ArraySubquery(each.values_list(_as_json(each.model))) for name, each in rows.items()
    }
    found: Any = Persoon.objects.filter(pk=persoon.pk).values(**arrays).get()
    return {
        name: [_from_json(each.model, row) for row in found[name]] for name, each in rows.items()
    }


def _as_json(model: type[Model]) -> JSONObject:
    return JSONObject(**{each.attname: each.attname for each in _columns(model)})


def _from_json(model: type[Model], row: Mapping[str, Any]) -> Model:
    """A row of the model: JSON has no days, the columns make them."""
    return model(**{each.attname: each.to_python(row[each.attname]) for each in _columns(model)})


def _columns(model: type[Model]) -> "Sequence[Field[Any, Any]]":
    return model._meta.concrete_fields  # noqa: SLF001 - Django documents it for this use


def _holding(rows: "QuerySet[Any]", on: date) -> "QuerySet[Any]":
    return rows.filter(Q(tot__isnull=True) | Q(tot__gt=on), van__lte=on)
