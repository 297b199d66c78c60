"""Where the installation can send mail, the link of an invitation goes to who was invited."""

import re
from smtplib import SMTPException
from typing import Any

import pytest
from django.core import mail
from django.test import override_settings
from tests.apps.browsing import get, post
from tests.apps.test_invitations import EMAIL, LIST, NEW, opened, typed_in
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Medewerker, Uitnodiging
from meedoen.accounts.roles import Rol
from meedoen.config.settings import mail as mail_settings

MAIL = {"EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend", "EMAIL_HOST": "mail"}


@pytest.fixture
def beheerder(db: None) -> Actor:
    return team(HIER, Rol.BEHEERDER)[Rol.BEHEERDER]


@override_settings(**MAIL)
def test_with_mail_the_beheerder_does_not_see_the_link(beheerder: Actor) -> None:
    mail.outbox = []
    sender = visitor(beheerder)
    assert sender.post(NEW, typed_in())["Location"] == LIST
    assert "gemaild naar" in get(sender, LIST)
    assert "uitnodiging_link" not in sender.session
    (sent,) = mail.outbox
    assert sent.to == [EMAIL]
    path = re.search(r"http://testserver(/uitnodiging/[\w-]{43}/)", str(sent.body))
    assert path is not None
    assert "N. Nieuw" in get(opened(path[1]), "/uitnodiging/")


@override_settings(**MAIL)
def test_when_the_mail_cannot_go_nothing_is_changed(
    beheerder: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: Any, **_more: Any) -> None:
        raise SMTPException("weg")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", broken)
    assert "kon niet weg" in post(visitor(beheerder), NEW, status=400, **typed_in())
    assert not Medewerker.objects.filter(email=EMAIL).exists()
    assert not Uitnodiging.objects.exists()


def test_the_server_of_mail_is_read_from_one_address() -> None:
    found = mail_settings("smtp://een%40twee:ge%2Fheim@mail.example.org")
    assert found == {
        "host": "mail.example.org",
        "port": 587,
        "user": "een@twee",
        "password": "ge/heim",
        "ssl": False,
    }
    assert (mail_settings("smtps://mail.example.org")["port"], mail_settings("")["host"]) == (
        465,
        "",
    )
