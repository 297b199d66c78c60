"""Whom DUO knows as contactpersoon, and the messages about it; who reaches them, and erasing."""

from typing import Any, ClassVar

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
    " verzonden_at, klaar_at, met_de_hand, contactpersoon_id, naam, email, telefoon)"
)
KNOWN = "SELECT, INSERT, UPDATE (naam, email, telefoon, weg_at)"
WHO = with_right(Recht.BERICHTEN_ZIEN)
PROTECT = django.db.models.deletion.PROTECT
OPEN = ["klaar", "wacht", "verzonden"]
STANDEN = [
    ("klaar", "klaar om te versturen"),
    ("wacht", "wacht"),
    ("verzonden", "verstuurd, nog niet bevestigd"),
    ("bevestigd", "bevestigd"),
    ("afgewezen", "afgewezen door DUO"),
    ("vooraf", "niet verstuurd: DUO wijst dit af"),
    ("ingetrokken", "niet meer nodig"),
    ("vervallen", "vervallen"),
]

KEY: Any = models.BigAutoField(
    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
)


class Migration(migrations.Migration):
    """Three tables; nobody deletes from them, but what is of a dossier goes with it."""

    dependencies: ClassVar = [
        ("accounts", "0014_werkcontact"),
        ("berichten", "0007_antwoord"),
        ("dossier", "0015_wissen_met_apps"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Contactpersoon",
            fields=[
                ("id", KEY.clone()),
                ("duo_nummer", models.PositiveIntegerField(null=True)),
                ("naam", models.TextField()),
                ("email", models.TextField()),
                ("telefoon", models.TextField()),
                ("sinds_at", models.DateTimeField()),
                ("weg_at", models.DateTimeField(null=True)),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=PROTECT,
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Contactmelding",
            fields=[
                ("id", KEY.clone()),
                (
                    "soort",
                    models.TextField(
                        choices=[
                            ("nieuw", "Nieuwe contactpersoon"),
                            ("gewijzigd", "Andere gegevens van de contactpersoon"),
                            ("weg", "Geen contactpersoon meer"),
                            ("koppel", "Dit is de contactpersoon"),
                            ("ontkoppel", "Er is geen contactpersoon meer"),
                        ]
                    ),
                ),
                ("naam", models.TextField(default="")),
                ("email", models.TextField(default="")),
                ("telefoon", models.TextField(default="")),
                (
                    "stand",
                    models.TextField(choices=STANDEN),
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
                ("met_de_hand", models.BooleanField(default=False)),
                (
                    "dossier",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=PROTECT,
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=PROTECT,
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "contactpersoon",
                    models.ForeignKey(
                        null=True,
                        on_delete=PROTECT,
                        related_name="meldingen",
                        to="berichten.contactpersoon",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Contactstap",
            fields=[
                ("id", KEY.clone()),
                ("at", models.DateTimeField()),
                (
                    "stand",
                    models.TextField(choices=STANDEN),
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
                    "contactmelding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stappen",
                        to="berichten.contactmelding",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(null=True, on_delete=PROTECT, to="dossier.dossier"),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=PROTECT,
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="contactpersoon",
            constraint=models.UniqueConstraint(
                condition=models.Q(("weg_at__isnull", True)),
                fields=("gemeente", "medewerker"),
                name="een_contactpersoon_per_medewerker",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactpersoon",
            constraint=models.UniqueConstraint(
                condition=models.Q(("weg_at__isnull", True)),
                fields=("gemeente", "duo_nummer"),
                name="een_contactpersoon_per_nummer",
            ),
        ),
        migrations.AddIndex(
            model_name="contactmelding",
            index=models.Index(
                condition=models.Q(("stand__in", OPEN)),
                fields=["gemeente", "volgende_at"],
                name="contactmelding_beurt",
            ),
        ),
        migrations.AddIndex(
            model_name="contactmelding",
            index=models.Index(fields=["dossier", "id"], name="contactmelding_dossier"),
        ),
        migrations.AddIndex(
            model_name="contactmelding",
            index=models.Index(fields=["gemeente", "medewerker", "id"], name="contactmelding_wie"),
        ),
        migrations.AddConstraint(
            model_name="contactmelding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "stand__in",
                        [name for name, _label in STANDEN],
                    )
                ),
                name="contactmelding_stand",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactmelding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("stand__in", OPEN),
                        ("volgende_at__isnull", False),
                    ),
                    models.Q(
                        models.Q(("stand__in", OPEN), _negated=True),
                        ("volgende_at__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="contactmelding_volgende",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactmelding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("soort__in", ["koppel", "ontkoppel"]), ("dossier__isnull", False)),
                    models.Q(
                        models.Q(("soort__in", ["koppel", "ontkoppel"]), _negated=True),
                        ("dossier__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="contactmelding_over_wie",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactmelding",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stand__in", OPEN), ("dossier__isnull", True)),
                fields=("gemeente", "medewerker"),
                name="een_contactmelding_per_medewerker",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactmelding",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stand__in", OPEN)),
                fields=("dossier",),
                name="een_contactmelding_per_dossier",
            ),
        ),
        protect("berichten_contactpersoon", rights=KNOWN, rollen=WHO),
        protect("berichten_contactmelding", rights=CHANGE, rollen=WHO),
        protect("berichten_contactstap", rights="SELECT, INSERT", rollen=WHO),
        child_of("dossier_dossier", "dossier_id", "contactmelding", app="berichten"),
        child_of("dossier_dossier", "dossier_id", "contactstap", app="berichten"),
        erased_with_dossier(
            "berichten",
            "contactstap",
            "contactmelding",
            "gedaan",
            "vraagantwoord",
            of_lines=["meldingstap", "melding"],
        ),
        sequences(),
    ]
