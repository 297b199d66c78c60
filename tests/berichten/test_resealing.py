"""A new key: what was received is sealed with it and still opens; what is lost is told."""

from base64 import b64encode
from uuid import uuid4

import pytest
from django.test import override_settings
from tests.berichten.sender import duo_is_known, known_by_oin, send
from tests.berichten.wire import notice
from tests.dossier.makers import HIER

from meedoen.accounts.keys import Keys, keys_in_use
from meedoen.accounts.scope import as_actor
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.models import Berichtinhoud, Geweigerd
from meedoen.berichten.queries import refused_text
from meedoen.berichten.resealing import keys_of_messages, reseal_messages
from meedoen.berichten.sealing import seal_body, unseal_body

OLD, NEW, HASH = (b64encode(bytes([each]) * 32).decode() for each in b"onh")
BEFORE, BOTH, AFTER = f"2025b:{OLD}", f"2026a:{NEW},2025b:{OLD}", f"2026a:{NEW}"
pytestmark = pytest.mark.usefixtures("db")


def test_all_is_sealed_with_the_new_key_once_and_what_is_lost_is_told() -> None:
    known_by_oin()
    numbers = [uuid4() for _ in range(3)]
    with override_settings(BSN_KEYS=BEFORE, HASH_KEY=HASH), duo_is_known:
        for each in numbers:
            send(notice(), each)
        send(b"{\xff")
        with as_actor(duo_actor(HIER)):
            held = Berichtinhoud.objects.get(bericht__bericht_id=numbers[0])
            answer = seal_body(b"<html>", keys_in_use(), gemeente=HIER, of=numbers[0])
            Berichtinhoud.objects.filter(pk=held.pk).update(antwoord=answer)
    assert reseal_messages(Keys.read(AFTER, HASH)).number == 0  # the old key is gone: all stays
    assert len(reseal_messages(Keys.read(AFTER, HASH)).lost) == 4
    assert reseal_messages(Keys.read(BOTH, HASH)).number == 4
    assert reseal_messages(Keys.read(BOTH, HASH)).number == 0
    assert keys_of_messages() == {"2026a": 4}
    with override_settings(BSN_KEYS=AFTER, HASH_KEY=HASH), as_actor(duo_actor(HIER)):
        keys = Keys.read(AFTER, HASH)
        for held in Berichtinhoud.objects.all():
            number = held.bericht.bericht_id
            assert b"SS101" in unseal_body(held.verzegeld, keys, gemeente=HIER, of=number)
        held = Berichtinhoud.objects.get(bericht__bericht_id=numbers[0])
        assert unseal_body(held.antwoord, keys, gemeente=HIER, of=numbers[0]) == b"<html>"
        assert refused_text(Geweigerd.objects.get()) == "{\ufffd"
