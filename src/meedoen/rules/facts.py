"""All facts that the rules know, in one table; see the modules facts_* for each chapter's own."""

from meedoen.rules.fact import Fact
from meedoen.rules.facts_bekostiging import BekostigingFacts
from meedoen.rules.facts_bewaartermijn import BewaartermijnFacts
from meedoen.rules.facts_bezwaar import BezwaarFacts
from meedoen.rules.facts_brede_intake import BredeIntakeFacts
from meedoen.rules.facts_doorwerking import DoorwerkingFacts
from meedoen.rules.facts_handhaving import HandhavingFacts
from meedoen.rules.facts_inburgeringsplicht import InburgeringsplichtFacts
from meedoen.rules.facts_inburgeringstermijn import InburgeringstermijnFacts
from meedoen.rules.facts_inzage import InzageFacts
from meedoen.rules.facts_leerroute import LeerrouteFacts
from meedoen.rules.facts_lening import LeningFacts
from meedoen.rules.facts_ontzorgen import OntzorgenFacts
from meedoen.rules.facts_opvang import OpvangFacts
from meedoen.rules.facts_persoon import PersoonFacts
from meedoen.rules.facts_persoonlijk_plan import PersoonlijkPlanFacts
from meedoen.rules.facts_terugbetaling import TerugbetalingFacts
from meedoen.rules.facts_traject import TrajectFacts
from meedoen.rules.facts_verantwoording import VerantwoordingFacts
from meedoen.rules.facts_verlaging import VerlagingFacts


class Facts(
    PersoonFacts,
    InburgeringsplichtFacts,
    TrajectFacts,
    LeerrouteFacts,
    OpvangFacts,
    BredeIntakeFacts,
    PersoonlijkPlanFacts,
    InburgeringstermijnFacts,
    LeningFacts,
    TerugbetalingFacts,
    HandhavingFacts,
    VerlagingFacts,
    OntzorgenFacts,
    DoorwerkingFacts,
    BewaartermijnFacts,
    BezwaarFacts,
    InzageFacts,
    BekostigingFacts,
    VerantwoordingFacts,
):
    """The facts of some people; every attribute is a column."""


# Of a municipality and a year, of one objection, of one request.
OF_NO_DOSSIER = (BekostigingFacts, BezwaarFacts, InzageFacts)


def facts_of_dossier() -> tuple[Fact, ...]:
    """Every fact that a dossier can hold, by name."""
    others = {fact.name for table in OF_NO_DOSSIER for fact in table.all()}
    return tuple(fact for fact in Facts.all() if fact.name not in others)
