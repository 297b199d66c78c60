"""Why somebody did not get in through the municipality: a word for the log, words to read."""

from enum import Enum
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

_AGAIN = _("Probeer het nog eens. Lukt het weer niet? Vraag het de beheerder van uw gemeente.")
_MANAGER = _("Vraag het aan de beheerder van Meedoen in uw gemeente.")
_OPERATOR = _("Meld dit aan de beheerder van Meedoen in uw gemeente. Die kan het oplossen.")


class Told(NamedTuple):
    """A page: its status, its title, what happened and what one does now."""

    status: int
    title: Any
    happened: Any
    todo: Any


class Reason(Enum):
    """Why not; the name goes to the log, the value to the screen."""

    CANCELLED = Told(403, _("U bent niet ingelogd"), _("U stopte met inloggen."), _AGAIN)
    EXPIRED = Told(
        400,
        _("Het inloggen duurde te lang"),
        _("U had tien minuten om in te loggen, of u gebruikte een oude link."),
        _("Begin opnieuw met inloggen."),
    )
    UNREACHABLE = Told(
        503,
        _("De gemeente antwoordt niet"),
        _("Meedoen kan het inlogsysteem van uw gemeente nu niet bereiken."),
        _("Wacht een paar minuten en probeer het nog eens."),
    )
    ANSWERED_WRONG = Told(
        502,
        _("Inloggen lukt nu niet"),
        _("Het inlogsysteem van uw gemeente gaf een antwoord dat Meedoen niet kan gebruiken."),
        _AGAIN,
    )
    NOT_PROVEN = Told(
        403,
        _("Inloggen lukt nu niet"),
        _("Meedoen kan niet zeker weten dat u het bent. Daarom logt Meedoen u niet in."),
        _AGAIN,
    )
    TOO_LOW = Told(
        403,
        _("U moet veiliger inloggen"),
        _("U logde in zonder een tweede controle, zoals een code op uw telefoon."),
        _("Log in op de veilige manier van uw gemeente. Weet u niet hoe? Vraag het de helpdesk."),
    )
    INCOMPLETE = Told(
        403,
        _("Uw gegevens zijn niet compleet"),
        _("Uw gemeente stuurde geen naam of e-mailadres mee. Zonder die gegevens kan het niet."),
        _OPERATOR,
    )
    TOO_MANY_GROUPS = Told(
        403,
        _("U zit in te veel groepen"),
        _("Het inlogsysteem stuurt uw groepen niet mee, omdat het er te veel zijn."),
        _OPERATOR,
    )
    NO_ACCESS = Told(
        403,
        _("U hebt nog geen toegang"),
        _("Uw gemeente kent u, maar u hebt geen rol in Meedoen."),
        _MANAGER,
    )
    CLOSED = Told(
        403, _("Uw account is gesloten"), _("U kunt niet meer in Meedoen werken."), _MANAGER
    )
    ADDRESS_TAKEN = Told(
        403,
        _("Uw e-mailadres is al bekend"),
        _("Er is al een account met uw e-mailadres. Meedoen weet niet zeker dat dit van u is."),
        _(
            "De beheerder van Meedoen in uw gemeente ziet dat u probeerde in te loggen."
            " Vraag of hij uw account koppelt. Daarna kunt u inloggen."
        ),
    )


class Refused(Exception):  # noqa: N818 - it is no fault of the program
    """Somebody does not get in. `detail`: one word of ours for the log, never what was sent."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason.name)
        self.reason, self.detail = reason, detail
