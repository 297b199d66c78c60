"""AVG, artikel 12: until when somebody who asks for the own data must have them.

The facts are of one request; a dossier can have several, so no dossier holds them.
"""

from meedoen.rules.calendar import add_months
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, norm
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def uiterste_dag_inzage(f: Facts, law: Law) -> Finding:
    """AVG, artikel 12, derde lid: binnen een maand na ontvangst van het verzoek.

    The same day of the next month, or the last of that month. That it may become two months more
    for a complex request is left to who answers: this is the day without.
    """
    gevraagd = Finding("vroeg om zijn gegevens", "AVG 12:3", f.inzage_gevraagd_op)
    termijn = law.in_force(f.inzage_gevraagd_op).inzagetermijn
    return Finding(
        "een kopie van de gegevens uiterlijk",
        "AVG 12:3",
        add_months(gevraagd.value, termijn),
        (gevraagd, norm("termijn", "AVG 12:3", termijn)),
    )
