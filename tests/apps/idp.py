"""A provider of identities (OIDC) that can do everything wrong: a real server on a free port.

It lets anybody in who comes by, checks what a good provider checks (PKCE, the client, a code once),
and signs what the test asks, up to and including nonsense.
"""

import base64
import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET, GROUP = "meedoen", "geheim: met een %", "klantmanagers"
Answer = tuple[int, Any, dict[str, str]]


@cache
def usual_key() -> rsa.RSAPrivateKey:
    """The key of every provider, made once: it takes time."""
    return rsa.generate_private_key(65537, 2048)


@dataclass
class Provider:
    """What the test wants it to say; `asked` is what it was asked, address and form."""

    issuer: str = ""
    sub: str = "sub-1"
    claims: dict[str, Any] = field(
        default_factory=lambda: {
            "name": "J. de Wit",
            "email": "j.dewit@voorbeeldstad.example",
            "groups": [GROUP],
        }
    )
    token: dict[str, Any] = field(default_factory=dict)  # laid over the claims; None leaves out
    discovery: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] = field(default_factory=dict)
    instead: dict[str, Answer] = field(default_factory=dict)  # per path, another answer
    back: dict[str, str] = field(default_factory=dict)  # more in the address to go back to
    header: dict[str, Any] = field(default_factory=dict)
    algorithm: str = "RS256"
    kid: str = "key-1"
    slow: float = 0  # seconds before any answer
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    key: Any = field(default_factory=usual_key)
    public: Any = None  # another key than the one that signs
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def authorize(self, address: str) -> str:
        """What a browser gets that comes here: where it goes back to."""
        answer = requests.get(address, allow_redirects=False, timeout=5)
        assert answer.status_code == 302, answer.text
        return answer.headers["Location"]

    def answer(self, path: str, query: dict[str, str], form: dict[str, str], client: str) -> Answer:
        """What is answered to one call."""
        time.sleep(self.slow)
        self.asked.append((path, form or query))
        if path in self.instead:
            return self.instead[path]
        if path == "/authorize":
            return self._authorize(query)
        if path == "/token":
            return self._token(form, client)
        known = {
            "/.well-known/openid-configuration": self._told(),
            "/jwks": self._jwks(),
            "/userinfo": {"sub": self.sub, **self.userinfo},
        }
        return (200, known[path], {}) if path in known else (404, {}, {})

    def _told(self) -> dict[str, Any]:
        names = ("authorize", "token", "jwks", "userinfo", "logout")
        keys = (
            "authorization_endpoint",
            "token_endpoint",
            "jwks_uri",
            "userinfo_endpoint",
            "end_session_endpoint",
        )
        addresses = {key: f"{self.issuer}/{name}" for key, name in zip(keys, names, strict=True)}
        return {"issuer": self.issuer, **addresses, **self.discovery}

    def _jwks(self) -> dict[str, Any]:
        public = (self.public or self.key).public_key()
        told = jwt.algorithms.RSAAlgorithm.to_jwk(public, as_dict=True)
        return {"keys": [{**told, "kid": self.kid, "use": "sig"}]}

    def _authorize(self, query: dict[str, str]) -> Answer:
        code = f"code-{len(self.codes)}-{time.monotonic_ns()}"
        self.codes[code] = query
        told = {"code": code, "state": query["state"], **self.back}
        address = f"{query['redirect_uri']}?{urlencode({k: v for k, v in told.items() if v})}"
        return 302, {}, {"Location": address}

    def _token(self, form: dict[str, str], client: str) -> Answer:
        asked = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if asked is None or asked["code_challenge"] != _short(digest):
            return 400, {"error": "invalid_grant"}, {}
        if asked["redirect_uri"] != form["redirect_uri"] or client not in {CLIENT, "assertion"}:
            return 401, {"error": "invalid_client"}, {}
        return 200, {"access_token": "at", "id_token": self.id_token(asked["nonce"])}, {}

    def id_token(self, nonce: str) -> str:
        """The token for a login."""
        now = int(time.time())
        usual = {"iss": self.issuer, "sub": self.sub, "aud": CLIENT, "iat": now, "nonce": nonce}
        claims = _present({**usual, "exp": now + 300, **self.claims, **self.token})
        key = "" if self.algorithm == "none" else self.key
        key = b"x" * 32 if self.algorithm == "HS256" else key
        headers = _present({"kid": self.kid, **self.header})
        return jwt.encode(claims, key, algorithm=self.algorithm, headers=headers)


@contextmanager
def running() -> Iterator[Provider]:
    """A provider that listens; stopped at the end."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._do({})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._do({name: values[0] for name, values in parse_qs(body).items()})

        def _do(self, form: dict[str, str]) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            client = _client(self.headers.get("Authorization", ""), form)
            status, told, headers = provider.answer(parts.path, query, form, client)
            body = told.encode() if isinstance(told, str) else json.dumps(told).encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=partial(server.serve_forever, 0.02), daemon=True)
    thread.start()
    yield provider
    server.shutdown()
    server.server_close()
    thread.join()


def _client(header: str, form: dict[str, str]) -> str:
    """Which client proved who it is: with its secret, or with an assertion that the test reads."""
    if "client_assertion" in form:
        return "assertion"
    basic = base64.b64encode(b"meedoen:geheim%3A%20met%20een%20%25").decode()
    return CLIENT if header == f"Basic {basic}" else ""


def _present(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value is not None}


def _short(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
