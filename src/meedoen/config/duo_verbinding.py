"""`./meedoen duo-verbinding`: does DUO answer this municipality, and if not, what to look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from meedoen.config.serve import Refused, load_settings, not_reached


def duo_verbinding(
    *, gemeente: Annotated[int, typer.Option(help="De CBS-code van de gemeente.")]
) -> None:
    """Vraag DUO iets waar niemand in voorkomt, en zeg wat er mis is (beheerders)."""
    load_settings()
    from django.conf import settings
    from django.db import DatabaseError

    from meedoen.config.duo import duo_of

    for line in certificate_lines(settings, gemeente, now=datetime.now(UTC)):
        typer.echo(line)
    try:
        fault = fault_of(duo_of(gemeente))
    except DatabaseError as error:
        raise Refused([not_reached("DATABASE_URL", error)]) from error
    if fault:
        raise Refused([fault])
    typer.echo("DUO antwoordt zoals wij verwachten.")


def certificate_lines(settings: Any, gemeente: int, *, now: datetime) -> Iterator[str]:
    """Until when our certificate holds, and whether that is soon; nothing where it is not."""
    from cryptography import x509

    from meedoen.config.duo import files_of

    files = files_of(settings, gemeente) if settings.DUO_URL else None
    if files is None or files.certificate is None or not files.certificate.is_file():
        return
    last = x509.load_pem_x509_certificate(files.certificate.read_bytes()).not_valid_after_utc
    days = (last - now).days
    yield f"Certificaat van gemeente {gemeente:04d}: geldig tot {last:%d-%m-%Y} ({days} dagen)."
    if days < 42:  # a new certificate of PKIoverheid takes weeks
        yield "Vraag nu een nieuw certificaat aan."


def fault_of(duo: Any) -> str | None:
    """What is wrong with the line, from a question about nobody; None when nothing is."""
    from meedoen.ports.duo_errors import (
        DuoError,
        GeenToegangError,
        NietBereikbaarError,
        OnbegrepenError,
    )

    try:
        duo.verlengingsgronden()
    except GeenToegangError:
        return "DUO weigert. Klopt het certificaat, en kent DUO het OIN van de gemeente?"
    except NietBereikbaarError as error:
        return f"DUO antwoordt niet: {error.why}."
    except OnbegrepenError as error:
        return f"Wat er antwoordt, lijkt niet op DUO ({error.why}). Kijk naar DUO_URL."
    except DuoError as error:
        return f"DUO antwoordt met status {error.status}. Kijk naar DUO_URL en DUO_OIN."
    return None
