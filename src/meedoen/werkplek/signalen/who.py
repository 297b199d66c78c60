"""About whom there is work, and who waits: conditions that more than one chapter asks."""

import numpy as np

from meedoen.rules.column import Array
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringsplicht import inburgeringsplichtig
from meedoen.rules.logic import at_least, at_most
from meedoen.rules.opvang import alleen_uitnodiging
from meedoen.rules.parameters import Law
from meedoen.rules.persoonlijk_plan import mag_op_derde_wachten
from meedoen.werkplek.signaal import no, yes


def case_open(f: Facts) -> Array:
    """The dossier is about somebody who lives and lives here, in a case that runs."""
    return np.asarray(f.zaak_geeindigd_op.missing & ~yes(f.overleden) & ~no(f.ingezetene))


def rests(f: Facts) -> Array:
    """DUO exempts somebody for a while; also while DUO did not tell until when (Wi 4)."""
    begun = yes(at_most(f.tijdelijk_vrijgesteld_van, f.today))
    return np.asarray(begun & ~yes(at_most(f.tijdelijk_vrijgesteld_tot, f.today)))


def with_plan(f: Facts) -> Array:
    """A case that runs, with a PIP, of somebody who still has to finish."""
    done = yes(f.niet_meer_plichtig) | yes(f.plicht_voldaan) | ~f.plicht_geeindigd_op.missing
    return np.asarray(case_open(f) & ~f.dagtekening_eerste_pip.missing & ~done & ~rests(f))


def without_plan(f: Facts) -> Array:
    """A case that runs, whose PIP is still to come."""
    return np.asarray(case_open(f) & f.dagtekening_eerste_pip.missing & ~rests(f))


def plan_anew(f: Facts) -> Array:
    """Who moved here with a PIP, while no PIP of this municipality is told yet (Bi 5.3:3)."""
    here = f.ingeschreven_na_verhuizing_op
    told = yes(at_least(f.pip_bekend_op, here)) | yes(at_least(f.dagtekening_te_melden_pip, here))
    return np.asarray(with_plan(f) & yes(f.verhuisd) & yes(f.pip_bij_verhuizing) & ~told)


def waits_for_home(f: Facts, law: Law) -> Array:
    """Until the home is there an intake is voluntary, and no plan can be made."""
    return yes(alleen_uitnodiging(f, law))


def waits_for_another(f: Facts, law: Law) -> Array:
    """The plan may wait for what somebody else has to tell, and that did not come yet."""
    return np.asarray(yes(mag_op_derde_wachten(f, law)) & f.informatie_ontvangen_op.missing)


def needs_no_plan(f: Facts, law: Law) -> Array:
    """A child or another who certainly has no duty, unless DUO wrote that he has: that stands."""
    return np.asarray(no(inburgeringsplichtig(f, law)) & f.kennisgeving_op.missing)


def intake_open(f: Facts) -> Array:
    """The intake is still to be done or finished."""
    return np.asarray(without_plan(f) & ~yes(f.intake_voltooid))
