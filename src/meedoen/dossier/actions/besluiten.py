"""Propose, sign and send: how a decision or letter of the college comes to be."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.bezwaar_beslissing import refuse_own
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.actions.sending import held, send_now
from meedoen.dossier.besluiten import mandate_for, no_mandate, receipt_of
from meedoen.dossier.chain import canonical
from meedoen.dossier.gronden import CARRYING, Gronden, draft_of
from meedoen.dossier.letter_versions import frozen_texts
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Besluit, Dossier
from meedoen.dossier.receipt import Difference, Receipt, compare
from meedoen.dossier.sending import NOTHING, Bewijs
from meedoen.law.brief_file import brief_kinds
from meedoen.law.brief_variable import values_to_plain
from meedoen.law.presentation import first_up


class NotAsProposedError(DiaryError):
    """Facts or findings are no longer as they were when the besluit was proposed."""

    def __init__(self, differences: list[Difference]) -> None:
        names = ", ".join(f"{each.name}: {each.then} → {each.now}" for each in differences)
        text = _("Sinds het voorstel is iets veranderd (%(wat)s). Maak een nieuw voorstel.")
        super().__init__(text % {"wat": names})
        self.differences = differences


def propose(
    dossier_id: int,
    soort: str,
    waarden: Mapping[str, Any],
    *,
    on: date,
    at: datetime,
    gronden: Gronden = CARRYING,
) -> Besluit:
    """Propose a letter or besluit: its variables, and the receipt of what the rules say today.

    `gronden`: the facts that the letter names, and why the official deviates from which finding;
    the reason stands in the receipt and the letter, the finding in the receipt alone (AWB-07).
    Errors: LetterError for what is missing or wrong, where nobody may sign it, or where the rules
    say that the law allows no such letter now; NotAllowedError; DiaryError.
    """
    actor = current_actor()
    actor.must(Recht.VOORSTELLEN)
    kind, dossier = brief_kinds()[soort], lock(dossier_id)
    if nobody := no_mandate(dossier.gemeente_id, kind, on=on):
        raise LetterError(nobody)
    draft = draft_of(dossier, kind, waarden, gronden=gronden, on=on, at=at)
    teksten = frozen_texts(dossier.gemeente_id, kind, on=on)
    besluit = Besluit.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        soort=soort,
        waarden=canonical(values_to_plain(kind.variables, draft.waarden)),
        bon=canonical(draft.bon | {"teksten": teksten}),
        afwijking=gronden.reden,
        voorgesteld_at=at,
        voorgesteld_door_id=actor.official,
    )
    _note(dossier, besluit, "besluit_voorgesteld", on=on, at=at)
    return besluit


def sign(besluit_id: int, *, on: date, at: datetime) -> Besluit:
    """Sign what was proposed; from here on its content is frozen (the database holds it).

    Errors: NotAllowedError without mandate (Awb 10:3) or where four eyes are needed;
    NotAsProposedError when facts or findings changed since.
    """
    actor = current_actor()
    actor.must(Recht.ONDERTEKENEN)
    besluit, dossier = held(besluit_id)
    if besluit.ondertekend_at is not None:
        raise DiaryError(_("Dit is al ondertekend."))
    kind = brief_kinds()[besluit.soort]
    if kind.four_eyes and actor.medewerker_id == besluit.voorgesteld_door_id:
        raise NotAllowedError(_("Een ander moet dit ondertekenen dan wie het voorstelde."))
    refuse_own(besluit, actor.official)
    mandaat = mandate_for(actor, besluit, on=on)
    _refuse_changes(dossier, besluit, kind.rules, at=at)
    besluit.ondertekend_at, besluit.mandaat = at, mandaat.bron
    besluit.ondertekend_door_id = actor.official
    with override("nl"):  # the letter is Dutch, whatever language the official reads
        besluit.functie = first_up(rolnaam(actor.rol))
    besluit.save(update_fields=["ondertekend_at", "ondertekend_door", "mandaat", "functie"])
    _note(dossier, besluit, "besluit_ondertekend", on=on, at=at)
    return besluit


def send(
    besluit_id: int, kanaal: str, bewijs: Bewijs = NOTHING, *, on: date, at: datetime
) -> Besluit:
    """Send what was signed, today: see `sending.send_now`."""
    return send_now(besluit_id, kanaal, bewijs, on=on, at=at)


def withdraw(besluit_id: int, reden: str, *, on: date, at: datetime) -> Besluit:
    """Withdraw a besluit that was sent; the letter stays, with the day it lost its force."""
    current_actor().must(Recht.ONDERTEKENEN)
    besluit, dossier = held(besluit_id)
    if besluit.verzonden_at is None or besluit.ingetrokken_op is not None:
        raise DiaryError(_("Alleen een besluit dat geldt, kan worden ingetrokken."))
    besluit.ingetrokken_op = on
    besluit.save(update_fields=["ingetrokken_op"])
    details = {"besluit": besluit.pk, "soort": besluit.soort}
    content = Content(details=details, teksten={"reden": reden})
    append(dossier, "besluit_ingetrokken", content, on=on, at=at)
    return besluit


def _refuse_changes(
    dossier: Dossier, besluit: Besluit, rules: Iterable[str], *, at: datetime
) -> None:
    then: Receipt = json.loads(bytes(besluit.bon))
    now = receipt_of(dossier, rules, on=date.fromisoformat(then["dag"]), at=at)
    if differences := compare(then, now):
        raise NotAsProposedError(differences)


def _note(dossier: Dossier, besluit: Besluit, soort: str, *, on: date, at: datetime) -> None:
    details = {"besluit": besluit.pk, "soort": besluit.soort}
    append(dossier, soort, Content(details=details), on=on, at=at)
