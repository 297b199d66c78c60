"""The WSGI application: what comes for our own end points goes past what Django does per request.

Around each request Django looks at every connection and cache, before and after. A notice looks
after its one connection itself (berichten/receiving.py, answers.py), and uses no other.
"""

from collections.abc import Callable, Iterable
from typing import Any, cast

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponse

from meedoen.api.answers import PATH


class Handler:
    """Django's own, but for the machines of others."""

    def __init__(self) -> None:
        self.pages = WSGIHandler()

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """The answer of the same middleware and view, without the signals of Django."""
        if not environ["PATH_INFO"].startswith(PATH) or environ.get("SCRIPT_NAME"):
            return cast(Iterable[bytes], self.pages(environ, start_response))
        response = cast(HttpResponse, self.pages.get_response(WSGIRequest(environ)))
        status = f"{response.status_code} {response.reason_phrase}"
        start_response(status, list(response.items()))
        return [response.content]
