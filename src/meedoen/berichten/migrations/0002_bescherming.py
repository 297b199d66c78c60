"""Row-level security of the inbox, who may what with it, and the functions that add to it."""

from typing import ClassVar

from django.db import migrations

from meedoen.accounts.policies import protect, sequences
from meedoen.accounts.roles import Recht, with_right
from meedoen.berichten.inbox_functions import functions

CHANGE = (
    "SELECT, UPDATE (stand, waarom, pogingen, volgende_at, verwerkt_at, dossier_id, medewerker_id)"
)


class Migration(migrations.Migration):
    """Nobody adds to these tables but by a function; nobody deletes."""

    dependencies: ClassVar = [
        ("berichten", "0001_inbox"),
        ("accounts", "0013_oin"),
        ("dossier", "0003_rechten_betrokkene"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]

    operations: ClassVar = [
        protect("berichten_bericht", rights=CHANGE, rollen=with_right(Recht.BERICHTEN_ZIEN)),
        # word for word for few; sealed anew when the key changes
        protect(
            "berichten_berichtinhoud",
            rights="SELECT, UPDATE (verzegeld)",
            rollen=with_right(Recht.BERICHT_LEZEN),
        ),
        protect(
            "berichten_geweigerd",
            rights="SELECT, UPDATE (verzegeld)",
            rollen=with_right(Recht.BERICHT_LEZEN),
        ),
        *functions(),
        sequences(),
    ]
