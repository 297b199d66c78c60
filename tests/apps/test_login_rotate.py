"""A new key: second factors are sealed with it, still work, and what is lost is told."""

from base64 import b64encode

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import override_settings
from tests.apps.factor import app_of, code_of

from meedoen.accounts.actions import add_medewerker
from meedoen.accounts.keys import Keys
from meedoen.accounts.login.actions import reseal_factors
from meedoen.accounts.models import Medewerker

OLD, NEW, HASH = (b64encode(bytes([each]) * 32).decode() for each in b"onh")
BEFORE, BOTH, AFTER = f"2025b:{OLD}", f"2026a:{NEW},2025b:{OLD}", f"2026a:{NEW}"


@pytest.fixture
def who(db: None) -> Medewerker:
    return add_medewerker("j.dewit@voorbeeldstad.example", "J. de Wit")


def _kept() -> list[str]:
    return [row.data.get("secret") or row.data["seed"] for row in Authenticator.objects.all()]


def test_every_secret_is_sealed_with_the_new_key_and_still_works(who: Medewerker) -> None:
    with override_settings(BSN_KEYS=BEFORE, HASH_KEY=HASH):
        secret = app_of(who)
        codes = RecoveryCodes.activate(who).get_unused_codes()
    done = reseal_factors(Keys.read(BOTH, HASH))
    assert (done.number, done.lost) == (2, ())
    assert all(each.startswith("2026a:") for each in _kept())
    assert reseal_factors(Keys.read(BOTH, HASH)).number == 0
    with override_settings(BSN_KEYS=AFTER, HASH_KEY=HASH):
        factor = Authenticator.objects.get(type="totp").wrap()
        assert factor.validate_code(code_of(secret))
        kept = Authenticator.objects.get(type="recovery_codes").wrap()
        assert kept.get_unused_codes() == codes


def test_what_does_not_open_is_left_and_told(who: Medewerker) -> None:
    with override_settings(BSN_KEYS=BEFORE, HASH_KEY=HASH):
        app_of(who)
    before = _kept()
    done = reseal_factors(Keys.read(AFTER, HASH))
    assert (done.number, done.lost) == (0, (who.pk,))
    assert _kept() == before
