"""A server that answers byte by byte as a test says: over a real socket, in a thread of its own."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator

# Gets the number of the request (from 0) and the connection; what it sends is the answer.
Script = Callable[[int, socket.socket], None]


class StrangeServer:
    """Reads one request per connection, runs the script, hangs up. `requests` keeps what came."""

    def __init__(self, script: Script, tls: ssl.SSLContext | None) -> None:
        self.requests: list[bytes] = []
        self._script = script
        self._tls = tls
        self._ended = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def url(self) -> str:
        scheme = "https" if self._tls else "http"
        return f"{scheme}://127.0.0.1:{self._listening.getsockname()[1]}/v1"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        with contextlib.suppress(OSError):  # wakes who waits for a connection
            socket.create_connection(self._listening.getsockname()).close()
        self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        while not self._ended.is_set():
            connection, _ = self._listening.accept()
            connection.settimeout(5)
            with contextlib.suppress(OSError), connection:
                self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        if self._tls:
            connection = self._tls.wrap_socket(connection, server_side=True)
        with connection:
            request = b""
            while b"\r\n\r\n" not in request and (part := connection.recv(4096)):
                request += part
            if request:
                self.requests.append(request)
                self._script(len(self.requests) - 1, connection)


@contextlib.contextmanager
def strange_server(script: Script, tls: ssl.SSLContext | None = None) -> Iterator[StrangeServer]:
    """A running server; it has ended when the block has."""
    server = StrangeServer(script, tls)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def http(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """A whole answer, with its length."""
    head = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "Connection: close"]
    return "\r\n".join([*head, "", ""]).encode() + body
