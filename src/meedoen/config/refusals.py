"""What a server refuses to start with: every line says what is wrong and how to mend it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from meedoen.config.database_roles import OWNER

SHORTEST_SECRET = 50
# what the demo's own secrets begin with: no secret itself
DEMO_SECRET = "demo-"  # noqa: S105  # nosec B105

_ROLE = """
    SELECT rolsuper OR rolbypassrls OR rolcreaterole,
           EXISTS (SELECT FROM pg_tables WHERE tableowner = current_user)
           OR EXISTS (SELECT FROM pg_roles owner
                      WHERE owner.rolname = %s AND pg_has_role(current_user, owner.oid, 'MEMBER'))
    FROM pg_roles WHERE rolname = current_user
"""


def refusals(settings: Any, *, today: date) -> list[str]:
    """Every reason not to start, from the settings alone (Dutch / English)."""
    from meedoen.config.duo import refusals_of_asking

    return [
        *_secret(settings.SECRET_KEY),
        *_keys(settings.BSN_KEYS, settings.HASH_KEY),
        *_web(settings),
        *_logs(settings.LOGGING["level"]),
        *_security_txt(settings, today),
        *_database(settings.DATABASES["default"]),
        *_providers(settings),
        *_notices(settings),
        *refusals_of_asking(settings),
    ]


def role_refusals(connection: Any) -> list[str]:
    """Reasons in the database itself: a role that row-level security does not hold."""
    with connection.cursor() as cursor:
        cursor.execute(_ROLE, [OWNER])
        above, owner = cursor.fetchone()
    found = []
    if above:
        found.append(
            "DATABASE_URL: deze rol staat boven de beveiliging per rij. Gebruik meedoen_web. / "
            "This role is above row-level security; use meedoen_web."
        )
    if owner:
        found.append(
            "DATABASE_URL: deze rol is eigenaar van de tabellen. Gebruik meedoen_web. / "
            "This role owns the tables; use meedoen_web."
        )
    return found


def _secret(secret: str) -> Iterator[str]:
    if len(secret) < SHORTEST_SECRET or secret.startswith(DEMO_SECRET) or len(set(secret)) < 10:
        yield (
            f"SECRET_KEY: geef een eigen geheim van ten minste {SHORTEST_SECRET} tekens. / "
            f"Give a secret of your own, of at least {SHORTEST_SECRET} characters."
        )


def _keys(bsn_keys: str, hash_key: str) -> Iterator[str]:
    from meedoen.accounts.keys import Keys, KeysError

    try:
        keys = Keys.read(bsn_keys, hash_key)
    except KeysError as error:
        yield f"{error}. / BSN_KEYS, HASH_KEY: the keys that seal the BSN are missing or wrong."
        return
    if any(name.startswith(DEMO_SECRET) for name in keys.named):
        yield "BSN_KEYS: dit zijn de sleutels van de demo. / These are the keys of the demo."


def _web(settings: Any) -> Iterator[str]:
    if settings.DEBUG:
        yield "DEBUG: zet dit uit. / Switch it off: it shows personal data on error pages."
    if settings.DEMO:
        yield "DEMO: zet dit uit; de demo start u met ./meedoen demo. / Switch it off."
    if not settings.SECURE:
        yield "SECURE: zonder https kan iedereen meelezen. / Without https anybody can read along."
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        yield "ALLOWED_HOSTS: noem de namen van deze server. / Name the hosts of this server."


def _logs(level: str) -> Iterator[str]:
    if level.upper() in {"ERROR", "CRITICAL"}:
        yield (
            "LOG_LEVEL: zo verdwijnt het beveiligingslog. Kies WARNING of lager. / "
            "This hides the security log; choose WARNING or lower."
        )


def _security_txt(settings: Any, today: date) -> Iterator[str]:
    if not settings.SECURITY_CONTACT.startswith(("mailto:", "https://")):
        yield (
            "SECURITY_CONTACT: waar meldt iemand een lek? Een adres met mailto: of https://. / "
            "Where does one report a hole? An address with mailto: or https://."
        )
    if settings.SECURITY_EXPIRES is None or today >= settings.SECURITY_EXPIRES:
        yield (
            "SECURITY_EXPIRES: security.txt is verlopen of heeft geen einddatum. / "
            "security.txt has expired, or has no last day."
        )


def _database(chosen: dict[str, Any]) -> Iterator[str]:
    if not chosen["PASSWORD"]:
        yield (
            "DATABASE_URL: zonder wachtwoord komt iedereen op deze machine erin. / "
            "Without a password anybody on this machine gets in."
        )


def _notices(settings: Any) -> Iterator[str]:
    """An end point that nobody can reach, or anybody, is worse than none."""
    from ipaddress import ip_network

    oin = settings.DUO_OIN
    if oin and not (len(oin) == 20 and oin.isascii() and oin.isdigit()):
        yield "DUO_OIN: een OIN heeft 20 cijfers. / An OIN has 20 digits."
    for each in settings.DUO_PROXIES:
        try:
            wide = ip_network(each, strict=False).prefixlen == 0
        except ValueError:
            yield f"DUO_PROXIES: «{each}» is geen adres of netwerk. / No address or network."
            continue
        if wide:
            yield (
                "DUO_PROXIES: zo kan iedereen zich voor DUO uitgeven. / Anybody could pass for DUO."
            )


def _providers(settings: Any) -> Iterator[str]:
    """A login of the municipality that is set up by half lets nobody in, or the wrong ones."""
    from meedoen.accounts.oidc.client import private_key
    from meedoen.accounts.oidc.providers import ProviderError, providers

    try:
        known = providers(settings)
        for provider in known:
            if provider.key:
                private_key(provider.key)
    except ProviderError as error:
        yield str(error)
        return
    if not known and not settings.LOCAL_LOGIN:
        yield (
            "LOCAL_LOGIN: niemand kan inloggen. Stel OIDC_ISSUER in, of zet dit aan. / "
            "Nobody can log in: set OIDC_ISSUER, or switch this on."
        )
