"""Where a letter stands, from proposed to objected to, in words for the screen."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from meedoen.dossier.models import Besluit, Verzending
from meedoen.dossier.sending import current, waiting
from meedoen.law.brief_file import Brief
from meedoen.law.presentation import first_up, spoken

OVER_BEZWAAR = "beslissing_op_bezwaar"  # against which only an appeal is open


@dataclass(frozen=True)
class Row:
    """A letter in a list: the besluit, its kind, and where it stands.

    Reads `besluit.verzendingen`: fetch them beforehand for a list.
    """

    besluit: Besluit
    kind: Brief | None  # None: a kind of a newer version of Meedoen

    @property
    def title(self) -> str:
        """What it is called."""
        return self.kind.title if self.kind else first_up(spoken(self.besluit.soort))

    @property
    def open_to_objection(self) -> bool:
        """Whether somebody can object: it is a besluit, and taken (Awb 6:10, 7:1)."""
        taken = self.besluit.ondertekend_at is not None
        return bool(self.kind and self.kind.is_besluit and self.kind.name != OVER_BEZWAAR and taken)

    @property
    def state(self) -> tuple[str, str]:
        """A kind of status and its word."""
        if self.besluit.ingetrokken_op is not None:
            return "nee", _("ingetrokken")
        waits, last = waiting(self.besluit), current(self.besluit)
        if waits is not None:
            return _in_mailroom(waits)
        if last is not None and last.terug_op is not None:
            return _came_back(last)
        if self.besluit.verzonden_at is not None:
            return "goed", _("verzonden")
        if self.besluit.ondertekend_at is not None:
            return "actie", _("ondertekend, nog te versturen")
        return "wacht", _("voorgesteld, nog te ondertekenen")


def _in_mailroom(row: Verzending) -> tuple[str, str]:
    if row.fout:
        return "laat", _("ligt bij de postkamer, maar kan niet weg")
    if row.partij_id is not None:
        return "wacht", _("geprint, nog te posten")
    return "wacht", _("klaar voor de postkamer")


def _came_back(row: Verzending) -> tuple[str, str]:
    if row.bekend is False:
        return "laat", _("kwam terug, moet opnieuw")
    return "actie" if row.terug_klaar_at is None else "goed", _("verzonden, kwam terug")
