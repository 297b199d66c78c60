"""The invented population moves through time; what it gives, DUO sends until it is received."""

from datetime import date
from typing import Any

import httpx
from stdnum.nl import bsn as elfproef
from tests.pretend_duo.invented import DAY, HERE, NOW, THERE, asiel, town, with_plan

from meedoen.adapters.pretend_duo.journal import SENT, Journal
from meedoen.adapters.pretend_duo.kuren import Kuren
from meedoen.adapters.pretend_duo.notices import Sender, Targets
from meedoen.adapters.pretend_duo.oins import DUO, gemeente_of, oin_of
from meedoen.adapters.pretend_duo.population import draw, setting
from meedoen.adapters.pretend_duo.world import Happening, World

CODES = 31
NEWS = Happening(HERE, "SS101", 9_998_000_001, DAY, "999950009")


def test_all_events_occur_in_the_stories() -> None:
    people = draw(14, seed=3, day=DAY, gemeenten=(HERE, THERE))
    world = World(people, setting(), DAY)
    world.step(1500)
    codes = {code for person in people for _, code in person.gebeurtenissen}
    assert codes == set(world.setting.omschrijvingen)
    assert len(codes) == CODES
    assert not any(person.steps for person in people)
    assert all(elfproef.is_valid(person.bsn) and person.bsn < "9999999" + "99" for person in people)


def test_the_same_seed_gives_the_same_people_and_a_day_at_a_time_is_as_many_at_once() -> None:
    at_once, by_day = (
        World(draw(20, seed=9, day=DAY, gemeenten=(HERE, THERE)), setting(), DAY) for _ in range(2)
    )
    at_once.step(400)
    for _ in range(400):
        by_day.step()
    assert [p.gebeurtenissen for p in at_once.people] == [p.gebeurtenissen for p in by_day.people]


def test_where_somebody_moves_decides_what_is_told() -> None:
    moves: list[tuple[list[tuple[int, str, dict[str, Any]]], str, int]] = [
        ([(9, "koppeling", {}), (8, "plicht", {})], "SS139", 1),
        ([(9, "koppeling", {"gemeente": 2}), (8, "plicht", {})], "SS120", 1),
        ([(9, "vestiging", {}), (8, "plicht", {}), (7, "pip", {"leerroute": "Z"})], "SS121", 2),
    ]
    for before, code, to in moves:
        place = town(*before, (-1, "vestiging", {"gemeente": to}))
        place.world.step()
        assert (place.told[-1].code, place.told[-1].gemeente) == (code, (HERE, THERE)[to - 1])


def test_a_person_without_bsn_is_told_by_v_nummer_and_cannot_be_asked() -> None:
    place = town((9, "koppeling", {}))
    place.person.bsn_bekend = False
    for step in ((1, "plicht"), (3, "bsn"), (4, "vestiging")):
        place.person.plan(_in_days(*step))
    place.world.step(2)
    assert [(h.code, h.bsn) for h in place.told] == [("SS101", "")]
    assert place.call("GET", "/personen/{bsn}/inburgeringsplicht").status_code == 404
    place.world.step(2)
    assert place.told[-1].bsn == place.person.bsn
    assert place.call("GET", "/personen/{bsn}/inburgeringsplicht").status_code == 200


def _in_days(days: int, wat: str) -> Any:
    from meedoen.adapters.pretend_duo.persoon import Step

    return Step(date.fromordinal(DAY.toordinal() + days), wat)


def test_what_a_municipality_told_may_end_a_story_early() -> None:
    place = with_plan("Z", (-2, "voldaan", {}), (-3, "boete", {"bedrag": 1, "nieuwe_termijn": 6}))
    place.call("PUT", "/personen/{bsn}/zroute", {"datumAfrondingZroute": DAY.isoformat()})
    place.world.step(9)
    assert place.codes() == ["SS141"]


def test_the_next_event_can_be_pulled_to_now() -> None:
    place = asiel((-300, "doelgroep", {}), (-310, "lbt_aanmelding", {}))
    assert place.world.soonest([HERE]) is place.person
    assert place.world.pull(place.person) == 1
    assert place.person.steps[0].op.toordinal() == DAY.toordinal() + 10
    assert place.world.pull(place.person) == 1
    assert place.world.pull(place.person) == 0
    assert place.codes() == ["SS124", "SS137"]
    assert place.world.soonest([HERE]) is None


def test_oins_name_a_municipality() -> None:
    assert gemeente_of(oin_of(344)) == 344
    assert gemeente_of(DUO) is None
    assert gemeente_of("00000001999991111999") is None
    assert len(DUO) == len(oin_of(HERE)) == 20


class Receiver:
    """Answers notices with these codes, one after another; 0 is no answer. The last one stays."""

    def __init__(self, *codes: int) -> None:
        self.codes = list(codes)
        self.got: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.got.append(request)
        code = self.codes.pop(0) if len(self.codes) > 1 else self.codes[0]
        if not code:
            raise httpx.ConnectError("weg")
        return httpx.Response(code, headers={"API-Version": "1.8.0"})


def sender(receiver: Receiver, *kuren: str, pauses: tuple[float, ...] = (0, 0, 0)) -> Sender:
    client = httpx.Client(transport=httpx.MockTransport(receiver))
    targets = Targets(each={HERE: "http://ons.example/v1/"}, headers={"X-Proxy": "ja"})
    return Sender(
        targets, Journal(lambda: NOW), Kuren(*kuren, seed=4), client=client, pauses=pauses
    )


def deliver(sending: Sender) -> list[int]:
    """Send until nothing waits; returns the codes of all attempts."""
    while sending.waiting:
        sending.send(sending.waiting.pop(0))
    return [e.code for e in reversed(sending.journal.last()) if e.kind == SENT]


def test_a_notice_is_sent_again_until_201() -> None:
    receiver = Receiver(0, 503, 201)
    sending = sender(receiver)
    sending.tell(NEWS)
    assert deliver(sending) == [0, 503, 201]
    assert len({request.headers["berichtId"] for request in receiver.got}) == 1
    first = receiver.got[0]
    assert str(first.url) == "http://ons.example/v1/notificaties"
    assert (first.headers["bron"], first.headers["doel"]) == (DUO, oin_of(HERE))
    assert first.headers["X-Proxy"] == "ja"


def test_at_last_it_is_given_up_and_said() -> None:
    sending = sender(Receiver(500))
    sending.tell(NEWS)
    assert deliver(sending) == [500] * 4
    assert sending.given_up == 1
    assert "opgegeven" in sending.journal.last(1)[0].remarks[0]


def test_notices_misbehave_on_command() -> None:
    for kuur, sent in (("kwijt", 0), ("dubbel", 2), ("door-elkaar", 1), ("fout", 1)):
        receiver = Receiver(201)
        sending = sender(receiver, kuur)
        sending.tell(NEWS)
        deliver(sending)
        assert len(receiver.got) == sent, kuur
        assert len({request.headers["berichtId"] for request in receiver.got}) <= 1
    mixed = sender(Receiver(201), "door-elkaar")
    for number in range(9):
        mixed.tell(Happening(HERE, f"SS{number}", 1, DAY))
    in_time = sorted(mixed.waiting, key=lambda notice: notice.due)
    assert [n.happening.code for n in in_time] != [n.happening.code for n in mixed.waiting]
    nowhere = sender(Receiver(201))
    nowhere.tell(Happening(THERE, "SS101", 1, DAY))
    assert not nowhere.waiting
    assert nowhere.journal.last(1)[0].remarks == ("geen adres voor deze gemeente",)
