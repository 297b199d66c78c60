"""A login of the municipality that is set up by half is refused, with the name of the setting."""

from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from tests.running.test_refusals import TODAY, Chosen

from meedoen.accounts.oidc.providers import Grant, providers, read_roles
from meedoen.accounts.roles import Rol
from meedoen.config.refusals import refusals

WHOLE = {
    **Chosen.OIDC,
    "issuer": "https://login.example.org/tenant/v2.0",
    "client_id": "meedoen",
    "secret": "geheim",
    "roles": '"groep" = ["klantmanager@0344", "teamleider@GM0344"]',
}
MORE = """
[[provider]]
name = "regio"
label = "Regio"
issuer = "https://regio.example"
client_id = "x"
key = "sleutel"
[provider.roles]
consulenten = ["klantmanager@9998"]
"""


def _pem(bits: int) -> str:
    key = rsa.generate_private_key(65537, bits)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def _refused(**other: Any) -> list[str]:
    return refusals(Chosen(OIDC={**WHOLE, **other}), today=TODAY)


def test_a_whole_one_may_start_and_so_may_none() -> None:
    assert _refused() == []
    assert _refused(secret="", key=_pem(2048)) == []
    assert refusals(Chosen(), today=TODAY) == []
    assert providers(Chosen()) == ()


@pytest.mark.parametrize(
    ("other", "named"),
    [
        ({"issuer": ""}, "OIDC_ISSUER"),
        ({"issuer": "http://login.example.org"}, "OIDC_ISSUER"),
        ({"issuer": "https://u:w@login.example.org"}, "OIDC_ISSUER"),
        ({"client_id": ""}, "OIDC_CLIENT_ID"),
        ({"secret": ""}, "OIDC_CLIENT_SECRET"),
        ({"key": "ook"}, "OIDC_CLIENT_SECRET"),
        ({"secret": "", "key": "geen sleutel"}, "OIDC_CLIENT_KEY"),
        ({"secret": "", "key": _pem(1024)}, "OIDC_CLIENT_KEY"),
        ({"roles": ""}, "OIDC_ROLES"),
        ({"roles": "geen toml"}, "OIDC_ROLES"),
        ({"roles": '{"groep": ["baas@0344"]}'}, "OIDC_ROLES"),
        ({"roles": '{"groep": ["klantmanager"]}'}, "OIDC_ROLES"),
        ({"roles": '{"groep": []}'}, "OIDC_ROLES"),
        ({"name": "Met Spatie"}, "OIDC_ID"),
    ],
)
def test_what_is_wrong_is_one_line_that_names_it(other: dict[str, str], named: str) -> None:
    (line,) = _refused(**other)
    assert named in line
    assert "geheim" not in line


def test_more_providers_stand_in_toml() -> None:
    first, second = providers(Chosen(OIDC=WHOLE, OIDC_MORE=MORE))
    assert first.label == "login.example.org"
    assert (second.name, second.label, second.secret) == ("regio", "Regio", "")
    assert second.grants({"consulenten", "groep"}) == {Grant(Rol.KLANTMANAGER, 9998)}
    assert "sleutel" not in repr(second)


@pytest.mark.parametrize(
    "more",
    ["geen toml", "x = 1", "provider = 1", MORE + MORE, MORE.replace("client_id", "klant")],
)
def test_more_providers_that_are_wrong_are_refused(more: str) -> None:
    (line,) = refusals(Chosen(OIDC_MORE=more), today=TODAY)
    assert "OIDC" in line


def test_roles_are_read_from_toml_and_json() -> None:
    wanted = {"groep": frozenset({Grant(Rol.KLANTMANAGER, 344), Grant(Rol.TEAMLEIDER, 344)})}
    assert read_roles(WHOLE["roles"]) == wanted
    assert read_roles('{"groep": ["klantmanager@344", "teamleider@GM0344"]}') == wanted
    assert read_roles('groep = "fg@0344"') == {"groep": frozenset({Grant(Rol.FG, 344)})}
