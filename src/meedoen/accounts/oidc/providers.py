"""The providers of an installation, from its settings: who they are, and which group is what."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings

from meedoen.accounts.roles import Rol

NAME = re.compile(r"[a-z][a-z0-9-]{0,30}")
PLACE = re.compile(r"(?P<rol>[a-z_]+)@(?:GM)?(?P<gemeente>\d{1,4})")
# What every provider has of its own; the rest may be as with the first.
OWN = ("name", "label", "issuer", "client_id", "secret", "key", "roles")
LOCAL = {"localhost", "127.0.0.1", "::1"}
# The levels of eIDAS, from low to high: whoever asks for one also takes a higher one.
LADDER = tuple(f"http://eidas.europa.eu/LoA/{level}" for level in ("low", "substantial", "high"))


class ProviderError(Exception):
    """A provider that is set up by half or wrongly; the text names the setting, Dutch / English."""


class Grant(NamedTuple):
    """A role for a municipality (its CBS number)."""

    rol: Rol
    gemeente: int


@dataclass(frozen=True)
class Provider:
    """One login of a municipality. Secret and key never show in a repr."""

    name: str  # in our addresses, so in the redirect URI that the provider knows
    label: str
    issuer: str
    client_id: str
    groups_claim: str
    roles: Mapping[str, frozenset[Grant]]
    secret: str = field(default="", repr=False)
    key: str = field(default="", repr=False)
    min_acr: str = ""
    scope: str = "openid profile email"
    userinfo: bool = False
    skew: int = 60  # seconds that two clocks may differ

    @property
    def accepted_acr(self) -> tuple[str, ...]:
        """Levels of assurance that are high enough; empty: the municipality does not ask one."""
        if self.min_acr in LADDER:
            return LADDER[LADDER.index(self.min_acr) :]
        return tuple(self.min_acr.split())

    def grants(self, groups: set[str]) -> set[Grant]:
        """The roles of somebody in these groups; a group that is not in the mapping gives none."""
        return {grant for name in groups for grant in self.roles.get(name, ())}


def providers(chosen: Any = settings) -> tuple[Provider, ...]:
    """All providers of these settings, by default our own. Errors: ProviderError."""
    found = [_provider(table, secure=chosen.SECURE) for table in _tables(chosen)]
    for what in ("name", "issuer"):
        values = [getattr(each, what) for each in found]
        if len(set(values)) != len(values):
            raise ProviderError(f"OIDC_MORE: twee met dezelfde {what} / two with the same {what}")
    return tuple(found)


def provider_named(name: str) -> Provider | None:
    """The provider with this name in our addresses."""
    return next((each for each in providers() if each.name == name), None)


def _tables(chosen: Any) -> Iterator[Mapping[str, Any]]:
    """What is set of each provider: that of the OIDC_ names first, then those of OIDC_MORE."""
    first = chosen.OIDC
    if any(first[name] for name in ("issuer", "client_id", "secret", "key", "roles")):
        yield first
    try:
        more = tomllib.loads(chosen.OIDC_MORE)
    except tomllib.TOMLDecodeError as error:
        raise ProviderError(f"OIDC_MORE: dit is geen TOML / this is no TOML ({error})") from error
    unknown = more.keys() - {"provider"}
    if unknown or not isinstance(more.get("provider", []), list):
        raise ProviderError("OIDC_MORE: schrijf [[provider]] / write [[provider]]")
    for table in more.get("provider", []):
        odd = sorted(set(table) - set(first))
        if odd:
            raise ProviderError(f"OIDC_MORE: onbekend / unknown: {', '.join(odd)}")
        yield {**first, **dict.fromkeys(OWN, ""), **table}


def _provider(told: Mapping[str, Any], *, secure: bool) -> Provider:
    name, issuer = str(told["name"]), str(told["issuer"])
    if not NAME.fullmatch(name):
        raise ProviderError("OIDC_ID: kleine letters, cijfers en - / small letters, digits and -")
    if not is_safe(issuer, secure=secure) or urlsplit(issuer).query or urlsplit(issuer).fragment:
        raise ProviderError("OIDC_ISSUER: een adres met https:// / an address with https://")
    if not told["client_id"]:
        raise ProviderError("OIDC_CLIENT_ID: ontbreekt / is missing")
    if bool(told["secret"]) == bool(told["key"]):
        text = "OIDC_CLIENT_SECRET of OIDC_CLIENT_KEY: geef er precies een / give exactly one"
        raise ProviderError(text)
    return Provider(
        name=name,
        label=str(told["label"]) or urlsplit(issuer).hostname or name,
        issuer=issuer,
        client_id=str(told["client_id"]),
        groups_claim=str(told["groups_claim"]),
        roles=read_roles(told["roles"]),
        secret=str(told["secret"]),
        key=str(told["key"]),
        min_acr=str(told["min_acr"]),
        scope=str(told["scope"]),
        userinfo=bool(told["userinfo"]),
        skew=int(told["skew"]),
    )


def read_roles(told: Any) -> dict[str, frozenset[Grant]]:
    """Which group gives which roles: TOML or JSON, group = ["rol@gemeente", ...].

    Errors: ProviderError, also for an unknown role: a typing error must not take a role away.
    """
    table = told if isinstance(told, dict) else _table(str(told))
    if not table:
        raise ProviderError("OIDC_ROLES: zonder groepen komt niemand binnen / nobody gets in")
    return {str(group): frozenset(_grants(str(group), places)) for group, places in table.items()}


def _table(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except ValueError as error:  # of both readers
        raise ProviderError(f"OIDC_ROLES: geen TOML of JSON / no TOML or JSON ({error})") from error
    return dict(found)


def _grants(group: str, places: Any) -> Iterator[Grant]:
    every = [places] if isinstance(places, str) else places
    if not isinstance(every, list) or not every:
        raise ProviderError(f'OIDC_ROLES: {group}: schrijf / write ["rol@gemeente"]')
    for place in every:
        found = PLACE.fullmatch(str(place))
        if found is None or found["rol"] not in Rol.values:
            known = ", ".join(Rol.values)
            raise ProviderError(f"OIDC_ROLES: {group}: «{place}»; rollen / roles: {known}")
        yield Grant(Rol(found["rol"]), int(found["gemeente"]))


def is_safe(url: str, *, secure: bool | None = None) -> bool:
    """Whether an address may be called: https, or this machine while there is no https (tests)."""
    secure = settings.SECURE if secure is None else secure
    parts = urlsplit(url)
    if parts.scheme == "https":
        return bool(parts.hostname) and parts.username is None
    return not secure and parts.scheme == "http" and parts.hostname in LOCAL
