"""The review of rights as a file for a spreadsheet; a cell is never a formula."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.rechten.queries import Holder
from meedoen.accounts.spreadsheet import as_csv


def rights_file(found: Iterable[Holder]) -> bytes:
    """A line per role; the last day of a role as screens show it."""
    return as_csv([_head(), *(row for each in found for row in _rows(each))])


def _head() -> list[object]:
    return [
        _("Naam"),
        _("E-mailadres"),
        _("Organisatie"),
        _("Account"),
        _("Rol"),
        _("Weegt zwaar"),
        _("Vanaf"),
        _("Tot en met"),
        _("Gegeven door"),
        _("Tweede controle"),
        _("Laatst ingelogd"),
        _("Rol laatst gebruikt"),
        _("Laatst nagezien"),
        _("Nazien voor"),
    ]


def _rows(holder: Holder) -> Iterator[list[object]]:
    who = holder.medewerker
    for role in holder.roles:
        yield [
            who.naam,
            who.email,
            who.organisatie.naam if who.organisatie else _("gemeente"),
            _("open") if who.is_active else _("gesloten"),
            rolnaam(role.rol),
            _("ja") if holder.privileged else _("nee"),
            role.van,
            _last(role.tot),
            role.verleend_door.naam if role.verleend_door else role.get_bron_display(),
            ", ".join(holder.factors),
            localdate(who.last_login) if who.last_login else None,
            role.laatst_gebruikt_op,
            holder.reviewed_op,
            holder.due,
        ]


def _last(tot: date | None) -> date | None:
    return tot - timedelta(days=1) if tot else None
