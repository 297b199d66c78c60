"""The talk of the brede intake: answers, the start position, and who has a section open."""

from typing import ClassVar

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import grant, protect, sequences
from meedoen.accounts.roles import Recht, Rol, with_right
from meedoen.dossier.erasure_apps import erased_with_dossier
from meedoen.dossier.guards import child_of
from meedoen.intake.inzage_functions import for_inzage

# Who gives a copy and compares how the intake is filled in, reads the answers; nobody else does.
READERS = (*with_right(Recht.INTAKE_VOEREN), Rol.KWALITEITSMEDEWERKER)
OF_LINES = ("antwoord", "bijzonderantwoord", "startpositie")


class Migration(migrations.Migration):
    """Five tables, who reaches them, and that they are erased with the dossier."""

    initial = True

    dependencies: ClassVar = [
        ("accounts", "0013_oin"),
        ("dossier", "0015_wissen_met_apps"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Aanwezig",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("onderdeel", models.TextField()),
                ("sinds_at", models.DateTimeField()),
                ("gezien_at", models.DateTimeField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "onderdeel", "medewerker"), name="een_keer_aanwezig"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Antwoord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveIntegerField()),
                ("vraag", models.TextField()),
                ("kader", models.TextField()),
                (
                    "stand",
                    models.TextField(
                        choices=[
                            ("antwoord", "beantwoord"),
                            ("wil niet zeggen", "wil dit niet zeggen"),
                            ("niet besproken", "niet besproken"),
                        ]
                    ),
                ),
                ("waarde", models.TextField(blank=True)),
                (
                    "bron",
                    models.TextField(
                        choices=[
                            ("inburgeraar", "de persoon zelf"),
                            ("tolk", "de persoon, via de tolk"),
                            ("document", "een document"),
                            ("klantprofiel", "het klantprofiel van het COA"),
                            ("waarneming", "ik zag het zelf"),
                        ]
                    ),
                ),
                ("op", models.DateField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "gebeurtenis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.gebeurtenis"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["dossier", "vraag", "-nummer"], name="antwoord_nieuwste")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gebeurtenis", "vraag"), name="een_antwoord_per_keer"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("stand", "antwoord"), models.Q(("waarde", ""), _negated=True)
                            ),
                            models.Q(
                                models.Q(("stand", "antwoord"), _negated=True), ("waarde", "")
                            ),
                            _connector="OR",
                        ),
                        name="antwoord_met_waarde",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BijzonderAntwoord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveIntegerField()),
                ("vraag", models.TextField()),
                ("kader", models.TextField()),
                (
                    "stand",
                    models.TextField(
                        choices=[
                            ("antwoord", "beantwoord"),
                            ("wil niet zeggen", "wil dit niet zeggen"),
                            ("niet besproken", "niet besproken"),
                        ]
                    ),
                ),
                ("waarde", models.TextField(blank=True)),
                (
                    "bron",
                    models.TextField(
                        choices=[
                            ("inburgeraar", "de persoon zelf"),
                            ("tolk", "de persoon, via de tolk"),
                            ("document", "een document"),
                            ("klantprofiel", "het klantprofiel van het COA"),
                            ("waarneming", "ik zag het zelf"),
                        ]
                    ),
                ),
                ("op", models.DateField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "gebeurtenis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.gebeurtenis"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["dossier", "vraag", "-nummer"], name="bijzonder_nieuwste")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gebeurtenis", "vraag"), name="een_bijzonder_per_keer"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("stand", "antwoord"), models.Q(("waarde", ""), _negated=True)
                            ),
                            models.Q(
                                models.Q(("stand", "antwoord"), _negated=True), ("waarde", "")
                            ),
                            _connector="OR",
                        ),
                        name="bijzonder_met_waarde",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Spreidingsbeeld",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField()),
                ("aan", models.BooleanField()),
                ("minste", models.PositiveSmallIntegerField(default=10)),
                ("grond", models.TextField(blank=True)),
                ("vastgelegd_at", models.DateTimeField()),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("aan", False), models.Q(("grond", ""), _negated=True), _connector="OR"
                        ),
                        name="spreiding_grond",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minste__gte", 5)), name="spreiding_minste"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Startpositie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveIntegerField()),
                ("kader", models.TextField()),
                ("op", models.DateField()),
                ("compleet", models.BooleanField(null=True)),
                (
                    "ontbreekt",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("besproken", models.PositiveSmallIntegerField()),
                ("vragen", models.PositiveSmallIntegerField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "gebeurtenis",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.gebeurtenis"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["dossier"], name="startpositie_dossier")],
            },
        ),
        protect("intake_antwoord", rights="SELECT, INSERT", rollen=READERS),
        protect(
            "intake_bijzonderantwoord",
            rights="SELECT, INSERT",
            rollen=with_right(Recht.BIJZONDER),
        ),
        protect("intake_startpositie", rights="SELECT, INSERT", rollen=READERS),
        protect("intake_aanwezig", rights="SELECT, INSERT, UPDATE, DELETE", rollen=READERS),
        grant("intake_spreidingsbeeld", "SELECT, INSERT"),
        *(
            child_of("dossier_dossier", "dossier_id", each, app="intake")
            for each in (*OF_LINES, "aanwezig")
        ),
        erased_with_dossier("intake", "aanwezig", of_lines=OF_LINES),
        for_inzage(),
        sequences(),
    ]
