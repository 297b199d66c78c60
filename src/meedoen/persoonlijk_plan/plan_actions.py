"""Writing the plan: its draft, and its proposal, with which it freezes beside its letter."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.besluiten import propose
from meedoen.dossier.actions.diary import DiaryError, lock, record
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.gronden import Gronden
from meedoen.dossier.models import Besluit, Dossier
from meedoen.law.presentation import first_up
from meedoen.persoonlijk_plan.actions import may_judge
from meedoen.persoonlijk_plan.inhoud import (
    GESCHREVEN,
    brief_of,
    geschreven,
    past_niet,
    waarden,
)
from meedoen.persoonlijk_plan.plan_keuring import Keuring, keur
from meedoen.persoonlijk_plan.plan_reading import Stand, nieuw, stand_of
from meedoen.persoonlijk_plan.plan_tables import Plan, Vveafspraak

OPGESTELD = "plan_opgesteld"


class PlanError(DiaryError):
    """No law allows this plan; `keuring` holds every reason."""

    def __init__(self, keuring: Keuring) -> None:
        told = [f"{first_up(each.tekst)} ({each.artikel})." for each in keuring.weigert]
        super().__init__(" ".join([_("Dit plan kan zo niet."), *told]))
        self.keuring = keuring


def save_plan(
    dossier_id: int, told: Mapping[str, Any], *, versie: int, on: date, at: datetime
) -> Plan:
    """Keep the draft as it is, whole or not; `versie` is what the writer saw, 0: no draft yet.

    `told["kinderen"]`: of each child the columns of `PER_KIND`; they replace what stood there.
    Soort and leerroute are read from the dossier, never typed. No line in the diary: nothing
    happened to the person yet. Errors: NotAllowedError; StaleError where a colleague was first.
    """
    actor = may_judge()
    dossier = lock(dossier_id)
    stand = stand_of(dossier, on=on)
    plan = _as_seen(dossier, stand, versie=versie, on=on)
    for name in GESCHREVEN:
        if name in told:
            setattr(plan, name, told[name])
    _fit(plan, stand)
    plan.versie, plan.gewijzigd_at, plan.gewijzigd_door_id = versie + 1, at, actor.official
    if versie == 0:
        plan.begonnen_at = at
    plan.save()
    if versie == 0 or "kinderen" in told:
        _keep_children(plan, told.get("kinderen"))
    return plan


def _keep_children(plan: Plan, told: Sequence[Mapping[str, Any]] | None) -> None:
    """The agreements per child: those that were told, else those of the plan before this one."""
    rows = plan.kinderen if told is None else [Vveafspraak(**each) for each in told]
    Vveafspraak.objects.filter(plan=plan).delete()
    for place, row in enumerate(rows, start=1):
        row.plan, row.volgorde = plan, place
        row.dossier_id, row.gemeente_id = plan.dossier_id, plan.gemeente_id
    plan.kinderen = Vveafspraak.objects.bulk_create(rows)


def propose_plan(dossier_id: int, reden: str, *, versie: int, on: date, at: datetime) -> Besluit:
    """Propose the letter of the draft, filled from it; from here on the draft never changes.

    `reden`: why it goes on where something is missing, or where a rule says otherwise.
    Errors: NotAllowedError; StaleError where a colleague proposed or changed it; PlanError with
    what no law allows; DiaryError without a reason; LetterError; LawError.
    """
    may_judge()
    current_actor().must(Recht.VOORSTELLEN)
    if not transaction.get_connection().in_atomic_block:
        raise DiaryError("Dit kan alleen binnen een transactie.")
    dossier = lock(dossier_id)
    stand = stand_of(dossier, on=on)
    plan = _as_seen(dossier, stand, versie=versie, on=on)
    if stand.concept is None:
        raise DiaryError(_("Er is nog geen concept. Bewaar het plan eerst."))
    _fit(plan, stand)
    keuring = keur(plan, dossier, on=on, voor=stand.geldt)
    if keuring.weigert:
        raise PlanError(keuring)
    if keuring.vraagt_reden and not reden.strip():
        raise DiaryError(_("Schrijf op waarom het plan doorgaat zoals het nu is."))
    _tell_parts(dossier, plan, reden if keuring.ontbreekt else "", on=on, at=at)
    gronden = Gronden(afgeweken_van=keuring.reden, reden=reden if keuring.reden else "")
    told = waarden(plan, stand.geldt)
    besluit = propose(dossier.pk, brief_of(plan).name, told, on=on, at=at, gronden=gronden)
    plan.besluit = besluit
    plan.versie, plan.gewijzigd_at = versie + 1, at
    plan.save()
    return besluit


def _fit(plan: Plan, stand: Stand) -> None:
    """Soort and leerroute as the dossier has them now; what that route does not know, goes out."""
    plan.soort, plan.leerroute = stand.soort, stand.leerroute
    empty = Plan()
    for name in past_niet(plan):
        setattr(plan, name, getattr(empty, name))


def _as_seen(dossier: Dossier, stand: Stand, *, versie: int, on: date) -> Plan:
    """The draft as the writer saw it. Errors: StaleError with what stands there now."""
    concept = stand.concept
    if concept is None and versie == 0:
        return nieuw(
            dossier, stand, facts_of([dossier.pk], on=on, names=["kind_voor_vve"]).facts.row()
        )
    if concept is None or concept.versie != versie:
        raise StaleError({"versie": (str(concept.versie if concept else 0), str(versie))})
    return Plan.objects.select_for_update().get(pk=concept.pk)


def _tell_parts(dossier: Dossier, plan: Plan, reden: str, *, on: date, at: datetime) -> None:
    """Write in the diary which parts stand in the plan; what was told already is not told again."""
    told = geschreven(plan)
    known = facts_of([dossier.pk], on=on, names=sorted(told)).facts.row()
    new: dict[str, Any] = {name: each for name, each in told.items() if known.get(name) != each}
    if reden.strip():
        new["toelichting"] = reden
    if new:
        record(dossier.pk, OPGESTELD, new, on=on, at=at)
