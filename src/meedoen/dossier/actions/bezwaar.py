"""Handling an objection: receipt, defects, hearing, delay, withdrawal, decision and appeal.

Objecting is a right of the person himself, so these steps go on while the use of his data is
restricted (AVG 18:2). Each step is a gebeurtenis; of why he objects nothing is written here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.bezwaar import KIND, clock_of, involved, is_open, letter_for
from meedoen.dossier.models import Besluit, Bezwaar, Dossier
from meedoen.law.brief_file import brief_kinds


@dataclass(frozen=True)
class Dagen:
    """When an objection came, and when it was posted, where that is known."""

    ontvangen_op: date
    op_de_post_op: date | None = None

    def possible(self, on: date) -> bool:
        """First posted, then received, and not later than the day on which it is told."""
        posted = self.op_de_post_op
        return self.ontvangen_op <= on and (posted is None or posted <= self.ontvangen_op)


def receive(
    besluit_id: int, kanaal: Bezwaar.Kanaal, dagen: Dagen, *, on: date, at: datetime
) -> Bezwaar:
    """Record that an objection came. Whether it is in time, the rules say.

    Before it was sent, a besluit that was taken (signed) can be objected to (Awb 6:10). Where the
    dossier of the besluit was merged, the objection is of the one that goes on.
    Errors: DiaryError where there is no besluit yet, or for days that cannot be.
    """
    actor = current_actor()
    actor.must(Recht.VASTLEGGEN)
    besluit = Besluit.objects.select_related("dossier").filter(pk=besluit_id).first()
    if besluit is None or not brief_kinds()[besluit.soort].is_besluit or besluit.soort == KIND:
        raise DiaryError(_("Tegen deze brief kan niemand bezwaar maken: het is geen besluit."))
    if besluit.ondertekend_at is None:
        raise DiaryError(_("Er is nog geen besluit, alleen een voorstel (Awb 6:10)."))
    if not dagen.possible(on):
        raise DiaryError(_("Kijk de dagen na. Eerst gaat het op de post, dan komt het binnen."))
    goes_on = besluit.dossier.samengevoegd_met_id or besluit.dossier_id
    dossier = lock(goes_on, also_restricted=True)
    row = Bezwaar.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        besluit=besluit,
        kanaal=kanaal.value,
        ontvangen_op=dagen.ontvangen_op,
        op_de_post_op=dagen.op_de_post_op if kanaal is Bezwaar.Kanaal.POST else None,
        vastgelegd_at=at,
        vastgelegd_door_id=actor.official,
    )
    _note(dossier, row, "bezwaar_ontvangen", on=dagen.ontvangen_op, at=at)
    return row


def judge_lateness(
    pk: int, toelichting: str, *, verschoonbaar: bool, on: date, at: datetime
) -> None:
    """Answer whether lateness can be blamed on the person (Awb 6:11). Errors: DiaryError."""
    row, dossier = _handled(pk)
    if clock_of(row, on=on).op_tijd is not False:
        raise DiaryError(_("Dit bezwaar is niet te laat. Hier valt niets te beoordelen."))
    row.verschoonbaar = verschoonbaar
    _changed(row, dossier, "bezwaar_te_laat_beoordeeld", on=on, at=at, toelichting=toelichting)


def ask_to_mend(pk: int, wat: str, *, voor: date, on: date, at: datetime) -> None:
    """Ask to make it complete before a day (Awb 6:6): the term to decide stands still."""
    row, dossier = _handled(pk)
    if row.herstel_gevraagd_op is not None:
        raise DiaryError(_("U vroeg al om het bezwaar compleet te maken."))
    if voor <= on:
        raise DiaryError(_("Kies een dag die later is dan vandaag."))
    row.herstel_gevraagd_op, row.herstel_voor = on, voor
    _changed(row, dossier, "bezwaar_herstel_gevraagd", on=on, at=at, wat=wat)


def mended(pk: int, *, hersteld: bool, on: date, at: datetime) -> None:
    """It is complete, or the time for it is over: the term runs again (Awb 7:10:2)."""
    row, dossier = _handled(pk)
    if row.herstel_gevraagd_op is None or row.herstel_voor is None or row.hersteld is not None:
        raise DiaryError(_("Er is niets om compleet te maken."))
    if not hersteld and on <= row.herstel_voor:
        raise DiaryError(_("De tijd om het bezwaar compleet te maken is nog niet voorbij."))
    if on < row.herstel_gevraagd_op:
        raise DiaryError(_("Dit kan niet voor de dag waarop u het vroeg."))
    row.hersteld = hersteld
    # not mended: the time passed on its last day, whenever that is noted; late mending is no longer
    row.herstel_voorbij_op = min(on, row.herstel_voor)
    _changed(row, dossier, "bezwaar_herstel_voorbij", on=on, at=at)


def ask_committee(pk: int, *, on: date, at: datetime) -> None:
    """A committee will advise: twelve weeks instead of six (Awb 7:10:1, 7:13)."""
    row, dossier = _handled(pk)
    if row.commissie:
        raise DiaryError(_("De commissie adviseert al over dit bezwaar."))
    row.commissie = True
    _changed(row, dossier, "bezwaar_naar_commissie", on=on, at=at)


def heard(pk: int, *, on: date, at: datetime) -> None:
    """The person was heard, by who records it. Errors: NotAllowedError for who was involved."""
    row, dossier = _handled(pk)
    actor = current_actor()
    if actor.official in involved(row):
        raise NotAllowedError(
            _("U maakte of ondertekende dit besluit zelf. Een ander moet horen (Awb 7:5).")
        )
    if row.gehoord_op is not None:
        raise DiaryError(_("De persoon is al gehoord."))
    if on < row.ontvangen_op:
        raise DiaryError(_("Iemand horen kan pas als het bezwaar er is."))
    row.gehoord_op, row.gehoord_door_id, row.niet_horen = on, actor.official, ""
    _changed(row, dossier, "bezwaar_gehoord", on=on, at=at)


def not_heard(pk: int, grond: Bezwaar.NietHoren, *, on: date, at: datetime) -> None:
    """Leave the hearing out, on a ground of Awb 7:3."""
    row, dossier = _handled(pk)
    if row.gehoord_op is not None:
        raise DiaryError(_("De persoon is al gehoord."))
    row.niet_horen = grond.value
    _changed(row, dossier, "bezwaar_niet_gehoord", on=on, at=at)


def adjourn(pk: int, *, on: date, at: datetime) -> None:
    """Six weeks more, once, before the last day (Awb 7:10:3)."""
    row, dossier = _handled(pk)
    if row.verdaagd_op is not None:
        raise DiaryError(_("De beslissing is al een keer verdaagd. Dat kan maar een keer."))
    _before_last_day(row, on)
    row.verdaagd_op = on
    _changed(row, dossier, "bezwaar_verdaagd", on=on, at=at)


def put_off(pk: int, grond: Bezwaar.Uitstel, *, tot_en_met: date, on: date, at: datetime) -> None:
    """Decide later still, as was agreed (Awb 7:10:4); `tot_en_met` is the last day."""
    row, dossier = _handled(pk)
    last = clock_of(row, on=on).beslissen
    if last is not None and tot_en_met <= last:
        raise DiaryError(_("Kies een dag na de laatste dag die nu geldt."))
    row.uitgesteld_tot, row.uitstel_grond = tot_en_met + timedelta(days=1), grond.value
    _changed(row, dossier, "bezwaar_uitgesteld", on=on, at=at)


def take_away(pk: int, *, on: date, at: datetime) -> None:
    """The person withdrew the objection, in writing or at the hearing (Awb 6:21)."""
    row, dossier = _handled(pk)
    if on < row.ontvangen_op:
        raise DiaryError(_("Intrekken kan pas als het bezwaar er is."))
    row.ingetrokken_op = on
    _changed(row, dossier, "bezwaar_ingetrokken", on=on, at=at)


def decide(pk: int, uitkomst: Bezwaar.Uitkomst, *, on: date, at: datetime) -> None:
    """Join the outcome and the letter that was made; sending that letter is the decision.

    Errors: DiaryError without hearing or ground not to hear (Awb 7:2), for who is late without
    excuse and still gets a decision on the merits, and where the letter is not made yet.
    """
    row, dossier = _handled(pk)
    if row.beslissing_id is not None:
        raise DiaryError(_("Bij dit bezwaar hoort al een beslissing."))
    if row.gehoord_op is None and not row.niet_horen:
        raise DiaryError(_("Hoor de persoon eerst, of leg vast waarom dat niet hoeft (Awb 7:2)."))
    _fits_term(row, uitkomst, on)
    letter = letter_for(row)
    if letter is None:
        raise DiaryError(
            _(
                "Maak eerst de brief met de beslissing op dit bezwaar. Vul daarin de datum van "
                "het besluit in, en de dag waarop u het bezwaar ontving."
            )
        )
    row.uitkomst, row.beslissing = uitkomst.value, letter
    _changed(row, dossier, "bezwaar_beslissing_voorgesteld", on=on, at=at)


def _fits_term(row: Bezwaar, uitkomst: Bezwaar.Uitkomst, on: date) -> None:
    tijdig = clock_of(row, on=on).tijdig
    if tijdig is None:
        raise DiaryError(_("Beoordeel eerst of het te laat komen te verwijten is (Awb 6:11)."))
    if tijdig is False and uitkomst is not Bezwaar.Uitkomst.NIET_ONTVANKELIJK:
        raise DiaryError(_("Dit bezwaar is te laat. De uitkomst is dan niet-ontvankelijk."))


def appeal(pk: int, rechtbank: str, *, on: date, at: datetime) -> None:
    """Record that the person went to court."""
    row, dossier = _held(pk)
    if row.beslissing is None or row.beslissing.dagtekening is None:
        raise DiaryError(_("Beroep kan pas na de beslissing op het bezwaar."))
    if row.beroep_op is not None:
        raise DiaryError(_("Het beroep is al vastgelegd."))
    row.beroep_op, row.rechtbank = on, rechtbank
    _changed(row, dossier, "beroep_ingesteld", on=on, at=at)


def ruled(pk: int, uitspraak: str, *, on: date, at: datetime) -> None:
    """Record what the court said."""
    row, dossier = _held(pk)
    if row.beroep_op is None or row.uitspraak_op is not None:
        raise DiaryError(_("Er loopt geen beroep."))
    row.uitspraak_op, row.uitspraak = on, uitspraak
    _changed(row, dossier, "beroep_beslist", on=on, at=at)


def _before_last_day(row: Bezwaar, on: date) -> None:
    last = clock_of(row, on=on).beslissen
    if last is not None and on > last:
        raise DiaryError(_("De laatste dag om te beslissen is voorbij. Verdagen kan niet meer."))


def _held(pk: int) -> tuple[Bezwaar, Dossier]:
    if not transaction.get_connection().in_atomic_block:
        raise DiaryError("Dit kan alleen binnen een transactie.")
    current_actor().must(Recht.BEZWAAR_BEHANDELEN)
    found = Bezwaar.objects.filter(pk=pk).first()
    if found is None:
        raise DiaryError(_("Dit bezwaar is er niet, of u mag het niet zien."))
    dossier = lock(found.dossier_id, also_restricted=True)
    rows = Bezwaar.objects.select_related("besluit", "beslissing", "gemeente")
    return rows.get(pk=pk), dossier


def _handled(pk: int) -> tuple[Bezwaar, Dossier]:
    row, dossier = _held(pk)
    if not is_open(row):
        raise DiaryError(_("Dit bezwaar is al afgehandeld."))
    return row, dossier


def _changed(
    row: Bezwaar, dossier: Dossier, soort: str, *, on: date, at: datetime, **texts: str
) -> None:
    row.save()
    _note(dossier, row, soort, on=on, at=at, texts=texts)


def _note(
    dossier: Dossier,
    row: Bezwaar,
    soort: str,
    *,
    on: date,
    at: datetime,
    texts: Mapping[str, str] | None = None,
) -> None:
    details: dict[str, Any] = {"bezwaar": row.pk, "besluit": row.besluit_id}
    if soort == "bezwaar_uitgesteld" and row.uitgesteld_tot is not None:
        details["tot"] = row.uitgesteld_tot.isoformat()  # the row keeps the last of several only
    append(dossier, soort, Content(details=details, teksten=texts or {}), on=on, at=at)
