"""docs/settings.md: every setting of an installation, read from config/settings.py itself."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SETTINGS = Path(__file__).with_name("settings.py")
HEAD = """\
# Settings

<!-- Made by ./meedoen instellingen > docs/settings.md; a test keeps it so. -->

Every setting is a variable of the environment. A secret can also stand in a file: set the name with
`_FILE` behind it to the path of that file (`SECRET_KEY_FILE=/run/secrets/secret_key`).

`./meedoen serve` and `./meedoen worker` start only when what is marked *must* is there and safe;
they say in one line each what is wrong. `./meedoen migrate` needs `OWNER_DATABASE_URL` only,
and that setting belongs nowhere else.

| name | kind | if not set | what it is |
|---|---|---|---|
"""
MUST, NONE = "*must*", "no database"
TOLD = {
    "SECRET_KEY": (MUST, "Signs sessions and forms. At least 50 characters, your own."),
    "BSN_KEYS": (
        MUST,
        (
            "Seal the BSN: `name:key`, a key is 32 bytes in base64 (`openssl rand -base64 32`)."
            " The first one seals; older ones follow after a comma until everything is sealed anew"
            " (`./meedoen rotate`)."
        ),
    ),
    "HASH_KEY": (MUST, "Finds a BSN without opening it: 32 other bytes in base64. Never changes."),
    "MEDEWERKERLOGBOEK": (
        "",
        (
            "The FG may see what one official looked at. Off, unless the works council agreed: a"
            " system that can follow the conduct of staff needs that (WOR 27:1k and l). Who looked"
            " at a person stays visible: accountability asks for it (AVG 5:2). The demo has it on."
        ),
    ),
    "MEDEWERKERLOGBOEK_MINIMUM": (
        "",
        "An official who saw fewer people than this in thirty days has no count on that screen.",
    ),
    "AGENDA_DAGEN": (
        "",
        "The secret address of a calendar ends when no program read it for so many days.",
    ),
    "DUO_OIN": (
        "no notices",
        "The OIN of DUO, 20 digits. Only a certificate with it may send to /v1/notificaties.",
    ),
    "DUO_CERT_HEADER": (
        "",
        (
            "In which header your proxy tells the subject of the certificate that it checked"
            " (RFC 4514, or `X-Forwarded-Client-Cert`). The proxy must take away what a caller"
            " wrote there: [notificaties.md](notificaties.md)."
        ),
    ),
    "DUO_PROXIES": (
        "nobody",
        "From which addresses or networks that header counts, with commas.",
    ),
    "BERICHTEN_BEWAREN_DAGEN": (
        "",
        (
            "So many days a notice of DUO is kept that was refused, or that was settled and is of"
            " somebody in no dossier. No law names a term: who decides about keeping in your"
            " municipality does ([0019](decisions/0019-how-long-notices-of-nobody-are-kept.md))."
        ),
    ),
    "DUO_URL": (
        "DUO is not asked",
        (
            "Where DUO is asked: the whole base path with its major version, such as"
            " `https://HOST:PORT/v1`. Messages wait while it is not set."
        ),
    ),
    "DUO_CA": (
        "",
        "The authority that vouches for DUO's certificate, PEM; no other is trusted.",
    ),
    "DUO_CERTIFICATES": (
        "an outway shows one",
        (
            "A folder with a folder per municipality, named by its CBS code (`0344`), with"
            " `certificaat.pem` (the chain behind it) and `sleutel.pem`. New files are taken"
            " without a new start. The OIN of the municipality itself stands in the database."
        ),
    ),
    "LOGBOEK_VERPLICHT": (
        "",
        (
            "A person is shown only when the access log can be written. Switched off, the page"
            " comes all the same and the request log has an error; never for special categories."
        ),
    ),
    "ALLOWED_HOSTS": (MUST, "The names of this server, with commas. A health probe sends one too."),
    "SECURITY_CONTACT": (
        MUST,
        "For security.txt: where to report a hole, `mailto:` or `https://`.",
    ),
    "SECURITY_EXPIRES": (MUST, "For security.txt: until which day that holds; at most a year on."),
    "DATABASE_URL": (
        MUST,
        (
            "`postgresql://ROLE:PASSWORD@HOST/DATABASE?sslmode=verify-full`, with the role"
            " `meedoen_web` for serve and `meedoen_worker` for worker. The worker listens: it needs"
            " a connection of its own, not one of a pool per transaction."
        ),
    ),
    "OWNER_DATABASE_URL": (NONE, "The same for `meedoen_owner`: for migrate only."),
    "AUDIT_DATABASE_URL": (
        NONE,
        (
            "The same for `meedoen_audit`: for verify, redo and worker, which looks over all"
            " dossiers every night and does not start without."
        ),
    ),
    "LOCAL_LOGIN": (
        "",
        (
            "Accounts with a password of Meedoen and a second factor, by invitation. Off: officials"
            " come in only through the login of their municipality."
        ),
    ),
    "TRUSTED_PROXIES": (
        "",
        (
            "How many proxies of yours stand before the server. The address of a visitor is read"
            " that many places from the end of `X-Forwarded-For`; 0 for none."
        ),
    ),
    "EMAIL_URL": (
        "",
        (
            "`smtp://USER:PASSWORD@HOST:587` (STARTTLS) or `smtps://`. Then an invitation goes by"
            " mail; without it the beheerder passes the link on."
        ),
    ),
    "EMAIL_FROM": ("", "From which address that mail comes."),
    "CSRF_TRUSTED_ORIGINS": (
        "",
        "Other addresses that may send our forms, such as `https://a.nl`.",
    ),
    "OIDC_ISSUER": (
        "no login of the municipality",
        (
            "Who gives the identities of officials: the `issuer` of Entra ID, ADFS or another,"
            " exactly as it tells. How to set it up: [inloggen.md](inloggen.md)."
        ),
    ),
    "OIDC_CLIENT_ID": ("", "How that provider knows this installation."),
    "OIDC_CLIENT_SECRET": ("", "The secret with which Meedoen proves who it is; or the next one."),
    "OIDC_CLIENT_KEY": (
        "",
        (
            "The private key for `private_key_jwt`, as PEM; the certificate may stand behind it."
            " RSA of at least 2048 bits, or P-256."
        ),
    ),
    "OIDC_ROLES": (
        "",
        (
            "Which group gives which roles, TOML or JSON:"
            ' `"group" = ["klantmanager@0344"]`. Without a group nobody gets in.'
        ),
    ),
    "OIDC_GROUPS_CLAIM": ("", "In which claim the groups stand: `groups`, `roles` or another."),
    "OIDC_NAME": ("", "How the login is called on screen. If not set: the host of the issuer."),
    "OIDC_ID": ("", "In the redirect URI: `https://HOST/inloggen/bij/ID/terug/`."),
    "OIDC_MIN_ACR": (
        "",
        (
            "The least level of assurance (`acr`). A level of eIDAS also takes a higher one;"
            " of others, name every one that is good, with spaces."
        ),
    ),
    "OIDC_SCOPE": ("", "What is asked of the provider."),
    "OIDC_USERINFO": ("", "Also ask name, address and groups at `userinfo`."),
    "OIDC_CLOCK_SKEW": ("", "How many seconds the clock of the provider may differ."),
    "OIDC_MORE": (
        "",
        (
            "More providers, as TOML: a `[[provider]]` each, with `name` (the ID), `label`,"
            " `issuer`, `client_id`, `secret` or `key`, `[provider.roles]`, and if they differ"
            " `groups_claim`, `min_acr`, `scope`, `userinfo`, `skew`."
        ),
    ),
    "SECURE": ("", "Cookies and pages over https only. A server refuses to start without."),
    "DEBUG": ("", "Never in an installation: a server refuses to start."),
    "THEME_DIR": (
        "",
        (
            "A folder with style sheets and logos of municipalities; after a new file, start again."
            " Its files are public: /static/thema/."
        ),
    ),
    "DEMO": ("", "Set by `./meedoen demo`; a server refuses to start."),
    "DEMO_DUO": ("", "Set by `./meedoen demo`: where the page of its pretend DUO is."),
    "PSEUDO_LANGUAGES": (
        "",
        "Offers two languages that only test pages: a long one, and one from right to left.",
    ),
    "LOG_LEVEL": ("", "From which level on lines are logged, as JSON on standard output."),
    "WEB_WORKERS": (
        "",
        "Processes of the web server; 0: one for each core that it may use, four at most.",
    ),
    "WEB_THREADS": ("", "Requests at once in each of them."),
}


@dataclass(frozen=True)
class Setting:
    """One call of `env` in settings.py."""

    name: str
    kind: str
    default: str


def instellingen() -> None:
    """Schrijf de tabel van alle instellingen: docs/settings.md (ontwikkelaars)."""
    print(page(), end="")


def page() -> str:
    """The page as it must be."""
    return HEAD + "".join(f"{line}\n" for line in _rows(list(settings())))


def settings() -> Iterator[Setting]:
    """Every setting that settings.py reads."""
    for node in ast.walk(ast.parse(SETTINGS.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if ast.unparse(node.func.value) == "env":
            name, *positional = (ast.literal_eval(each) for each in node.args)
            named = [ast.literal_eval(each.value) for each in node.keywords]
            default = (*positional, *named)[0]
            yield Setting(name, node.func.attr, _shown(default))


def _shown(default: object) -> str:
    return f"`{default}`" if default not in (None, "", []) else ""


def _rows(found: list[Setting]) -> Iterator[str]:
    by_name = {setting.name: setting for setting in found}
    for name, (must, told) in TOLD.items():
        setting = by_name[name]
        yield f"| `{name}` | {setting.kind} | {must or setting.default} | {told} |"
    yield (
        "| `MEEDOEN_DATA` | path | | Where `./meedoen demo` keeps its data: if not set,"
        " `/var/lib/meedoen` for root, else the user's folder of data. |"
    )
