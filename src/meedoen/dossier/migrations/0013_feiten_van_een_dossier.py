"""No dossier holds facts of a municipality and a year, or of one objection: no columns for them."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """They never held anything: no soort of gebeurtenis tells these facts."""

    dependencies: ClassVar = [
        ("dossier", "0012_tijdelijk_vrijgesteld"),
    ]

    operations: ClassVar = [
        migrations.RemoveField(model_name="stand", name="asielstatushouders_dit_jaar"),
        migrations.RemoveField(model_name="stand", name="asielstatushouders_onderwijsroute"),
        migrations.RemoveField(model_name="stand", name="asielstatushouders_twee_jaar_eerder"),
        migrations.RemoveField(model_name="stand", name="asielstatushouders_vorig_jaar"),
        migrations.RemoveField(model_name="stand", name="besluit_bekend_op"),
        migrations.RemoveField(model_name="stand", name="bezwaar_ontvangen_op"),
        migrations.RemoveField(model_name="stand", name="bezwaar_op_de_post_op"),
        migrations.RemoveField(model_name="stand", name="bezwaar_per_post"),
        migrations.RemoveField(model_name="stand", name="bezwaar_uitgesteld"),
        migrations.RemoveField(model_name="stand", name="bezwaar_uitgesteld_tot"),
        migrations.RemoveField(model_name="stand", name="bezwaar_verdaagd"),
        migrations.RemoveField(model_name="stand", name="bezwaarcommissie"),
        migrations.RemoveField(model_name="stand", name="cijfers_naar_nieuwe_indeling"),
        migrations.RemoveField(model_name="stand", name="herstel_gevraagd"),
        migrations.RemoveField(model_name="stand", name="herstel_gevraagd_op"),
        migrations.RemoveField(model_name="stand", name="herstel_voorbij_op"),
        migrations.RemoveField(model_name="stand", name="indeling_gewijzigd"),
        migrations.RemoveField(model_name="stand", name="inwoners_gemeente_vorig_jaar"),
        migrations.RemoveField(model_name="stand", name="inwoners_nederland_vorig_jaar"),
        migrations.RemoveField(model_name="stand", name="landelijk_asielstatushouders_dit_jaar"),
        migrations.RemoveField(
            model_name="stand", name="landelijk_asielstatushouders_twee_jaar_eerder"
        ),
        migrations.RemoveField(model_name="stand", name="landelijk_asielstatushouders_vorig_jaar"),
        migrations.RemoveField(model_name="stand", name="landelijk_trajecten_afgerond"),
        migrations.RemoveField(model_name="stand", name="landelijk_trajecten_afgerond_sinds_2022"),
        migrations.RemoveField(
            model_name="stand", name="landelijk_voorlopig_asielstatushouders_twee_jaar_eerder"
        ),
        migrations.RemoveField(model_name="stand", name="landelijke_prognose"),
        migrations.RemoveField(model_name="stand", name="landelijke_taakstelling_halfjaar"),
        migrations.RemoveField(model_name="stand", name="landelijke_taakstelling_vorig_jaar"),
        migrations.RemoveField(model_name="stand", name="migranten_dit_jaar"),
        migrations.RemoveField(model_name="stand", name="migranten_twee_jaar_eerder"),
        migrations.RemoveField(model_name="stand", name="prognose_halfjaar"),
        migrations.RemoveField(model_name="stand", name="prognose_halfjaar_bekend"),
        migrations.RemoveField(model_name="stand", name="som_voorlopige_grondslagen"),
        migrations.RemoveField(model_name="stand", name="te_laat_verschoonbaar"),
        migrations.RemoveField(model_name="stand", name="trajecten_afgerond"),
        migrations.RemoveField(model_name="stand", name="trajecten_afgerond_sinds_2022"),
        migrations.RemoveField(model_name="stand", name="uitvoeringsjaar_op"),
        migrations.RemoveField(
            model_name="stand", name="voorlopig_asielstatushouders_twee_jaar_eerder"
        ),
    ]
