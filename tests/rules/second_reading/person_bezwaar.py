"""What the second reading knows of one objection and one request for inzage; see person.py."""

from datetime import date


class PersonBezwaar:
    """One besluit, one objection to it, one request."""

    besluit_bekend_op: date
    bezwaar_ontvangen_op: date
    bezwaar_op_de_post_op: date
    bezwaar_per_post: bool
    bezwaar_uitgesteld: bool
    bezwaar_uitgesteld_tot: date
    bezwaar_verdaagd: bool
    bezwaarcommissie: bool
    herstel_gevraagd: bool
    herstel_gevraagd_op: date
    herstel_voorbij_op: date
    te_laat_verschoonbaar: bool

    inzage_gevraagd_op: date
