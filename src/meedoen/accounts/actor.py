"""Who acts: an official in one role, for the municipalities that this role covers."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.roles import RECHTEN, Recht, Rol


class NotAllowedError(Exception):
    """Somebody tried what his role may not do; the text says what, in words for the screen."""


@dataclass(frozen=True)
class Actor:
    """An official in one role. `gemeenten` are CBS codes; `medewerker_id` is None: the system."""

    medewerker_id: int | None
    naam: str
    rol: Rol
    gemeenten: tuple[int, ...]

    @property
    def official(self) -> int:
        """The id of the official. Errors: NotAllowedError: the system itself decides nothing."""
        if self.medewerker_id is None:
            raise NotAllowedError(_("Dit moet een medewerker doen."))
        return self.medewerker_id

    def may(self, recht: Recht) -> bool:
        """Whether the role has this right."""
        return recht in RECHTEN[self.rol]

    def must(self, recht: Recht) -> None:
        """Refuse what the role may not do. Errors: NotAllowedError."""
        if not self.may(recht):
            text = _("Met de rol «%(rol)s» mag u dit niet: %(wat)s.")
            told = {"rol": rolnaam(self.rol), "wat": _(recht.value)}
            raise NotAllowedError(text % told)

    def must_work_for(self, gemeente: int) -> None:
        """Refuse a municipality outside the scope. Errors: NotAllowedError."""
        if gemeente not in self.gemeenten:
            raise NotAllowedError(_("U werkt niet voor deze gemeente."))
