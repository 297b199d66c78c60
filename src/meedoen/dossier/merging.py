"""Two dossiers of one person beside each other: what differs, what stands in the way.

Nothing is written here; actions/merging.py does. `closing` goes on in `remaining`.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.keys import keys_in_use
from meedoen.dossier.bezwaar import open_ones
from meedoen.dossier.identity import Sealed, unseal
from meedoen.dossier.models import (
    Adres,
    Besluit,
    Bezwaar,
    Dossier,
    Intrekking,
    Inzageverzoek,
    Persoon,
    VeiligContact,
    Vernietiging,
)
from meedoen.dossier.partial_date import OnvolledigeDatum
from meedoen.dossier.queries import besluiten_of
from meedoen.dossier.sending import current
from meedoen.law.brief_file import brief_kinds
from meedoen.law.loader import law_for
from meedoen.law.presentation import spoken
from meedoen.rules.bezwaar import uiterste_dag_indienen
from meedoen.rules.facts import Facts

NAAM = ("voornamen", "voorvoegsel", "geslachtsnaam")
# What somebody is known by, and which columns hold it: taken over whole, or not.
GROEPEN: Mapping[str, tuple[Any, tuple[str, ...]]] = {
    "naam": (lazy("Naam"), NAAM),
    "eigen_schrift": (lazy("Naam in eigen schrift"), ("eigen_schrift",)),
    "geboortedatum": (lazy("Geboren"), ("geboortedatum",)),
    "geslacht": (lazy("Geslacht"), ("geslacht",)),
    "talen": (lazy("Talen"), ("talen",)),
    "tolk": (lazy("Tolk"), ("tolk_nodig", "tolk_taal", "tolk_dialect", "tolk_geslacht")),
    "telefoon": (lazy("Telefoon"), ("telefoon",)),
    "email": (lazy("E-mailadres"), ("email",)),
}


_LETTER = lazy(
    "In dossier %(nummer)s is een brief of besluit nog niet klaar: niet verstuurd, teruggekomen,"
    " of bezwaar kan nog. Rond dat af, of laat dit dossier blijven."
)
_OBJECTED = lazy("In dossier %(nummer)s loopt een bezwaar of beroep. Laat dit dossier blijven.")
_COPY = lazy("In dossier %(nummer)s is een kopie gevraagd. Geef die eerst.")
_TO_GO = lazy("Er is voorgesteld om iets te vernietigen of in te trekken. Beslis daar eerst over.")
_HIDES = lazy(
    "In dossier %(nummer)s is veilig contact of een geheim adres afgesproken. Spreek dat eerst ook"
    " af in het andere dossier, of laat dit dossier blijven."
)


@dataclass(frozen=True)
class Verschil:
    """What both dossiers say of the person, in words; `kiezen`: both know it, and differ."""

    naam: str
    label: str
    een: str
    ander: str
    kiezen: bool


def differences(een: Persoon, ander: Persoon) -> list[Verschil]:
    """Everything by which somebody is known, in both dossiers."""
    return [
        Verschil(
            name,
            str(label),
            _shown(een, name),
            _shown(ander, name),
            kiezen=_known(een, name)
            and _known(ander, name)
            and _values(een, columns) != _values(ander, columns),
        )
        for name, (label, columns) in GROEPEN.items()
    ]


def changes_for(closing: Persoon, remaining: Persoon, keuzes: Collection[str]) -> dict[str, Any]:
    """The columns that the remaining person gets: its gaps filled, and what was chosen."""
    found: dict[str, Any] = {}
    for name, (_label, columns) in GROEPEN.items():
        if not _known(closing, name) or (_known(remaining, name) and name not in keuzes):
            continue
        found |= {each: getattr(closing, each) for each in columns}
    if closing.bsn_verzegeld is not None:
        sealed = Sealed(closing.bsn_sleutel, bytes(closing.bsn_verzegeld))
        found["bsn"] = unseal(sealed, keys_in_use(), gemeente=closing.gemeente_id)
    if closing.vnummer:
        found["vnummer"] = closing.vnummer
    return {
        name: value
        for name, value in found.items()
        if name == "bsn" or value != getattr(remaining, name)
    }


def _values(persoon: Persoon, columns: tuple[str, ...]) -> list[Any]:
    return [getattr(persoon, each) for each in columns]


def _known(persoon: Persoon, name: str) -> bool:
    if name == "naam":
        return not persoon.naam.onbekend
    if name == "geboortedatum":
        return persoon.geboortedatum != str(OnvolledigeDatum())
    if name == "tolk":
        return persoon.tolk_nodig is not None
    return bool(getattr(persoon, name))


def _shown(persoon: Persoon, name: str) -> str:
    if not _known(persoon, name):
        return ""
    if name == "tolk":
        said = _("nodig") if persoon.tolk_nodig else _("niet nodig")
        return ", ".join(filter(None, (said, persoon.tolk_taal, persoon.tolk_dialect)))
    in_words = {
        "naam": persoon.naam.volledig,
        "geboortedatum": persoon.geboren.in_woorden,
        "geslacht": persoon.get_geslacht_display(),
        "talen": ", ".join(persoon.talen),
    }
    return str(in_words.get(name) or getattr(persoon, name))


def refusals(closing: Dossier, remaining: Dossier, *, on: date) -> list[str]:
    """Why these cannot be merged this way now, and what to do first; none: they can."""
    return [*_other_numbers(closing, remaining), *_unfinished(closing, remaining, on)]


def _other_numbers(closing: Dossier, remaining: Dossier) -> Iterator[str]:
    one, ander = closing.persoon, remaining.persoon
    if one is None or ander is None:
        yield _("Een van de twee dossiers is niet meer open.")
        return
    if one.bsn_hash and ander.bsn_hash:
        yield _("Beide dossiers hebben een eigen BSN. Dit zijn dus twee personen.")
    if one.vnummer and ander.vnummer:
        yield _("Beide dossiers hebben een eigen V-nummer. Kijk eerst welk nummer klopt.")


def _unfinished(closing: Dossier, remaining: Dossier, on: date) -> Iterator[str]:
    """What stands with the dossier that closes and asks to be worked on there."""
    both = Dossier.objects.filter(pk__in=[closing.pk, remaining.pk])
    found = {
        _LETTER: any(_runs(each, on) for each in besluiten_of(closing)),
        _OBJECTED: _objected(closing),
        _COPY: Inzageverzoek.objects.filter(dossier=closing, gegeven_op__isnull=True).exists(),
        _TO_GO: _to_go(both),
        _HIDES: _hides(closing, remaining, on),
    }
    for text, holds in found.items():
        if holds:
            yield str(text) % {"nummer": closing.nummer}


def _runs(besluit: Besluit, on: date) -> bool:
    """Whether something can still happen to a letter: sending, its return, or an objection."""
    if besluit.ingetrokken_op is not None:
        return False
    last = current(besluit)
    back = last is not None and last.terug_op is not None and last.terug_klaar_at is None
    if besluit.verzonden_at is None or back:
        return True
    kind = brief_kinds().get(besluit.soort)
    return (kind is None or kind.is_besluit) and _objection_possible(besluit, on)


def _objection_possible(besluit: Besluit, on: date) -> bool:
    """Whether the term to object runs (Awb 6:7); where its end is not known, it does."""
    gemeente = besluit.gemeente
    facts = Facts.of(on, {"besluit_bekend_op": besluit.dagtekening})
    law = law_for(gemeente.stelsel, gemeente.code)
    last = uiterste_dag_indienen(facts, law).value.plain()
    return not isinstance(last, date) or last >= on


def _objected(closing: Dossier) -> bool:
    """Whether the college must decide on an objection, or a court on an appeal."""
    if open_ones(Dossier.objects.filter(pk=closing.pk)).exists():
        return True
    rows = Bezwaar.objects.filter(dossier=closing, beroep_op__isnull=False)
    return rows.filter(uitspraak_op__isnull=True, ingetrokken_op__isnull=True).exists()


def _to_go(dossiers: QuerySet[Dossier]) -> bool:
    """Whether somebody proposed that something goes from these, and nobody decided."""
    destroy = Vernietiging.objects.filter(dossier__in=dossiers, goedgekeurd_at__isnull=True)
    withdraw = Intrekking.objects.filter(dossier__in=dossiers, goedgekeurd__isnull=True)
    return destroy.exists() or withdraw.exists()


def _hides(closing: Dossier, remaining: Dossier, on: date) -> bool:
    """Whether somebody hides in the dossier that closes, and could be found by the other one.

    What protects goes along where nothing of the same time is in the way.
    """
    holds = Q(tot__isnull=True) | Q(tot__gt=on)
    safe = VeiligContact.objects.filter(holds)
    lives = Adres.objects.filter(holds, soort__in=Adres.WOONT)
    if safe.filter(persoon=closing.persoon_id).exists():
        later = VeiligContact.objects.filter(persoon=remaining.persoon_id)
        if later.exists() and not safe.filter(persoon=remaining.persoon_id, van__lte=on).exists():
            return True
    secret = Adres.Soort.GEHEIM
    if not lives.filter(persoon=closing.persoon_id, soort=secret).exists():
        return False
    return lives.filter(persoon=remaining.persoon_id).exclude(soort=secret).exists()


IN_BOTH = {
    "berichten_contactmelding": lazy("een melding aan DUO die loopt"),
    "berichten_melding": lazy("een melding aan DUO"),
    "berichten_vraag": lazy("een vraag aan DUO die loopt"),
    "intake_antwoord": lazy("antwoorden van de brede intake"),
    "intake_bijzonderantwoord": lazy("antwoorden van de brede intake"),
    "intake_startpositie": lazy("een afgeronde brede intake"),
    "opvang_woning": lazy("een aangeboden woning"),
    "persoonlijk_plan_plan": lazy("een plan (PIP)"),
    "persoonlijk_plan_leerroutekeuze": lazy("een keuze van de leerroute"),
}


def in_both(error: BaseException) -> str:
    """Why the database refused: what cannot go along, or of what there can be one."""
    told = getattr(getattr(error.__cause__, "diag", None), "table_name", "") or ""
    fixed = _("iets dat niet meer verandert, zoals een plan dat is voorgesteld")
    what = IN_BOTH.get(told, spoken(told) or fixed)
    text = _(
        "Dit kan niet mee naar het andere dossier: %(wat)s. Laat het dossier blijven waar dit in"
        " staat."
    )
    return text % {"wat": what}
