"""The agreements of both sides, and whether both agreed with the plan as it is now."""

from dataclasses import dataclass

from meedoen.dossier.models import Dossier, Gebeurtenis, Toezegging
from meedoen.dossier.queries import promises_of
from meedoen.persoonlijk_plan.levend.actions_afspraken import AFSPRAKEN
from meedoen.persoonlijk_plan.levend.actions_doelen import ACTIVITEITEN, DOELEN
from meedoen.persoonlijk_plan.levend.actions_week import WEEK
from meedoen.persoonlijk_plan.levend.afspraak_tables import Instemming, Planafspraak

PLAN = (*DOELEN, *ACTIVITEITEN, *AFSPRAKEN, WEEK)  # what changes the living plan


@dataclass(frozen=True)
class Afspraken:
    """What each side does; the agreements with the plan, the newest first.

    `veranderd`: whether the plan changed after the newest.
    """

    gemeente: tuple[Toezegging, ...]
    persoon: tuple[Planafspraak, ...]
    instemmingen: tuple[Instemming, ...]
    veranderd: bool


def afspraken_of(dossier: Dossier) -> Afspraken:
    """Everything that was agreed in a dossier, in four questions."""
    rows = Instemming.objects.filter(dossier=dossier).select_related("medewerker", "document")
    signed = tuple(rows.order_by("-op_at", "-pk"))
    later = Gebeurtenis.objects.filter(dossier=dossier, soort__in=PLAN)
    return Afspraken(
        gemeente=tuple(promises_of(dossier)),
        persoon=tuple(
            Planafspraak.objects.filter(dossier=dossier).order_by("-stand", "uiterlijk_op")
        ),
        instemmingen=signed,
        veranderd=bool(signed) and later.filter(nummer__gt=signed[0].nummer).exists(),
    )
