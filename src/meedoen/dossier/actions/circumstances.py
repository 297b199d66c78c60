"""Where somebody lives, with whom he belongs, who speaks for him, and how he can be reached.

`gezien` is the last number of the diary when the screen was made. When something of the same kind
was recorded since, nothing is written and StaleError is raised; None: do not look.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.models import (
    Adres,
    Afwezigheid,
    Dossier,
    Gebeurtenis,
    Gezin,
    Gezinslid,
    Identiteitsbewijs,
    VeiligContact,
    Vertegenwoordiging,
)

ADRES, GEZIN, CONTACT = "adres_gewijzigd", "gezin_gewijzigd", "veilig_contact_afgesproken"
VERTEGENWOORDIGING, AFWEZIGHEID = "vertegenwoordiging_vastgelegd", "afwezigheid_vastgelegd"
BEWIJS = "identiteitsbewijs_gezien"
EINDE = {"einde": True}  # in the details: what held, ends


def move(
    dossier_id: int,
    soort: Adres.Soort,
    where: Mapping[str, str],
    *,
    on: date,
    at: datetime,
    gezien: int | None = None,
) -> Adres:
    """From this day somebody lives (or gets letters) here; the address before it ends that day.

    Errors: DiaryError for a day before the address of now began; StaleError.
    """
    dossier, persoon = _writable(dossier_id, ADRES, gezien)
    kinds = Adres.WOONT if soort in Adres.WOONT else (Adres.Soort.BRIEFADRES,)
    of_kind = Adres.objects.filter(persoon_id=persoon, soort__in=kinds)
    if of_kind.filter(Q(van__gt=on) | Q(tot__gt=on)).exists():
        raise DiaryError(_("Op een latere dag staat al een adres. Kies een dag daarna."))
    _end(of_kind, on)
    adres = Adres.objects.create(
        gemeente_id=dossier.gemeente_id, persoon_id=persoon, soort=soort, van=on, **where
    )
    append(dossier, ADRES, Content(details={"soort": soort.value}), on=on, at=at)
    return adres


def join_family(
    dossier_id: int,
    gezin: Gezin | None,
    rol: Gezinslid.Rol,
    *,
    on: date,
    at: datetime,
    gezien: int | None = None,
) -> Gezin:
    """From this day somebody is part of this family; without one, of a new family.

    Errors: DiaryError for who is part of a family already; StaleError.
    """
    dossier, persoon = _writable(dossier_id, GEZIN, gezien)
    mine = Gezinslid.objects.filter(persoon_id=persoon)
    if mine.filter(Q(tot__isnull=True) | Q(tot__gt=on)).exists():
        raise DiaryError(_("Deze persoon hoort al bij een gezin. Haal hem daar eerst uit."))
    gezin = gezin or Gezin.objects.create(gemeente_id=dossier.gemeente_id)
    Gezinslid.objects.create(
        gemeente_id=dossier.gemeente_id, gezin=gezin, persoon_id=persoon, rol=rol, van=on
    )
    append(dossier, GEZIN, Content(details={"rol": rol.value}), on=on, at=at)
    return gezin


def unite(
    one: tuple[int, Gezinslid.Rol],
    other: tuple[int, Gezinslid.Rol],
    *,
    on: date,
    at: datetime,
    gezien: int | None = None,
) -> Gezin:
    """Two people (dossier id and role) are one family from this day; who has a family keeps it.

    `gezien` is about the first. Errors: DiaryError where both have a family; StaleError.
    """
    both = {lock(pk).persoon_id: (pk, rol) for pk, rol in sorted((one, other))}
    first = _writable(one[0], GEZIN, gezien)[0]
    standing = Gezinslid.objects.filter(Q(tot__isnull=True) | Q(tot__gt=on), persoon__in=both)
    has = {each.persoon_id: each.gezin for each in standing.select_related("gezin")}
    if len(both) < 2 or len(has) == 2:
        raise DiaryError(_("Beiden horen al bij een gezin. Haal eerst een van hen daaruit."))
    gezin = next(iter(has.values()), None) or Gezin.objects.create(gemeente_id=first.gemeente_id)
    for persoon, (pk, rol) in both.items():
        if persoon not in has:
            join_family(pk, gezin, rol, on=on, at=at)
    return gezin


def leave_family(dossier_id: int, *, on: date, at: datetime, gezien: int | None = None) -> None:
    """From this day somebody is no longer part of a family; who was part of it stays to be read."""
    dossier, persoon = _writable(dossier_id, GEZIN, gezien)
    if _end(Gezinslid.objects.filter(persoon_id=persoon), on):
        append(dossier, GEZIN, Content(details=EINDE), on=on, at=at)


def set_safe_contact(
    dossier_id: int, how: Mapping[str, str], *, on: date, at: datetime, gezien: int | None = None
) -> VeiligContact:
    """From this day only this way of contact is safe; family view and address stay closed."""
    dossier, persoon = _writable(dossier_id, CONTACT, gezien)
    _end(VeiligContact.objects.filter(persoon_id=persoon), on)
    made = VeiligContact.objects.create(
        gemeente_id=dossier.gemeente_id, persoon_id=persoon, van=on, **how
    )
    append(dossier, CONTACT, Content(), on=on, at=at)
    return made


def end_safe_contact(dossier_id: int, *, on: date, at: datetime, gezien: int | None = None) -> None:
    """From this day contact is safe again in the usual way; family and address open."""
    dossier, persoon = _writable(dossier_id, CONTACT, gezien)
    if _end(VeiligContact.objects.filter(persoon_id=persoon), on):
        append(dossier, CONTACT, Content(details=EINDE), on=on, at=at)


def appoint_representative(
    dossier_id: int, who: Mapping[str, Any], *, on: date, at: datetime, gezien: int | None = None
) -> Vertegenwoordiging:
    """From this day somebody speaks for this person; letters follow it. The proof was seen."""
    dossier, persoon = _writable(dossier_id, VERTEGENWOORDIGING, gezien)
    made = Vertegenwoordiging.objects.create(
        gemeente_id=dossier.gemeente_id, persoon_id=persoon, van=on, **who
    )
    details = {"soort": str(who["soort"]), "omvang": str(who["omvang"])}
    append(dossier, VERTEGENWOORDIGING, Content(details=details), on=on, at=at)
    return made


def end_representation(vertegenwoordiging_id: int, *, on: date, at: datetime) -> None:
    """From this day somebody no longer speaks for this person. Twice is no error."""
    found = _there(Vertegenwoordiging.objects.filter(pk=vertegenwoordiging_id).first())
    dossier, _persoon = _writable(_dossier_of(found.persoon_id), VERTEGENWOORDIGING, None)
    rows = Vertegenwoordiging.objects.filter(pk=found.pk)
    if _end(rows, on):
        details = {"soort": found.soort, "omvang": found.omvang, **EINDE}
        append(dossier, VERTEGENWOORDIGING, Content(details=details), on=on, at=at)


def note_absence(
    dossier_id: int,
    van: date,
    tot: date,
    *,
    on: date,
    at: datetime,
    gezien: int | None = None,
) -> Afwezigheid:
    """Somebody cannot be reached in [van, tot); no reason is asked.

    Errors: DiaryError for a period that overlaps one that is there, or ends before it begins.
    """
    dossier, persoon = _writable(dossier_id, AFWEZIGHEID, gezien)
    if tot <= van:
        raise DiaryError(_("De laatste dag ligt voor de eerste dag. Kijk de dagen na."))
    if Afwezigheid.objects.filter(persoon_id=persoon, van__lt=tot, tot__gt=van).exists():
        raise DiaryError(_("In deze dagen staat al een afwezigheid. Kijk de dagen na."))
    made = Afwezigheid.objects.create(
        gemeente_id=dossier.gemeente_id, persoon_id=persoon, van=van, tot=tot
    )
    append(dossier, AFWEZIGHEID, Content(), on=on, at=at)
    return made


def end_absence(afwezigheid_id: int, *, on: date, at: datetime) -> None:
    """Somebody can be reached again from this day; an absence still to come is taken away."""
    found = _there(Afwezigheid.objects.filter(pk=afwezigheid_id).first())
    dossier, _persoon = _writable(_dossier_of(found.persoon_id), AFWEZIGHEID, None)
    if _end(Afwezigheid.objects.filter(pk=found.pk, tot__gt=on), on):
        append(dossier, AFWEZIGHEID, Content(details=EINDE), on=on, at=at)


def see_identity(
    dossier_id: int,
    soort: str,
    geldig_tot: date,
    *,
    on: date,
    at: datetime,
    gezien: int | None = None,
) -> Identiteitsbewijs:
    """An official saw an identity document; no copy and no number is kept."""
    dossier, persoon = _writable(dossier_id, BEWIJS, gezien)
    seen_by = current_actor().medewerker_id
    if seen_by is None:
        raise DiaryError(_("Alleen een mens kan een bewijs zien."))
    made = Identiteitsbewijs.objects.create(
        gemeente_id=dossier.gemeente_id,
        persoon_id=persoon,
        soort=soort,
        geldig_tot=geldig_tot,
        gezien_op=on,
        gezien_door_id=seen_by,
    )
    append(dossier, BEWIJS, Content(), on=on, at=at)
    return made


def _writable(dossier_id: int, soort: str, gezien: int | None) -> tuple[Dossier, int]:
    """The dossier, held, and its person (id), if nothing of this soort was written since."""
    current_actor().must(Recht.VASTLEGGEN)
    dossier = lock(dossier_id)
    if gezien is not None:
        newer = Gebeurtenis.objects.filter(dossier=dossier, soort=soort, nummer__gt=gezien)
        if newer.exists():
            raise StaleError({})
    if dossier.persoon_id is None:
        raise DiaryError(_("Dit dossier is vernietigd."))
    return dossier, dossier.persoon_id


def _end(rows: Any, on: date) -> bool:
    """What holds in these rows ends on this day; what began that day or later never held."""
    standing = rows.filter(Q(tot__isnull=True) | Q(tot__gt=on))
    gone = standing.filter(van__gte=on).delete()[0]
    return bool(standing.filter(van__lt=on).update(tot=on) + gone)


def _dossier_of(persoon_id: int) -> int:
    found: int = Dossier.objects.values_list("pk", flat=True).get(persoon_id=persoon_id)
    return found


def _there(row: Any) -> Any:
    """The row. Errors: DiaryError where it is gone or out of sight."""
    if row is None:
        raise DiaryError(_("Dit is er niet meer."))
    return row
