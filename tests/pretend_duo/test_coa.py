"""COA's messages: what may come along, what is refused, and those of the invented people."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from tests.pretend_duo.invented import DAY, HERE, THERE, town
from werkzeug.test import Client

from meedoen.adapters.coa_json import read_klantprofiel, read_koppeling, write
from meedoen.adapters.pretend_coa import PretendCoa, write_folder
from meedoen.adapters.pretend_duo.panel import Panel
from meedoen.ports.coa import Coa, OngevraagdError, OnleesbaarError

WHO = {"vnummer": "0998000001", "voornamen": "Eyob", "achternaam": "Semere", "bsn": "999950009"}
KOPPELING = {"identiteit": WHO, "gemeente": 9999, "gekoppeldOp": "2026-02-01"}
PROFIEL = {"identiteit": WHO, "opgemaaktOp": "2026-02-01"}


def test_what_is_not_allowed_refuses_the_message_by_name_of_the_field() -> None:
    private = "spreekt over oorlog"
    rows: list[tuple[dict[str, Any], tuple[str, ...]]] = [
        ({"gezondheid": private}, ("gezondheid",)),
        ({"telefoon": private, "digid": True}, ("digid", "telefoon")),
        ({"identiteit": WHO | {"religie": private}}, ("identiteit.religie",)),
        (
            {"gezin": [{"vnummer": "0998000002", "relatie": "kind", "zorg": private}]},
            ("gezin.0.zorg",),
        ),
    ]
    for extra, fields in rows:
        with pytest.raises(OngevraagdError) as refused:
            read_klantprofiel(json.dumps(PROFIEL | extra).encode())
        assert refused.value.fields == fields
        assert private not in str(refused.value)
    with pytest.raises(OngevraagdError, match="reden"):
        read_koppeling(json.dumps(KOPPELING | {"reden": private}).encode())


def test_what_does_not_fit_is_named_and_not_shown() -> None:
    for wrong, field in (
        (b"{", "bericht"),
        (json.dumps(PROFIEL | {"opgemaaktOp": "1-2-2026"}).encode(), "opgemaaktOp"),
        (json.dumps(PROFIEL | {"identiteit": WHO | {"bsn": "12"}}).encode(), "identiteit.bsn"),
        (json.dumps({"identiteit": WHO}).encode(), "opgemaaktOp"),
    ):
        with pytest.raises(OnleesbaarError) as refused:
            read_klantprofiel(wrong)
        assert refused.value.fields == (field,)


def test_the_pretend_coa_tells_of_whom_it_coupled_until_they_are_housed(tmp_path: Path) -> None:
    place = town((40, "koppeling", {}), (-5, "vestiging", {}))
    coa: Coa = PretendCoa(place.world, HERE)
    koppeling = coa.koppelingen(DAY)[0]
    vnummer = koppeling.identiteit.vnummer
    profile = coa.klantprofiel(vnummer, DAY)
    assert profile is not None
    assert read_koppeling(write(koppeling)) == koppeling
    assert read_klantprofiel(write(profile)) == profile
    assert profile.deelname[0].uren == 26
    early = coa.klantprofiel(vnummer, DAY - timedelta(days=39))
    assert early is not None
    assert not early.deelname
    assert "999950009" not in repr(profile)
    assert not PretendCoa(place.world, THERE).koppelingen(DAY)
    assert write_folder(PretendCoa(place.world, HERE), tmp_path, DAY) == 1
    assert len(list(tmp_path.iterdir())) == 2
    page = Panel(place.world, place.journal, place.kuren, sender=cast("Any", None), url="")
    client = Client(page)
    listed = client.get("/coa/9999/koppelingen.json").json
    assert listed == [json.loads(write(koppeling))]
    one = client.get(f"/coa/9999/klantprofielen/{vnummer}.json")
    assert read_klantprofiel(one.data) == profile
    for path in (
        "/coa/9998/klantprofielen/" + vnummer + ".json",
        "/coa/x/koppelingen.json",
        "/coa/1",
    ):
        assert client.get(path).status_code == 404
    place.world.step(5)
    assert not coa.koppelingen(place.world.day)
    assert coa.klantprofiel(vnummer, place.world.day) is None
