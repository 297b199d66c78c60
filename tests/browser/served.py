"""The product served from a thread, for tests with a browser; whoever visits is logged in."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Page


@contextmanager
def served() -> Iterator[str]:
    """The address of a server on a free port, with the database of the test."""
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application
    from django.db import connections

    class Quiet(WSGIRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
            """Say nothing: the log of the product tells it already."""

    class Server(ThreadedWSGIServer):
        def close_request(self, request: Any) -> None:
            """Give back the connections of this thread, so that the database can go."""
            super().close_request(request)
            connections.close_all()

    server = Server(("127.0.0.1", 0), Quiet)
    server.set_app(get_wsgi_application())
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@contextmanager
def page_of(browser: Browser, address: str, session: str, *, width: int) -> Iterator[Page]:
    """A page of an official with this session, so many pixels wide."""
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 900})
    context.add_cookies([{"name": "sessie", "value": session, "url": address}])
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()
