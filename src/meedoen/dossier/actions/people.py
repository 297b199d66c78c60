"""Opening a dossier, changing who somebody is, and giving the dossier to another klantmanager."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import F
from django.utils.translation import gettext as _

from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Recht, Rol
from meedoen.accounts.scope import current_actor
from meedoen.accounts.vervanging.queries import klantmanagers
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.identity import bsn_hash, checked_bsn, checked_vnummer, seal
from meedoen.dossier.models import (
    Dossier,
    Naamsleutel,
    Persoon,
    Stand,
)
from meedoen.dossier.names import Naam, search_keys
from meedoen.dossier.partial_date import OnvolledigeDatum, parse
from meedoen.rules.column import Plain


class DuplicateError(DiaryError):
    """This municipality knows the person already; `dossier` is the id of that dossier."""

    def __init__(self, dossier: int) -> None:
        super().__init__(_("Deze persoon heeft al een dossier in uw gemeente."))
        self.dossier = dossier


class StaleError(DiaryError):
    """Somebody else changed it meanwhile: per field what it is now, and what you gave."""

    def __init__(self, differences: Mapping[str, tuple[str, str]]) -> None:
        super().__init__(_("Iemand anders heeft dit intussen gewijzigd."))
        self.differences = dict(differences)


@dataclass(frozen=True)
class NewPerson:
    """Who somebody is when the dossier opens; `bsn` and `vnummer` may come later."""

    naam: Naam
    geboortedatum: OnvolledigeDatum
    bsn: str = ""
    vnummer: str = ""
    geslacht: str = ""
    talen: Sequence[str] = ()
    tolk_nodig: bool | None = None
    contact: Mapping[str, str] = field(default_factory=dict)  # telefoon, email, tolk_taal, ...


def open_dossier(
    gemeente: int, person: NewPerson, *, on: date, at: datetime, klantmanager: int | None = None
) -> Dossier:
    """A dossier for somebody this municipality does not know yet, with its first gebeurtenis.

    Errors: DuplicateError for a known BSN or V-nummer; IdentityError; NotAllowedError.
    """
    actor = current_actor()
    actor.must(Recht.DOSSIER_OPENEN)
    actor.must_work_for(gemeente)
    number_is_ours_to_give(gemeente)
    persoon = new_row(gemeente, person)
    _refuse_duplicate(persoon)
    persoon.save(force_insert=True)
    _index(persoon, person.naam)
    dossier = Dossier.objects.create(
        gemeente_id=gemeente,
        persoon=persoon,
        nummer=next_numbers(gemeente, on.year, 1)[0],
        geopend_op=on,
        klantmanager_id=klantmanager,
    )
    Stand.objects.create(dossier_id=dossier.pk, gemeente_id=gemeente, bijgewerkt_tot=0)
    feiten = {"geboren_op": person.geboortedatum.volledig} if person.geboortedatum.volledig else {}
    append(lock(dossier.pk), "dossier_geopend", Content(feiten=feiten), on=on, at=at)
    dossier.refresh_from_db()
    return dossier


def change_person(
    dossier_id: int, changes: Mapping[str, Any], *, versie: int, on: date, at: datetime
) -> None:
    """Change columns of a person that was read at `versie`; `bsn` is a change like the others.

    `geboortedatum` is as it is stored; a whole day of birth is a fact for the rules.
    Errors: StaleError with a readable difference when somebody else was first; DuplicateError;
    IdentityError; nothing is written then.
    """
    current_actor().must(Recht.VASTLEGGEN)
    dossier = lock(dossier_id)
    persoon = Persoon.objects.select_for_update().get(dossier=dossier)
    if persoon.versie != versie:
        raise StaleError(_differences(persoon, changes))
    feiten = _birthday(persoon, changes)
    for name, value in changes.items():
        if name == "bsn":
            give_bsn(persoon, value)
        else:
            setattr(persoon, name, value)
    _refuse_duplicate(persoon)
    naam = persoon.naam
    persoon.sorteernaam = naam.sorteersleutel
    persoon.versie += 1
    persoon.save()
    _index(persoon, naam)
    content = Content(feiten=feiten, details={"velden": sorted(changes)})
    append(dossier, "persoon_gewijzigd", content, on=on, at=at)


def _differences(persoon: Persoon, changes: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Per field what is there now and what was given; a BSN is never repeated."""
    return {
        name: (str(getattr(persoon, name)), str(value))
        for name, value in changes.items()
        if name != "bsn" and getattr(persoon, name) != value
    }


def _birthday(persoon: Persoon, changes: Mapping[str, Any]) -> dict[str, Plain]:
    """The fact that a changed day of birth gives; a day that is not whole makes it unknown."""
    given = changes.get("geboortedatum", persoon.geboortedatum)
    return {} if given == persoon.geboortedatum else {"geboren_op": parse(given).volledig}


def hand_over(dossier_id: int, to: int | None, *, on: date, at: datetime) -> None:
    """Give a dossier to another klantmanager (id), or to nobody yet.

    Who divides the dossiers may give any. A klantmanager takes what is of nobody, and gives his own
    to another klantmanager. Errors: NotAllowedError; DiaryError.
    """
    actor = current_actor()
    dossier = lock(dossier_id)
    if not actor.may(Recht.VERDELEN):
        _must_be_own_to_give(actor, dossier, to, on=on)
    hand_on(dossier, to, on=on, at=at)


def hand_on(dossier: Dossier, to: int | None, *, on: date, at: datetime, note: str = "") -> None:
    """A dossier that is locked gets another klantmanager; whether one may, the caller checked."""
    Dossier.objects.filter(pk=dossier.pk).update(klantmanager=to, versie=F("versie") + 1)
    content = Content(
        teksten={"overdracht": note} if note else {},
        details={"van": dossier.klantmanager_id, "naar": to},
    )
    append(dossier, "klantmanager_gewisseld", content, on=on, at=at)


def _must_be_own_to_give(actor: Actor, dossier: Dossier, to: int | None, *, on: date) -> None:
    """Least privilege: nobody makes a caseload smaller or larger but his own."""
    if actor.rol is Rol.KLANTMANAGER and dossier.klantmanager_id is None and to == actor.official:
        return
    actor.must(Recht.EIGEN_OVERDRAGEN)
    if dossier.klantmanager_id != actor.medewerker_id:
        raise NotAllowedError(_("U geeft alleen uw eigen dossiers aan een collega."))
    if not klantmanagers(actor.gemeenten, on=on).filter(pk=to or 0).exists():
        raise DiaryError(_("Kies een collega die dezelfde rol heeft."))


def new_row(gemeente: int, person: NewPerson) -> Persoon:
    """A row that is not saved yet, with the BSN sealed."""
    persoon = Persoon(
        gemeente_id=gemeente,
        voornamen=person.naam.voornamen,
        voorvoegsel=person.naam.voorvoegsel,
        geslachtsnaam=person.naam.geslachtsnaam,
        eigen_schrift=person.naam.eigen_schrift,
        sorteernaam=person.naam.sorteersleutel,
        geboortedatum=str(person.geboortedatum),
        geslacht=person.geslacht,
        talen=list(person.talen),
        tolk_nodig=person.tolk_nodig,
        vnummer=checked_vnummer(person.vnummer) if person.vnummer else None,
        **person.contact,
    )
    if person.bsn:
        give_bsn(persoon, person.bsn)
    return persoon


def give_bsn(persoon: Persoon, bsn: str) -> None:
    """Seal a BSN into a row that is saved by the caller. Errors: IdentityError."""
    keys, number = keys_in_use(), checked_bsn(bsn)
    sealed = seal(number, keys, gemeente=persoon.gemeente_id)
    persoon.bsn_sleutel, persoon.bsn_verzegeld = sealed.key_id, sealed.ciphertext
    persoon.bsn_hash = bsn_hash(number, keys, gemeente=persoon.gemeente_id)


def _refuse_duplicate(persoon: Persoon) -> None:
    known = Dossier.objects.filter(gemeente_id=persoon.gemeente_id, persoon__isnull=False)
    for column in ("bsn_hash", "vnummer"):
        value = getattr(persoon, column)
        same = known.filter(**{f"persoon__{column}": value}).exclude(persoon=persoon.pk)
        found = same.first() if value else None
        if found is not None:
            raise DuplicateError(found.pk)


def _index(persoon: Persoon, naam: Naam) -> None:
    """The pieces of the name by which somebody is found."""
    Naamsleutel.objects.filter(persoon=persoon).delete()
    Naamsleutel.objects.bulk_create(key_rows(persoon, naam))


def key_rows(persoon: Persoon, naam: Naam) -> Iterator[Naamsleutel]:
    """A row per piece of a name; the caller saves them."""
    for kind, key in sorted(search_keys(naam)):
        yield Naamsleutel(gemeente_id=persoon.gemeente_id, persoon=persoon, soort=kind, sleutel=key)


def number_is_ours_to_give(gemeente: int) -> None:
    """One writer at a time gives numbers in a municipality, until the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(2021, %s)", [gemeente])


def next_numbers(gemeente: int, year: int, count: int) -> list[str]:
    """So many numbers that no dossier of this municipality has yet."""
    last = (
        Dossier.objects.filter(gemeente_id=gemeente, nummer__startswith=f"{year}-")
        .order_by("-nummer")
        .values_list("nummer", flat=True)
        .first()
    )
    first = int(last.partition("-")[2]) + 1 if last else 1
    return [f"{year}-{number:05d}" for number in range(first, first + count)]
