"""A mailroom that prints and then takes long, as a process that can be killed (test_batches.py)."""

import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from meedoen.config.django_ready import ready


def main(medewerker: str, gemeente: str, marker: str, at: str) -> None:
    """Print the first letter, say so, and never get to the second."""
    ready()
    from meedoen.accounts.actor import Actor
    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier import sending
    from meedoen.dossier.actions import batches

    letter_for, printed = sending.letter_for, []

    def slowly(*given: Any, **more: Any) -> Any:
        made = letter_for(*given, **more)
        printed.append(made)
        if len(printed) > 1:
            Path(marker).write_text("rendered, not kept", "utf-8")
            time.sleep(600)
        return made

    patch.object(batches, "letter_for", slowly).start()
    actor = Actor(int(medewerker), "", Rol.TEAMLEIDER, (int(gemeente),))
    moment = datetime.fromisoformat(at)
    with as_actor(actor):
        batches.make_batch(int(gemeente), on=date(moment.year, moment.month, moment.day), at=moment)


if __name__ == "__main__":
    main(*sys.argv[1:])
