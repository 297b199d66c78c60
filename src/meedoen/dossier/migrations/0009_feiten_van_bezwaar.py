"""The facts of an objection: columns of stand, as every fact has one."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Twelve columns."""

    dependencies: ClassVar = [
        ("dossier", "0008_teksten_en_afzender"),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="stand",
            name="besluit_bekend_op",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="stand",
            name="bezwaar_ontvangen_op",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="stand",
            name="bezwaar_op_de_post_op",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="stand",
            name="bezwaar_per_post",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="stand",
            name="bezwaar_uitgesteld",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="stand",
            name="bezwaar_uitgesteld_tot",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="stand",
            name="bezwaar_verdaagd",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="stand",
            name="bezwaarcommissie",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="stand",
            name="herstel_gevraagd",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="stand",
            name="herstel_gevraagd_op",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="stand",
            name="herstel_voorbij_op",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="stand",
            name="te_laat_verschoonbaar",
            field=models.BooleanField(null=True),
        ),
    ]
