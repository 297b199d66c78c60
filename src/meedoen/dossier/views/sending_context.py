"""What the page of a letter shows of its sending: how it may go, went, and came back."""

from collections.abc import Mapping
from typing import Any

from django.forms import Form

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.addressee import (
    AANGETEKEND,
    ANDERS,
    HAND,
    KANALEN,
    POST,
    addressee_of,
)
from meedoen.dossier.forms.sending import MAILROOM, WAYS, TerugForm, UitgezochtForm
from meedoen.dossier.models import Besluit, Dossier
from meedoen.dossier.sending import (
    addressee_lines,
    came_back_from,
    must_go,
    no_address,
    sendings_of,
    waiting,
)
from meedoen.logboek.gate import CaseRequest


def sending_context(
    request: CaseRequest, dossier: Dossier, besluit: Besluit, *, given: Mapping[str, Form]
) -> dict[str, Any]:
    """What dossier/brief_post.html needs."""
    sent = sendings_of(besluit)
    last = sent[0] if sent else None
    back = last is not None and last.terug_op is not None
    return {
        "wacht": waiting(besluit),
        "opnieuw": bool(sent) and must_go(besluit),
        "verzendingen": [
            (each, str(KANALEN.get(each.kanaal, each.kanaal)), addressee_lines(each))
            for each in sent
        ],
        "wegen": _ways(request, dossier, given) if _may_send(request, besluit) else {},
        "may_tell": request.actor.may(Recht.VASTLEGGEN),
        "terug": given.get("terug", TerugForm()) if last and not back else None,
        "uitgezocht": given.get("uitgezocht", UitgezochtForm())
        if last and back and last.bekend and last.terug_klaar_at is None
        else None,
    }


def _may_send(request: CaseRequest, besluit: Besluit) -> bool:
    return request.actor.may(Recht.ONDERTEKENEN) and must_go(besluit)


def _ways(request: CaseRequest, dossier: Dossier, given: Mapping[str, Form]) -> dict[str, Any]:
    """A form per way that is open now, and why post is not."""
    refused, back = "", None
    lines: tuple[str, ...] = ()
    try:
        to = addressee_of(dossier, POST, on=request.today)
        lines, back = (*to.naam, *to.adres), came_back_from(dossier, to.adres)
    except DiaryError as error:
        refused = str(error)
    names = [HAND] if refused else [POST, AANGETEKEND, HAND]
    if _another_way(request, dossier):
        names.append(ANDERS)
    forms = {
        name: given.get(name) or WAYS[name](auto_id=f"{name}_%s", initial=_initial(dossier, name))
        for name in names
    }
    if back is None:
        for name in {POST, AANGETEKEND} & set(forms):
            del forms[name].fields["adres_nagekeken"]
    return {"forms": forms, "waarom_niet": refused, "adres": lines, "terug": back}


def _another_way(request: CaseRequest, dossier: Dossier) -> bool:
    try:
        addressee_of(dossier, ANDERS, on=request.today)
    except DiaryError:
        return False
    return no_address(dossier, on=request.today)


def _initial(dossier: Dossier, name: str) -> dict[str, str]:
    who = dossier.persoon
    return {"aan": who.naam.volledig} if name == HAND and who is not None else {}


def typed_name(kanaal: str) -> str:
    """Under which name a form of sending stands on the page: the mailroom is post too."""
    return POST if kanaal == MAILROOM else kanaal
