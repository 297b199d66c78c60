"""How fast the mailroom is: `./meedoen bench letters -- --letters 1000`.

Letters that were signed and laid ready are printed and posted batch by batch: each is checked,
set in type, kept with its proof and noted in the diary, and each batch waits for the disk. Beside
it, in turn, the least that can be done: the same letters set in type, and nothing kept.
"""

import argparse
import os
import platform
import time
from typing import Any

from tests.bench.town import empty


def main() -> None:
    """Measure, and print letters a second of both ways."""
    parser = argparse.ArgumentParser(prog="./meedoen bench letters --", description=__doc__)
    parser.add_argument("--letters", type=int, default=1000)
    asked = parser.parse_args()
    with empty(durable=True):
        print(f"{asked.letters} letters are written and signed...", flush=True)
        people = _laid_ready(asked.letters)
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
        ours = least = 0.0
        done = 0
        while done < asked.letters:
            partij, seconds = _batch(people)
            ours += seconds
            rows, seconds = _only_typeset(people, partij)
            least += seconds
            done += rows
            print(
                f"{done:6d} letters   mailroom {ours:6.1f} s   only set {least:6.1f} s", flush=True
            )
        print(f"\n{done / ours:.1f} against {done / least:.1f} letters/s: {ours / least:.2f}x")


def _laid_ready(count: int) -> Any:
    from tests.dossier.letters_ready import at_home, officials, signed
    from tests.dossier.makers import ON, later

    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier.actions.sending import ready_for_mailroom

    people = officials()
    for number in range(count):
        letter = signed(people, at_home(people, f"Selam Naam{number}"))
        with as_actor(people[Rol.KLANTMANAGER]):
            ready_for_mailroom(letter.pk, on=ON, at=later(4))
    return people


def _batch(people: Any) -> tuple[Any, float]:
    """A batch, made and posted: each in a transaction, as the two requests do it."""
    from tests.dossier.makers import HIER, ON, later

    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier.actions.batches import make_batch, posted

    began = time.perf_counter()
    with as_actor(people[Rol.TEAMLEIDER]):
        partij = make_batch(HIER, on=ON, at=later(5))
    with as_actor(people[Rol.TEAMLEIDER]):
        posted(partij.pk, at=later(6))
    return partij, time.perf_counter() - began


def _only_typeset(people: Any, partij: Any) -> tuple[int, float]:
    """The pages of the same letters alone; what they hold is read before the clock runs."""
    from tests.dossier.makers import ON, later

    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier import letters, typesetting
    from meedoen.dossier.addressee import POST, addressee_of
    from meedoen.dossier.models import Verzending
    from meedoen.dossier.sending import letter_for

    seconds, set_in_type = 0.0, typesetting.typeset

    def timed(*given: Any, **named: Any) -> bytes:
        nonlocal seconds
        began = time.perf_counter()
        made = set_in_type(*given, **named)
        seconds += time.perf_counter() - began
        return made

    letters.typeset = timed  # type: ignore[attr-defined]
    with as_actor(people[Rol.TEAMLEIDER]):
        rows = list(Verzending.objects.filter(partij=partij).select_related("besluit__dossier"))
        for row in rows:
            to = addressee_of(row.besluit.dossier, POST, on=ON)
            letter_for(row.besluit, to, on=ON, at=later(7))[0].pdf()
    letters.typeset = set_in_type  # type: ignore[attr-defined]
    return len(rows), seconds


if __name__ == "__main__":
    main()
