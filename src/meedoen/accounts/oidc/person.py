"""What we read of somebody in the claims of a token: groups, name and address, nothing more."""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from meedoen.accounts.oidc.refusal import Reason, Refused

LONGEST_NAME = 200


class Person(NamedTuple):
    """Name and address of an official, as the municipality knows them."""

    naam: str
    email: str


def groups(claims: dict[str, Any], name: str) -> set[str]:
    """The groups of somebody. ADFS sends one group as a text, more as a list; none is none.

    Errors: Refused, where Entra ID leaves the groups out because there are too many of them: what
    is not known must not end a role.
    """
    if name in (claims.get("_claim_names") or {}) or claims.get("hasgroups"):
        raise Refused(Reason.TOO_MANY_GROUPS)
    told = claims.get(name, [])
    if isinstance(told, str):
        return {told}
    if not isinstance(told, list):
        raise Refused(Reason.ANSWERED_WRONG, "groups")
    return {each for each in told if isinstance(each, str)}


def person(claims: dict[str, Any]) -> Person:
    """Name and address. Errors: Refused, when there is none."""
    parts = (_text(claims, "given_name"), _text(claims, "family_name"))
    naam = _text(claims, "name") or " ".join(filter(None, parts))
    addresses = [_text(claims, each) for each in ("email", "upn", "preferred_username")]
    email = next((each.lower() for each in addresses if _is_address(each)), "")
    if not naam or not email:
        raise Refused(Reason.INCOMPLETE)
    return Person(naam[:LONGEST_NAME], email)


def _text(claims: dict[str, Any], name: str) -> str:
    found = claims.get(name)
    return " ".join(found.split()) if isinstance(found, str) else ""


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
