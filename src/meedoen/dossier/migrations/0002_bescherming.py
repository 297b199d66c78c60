"""Row-level security, rights and guards of the dossier."""

from typing import ClassVar

from django.db import migrations

from meedoen.accounts.policies import protect, sequences
from meedoen.accounts.roles import Recht, Rol, with_right
from meedoen.dossier.guards import guards, same_gemeente

APPEND = "SELECT, INSERT"
CHANGE = "SELECT, INSERT, UPDATE"
ALL = "SELECT, INSERT, UPDATE, DELETE"
PEOPLE = (
    "adres",
    "afwezigheid",
    "gezin",
    "gezinslid",
    "identiteitsbewijs",
    "naamsleutel",
    "persoon",
    "veiligcontact",
    "vertegenwoordiging",
)
# The FG approves destruction, and oversees: no screen shows it what is in a dossier.
DESTROYERS = (*with_right(Recht.DOSSIERS_ZIEN), Rol.FG)


class Migration(migrations.Migration):
    """Who may reach which rows, and what nobody may do to them."""

    dependencies: ClassVar = [("dossier", "0001_dossier"), ("accounts", "0002_rechten")]

    operations: ClassVar = [
        *[protect(f"dossier_{name}", rights=ALL) for name in PEOPLE],
        protect(
            "dossier_dossier",
            rights="SELECT, INSERT, UPDATE (klantmanager_id, versie)",
            rollen=DESTROYERS,
        ),
        protect("dossier_gebeurtenis", rights=APPEND, rollen=DESTROYERS),
        protect("dossier_inhoud", rights=APPEND, rollen=DESTROYERS),
        protect("dossier_feit", rights=APPEND),
        protect("dossier_stand", rights=CHANGE, rollen=DESTROYERS),
        protect("dossier_bijzonder", rights=APPEND, rollen=with_right(Recht.BIJZONDER)),
        protect("dossier_betrokkenheid", rights=CHANGE),
        protect("dossier_bewaarblokkade", rights=ALL, rollen=DESTROYERS),
        protect("dossier_vernietiging", rights=CHANGE, rollen=DESTROYERS),
        protect("dossier_document", rights=CHANGE),
        protect("dossier_documentinhoud", rights=APPEND),
        protect("dossier_afspraak", rights=CHANGE),
        protect("dossier_besluit", rights=CHANGE),
        *same_gemeente(),
        *guards(),
        sequences(),
    ]
