"""Whether DUO was asked because of a notice; an answer to an official that was not understood."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

from meedoen.accounts.policies import protect
from meedoen.accounts.roles import Recht, with_right
from meedoen.dossier.erasure_apps import erased_with_dossier
from meedoen.dossier.guards import child_of

# Of what was processed before, by the reason that it was left with.
_BEFORE = """
UPDATE berichten_bericht SET gevraagd_at = verwerkt_at
WHERE verwerkt_at IS NOT NULL AND waarom NOT IN ('wacht_op_bsn', 'ander_nummer', 'twee_dossiers',
  'ingetrokken', 'niets_te_doen', 'zelfde_nummer', 'mag_niet', 'fout', 'fout_blijft');
GRANT UPDATE (gevraagd_at) ON berichten_bericht TO meedoen_web, meedoen_worker;
"""


class Migration(migrations.Migration):
    """A column, and a table for few."""

    dependencies: ClassVar = [
        ("berichten", "0006_gedaan"),
        ("dossier", "0015_wissen_met_apps"),
    ]

    operations: ClassVar = [
        migrations.AddField("bericht", "gevraagd_at", models.DateTimeField(null=True)),
        migrations.RunSQL(
            _BEFORE,
            "REVOKE UPDATE (gevraagd_at) ON berichten_bericht FROM meedoen_web, meedoen_worker",
        ),
        migrations.CreateModel(
            name="Vraagantwoord",
            fields=[
                (
                    "vraag",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="berichten.vraag",
                    ),
                ),
                ("verzegeld", models.TextField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="accounts.gemeente",
                    ),
                ),
            ],
        ),
        # word for word for few; sealed anew when the key changes
        protect(
            "berichten_vraagantwoord",
            rights="SELECT, INSERT, UPDATE (verzegeld)",
            rollen=with_right(Recht.BERICHT_LEZEN),
        ),
        child_of("dossier_dossier", "dossier_id", "vraagantwoord", app="berichten"),
        erased_with_dossier(
            "berichten", "gedaan", "vraagantwoord", of_lines=["meldingstap", "melding"]
        ),
    ]
