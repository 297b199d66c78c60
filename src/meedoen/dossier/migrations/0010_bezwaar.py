"""Objections, each with what moved its last day and how it ended."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.dossier.guards import child_of
from meedoen.dossier.sending_guards import part_of


class Migration(migrations.Migration):
    """One table."""

    dependencies: ClassVar = [
        ("accounts", "0009_vervanging"),
        ("dossier", "0008_teksten_en_afzender"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Bezwaar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kanaal",
                    models.TextField(
                        choices=[
                            ("post", "met de post"),
                            ("balie", "aan de balie"),
                            ("website", "via de website"),
                        ]
                    ),
                ),
                ("ontvangen_op", models.DateField()),
                ("op_de_post_op", models.DateField(null=True)),
                ("vastgelegd_at", models.DateTimeField()),
                ("verschoonbaar", models.BooleanField(null=True)),
                ("herstel_gevraagd_op", models.DateField(null=True)),
                ("herstel_voor", models.DateField(null=True)),
                ("herstel_voorbij_op", models.DateField(null=True)),
                ("hersteld", models.BooleanField(null=True)),
                ("commissie", models.BooleanField(default=False)),
                ("gehoord_op", models.DateField(null=True)),
                (
                    "niet_horen",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("a", "het bezwaar is duidelijk niet-ontvankelijk"),
                            ("b", "het bezwaar is duidelijk ongegrond"),
                            ("c", "de persoon wil niet gehoord worden"),
                            ("d", "de persoon zei niet op tijd dat hij gehoord wil worden"),
                            (
                                "e",
                                "de persoon krijgt helemaal gelijk, en niemand heeft nadeel",
                            ),
                        ],
                    ),
                ),
                ("verdaagd_op", models.DateField(null=True)),
                ("uitgesteld_tot", models.DateField(null=True)),
                (
                    "uitstel_grond",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("a", "alle belanghebbenden vinden het goed"),
                            (
                                "b",
                                "wie bezwaar maakte vindt het goed, en niemand heeft nadeel",
                            ),
                            ("c", "een wettelijke procedure vraagt het"),
                        ],
                    ),
                ),
                ("ingetrokken_op", models.DateField(null=True)),
                (
                    "uitkomst",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("gegrond", "gegrond"),
                            ("deels", "deels gegrond"),
                            ("ongegrond", "ongegrond"),
                            ("niet_ontvankelijk", "niet-ontvankelijk"),
                        ],
                    ),
                ),
                ("beroep_op", models.DateField(null=True)),
                ("rechtbank", models.TextField(blank=True)),
                ("uitspraak_op", models.DateField(null=True)),
                ("uitspraak", models.TextField(blank=True)),
                (
                    "beslissing",
                    models.OneToOneField(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beslist_op",
                        to="dossier.besluit",
                    ),
                ),
                (
                    "besluit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bezwaren",
                        to="dossier.besluit",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="dossier.dossier"
                    ),
                ),
                (
                    "gehoord_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="accounts.gemeente"
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["dossier"], name="bezwaar_van_dossier")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("beslissing__isnull", True),
                            models.Q(("uitkomst", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="beslissing_met_uitkomst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gehoord_op__isnull", True),
                            ("gehoord_door__isnull", False),
                            _connector="OR",
                        ),
                        name="gehoord_door_iemand",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("uitgesteld_tot__isnull", True),
                            models.Q(("uitstel_grond", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="uitstel_met_grond",
                    ),
                ],
            },
        ),
        protect("dossier_bezwaar", rights="SELECT, INSERT, UPDATE"),
        part_of("bezwaar", "besluit"),
        part_of("bezwaar", "beslissing"),
        child_of("dossier_dossier", "dossier_id", "bezwaar"),
        sequences(),
    ]
