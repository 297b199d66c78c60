"""What DUO was told in a story, and whether it took it; as the worker writes it down."""

from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid4, uuid5

from meedoen.accounts.scope import as_actor
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.melding_actions import answered, set_ready
from meedoen.berichten.melding_inhoud import Inhoud, pip_of, sealed
from meedoen.berichten.melding_step_actions import Step, became
from meedoen.berichten.melding_tables import Meldingstand
from meedoen.berichten.melding_work import SENT, Reden
from meedoen.dossier.models import Gebeurtenis
from meedoen.law.duo_meldingen import duo_meldingen
from meedoen.ports.duo_errors import AfgewezenError

if TYPE_CHECKING:
    from meedoen.config.voorbeeld.happenings import Archive, Moment
    from meedoen.config.voorbeeld.life import Life


def tell_duo(archive: "Archive", life: "Life", moment: "Moment") -> None:
    """The last plan of this life goes to DUO, that takes it or (`fouttekst`) does not."""
    told, kinds = moment.told, (*duo_meldingen().soorten(), SENT)
    with as_actor(duo_actor(life.gemeente)):
        rows = Gebeurtenis.objects.filter(dossier=archive.dossiers[life.key], soort__in=kinds)
        line = rows.latest("nummer")
        row = set_ready(Reden(line, told["melding"]), at=moment.at)
        pip = pip_of(line)
        if pip is None:
            raise ValueError("no leerroute to tell")
        before, first = told.get("dagtekening_vorig_pip"), told.get("eerste_pip_ooit")
        row.verzegeld = sealed(row, Inhoud(pip, before, first))
        row.bericht_id = uuid5(NAMESPACE_OID, f"{life.key} {moment.on}")
        row.verzonden_at, row.pogingen = moment.at, 1
        became(row, Step(Meldingstand.VERZONDEN), at=moment.at)
        refused = told.get("fouttekst")
        error = AfgewezenError("", uuid4(), foutteksten=(refused,)) if refused else None
        answered(row, error, on=moment.on, at=moment.at)
