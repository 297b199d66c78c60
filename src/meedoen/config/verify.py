"""`./meedoen verify` and `./meedoen redo`: is all as it was written, would we decide the same?"""

from collections.abc import Callable, Iterable
from functools import partial

import typer

from meedoen.config.django_ready import ready

AUDIT = "audit"


def verify() -> None:
    """Kijk na of dossiers en logboek heel zijn: ketens, inhoud, documenten, stand en zegels."""
    ready()
    from meedoen.accounts.clock import now
    from meedoen.dossier.verify import CHECKS, one_moment
    from meedoen.logboek.verify import last_seals, verify_log

    faults = 0
    checks: dict[str, Callable[[], Iterable[object]]] = dict(CHECKS)
    checks["logboek"] = partial(verify_log, at=now())
    with one_moment():
        for name, check in checks.items():
            found = list(check())
            faults += len(found)
            print(f"{name}: {'goed' if not found else f'{len(found)} fout(en)'}")
            for fault in found:
                print(f"  {fault}")
        for gemeente, nummer, said in last_seals():
            print(f"laatste zegel van gemeente {gemeente:04d}: {nummer}, {said}")
    raise typer.Exit(1 if faults else 0)


def redo() -> None:
    """Reken elk besluit opnieuw uit en zeg waar iets anders uitkomt, en waardoor."""
    ready()
    from meedoen.dossier.besluiten import redo as again
    from meedoen.dossier.models import Besluit

    rows = Besluit.objects.using(AUDIT).select_related("dossier__gemeente").order_by("pk")
    same, changed = 0, 0
    for besluit in rows.iterator(200):
        found = again(besluit, using=AUDIT)
        same, changed = same + (not found), changed + bool(found)
        for each in found:
            place = f"besluit {besluit.pk} ({besluit.soort})"
            print(f"{place}: {each.what} «{each.name}»: {each.then} → {each.now}")
    print(f"{same} besluiten hetzelfde, {changed} anders")
    raise typer.Exit(1 if changed else 0)
