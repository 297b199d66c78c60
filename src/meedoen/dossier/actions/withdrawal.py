"""Withdrawing data that was delivered here by mistake: one official proposes, another decides.

The content goes and the envelopes stay, so the chain is whole; the facts are as if never told.
"""

from datetime import date, datetime

from django.db import connection
from django.utils.translation import gettext as _

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.destruction import refuse_hold
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.chain import canonical
from meedoen.dossier.models import Dossier, Intrekking
from meedoen.dossier.withdrawal import declaration_of, going_whole, going_with


def propose_withdrawal(
    dossier_id: int, nummer: int | None, reden: str, *, bron: str, on: date, at: datetime
) -> Intrekking:
    """The first of two officials: this line (or, with None, this dossier) does not belong here.

    `bron`: who delivered it. Errors: DiaryError under a legal hold, for what cannot be withdrawn,
    or when it was proposed already; NotAllowedError.
    """
    actor = current_actor()
    actor.must(Recht.INTREKKING_VOORSTELLEN)
    dossier = lock(dossier_id)
    refuse_hold(dossier.pk)
    going = going_whole(dossier) if nummer is None else going_with(dossier, nummer)
    waiting = Intrekking.objects.filter(dossier=dossier, goedgekeurd__isnull=True)
    if waiting.filter(nummers__overlap=list(going.nummers)).exists():
        raise DiaryError(_("Dit is al voorgesteld. De functionaris gegevensbescherming beslist."))
    made = Intrekking.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        soort=going.soort,
        nummers=list(going.nummers),
        document=going.document,
        sha256=going.sha256,
        berichten=list(going.berichten),
        reden=reden,
        bron=bron,
        geleverd_at=going.since,
        voorgesteld_door_id=actor.official,
        voorgesteld_at=at,
    )
    content = Content(details={"soort": going.soort.value, "nummers": list(going.nummers)})
    append(dossier, "intrekking_voorgesteld", content, on=on, at=at)
    return made


def withdraw_data(intrekking_id: int, *, on: date, at: datetime) -> Intrekking:
    """The second official approves: the verklaring is made, and then the content is gone.

    Errors: NotAllowedError for the one who proposed it; DiaryError under a legal hold.
    """
    found, dossier = _undecided(intrekking_id)
    refuse_hold(dossier.pk)
    found.verklaring = canonical(declaration_of(found, until=at))
    _decide(found, dossier, "gegevens_ingetrokken", on=on, at=at)
    with connection.cursor() as cursor:
        cursor.execute("SELECT dossier_trek_in(%s)", [found.pk])
    return found


def refuse_withdrawal(intrekking_id: int, antwoord: str, *, on: date, at: datetime) -> Intrekking:
    """The second official does not approve, and says why: the data stays."""
    found, dossier = _undecided(intrekking_id)
    found.antwoord = antwoord
    _decide(found, dossier, "intrekking_afgewezen", on=on, at=at)
    return found


def _undecided(intrekking_id: int) -> tuple[Intrekking, Dossier]:
    """The proposal and its dossier, held. Errors: NotAllowedError; DiaryError when decided."""
    actor = current_actor()
    actor.must(Recht.INTREKKING_GOEDKEUREN)
    found = Intrekking.objects.filter(pk=intrekking_id).first()
    if found is None:
        raise DiaryError(_("Dit voorstel is er niet."))
    if found.voorgesteld_door_id == actor.medewerker_id:
        raise NotAllowedError(_("Een ander moet dit goedkeuren dan wie het voorstelde."))
    if found.goedgekeurd is None:
        dossier = lock(found.dossier_id)
        found = Intrekking.objects.select_related("dossier").get(pk=intrekking_id)
    if found.goedgekeurd is not None:  # perhaps decided while we waited
        raise DiaryError(_("Over dit voorstel is al beslist."))
    return found, dossier


def _decide(found: Intrekking, dossier: Dossier, soort: str, *, on: date, at: datetime) -> None:
    found.besloten_door_id, found.besloten_at = current_actor().official, at
    found.goedgekeurd = soort == "gegevens_ingetrokken"
    content = Content(details={"soort": found.soort, "nummers": list(found.nummers)})
    append(dossier, soort, content, on=on, at=at)
    found.save()
