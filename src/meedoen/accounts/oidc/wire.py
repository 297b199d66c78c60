"""Every call to a provider: short, without redirects, over https; its answer a JSON object.

What a provider answers is never logged: it can hold a token.
"""

import json
from typing import Any

import requests

from meedoen.accounts.oidc.providers import is_safe
from meedoen.accounts.oidc.refusal import Reason, Refused

TIMEOUT = (3.05, 8)  # seconds to connect, and to wait for the next bytes
LONGEST = 1024 * 1024  # bytes of an answer
USER_AGENT = "Meedoen"


def get_json(url: str, *, bearer: str = "") -> dict[str, Any]:
    """What stands at an address. Errors: Refused."""
    return _call("GET", url, headers={"Authorization": f"Bearer {bearer}"} if bearer else {})


def post_form(url: str, form: dict[str, str], *, headers: dict[str, str]) -> dict[str, Any]:
    """The answer to a form. Errors: Refused."""
    return _call("POST", url, headers=headers, form=form)


def _call(
    method: str, url: str, *, headers: dict[str, str], form: dict[str, str] | None = None
) -> dict[str, Any]:
    if not is_safe(url):
        raise Refused(Reason.ANSWERED_WRONG, "address")
    try:
        with (
            requests.Session() as session,
            session.request(
                method,
                url,
                data=form,
                headers={"Accept": "application/json", "User-Agent": USER_AGENT, **headers},
                auth=_as_it_is,
                timeout=TIMEOUT,
                allow_redirects=False,
                stream=True,
            ) as answer,
        ):
            return _object(answer)
    except (requests.RequestException, OSError) as error:
        # without the error itself: its text holds addresses and what was sent
        raise Refused(Reason.UNREACHABLE, type(error).__name__) from None


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep our own headers: without this a .netrc of the server would replace them."""
    return request


def _object(answer: requests.Response) -> dict[str, Any]:
    if answer.status_code >= 500 or answer.status_code == 429:
        raise Refused(Reason.UNREACHABLE, f"status_{answer.status_code}")
    if answer.status_code != 200:
        raise Refused(Reason.ANSWERED_WRONG, f"status_{answer.status_code}")
    body = answer.raw.read(LONGEST + 1, decode_content=True)
    if len(body) > LONGEST:
        raise Refused(Reason.ANSWERED_WRONG, "size")
    try:
        found = json.loads(body)
    except ValueError:
        raise Refused(Reason.ANSWERED_WRONG, "json") from None
    if not isinstance(found, dict):
        raise Refused(Reason.ANSWERED_WRONG, "json")
    return found
