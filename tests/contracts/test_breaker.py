"""The breaker: who may call when, whatever order things happen in, and from many threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.contracts.duo_table import asks
from tests.contracts.lines import answer_headers, call, came, client

from meedoen.adapters.breaker import Breaker

ASK = asks()[0]


class Story(RuleBasedStateMachine):
    """Calls that begin and end in any order; beside it what we expect, counted plainly."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.breaker = Breaker(lambda: self.now, limit=2, rest=10)
        self.failures = 0
        self.open_until = 0.0
        self.running = 0
        self.trying = False

    @rule(seconds=st.sampled_from([1.0, 9.0, 10.0]))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds

    @rule()
    def somebody_asks(self) -> None:
        is_open = self.failures >= 2
        expected = not is_open or (not self.trying and self.now >= self.open_until)
        assert self.breaker.may_call() is expected
        self.running += expected
        self.trying = self.trying or (is_open and expected)

    @precondition(lambda self: self.running)
    @rule(how=st.sampled_from(["worked", "failed", "gave_up"]))
    def a_call_ends(self, how: str) -> None:
        getattr(self.breaker, how)()
        self.running -= 1
        self.trying = False
        if how == "failed":
            self.failures += 1
            self.open_until = self.now + 10 if self.failures >= 2 else self.open_until
        elif how == "worked":
            self.failures = 0

    @invariant()
    def after_a_rest_somebody_may_try(self) -> None:
        later = Breaker(lambda: self.now + 10, limit=2, rest=10)
        vars(later).update(
            {k: v for k, v in vars(self.breaker).items() if k[:5] in ("_fail", "_open")}
        )
        assert later.may_call()


TestStory = Story.TestCase
TestStory.settings = settings(max_examples=25, stateful_step_count=20)


def test_after_a_rest_one_of_many_threads_tries() -> None:
    now = [0.0]
    breaker = Breaker(lambda: now[0], limit=1, rest=5)
    breaker.failed()
    now[0] = 5.0
    together = Barrier(8)

    def ask() -> bool:
        together.wait()
        return breaker.may_call()

    with ThreadPoolExecutor(8) as threads:
        answers = [each.result() for each in [threads.submit(ask) for _ in range(8)]]
    assert answers.count(True) == 1


def test_a_call_that_was_broken_off_leaves_the_way_free() -> None:
    def broken_off(_: httpx.Request) -> httpx.Response:
        raise KeyboardInterrupt

    breaker = Breaker(lambda: 0.0, limit=1, rest=0)
    breaker.failed()
    with pytest.raises(KeyboardInterrupt):
        call(client(broken_off, breaker=breaker), ASK)
    good = client(lambda _: came(200, answer_headers(ASK), ASK.body()), breaker=breaker)
    assert call(good, ASK).content.plichtig is False
