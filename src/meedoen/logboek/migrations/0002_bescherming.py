"""Who may add to the log and who may read it; what nobody may do to it."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations import RunSQL

from meedoen.accounts.policies import append_only, protect
from meedoen.accounts.roles import Rol
from meedoen.logboek.guards import guards

# All but the id.
COLUMNS = (
    "gemeente_id",
    "trace_id",
    "span_id",
    "parent_span_id",
    "status",
    "naam",
    "begin_at",
    "einde_at",
    "verwerking",
    "betrokkene",
    "betrokkene_type",
    "medewerker_id",
    "rol",
    "vorm",
    "opdrachtgever",
)


class Migration(migrations.Migration):
    """Row-level security, rights and guards of the log."""

    dependencies: ClassVar = [("logboek", "0001_logboek")]

    operations: ClassVar = [
        # Who oversees, and who answers a person that asks for the own data (AVG 15).
        append_only(
            "logboek_logregel", columns=COLUMNS, readers=(Rol.FG, Rol.KWALITEITSMEDEWERKER)
        ),
        protect("logboek_zegel", rights="SELECT", rollen=(Rol.FG,)),
        RunSQL(
            "GRANT INSERT ON logboek_zegel TO meedoen_worker",
            "REVOKE INSERT ON logboek_zegel FROM meedoen_worker",
        ),
        *guards(),
    ]
