"""Conditions of a contactpersoon (CON-3) that the shape of the message cannot tell."""

from unicodedata import category

from meedoen.adapters.pretend_duo.bodies import ContactBody

SIGNS = frozenset("'‘. ")


def faults_of_contactpersoon(body: ContactBody) -> list[str]:
    """What is wrong with name or e-mail; none is good."""
    faults = []
    if not body.naam.strip() or not all(_may_stand(sign) for sign in body.naam):
        faults.append(
            "De naam mag alleen letters, spaties, punten, streepjes en apostroffen hebben."
        )
    name, at, host = body.email.partition("@")
    if not (name and at and "." in host):
        faults.append("Dit is geen e-mailadres.")
    return faults


def _may_stand(sign: str) -> bool:
    return sign.isalpha() or sign.isspace() or sign in SIGNS or category(sign) == "Pd"
