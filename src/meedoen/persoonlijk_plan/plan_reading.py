"""Which plans somebody has: the draft, the versions, and which plan would come next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier, Gezinslid
from meedoen.dossier.person import safe_contact_of
from meedoen.dossier.queries import family_of
from meedoen.persoonlijk_plan.inhoud import (
    GESCHREVEN,
    OF_THIS_TIME,
    PER_KIND,
    Verschil,
    verschillen,
)
from meedoen.persoonlijk_plan.models import Leerroutekeuze
from meedoen.persoonlijk_plan.plan_tables import Plan, Vveafspraak
from meedoen.rules.choices import Choice
from meedoen.rules.column import Plain

NAMES = (
    "dagtekening_eerste_pip", "leerroute", "verhuisd", "pip_bij_verhuizing", "pip_bekend_op",
    "ingeschreven_na_verhuizing_op", "kind_voor_vve", "niveau_in_pip",
)  # fmt: skip

OUDSTE = 18  # years: who is older is no child for the plan


@dataclass(frozen=True)
class Stand:
    """Where the plan of somebody stands: its versions with a letter, newest first, and the draft.

    `soort`: which plan comes next. `leerroute`: "" where no choice is finished.
    """

    versies: tuple[Plan, ...]
    concept: Plan | None
    soort: Plan.Soort
    leerroute: str

    @property
    def geldt(self) -> Plan | None:
        """The newest version whose letter was sent and not withdrawn."""
        return next((each for each in self.versies if geldt(each)), None)

    @property
    def wacht(self) -> Plan | None:
        """The newest version, where its letter still waits to be signed or sent."""
        newest = self.versies[0] if self.versies else None
        return newest if newest is not None and not verzonden(newest) else None


def verzonden(plan: Plan) -> bool:
    """Whether its letter went out."""
    return plan.besluit is not None and plan.besluit.verzonden_at is not None


def geldt(plan: Plan) -> bool:
    """Whether its letter went out and was not withdrawn since."""
    return verzonden(plan) and plan.besluit is not None and plan.besluit.ingetrokken_op is None


def stand_of(dossier: Dossier, *, on: date) -> Stand:
    """Everything about the plans of a dossier, in three reads."""
    plans = list(_plans(dossier).order_by("-nummer"))
    versies = tuple(each for each in plans if not each.open)
    concept = next((each for each in plans if each.open), None)
    known = facts_of([dossier.pk], on=on, names=sorted(NAMES)).facts.row()
    rounds = Leerroutekeuze.objects.filter(dossier=dossier).order_by("-ronde")
    soort = _next(known, versies)
    return Stand(versies, concept, soort, _route(known, rounds.first(), versies, soort=soort))


def _plans(dossier: Dossier) -> QuerySet[Plan]:
    rows = Plan.objects.filter(dossier=dossier)
    rows = rows.prefetch_related("vve_afspraken")
    return rows.select_related("besluit", "gewijzigd_door")


def _next(known: Mapping[str, Plain], versies: tuple[Plan, ...]) -> Plan.Soort:
    """Which plan comes next: the first, the first of this municipality, or a changed one."""
    here = known.get("ingeschreven_na_verhuizing_op")
    told = known.get("pip_bekend_op")
    told_here = isinstance(told, date) and isinstance(here, date) and told >= here
    if known.get("verhuisd") is True and known.get("pip_bij_verhuizing") is True:
        if not told_here and not any(verzonden(each) for each in versies):
            return Plan.Soort.NA_VERHUIZING
        return Plan.Soort.WIJZIGING
    return Plan.Soort.WIJZIGING if known.get("dagtekening_eerste_pip") else Plan.Soort.EERSTE


def _route(
    known: Mapping[str, Plain],
    newest: Leerroutekeuze | None,
    versies: tuple[Plan, ...],
    *,
    soort: Plan.Soort,
) -> str:
    """The leerroute of the next plan: the finished choice; else the one that holds already.

    While a round runs that began after the plan, there is none: the choice comes first.
    """
    holds = known.get("leerroute")
    word = str(holds.value) if isinstance(holds, Choice) else ""
    if soort == Plan.Soort.NA_VERHUIZING:
        return word  # it stays as it was (Bi 5.3:3)
    sent = next((each for each in versies if geldt(each)), None)
    if newest is not None and (sent is None or newest.oordeel_at > sent.begonnen_at):
        if newest.af:
            return newest.keuze
        return "" if newest.loopt or soort == Plan.Soort.EERSTE else word
    return word if soort == Plan.Soort.WIJZIGING else ""


def nieuw(dossier: Dossier, stand: Stand, known: Mapping[str, Plain]) -> Plan:
    """A draft that nobody saved: what stood in the plan before, or what the intake already told."""
    plan = Plan(dossier=dossier, gemeente_id=dossier.gemeente_id, nummer=_number(stand))
    before = stand.geldt
    if before is not None:
        for name in GESCHREVEN:
            if name not in OF_THIS_TIME:
                setattr(plan, name, getattr(before, name))
        plan.kinderen = [_again(row) for row in before.kinderen]
    else:
        child, level = known.get("kind_voor_vve"), known.get("niveau_in_pip")
        plan.kind = child if isinstance(child, bool) else None
        if stand.soort != Plan.Soort.EERSTE and isinstance(level, Choice):
            plan.niveau = str(level.value)
    plan.soort, plan.leerroute, plan.versie = stand.soort, stand.leerroute, 0
    return plan


def _again(row: Vveafspraak) -> Vveafspraak:
    """The same agreement for a draft that has none yet."""
    return Vveafspraak(**{name: getattr(row, name) for name in PER_KIND})


def kinderen_of(dossier: Dossier, *, on: date) -> list[tuple[int, str, int | None]]:
    """The children of the family: number, first name, year of birth. Nobody under safe contact."""
    persoon = dossier.persoon
    if persoon is None or safe_contact_of(persoon, on=on):
        return []
    found = [
        (each.persoon_id, each.persoon.voornamen, each.persoon.geboren.jaar or None)
        for each in family_of(persoon, on=on)
        if each.rol == Gezinslid.Rol.KIND and each.persoon.voornamen
    ]
    return [each for each in found if each[2] is None or each[2] >= on.year - OUDSTE]


def _number(stand: Stand) -> int:
    return 1 + max((each.nummer for each in stand.versies), default=0)


@dataclass(frozen=True)
class Versie:
    """A version in the list: the plan, what it changed, whether anything came before it."""

    plan: Plan
    verschillen: tuple[Verschil, ...]
    eerder: bool


def versies_of(stand: Stand) -> list[Versie]:
    """Every version with a letter that went out, newest first, beside the one before it."""
    sent = [each for each in stand.versies if verzonden(each)]
    pairs = zip(sent, [*sent[1:], None], strict=False)
    return [
        Versie(plan, tuple(verschillen(plan, voor)) if voor else (), voor is not None)
        for plan, voor in pairs
    ]
