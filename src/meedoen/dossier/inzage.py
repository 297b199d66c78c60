"""The copy of AVG 15: all that we know of one person, for that person, as plain JSON.

The page and the file are made from the same answer, so they say the same (docs/inzage.md names
every key). Of others it tells nothing: of the family only the own role, of officials the role.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.utils.timezone import localdate
from django.utils.translation import override

from meedoen.accounts.keys import keys_in_use
from meedoen.dossier.chain import canonical, moment
from meedoen.dossier.diary_lines import Line, split_meaning, whole_diary
from meedoen.dossier.facts_table import facts_of, told_by
from meedoen.dossier.identity import Sealed, unseal
from meedoen.dossier.inzage_apps import parts_of
from meedoen.dossier.inzage_letters import letters_of
from meedoen.dossier.inzage_paper import (
    day_of,
    document_of,
    promise_of,
    put_off_of,
    talk_of,
)
from meedoen.dossier.models import (
    Adres,
    Afspraak,
    Afwezigheid,
    Document,
    Dossier,
    Gezinslid,
    Identiteitsbewijs,
    Inzageverzoek,
    Persoon,
    Samenvoeging,
    Toezegging,
    Uitstel,
    VeiligContact,
    Vertegenwoordiging,
)
from meedoen.dossier.retention import retention_of
from meedoen.law.citation import in_full
from meedoen.law.presentation import in_words
from meedoen.law.verwerkingen import verwerkingen
from meedoen.logboek.queries import looks_at
from meedoen.rules.facts import Facts

FORM = 1  # of the JSON; a change that breaks a reader is a new number
GROUND = "Wi 37"  # why we may hold health or belief (R14.20)
SOME = 500
_SPECIAL = "SELECT nummer, naam, tekst FROM dossier_bijzonder_voor_inzage(%s)"
WHERE = ("straat", "postcode", "plaats")
Copy = dict[str, Any]


def copy_of(dossier: Dossier, verzoek: Inzageverzoek) -> Copy:
    """Everything about the person of a dossier, as it was when the copy was made.

    In Dutch, whatever the language of the screen. For who gives inzage, while it is asked: the
    database opens special texts for nobody else. Errors: DoesNotExist before it was made.
    """
    if dossier.persoon is None or verzoek.gemaakt_at is None:
        raise Dossier.DoesNotExist
    with override("nl"):
        return _copy(dossier, dossier.persoon, verzoek, at=verzoek.gemaakt_at)


def _copy(dossier: Dossier, persoon: Persoon, verzoek: Inzageverzoek, *, at: datetime) -> Copy:
    on = localdate(at)
    return {
        "vorm": FORM,
        "gemaakt": {
            "moment": moment(at),
            "gemeente": dossier.gemeente.naam,
            "dossier": dossier.nummer,
            "gevraagd_op": verzoek.gevraagd_op.isoformat(),
        },
        "persoon": _persoon(persoon),
        "eerder": [_persoon(each) for each in _merged_people(dossier)],
        **_around([persoon, *_merged_people(dossier)]),
        "feiten": list(_facts(dossier, on, at)),
        "tijdlijn": list(_diary(dossier, verzoek, at)),
        "brieven": [each for there in _all(dossier) for each in letters_of(there)],
        "documenten": [document_of(each) for each in _in(Document, dossier)],
        "afspraken": [talk_of(each) for each in _in(Afspraak, dossier)],
        "toezeggingen": [promise_of(each) for each in _in(Toezegging, dossier)],
        "uitgesteld": [put_off_of(each) for each in _in(Uitstel, dossier)],
        "onderdelen": parts_of(dossier, at),
        "bewaren": {"laatste_dag": day_of(retention_of(dossier, on=on).last_day), "bron": "Bi 9.9"},
        "verwerkingen": list(_register(dossier.gemeente_id)),
        "gekeken": [
            look
            for each in (persoon, *_merged_people(dossier))
            for look in _looks(each.pk, dossier.gemeente_id, at)
        ],
    }


def as_json(copy: Copy) -> bytes:
    """The file: the same answer, always in the same bytes."""
    return canonical(copy)


def holds_special(copy: Copy) -> bool:
    """Whether a text about health or belief is in it."""
    told = [line["verteld"] for line in copy["tijdlijn"]]
    told += [row for part in copy["onderdelen"] for row in part["regels"]]
    return any(each["grond"] for row in told for each in row)


def hash_of(copy: Copy) -> bytes:
    """By which a copy can be recognised."""
    return hashlib.sha256(as_json(copy)).digest()


def _persoon(persoon: Persoon) -> dict[str, Any]:
    tolk = ("taal", "dialect", "geslacht")
    return {
        "voornamen": persoon.voornamen,
        "voorvoegsel": persoon.voorvoegsel,
        "achternaam": persoon.geslachtsnaam,
        "eigen_schrift": persoon.eigen_schrift,
        "geboren": persoon.geboren.in_woorden,
        "geslacht": persoon.geslacht,
        "bsn": _bsn(persoon),
        "vnummer": persoon.vnummer or "",
        "talen": list(persoon.talen),
        "tolk": {"nodig": persoon.tolk_nodig}
        | {name: getattr(persoon, f"tolk_{name}") for name in tolk},
        "telefoon": persoon.telefoon,
        "email": persoon.email,
    }


def _bsn(persoon: Persoon) -> str:
    if persoon.bsn_verzegeld is None:
        return ""
    sealed = Sealed(persoon.bsn_sleutel, bytes(persoon.bsn_verzegeld))
    return unseal(sealed, keys_in_use(), gemeente=persoon.gemeente_id)


def _all(dossier: Dossier) -> list[Dossier]:
    """The dossier, then those that were merged into it: what stayed with them is in the copy."""
    return [dossier, *dossier.samengevoegd.order_by("pk")]


def _merged_people(dossier: Dossier) -> list[Persoon]:
    """Who the person was in dossiers that were merged into this one."""
    rows = Samenvoeging.objects.filter(dossier__samengevoegd_met=dossier, persoon__isnull=False)
    return [each.persoon for each in rows.select_related("persoon").order_by("pk") if each.persoon]


def _around(people: list[Persoon]) -> dict[str, Any]:
    """Where somebody lived, the own role in a family, who spoke for him, when he was away."""
    return {
        "adressen": [_address(each) for each in _of(Adres, people)],
        "gezin": [{"rol": str(x.get_rol_display())} | _period(x) for x in _of(Gezinslid, people)],
        "veilig_contact": [_period(each) for each in _of(VeiligContact, people)],
        "vertegenwoordigers": [
            {"soort": str(each.get_soort_display()), "waarover": str(each.get_omvang_display())}
            | _period(each)
            for each in _of(Vertegenwoordiging, people)
        ],
        "afwezig": [_period(each) for each in _of(Afwezigheid, people)],
        "bewijzen": [
            {"soort": each.soort, "geldig_tot": day_of(each.geldig_tot)}
            | {"gezien_op": day_of(each.gezien_op)}
            for each in Identiteitsbewijs.objects.filter(persoon__in=people).order_by("gezien_op")
        ],
    }


def _of(table: Any, people: list[Persoon]) -> Iterable[Any]:
    rows: Iterable[Any] = table.objects.filter(persoon__in=people).order_by("van", "pk")
    return rows


def _period(row: Any) -> dict[str, str | None]:
    return {"van": day_of(row.van), "tot": day_of(row.tot)}


def _address(row: Adres) -> dict[str, Any]:
    """An address; a secret one never leaves on paper or in a file (AVG 32)."""
    closed = row.soort == Adres.Soort.GEHEIM
    where = {
        name: "" if closed else getattr(row, name) for name in ("straat", "postcode", "plaats")
    }
    return {"soort": str(row.get_soort_display()), **where, "afgeschermd": closed, **_period(row)}


def _facts(dossier: Dossier, on: date, at: datetime) -> Iterator[dict[str, Any]]:
    row = facts_of([dossier.pk], on=on, known_at=at).facts.row()
    lines = told_by(dossier.pk, on=on, known_at=at)
    for fact in Facts.all():
        if row.get(fact.name) is not None:
            what, article = split_meaning(fact.meaning)
            yield {
                "wat": what,
                "waarde": in_words(row[fact.name], fact.kind),
                "artikel": article,
                "bron": str(fact.source.value),
                "verteld_in": lines.get(fact.name),
            }


def _diary(dossier: Dossier, verzoek: Inzageverzoek, at: datetime) -> Iterator[dict[str, Any]]:
    for line in whole_diary(dossier, _special_texts(dossier), known_at=at):
        left_out = line.nummer in verzoek.weggelaten
        yield {
            "nummer": line.nummer,
            "wat": line.label,
            "dag": day_of(line.op),
            "vastgelegd": moment(line.at),
            "bron": str(line.soort.source.value) if line.soort else "",
            "verteld": [] if left_out else [_told(line, each) for each in line.said],
            "weggelaten": left_out,
            "hersteld_in": line.hersteld_door,
        }


def _told(line: Line, each: Any) -> dict[str, Any]:
    special = each.what in _special_labels(line)
    return {"wat": each.what, "waarde": each.value, "grond": GROUND if special else ""}


def _special_labels(line: Line) -> set[str]:
    if line.soort is None:
        return set()
    return {text.label for text in line.soort.texts if text.privacy == "bijzonder"}


def _special_texts(dossier: Dossier) -> Mapping[int, Mapping[str, str]]:
    found: dict[int, dict[str, str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_SPECIAL, [dossier.pk])
        for nummer, naam, tekst in cursor.fetchall():
            found.setdefault(nummer, {})[naam] = tekst
    return found


def _in(table: Any, dossier: Dossier) -> Iterable[Any]:
    rows: Iterable[Any] = table.objects.filter(dossier__in=_all(dossier)).order_by("pk")
    return rows


def _register(gemeente: int) -> Iterator[dict[str, Any]]:
    """What we use personal data of inburgeraars for: purpose, ground, recipients, retention."""
    for each in verwerkingen(gemeente).named.values():
        if "inburgeraars" in each.betrokkenen:
            yield {
                "titel": each.titel,
                "doel": each.doel,
                "grond": [in_full(cited) for cited in each.grond],
                "gegevens": list(each.gegevens),
                "ontvangers": list(each.ontvangers),
                "bewaren": each.bewaren,
                "bijzonder": each.bijzonder,
            }


def _looks(persoon: int, gemeente: int, until: datetime) -> Iterator[dict[str, Any]]:
    """Who looked: when, in which role and what for. Not by name (LOG-06)."""
    before: int | None = None
    register = verwerkingen(gemeente).named
    while True:
        page = looks_at(persoon, gemeente=gemeente, before=before, most=SOME)
        for look in page.rows:
            if look.at <= until:
                what_for = register.get(look.verwerking)
                yield {
                    "moment": moment(look.at),
                    "rol": look.rol,
                    "waarvoor": look.name,
                    "doel": what_for.titel if what_for else look.verwerking,
                    "vorm": look.vorm,
                }
        before = page.older
        if before is None:
            return
