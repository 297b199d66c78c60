"""What was told to DUO is in the copy of AVG 15, and is sealed anew with a new key."""

from base64 import b64encode

import pytest
from django.test import override_settings
from tests.berichten.melding_scene import FIRST_ROUND, PLAN, beside, messages, say, tell, with_facts
from tests.dossier.makers import HIER
from tests.dossier.test_besluiten import _people

from meedoen.accounts.keys import Keys
from meedoen.accounts.scope import as_actor
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.inzage import part
from meedoen.berichten.melding_inhoud import opened
from meedoen.berichten.resealing import reseal_messages

OLD, NEW, HASH = (b64encode(bytes([each]) * 32).decode() for each in b"onh")
BEFORE, BOTH, AFTER = f"2025b:{OLD}", f"2026a:{NEW},2025b:{OLD}", f"2026a:{NEW}"


def test_what_was_told_is_copied_and_sealed_anew(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    with override_settings(BSN_KEYS=BEFORE, HASH_KEY=HASH):
        beside(monkeypatch)
        people = _people()
        dossier = with_facts(people)
        say(people, dossier, "eerste_pip_vastgesteld", PLAN | {"uren_in_pip": 600})
        tell()
        with as_actor(duo_actor(HIER)):
            rows = part(dossier, FIRST_ROUND)["regels"]
    told = {each["wat"]: each["waarde"] for each in rows[-1]}
    assert told["Leerroute"] == "B1-route"
    assert told["Hoe ver het is"] == "bevestigd"
    assert reseal_messages(Keys.read(BOTH, HASH)).number == 1
    with override_settings(BSN_KEYS=AFTER, HASH_KEY=HASH):
        sent = opened(messages()[0])
    assert sent is not None
    assert sent.pip.intensiteit_uren == 600
