"""The outbox to DUO: what it must be told, every step, who reaches it, and that it is erased."""

from typing import ClassVar

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.accounts.roles import Recht, with_right
from meedoen.dossier.erasure_apps import erased_with_dossier
from meedoen.dossier.guards import child_of

CHANGE = (
    "SELECT, INSERT, UPDATE (stand, waarom, redenen, pogingen, volgende_at, bericht_id,"
    " verzonden_at, klaar_at, verzegeld, gezien, met_de_hand, gemeld_id)"
)


class Migration(migrations.Migration):
    """Two tables; nobody deletes from them."""

    dependencies: ClassVar = [
        ("accounts", "0013_oin"),
        ("berichten", "0004_gekozen_dossier"),
        ("dossier", "0015_wissen_met_apps"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Melding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("soort", models.TextField()),
                ("over", models.PositiveIntegerField(null=True)),
                (
                    "stand",
                    models.TextField(
                        choices=[
                            ("klaar", "klaar om te versturen"),
                            ("wacht", "wacht"),
                            ("verzonden", "verstuurd, nog niet bevestigd"),
                            ("bevestigd", "bevestigd"),
                            ("afgewezen", "afgewezen door DUO"),
                            ("vooraf", "niet verstuurd: DUO wijst dit af"),
                            ("ingetrokken", "niet meer nodig"),
                            ("vervallen", "vervallen"),
                        ]
                    ),
                ),
                ("waarom", models.TextField(default="")),
                (
                    "redenen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("gemaakt_at", models.DateTimeField()),
                ("pogingen", models.PositiveSmallIntegerField(default=0)),
                ("volgende_at", models.DateTimeField(null=True)),
                ("bericht_id", models.UUIDField(null=True)),
                ("verzonden_at", models.DateTimeField(null=True)),
                ("klaar_at", models.DateTimeField(null=True)),
                ("verzegeld", models.TextField(default="")),
                ("gezien", models.PositiveIntegerField(default=0)),
                ("met_de_hand", models.BooleanField(default=False)),
                (
                    "dossier",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gebeurtenis",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossier.gebeurtenis",
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
                (
                    "gemeld",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossier.gebeurtenis",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Meldingstap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "stand",
                    models.TextField(
                        choices=[
                            ("klaar", "klaar om te versturen"),
                            ("wacht", "wacht"),
                            ("verzonden", "verstuurd, nog niet bevestigd"),
                            ("bevestigd", "bevestigd"),
                            ("afgewezen", "afgewezen door DUO"),
                            ("vooraf", "niet verstuurd: DUO wijst dit af"),
                            ("ingetrokken", "niet meer nodig"),
                            ("vervallen", "vervallen"),
                        ]
                    ),
                ),
                ("waarom", models.TextField(default="")),
                (
                    "redenen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("bericht_id", models.UUIDField(null=True)),
                ("toelichting", models.TextField(default="")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "gebeurtenis",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossier.gebeurtenis",
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
                (
                    "medewerker",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "melding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stappen",
                        to="berichten.melding",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="melding",
            index=models.Index(
                condition=models.Q(("stand__in", ["klaar", "wacht", "verzonden"])),
                fields=["gemeente", "volgende_at"],
                name="melding_aan_de_beurt",
            ),
        ),
        migrations.AddIndex(
            model_name="melding",
            index=models.Index(fields=["dossier", "id"], name="melding_van_dossier"),
        ),
        migrations.AddConstraint(
            model_name="melding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "stand__in",
                        [
                            "klaar",
                            "wacht",
                            "verzonden",
                            "bevestigd",
                            "afgewezen",
                            "vooraf",
                            "ingetrokken",
                            "vervallen",
                        ],
                    )
                ),
                name="melding_stand",
            ),
        ),
        migrations.AddConstraint(
            model_name="melding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("stand__in", ["klaar", "wacht", "verzonden"]),
                        ("volgende_at__isnull", False),
                    ),
                    models.Q(
                        models.Q(("stand__in", ["klaar", "wacht", "verzonden"]), _negated=True),
                        ("volgende_at__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="melding_volgende",
            ),
        ),
        protect("berichten_melding", rights=CHANGE, rollen=with_right(Recht.BERICHTEN_ZIEN)),
        protect(
            "berichten_meldingstap",
            rights="SELECT, INSERT",
            rollen=with_right(Recht.BERICHTEN_ZIEN),
        ),
        child_of("dossier_dossier", "dossier_id", "melding", app="berichten"),
        child_of("dossier_dossier", "dossier_id", "meldingstap", app="berichten"),
        erased_with_dossier("berichten", of_lines=["meldingstap", "melding"]),
        sequences(),
    ]
