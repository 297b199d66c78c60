"""Two dossiers that become one: the proposal, what was told anew, and how the database does it."""

from typing import ClassVar

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from meedoen.accounts.policies import protect, sequences
from meedoen.dossier.guards import child_of
from meedoen.dossier.merge_guards import by_two, merge_guards

PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    """Two tables, and a column that says in which dossier one goes on."""

    dependencies: ClassVar = [
        ("accounts", "0013_oin"),
        ("dossier", "0016_onderscheid"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.RemoveConstraint(model_name="dossier", name="dossier_van_iemand"),
        migrations.AddField(
            "dossier",
            "samengevoegd_met",
            models.ForeignKey(
                null=True, on_delete=PROTECT, related_name="samengevoegd", to="dossier.dossier"
            ),
        ),
        migrations.AddConstraint(
            "dossier",
            models.CheckConstraint(
                condition=models.Q(
                    ("persoon__isnull", False),
                    ("vernietigd_op__isnull", False),
                    ("samengevoegd_met__isnull", False),
                    _connector="OR",
                ),
                name="dossier_van_iemand",
            ),
        ),
        migrations.CreateModel(
            name="Overgenomen",
            fields=[
                (
                    "gebeurtenis",
                    models.OneToOneField(
                        on_delete=PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="dossier.gebeurtenis",
                    ),
                ),
                (
                    "bron",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="+", to="dossier.gebeurtenis"
                    ),
                ),
                ("dossier", models.ForeignKey(on_delete=PROTECT, to="dossier.dossier")),
                ("gemeente", models.ForeignKey(on_delete=PROTECT, to="accounts.gemeente")),
            ],
        ),
        migrations.CreateModel(
            name="Samenvoeging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reden", models.TextField()),
                (
                    "keuzes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("gezien", models.PositiveIntegerField()),
                ("gezien_blijft", models.PositiveIntegerField()),
                ("voorgesteld_at", models.DateTimeField()),
                ("besloten_at", models.DateTimeField(null=True)),
                ("goedgekeurd", models.BooleanField(null=True)),
                ("antwoord", models.TextField(blank=True)),
                (
                    "besloten_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "blijft",
                    models.ForeignKey(on_delete=PROTECT, related_name="+", to="dossier.dossier"),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="samenvoegingen", to="dossier.dossier"
                    ),
                ),
                ("gemeente", models.ForeignKey(on_delete=PROTECT, to="accounts.gemeente")),
                (
                    "persoon",
                    models.OneToOneField(
                        null=True, on_delete=PROTECT, related_name="+", to="dossier.persoon"
                    ),
                ),
                (
                    "voorgesteld_door",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("goedgekeurd__isnull", True), ("goedgekeurd", True), _connector="OR"
                        ),
                        fields=("dossier",),
                        name="een_samenvoeging_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("dossier", models.F("blijft")), _negated=True),
                        name="samen_met_een_ander",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("goedgekeurd__isnull", True),
                            ("goedgekeurd", False),
                            models.Q(
                                ("besloten_door", models.F("voorgesteld_door")), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="samenvoeging_door_twee",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("goedgekeurd__isnull", True),
                            models.Q(
                                ("besloten_at__isnull", False), ("besloten_door__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="samenvoeging_besloten",
                    ),
                ]
            },
        ),
        protect("dossier_overgenomen", rights="SELECT, INSERT"),
        *by_two("dossier_samenvoeging"),
        child_of("dossier_dossier", "dossier_id", "overgenomen"),
        child_of("dossier_dossier", "dossier_id", "samenvoeging"),
        *merge_guards(),
        sequences(),
    ]
