"""The leerbaarheidstoets of one dossier: planned, taken or not needed; its scores (Wi 14:3a)."""

import json
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from meedoen.dossier.models import Afspraak, Dossier, Gebeurtenis
from meedoen.intake.ladder import Stand

ONDERWERP = "Leerbaarheidstoets"  # of the appointment, kept in the dossier: Dutch
REGISTERED = "aangemeld_voor_toets"


@dataclass(frozen=True)
class Toets:
    """What is known; scores in hundredths, None where not known.

    `nummer`: under which somebody takes the test. `ontheven`: a ground was seen, never which.
    """

    nummer: str
    afspraak: Afspraak | None
    afgenomen: bool | None
    op: date | None
    behaald: int | None
    benodigd: int | None
    ontheven: bool | None
    beoordeeld_op: date | None


def toets_of(dossier: Dossier, stand: Stand) -> Toets:
    """The test as the diary and DUO tell it."""
    mended = Gebeurtenis.objects.filter(dossier=dossier, herstelt=OuterRef("nummer"))
    rows = Gebeurtenis.objects.filter(~Exists(mended), dossier=dossier, soort=REGISTERED)
    row = rows.filter(inhoud__isnull=False).select_related("inhoud").order_by("-nummer").first()
    texts = json.loads(bytes(row.inhoud.bytes)).get("teksten", {}) if row is not None else {}
    talks = Afspraak.objects.filter(dossier=dossier, onderwerp=ONDERWERP)
    return Toets(
        nummer=texts.get("examennummer", ""),
        afspraak=talks.exclude(uitkomst=Afspraak.Uitkomst.AFGEZEGD).order_by("-begint_at").first(),
        afgenomen=stand.fact("toets_afgenomen"),
        op=stand.fact("toets_op"),
        behaald=stand.fact("behaalde_score"),
        benodigd=stand.fact("benodigde_score"),
        ontheven=stand.fact("grond_ontheffing_toets"),
        beoordeeld_op=stand.fact("ontheffing_toets_beoordeeld_op"),
    )
