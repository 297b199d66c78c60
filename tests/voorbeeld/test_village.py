"""The whole village: always the same, lawful in every line, whole, and careful with people."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from statistics import mean

import pytest
from django.test import override_settings
from stdnum.nl import bsn as elfproef

from meedoen.accounts.huisstijl import versions
from meedoen.accounts.models import Medewerker, Organisatie, Rolverlening
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.accounts.themes import logos, theme_class
from meedoen.config.voorbeeld import office
from meedoen.config.voorbeeld.accounts import BRIEFDORP, DEMO_ACCOUNTS, LEFT, VOORBEELDSTAD
from meedoen.config.voorbeeld.build import steps_of
from meedoen.config.voorbeeld.crowd import BRIEFDORP_SIZE, VOORBEELDSTAD_SIZE, crowd
from meedoen.config.voorbeeld.days import FIRST_DAY, last_day, working_day
from meedoen.config.voorbeeld.happenings import ACTS, Archive
from meedoen.config.voorbeeld.life import Happening, Life
from meedoen.config.voorbeeld.numbers import Numbers
from meedoen.config.voorbeeld.story_file import read_stories
from meedoen.dossier import verify
from meedoen.dossier.besluiten import redo
from meedoen.dossier.models import Besluit, Bijzonder, Dossier, Gebeurtenis
from meedoen.law.register import register
from meedoen.law.soort import BIJZONDER

# What belongs in no plain text (AVG 9, Wi 37), and words that shame.
SPECIAL = re.compile(
    r"\b(ziek|ziekte\w*|dokter|huisarts|arts|psych\w*|trauma\w*|depress\w*|medicijn\w*|zwanger\w*"
    r"|handicap\w*|beperking|pijn|slaapt|ziekenhuis|verslaafd\w*|mishandel\w*|geweld"
    r"|moslim\w*|islam\w*|christen\w*|kerk\w*|moskee|imam|priester|dominee|geloof\w*|bekeer\w*"
    r"|homo\w*|lesbisch\w*|analfabeet|analfabete|dom|lui|laagopgeleid\w*)\b",
    re.IGNORECASE,
)


@cache
def everybody() -> tuple[Life, ...]:
    """All lives of both municipalities, as the demo makes them; no database is needed."""
    numbers = Numbers()
    stories = list(read_stories(numbers))
    here = crowd(numbers, VOORBEELDSTAD, VOORBEELDSTAD_SIZE - len(stories))
    return (*stories, *here, *crowd(numbers, BRIEFDORP, BRIEFDORP_SIZE))


def happenings() -> Iterator[Happening]:
    return chain.from_iterable(life.happenings for life in everybody())


def test_the_same_people_every_time() -> None:
    first, again = (crowd(Numbers(), VOORBEELDSTAD, 10) for _ in range(2))
    assert first == again
    assert len(first) == 10
    assert steps_of(first) == steps_of(again)


def test_there_are_as_many_as_promised() -> None:
    sizes = Counter(life.gemeente for life in everybody())
    assert sizes == {VOORBEELDSTAD: 400, BRIEFDORP: 20}
    keys = Counter(life.key for life in everybody())
    assert max(keys.values()) == 1


def test_three_klantmanagers_have_a_usual_caseload() -> None:
    last = {life.key: life.klantmanager for life in everybody()}
    last |= {
        life.key: each.told["naar"]
        for life in everybody()
        for each in life.happenings
        if each.what == "overgedragen"
    }
    load = Counter(last.values())
    own = [a.key for a in DEMO_ACCOUNTS if (a.rol, a.gemeente) == (Rol.KLANTMANAGER, VOORBEELDSTAD)]
    assert all(50 <= load[key] <= 80 for key in own), load
    assert load[LEFT.key] == 0


def test_every_soort_exists() -> None:
    used = {each.what for each in happenings()}
    assert used <= register().keys() | ACTS.keys()
    assert len(used) > 40


def test_everything_happens_on_a_working_day_within_the_three_years() -> None:
    for each in happenings():
        assert FIRST_DAY <= each.recorded_on <= last_day(), each
        assert each.recorded_on == working_day(each.recorded_on), each
        assert each.on <= each.recorded_on, each
    months = {(each.recorded_on.year, each.recorded_on.month) for each in happenings()}
    assert len(months) >= 36


def test_moments_never_go_back() -> None:
    steps = steps_of(everybody())
    assert all(one.at < next_.at for one, next_ in pairwise(steps))
    in_life = Counter[str]()
    for step in steps:  # within a life, in the order of the story
        assert step.life.happenings[in_life[step.life.key]] is step.happening
        in_life[step.life.key] += 1
    assert sum(in_life.values()) == len(steps)


def test_numbers_belong_to_nobody() -> None:
    bsns = [life.person.bsn for life in everybody() if life.person.bsn]
    assert all(re.fullmatch("9999[0-9]{5}", bsn) and elfproef.is_valid(bsn) for bsn in bsns)
    assert len(set(bsns)) == len(bsns) == len(everybody()) - 1  # Hadas has none yet
    vnummers = [life.person.vnummer for life in everybody()]
    assert all(re.fullmatch("[0-9]{10}", number) for number in vnummers)
    assert len(set(vnummers)) == len(vnummers)
    postcodes = {each.told["postcode"] for each in happenings() if "postcode" in each.told}
    assert postcodes == {"9999 XX"}


def test_the_shares_are_those_of_the_published_figures() -> None:
    """61 % asylum and 17 weeks to the PIP (CBS, SWI 2023), in the crowd."""
    ordinary = [life for life in everybody() if life.key[0].isdigit()]
    notices = [_told(life, "kennisgeving_ontvangen") for life in ordinary]
    groups = Counter(each.told["doelgroep"].value for each in notices if each)
    assert groups["asielstatushouder"] / groups.total() == pytest.approx(0.61, abs=0.06)
    assert mean(_weeks_to_plan(ordinary)) == pytest.approx(17, abs=1.5)


def test_besluiten_are_signed_by_several_with_a_mandate() -> None:
    signed = [each.by for each in happenings() if each.what == "ondertekening"]
    sent = sum(each.what in {"verzending", "klaar_voor_post"} for each in happenings())
    besluiten = sum(each.what == "plan" for each in happenings())
    assert sent == len(signed)
    assert besluiten >= 20
    assert len(set(signed)) >= 3


def test_no_plain_text_is_special_or_shames() -> None:
    found = [
        f"{each.what}: {text}"
        for each in happenings()
        for name, text in each.told.items()
        if isinstance(text, str) and name not in _special(each.what) and SPECIAL.search(text)
    ]
    assert not found


def test_the_words_for_special_texts_are_found() -> None:
    assert SPECIAL.search("Hij is ziek en gaat naar de dokter.")
    assert not SPECIAL.search("Werkt als assistent in een apotheek.")


def test_every_role_has_an_account() -> None:
    assert {account.rol for account in DEMO_ACCOUNTS} == set(Rol)
    emails = [account.email for account in DEMO_ACCOUNTS]
    assert len(set(emails)) == len(emails)
    assert all(email.endswith(".example") for email in emails)


def test_officials_can_log_in_and_belong_somewhere(village: Archive) -> None:
    for account in DEMO_ACCOUNTS:
        who = Medewerker.objects.get(email=account.email)
        assert who.check_password(account.wachtwoord)
        rows = Rolverlening.objects.filter(medewerker=who, tot__isnull=True)
        assert (account.rol.value, account.gemeente) in rows.values_list("rol", "gemeente")
    said = Medewerker.objects.select_related("organisatie").get(email__startswith="a.said")
    assert said.organisatie is not None
    assert said.organisatie.soort == Organisatie.Soort.OPDRACHTNEMER
    assert Rolverlening.objects.get(medewerker__email=LEFT.email).tot is not None


def test_the_village_is_whole(village: Archive) -> None:
    assert not list(verify.verify_chains())
    assert not list(verify.verify_contents())
    assert not list(verify.verify_documents())
    assert not list(verify.verify_stand())
    assert Gebeurtenis.objects.using(verify.AUDIT).count() > 300


def test_we_would_decide_the_same_again(village: Archive) -> None:
    rows = list(Besluit.objects.using(verify.AUDIT).select_related("dossier__gemeente"))
    assert len(rows) >= 5
    assert not [each for besluit in rows for each in redo(besluit, using=verify.AUDIT)]
    assert all(each.mandaat for each in rows)
    unsent = [each for each in rows if each.verzonden_at is None]
    assert [each.soort for each in unsent] == ["uitnodiging_gesprek"]  # it lies with the mailroom
    assert all(each.brief_id is not None for each in rows if each not in unsent)


def test_special_texts_stand_apart(village: Archive) -> None:
    rows = Bijzonder.objects.using(verify.AUDIT).values_list("gebeurtenis__soort", "naam")
    assert {"intakegesprek_gevoerd", "voortgangsgesprek_gevoerd"} <= {soort for soort, _ in rows}
    assert all(name in _special(soort) for soort, name in rows)


def test_each_municipality_sees_its_own(village: Archive) -> None:
    with as_actor(village.staff["s.ramdin"]):
        here = set(Dossier.objects.values_list("gemeente", flat=True))
    with as_actor(village.staff["h.dijkstra"]):
        there = set(Dossier.objects.values_list("gemeente", flat=True))
    assert (here, there) == ({VOORBEELDSTAD}, {BRIEFDORP})


def test_briefdorp_looks_and_speaks_its_own_way(village: Archive) -> None:
    assert village.staff
    chosen = versions(BRIEFDORP).get()
    assert chosen.rolnamen == {"klantmanager": "consulent"}
    assert not versions(VOORBEELDSTAD).exists()
    folder = Path(office.__file__).parent / "thema"
    with override_settings(THEME_DIR=folder):
        assert theme_class(chosen.stijlblad) == chosen.thema
        assert chosen.logo in logos()


def test_what_no_law_allows_cannot_be_in_the_demo(village: Archive) -> None:
    """The error of an action names the life and the line of its story."""
    from meedoen.config.voorbeeld.happenings import happen
    from meedoen.dossier.actions.diary import DiaryError

    life = next(each for each in everybody() if each.key == "selam")
    wrong = replace(life.happenings[-1], on=last_day() + timedelta(days=30))
    at = steps_of([life])[-1].at
    with pytest.raises(DiaryError, match="toekomst") as caught, as_actor(village.staff["j.dewit"]):
        happen(village, life, wrong, at=at)
    assert any("selam" in note for note in caught.value.__notes__)


def _special(soort: str) -> set[str]:
    kind = register().get(soort)
    return {text.name for text in kind.texts if text.privacy == BIJZONDER} if kind else set()


def _told(life: Life, what: str) -> Happening | None:
    return next((each for each in life.happenings if each.what == what), None)


def _weeks_to_plan(lives: list[Life]) -> Iterator[float]:
    """From the day on which the ten weeks begin until the PIP (Bi 5.3:1)."""
    for life in lives:
        plan = _told(life, "eerste_pip_vastgesteld")
        begins = _told(
            life, "ingeschreven" if _told(life, "gekoppeld") else "kennisgeving_ontvangen"
        )
        if plan is not None and begins is not None:
            yield (plan.on - begins.on).days / 7
