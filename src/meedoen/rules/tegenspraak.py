"""Facts that cannot both be true of one person: refused with reasons, never computed with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from meedoen.rules.choices import Verblijfsrecht
from meedoen.rules.column import Kind, Plain
from meedoen.rules.facts import facts_of_dossier

# (earlier, later): the first day never lies after the second
ORDER = (
    ("verblijfsrecht_vanaf", "plicht_begon_op"),
    ("plicht_begon_op", "kennisgeving_op"),
    ("onderbreking_van", "onderbreking_tot"),
    ("tijdelijk_vrijgesteld_van", "tijdelijk_vrijgesteld_tot"),
    ("omstandigheid_van", "omstandigheid_tot"),
    ("opleiding_van", "opleiding_tot"),
    ("entree_van", "entree_tot"),
    ("opleiding_tot", "entree_van"),
    ("ingeschreven_op", "ingeschreven_na_verhuizing_op"),
    ("in_nederland_sinds", "diploma_behaald_op"),
    ("in_nederland_sinds", "ingeschreven_op"),
    ("dagtekening_eerste_pip", "einde_huidige_termijn"),
    ("dagtekening_eerste_pip", "dagtekening_vorig_pip"),
    ("recht_op_bijstand_vanaf", "bijstand_tot"),
    ("lening_gevraagd_op", "lening_verstrekt_op"),
    ("dagtekening_eerste_pip", "einde_termijn_voor_boete"),
    ("overtreding_op", "overtreding_geconstateerd_op"),
    ("eerdere_overtreding_geconstateerd_op", "overtreding_geconstateerd_op"),
    ("bezwaar_of_beroep_van", "bezwaar_of_beroep_tot"),
    ("uitkomst_taaltoets_op", "kennisgeving_taaleis_op"),
    ("laatste_oproep_op", "termijn_oproep_tot"),
)

# a day that nobody can have lived through before being born
BIRTH = "geboren_op"


@dataclass(frozen=True)
class Tegenspraak:
    """Two facts that exclude each other, and why, in Dutch."""

    one: str
    other: str
    reason: str


def tegenspraken(facts: Mapping[str, Plain]) -> Iterator[Tegenspraak]:
    """Every contradiction in the facts of one person."""
    for earlier, later in ORDER:
        first, second = facts.get(earlier), facts.get(later)
        if isinstance(first, date) and isinstance(second, date) and first > second:
            yield Tegenspraak(later, earlier, f"ligt voor {earlier} ({first})")
    born = facts.get(BIRTH)
    for name, value in sorted(facts.items()):
        if isinstance(born, date) and isinstance(value, date) and value < born:
            yield Tegenspraak(name, BIRTH, f"ligt voor de geboorte ({born})")
    yield from _zonder_doelgroep(facts)


def facts_to_compare(names: Iterable[str]) -> frozenset[str]:
    """Every fact of a dossier that one of these can contradict; a new birthday, every day in it."""
    new = frozenset(names)
    pairs = (*ORDER, ("verblijfsrecht", "doelgroep"))
    found = {name for pair in pairs if new & set(pair) for name in pair}
    if BIRTH in new:
        found |= {fact.name for fact in facts_of_dossier() if fact.kind is Kind.DAY}
    return frozenset(found | {BIRTH})


def _zonder_doelgroep(facts: Mapping[str, Plain]) -> Iterator[Tegenspraak]:
    recht = facts.get("verblijfsrecht")
    buiten = (
        Verblijfsrecht.UNIERECHT,
        Verblijfsrecht.TIJDELIJKE_BESCHERMING,
        Verblijfsrecht.GEEN,
    )
    if facts.get("doelgroep") is not None and recht in buiten:
        allowed = ", ".join(f"«{r.value}»" for r in Verblijfsrecht if r not in buiten)
        reason = f"iemand met dit verblijfsrecht valt in geen doelgroep; mogelijk: {allowed}"
        yield Tegenspraak("verblijfsrecht", "doelgroep", reason)
