"""The mail with the link of an invitation, where the installation can send mail."""

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _

from meedoen.accounts.models import Medewerker


def is_possible() -> bool:
    """Whether this installation can send mail (EMAIL_URL)."""
    return bool(settings.EMAIL_HOST)


def send_link(who: Medewerker, gemeente: str, link: str) -> None:
    """Mail somebody the link. Errors: OSError (SMTPException is one) when the mail cannot go."""
    words = _(
        "Beste %(naam)s,\n\n"
        "Gemeente %(gemeente)s geeft u toegang tot Meedoen. Open deze link en kies een wachtwoord:"
        "\n\n%(link)s\n\n"
        "De link werkt 72 uur, en één keer. Geef hem niet aan een ander.\n\n"
        "Verwachtte u deze mail niet? Doe dan niets, en vertel het de beheerder van uw gemeente.\n"
    )
    told = {"naam": who.naam, "gemeente": gemeente, "link": link}
    send_mail(_("Uw toegang tot Meedoen"), words % told, None, [who.email])
