"""All facts that the rules know, in one table; see the modules facts_* for each chapter's own."""

from meedoen.rules.facts_brede_intake import BredeIntakeFacts
from meedoen.rules.facts_handhaving import HandhavingFacts
from meedoen.rules.facts_inburgeringsplicht import InburgeringsplichtFacts
from meedoen.rules.facts_inburgeringstermijn import InburgeringstermijnFacts
from meedoen.rules.facts_opvang import OpvangFacts
from meedoen.rules.facts_persoon import PersoonFacts
from meedoen.rules.facts_persoonlijk_plan import PersoonlijkPlanFacts
from meedoen.rules.facts_verlaging import VerlagingFacts


class Facts(
    PersoonFacts,
    InburgeringsplichtFacts,
    OpvangFacts,
    BredeIntakeFacts,
    PersoonlijkPlanFacts,
    InburgeringstermijnFacts,
    HandhavingFacts,
    VerlagingFacts,
):
    """The facts of some people; every attribute is a column."""
