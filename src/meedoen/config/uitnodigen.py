"""`./meedoen uitnodigen`: the first beheerder of a municipality, and one who lost everything."""

from datetime import datetime
from typing import Annotated

import typer

from meedoen.config.serve import Refused, load_settings, not_reached


def uitnodigen(
    adres: Annotated[str, typer.Argument(help="Het e-mailadres van de medewerker.")],
    *,
    gemeente: Annotated[int, typer.Option(help="De CBS-code van de gemeente.")],
    naam: Annotated[str, typer.Option(help="De naam, bij een eerste uitnodiging.")] = "",
    rol: Annotated[str, typer.Option(help="De rol, bij een eerste uitnodiging.")] = "beheerder",
    site: Annotated[
        str, typer.Option(help="Het adres van Meedoen; anders de eerste van ALLOWED_HOSTS.")
    ] = "",
) -> None:
    """Nodig een medewerker uit, of opnieuw uit, op de server zelf (beheerders).

    De link die u ziet, werkt 72 uur en één keer. Geef hem alleen aan de medewerker. Heeft die al
    een account? Dan werken wachtwoord, tweede stap en open sessies direct niet meer.
    """
    load_settings()
    from django.conf import settings
    from django.db import DatabaseError

    from meedoen.accounts.actions import AccountError

    try:
        sleutel = _key(adres, gemeente, naam=naam, rol=rol)
    except AccountError as error:
        raise Refused([str(error)]) from error
    except DatabaseError as error:
        raise Refused([not_reached("DATABASE_URL", error)]) from error
    where = site or f"https://{next(iter(settings.ALLOWED_HOSTS), 'ADRES-VAN-MEEDOEN')}"
    typer.echo(f"{where.rstrip('/')}/uitnodiging/{sleutel}/")


def _key(adres: str, gemeente: int, *, naam: str, rol: str) -> str:
    """The key of the link. Errors: AccountError."""
    from django.utils.timezone import localdate

    from meedoen.accounts.actions import AccountError
    from meedoen.accounts.clock import now
    from meedoen.accounts.invitations.actions import Invitee, invite, invite_again
    from meedoen.accounts.login import security_log
    from meedoen.accounts.models import Medewerker
    from meedoen.accounts.roles import Rol

    at: datetime = now()
    known = Medewerker.objects.filter(email__iexact=adres).first()
    if known is not None:
        sleutel = invite_again(known, gemeente, by=None, at=at)
    elif not naam or rol not in Rol.values:
        roles = ", ".join(Rol.values)
        raise AccountError(f"Geef een naam en een rol: --naam 'V. Naam' --rol een van: {roles}")
    else:
        whom = Invitee(adres, naam, Rol(rol), localdate(at))
        sleutel = invite(whom, gemeente, by=None, at=at) or ""
    who = Medewerker.objects.get(email__iexact=adres)
    security_log.note("invitation_made", None, who=who.pk, by="server")
    return sleutel
