"""`./meedoen verify` and `./meedoen redo`: is all as it was written, would we decide the same?"""

import typer

from meedoen.config.django_ready import ready

AUDIT = "audit"


def verify() -> None:
    """Kijk na of de dossiers heel zijn: ketens, inhoud, documenten en de stand."""
    ready()
    from meedoen.dossier.verify import CHECKS, one_moment

    faults = 0
    with one_moment():
        for name, check in CHECKS.items():
            found = list(check())
            faults += len(found)
            print(f"{name}: {'goed' if not found else f'{len(found)} fout(en)'}")
            for fault in found:
                print(f"  {fault}")
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
