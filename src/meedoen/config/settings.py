"""Settings of Django, from the environment only; every name can also end in _FILE and name a file.

Nothing is needed to import this module. What a server must have, `config/refusals.py` asks at its
start; docs/settings.md lists every name.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from environs import FileAwareEnv

from meedoen.config.languages import SOURCE, offered

env = FileAwareEnv()
PACKAGE = Path(__file__).parents[1]


def database(url: str) -> dict[str, object]:
    """The settings of one database from a URL; a socket folder stands in ?host=.

    What else stands behind the question mark goes to the driver: sslmode, sslrootcert.
    """
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    host = query.pop("host", None) or parts.hostname or ""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": "5", **query},
    }


def mail(url: str) -> dict[str, Any]:
    """How mail is sent, from `smtp://USER:PASSWORD@HOST:587` or `smtps://`; no URL, no mail."""
    parts = urlsplit(url)
    return {
        "host": parts.hostname or "",
        "port": parts.port or (465 if parts.scheme == "smtps" else 587),
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "ssl": parts.scheme == "smtps",
    }


SECRET_KEY = env.str("SECRET_KEY", "")
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# Plain HTTP is for the demo on one's own machine only.
SECURE = env.bool("SECURE", default=True)
DEMO = env.bool("DEMO", default=False)
DEMO_DUO = env.str("DEMO_DUO", "")  # the page of the pretend DUO beside the demo
# Accounts with a password of Meedoen; without, only the login of the municipality.
LOCAL_LOGIN = env.bool("LOCAL_LOGIN", default=False)
# How many proxies of ours stand before the server: each adds an address to X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", 1)
MAIL = mail(env.str("EMAIL_URL", ""))
EMAIL_HOST, EMAIL_PORT = MAIL["host"], MAIL["port"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL["user"], MAIL["password"]
EMAIL_USE_SSL = MAIL["ssl"]
EMAIL_USE_TLS = not EMAIL_USE_SSL  # never in the clear: a mail holds the link of an invitation
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", "")
DEMO_TODAY = date(2026, 11, 23)
# Two languages that nobody speaks, to see what a page does to a long text or to one from the right.
PSEUDO_LANGUAGES = env.bool("PSEUDO_LANGUAGES", default=False) or DEBUG or DEMO

BSN_KEYS = env.str("BSN_KEYS", "")
HASH_KEY = env.str("HASH_KEY", "")
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "")
SECURITY_EXPIRES = env.date("SECURITY_EXPIRES", default=None)

# A person is shown only when the line that says so can be written.
LOGBOEK_VERPLICHT = env.bool("LOGBOEK_VERPLICHT", default=True)
# What one official looked at: only where the works council agreed; never of very few people.
MEDEWERKERLOGBOEK = env.bool("MEDEWERKERLOGBOEK", default=False)
MEDEWERKERLOGBOEK_MINIMUM = env.int("MEDEWERKERLOGBOEK_MINIMUM", 10)

# Notices of DUO: its OIN, and from which addresses a header with the checked certificate counts.
DUO_OIN = env.str("DUO_OIN", "")
DUO_CERT_HEADER = env.str("DUO_CERT_HEADER", "X-Client-Cert-Subject")
DUO_PROXIES: list[str] = env.list("DUO_PROXIES", default=[])
# Where DUO is asked, and with which files (config/duo.py).
DUO_URL = env.str("DUO_URL", "")
DUO_CA = env.path("DUO_CA", None)
DUO_CERTIFICATES = env.path("DUO_CERTIFICATES", None)
DUO_CLIENT = "meedoen.config.duo.duo_of"  # who asks DUO for a municipality (berichten/asking.py)
DUO_TELLER = "meedoen.config.duo.duo_tells_of"  # and who tells it things

BERICHTEN_BEWAREN_DAGEN = env.int("BERICHTEN_BEWAREN_DAGEN", 90)  # notices of nobody, refused ones
AGENDA_DAGEN = env.int("AGENDA_DAGEN", 60)  # then an address that no calendar read works no longer

# A process with some threads for each core: Python answers one request at a time in each.
WEB_WORKERS = env.int("WEB_WORKERS", 0)
WEB_THREADS = env.int("WEB_THREADS", 6)

DATABASES = {
    "default": database(env.str("DATABASE_URL", "postgresql:///meedoen")),
    "owner": database(env.str("OWNER_DATABASE_URL", "postgresql:///meedoen")),
    "audit": database(env.str("AUDIT_DATABASE_URL", "postgresql:///meedoen")),
}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "meedoen.accounts",
    "meedoen.logboek",
    "meedoen.dossier",
    "meedoen.opvang",
    "meedoen.intake",
    "meedoen.persoonlijk_plan",
    "meedoen.werkplek",
    "meedoen.berichten",
]

MIDDLEWARE = [
    "meedoen.config.logs.RequestLog",
    "meedoen.api.answers.machine",
    "meedoen.config.headers.protect",
    "meedoen.config.language_page.ReadingLanguage",
    "meedoen.config.headers.limit",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "meedoen.accounts.huisstijl.dress",
    "meedoen.config.headers.expire",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "meedoen.accounts.login.second_factor.Required",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "meedoen.config.urls"
WSGI_APPLICATION = "meedoen.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Medewerker"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "accounts:login"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "meedoen.accounts.login.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "meedoen.accounts.login.passwords.NotKnown"},
    {
        "NAME": "meedoen.accounts.login.passwords.NotYourName",
        "OPTIONS": {"user_attributes": ("email", "naam")},
    },
]
ACCOUNT_ADAPTER = "meedoen.accounts.login.adapter.LoginAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up: the adapter refuses
ACCOUNT_EMAIL_VERIFICATION = "none"  # the beheerder who invites vouches for the address
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_TIMEOUT = 600
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ACCOUNT_FORMS = {
    "login": "meedoen.accounts.login.forms.InlogForm",
    "reauthenticate": "meedoen.accounts.login.forms.WachtwoordForm",
    # a form, no password
    "change_password": "meedoen.accounts.login.forms.NieuwWachtwoordForm",  # nosec B105
}
# A town hall is one address for all who work there, so the limits per address (ip) are wide. Per
# official (key) waiting grows: after 5 wrong tries some minutes, after 10 at most an hour.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "60/10m/ip,5/5m/key,10/h/key",
    "reauthenticate": "20/m/user",
}
MFA_ADAPTER = "meedoen.accounts.login.factor_adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RECOVERY_CODE_DIGITS = 10
MFA_TOTP_ISSUER = "Meedoen"
MFA_TOTP_TOLERANCE = 1  # the clock of a phone may be half a minute wrong
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
MFA_FORMS = {
    "authenticate": "meedoen.accounts.login.forms.CodeForm",
    "reauthenticate": "meedoen.accounts.login.forms.CodeOpnieuwForm",
    "activate_totp": "meedoen.accounts.login.forms.AppForm",
    "add_webauthn": "meedoen.accounts.login.forms.PasskeyForm",
}
# Tries are counted for all processes together, and outlive a restart: in the database. Only the
# web reads and writes this table; nothing of a person stands in it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_teller",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# The login of the municipality (accounts/oidc); more of them stand in OIDC_MORE.
SOCIALACCOUNT_ADAPTER = "meedoen.accounts.oidc.adapter.NoSignup"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_STORE_TOKENS = False
OIDC = {
    "name": env.str("OIDC_ID", "gemeente"),
    "label": env.str("OIDC_NAME", ""),
    "issuer": env.str("OIDC_ISSUER", ""),
    "client_id": env.str("OIDC_CLIENT_ID", ""),
    "secret": env.str("OIDC_CLIENT_SECRET", ""),
    "key": env.str("OIDC_CLIENT_KEY", ""),
    "groups_claim": env.str("OIDC_GROUPS_CLAIM", "groups"),
    "roles": env.str("OIDC_ROLES", ""),
    "min_acr": env.str("OIDC_MIN_ACR", ""),
    "scope": env.str("OIDC_SCOPE", "openid profile email"),
    "userinfo": env.bool("OIDC_USERINFO", default=False),
    "skew": env.int("OIDC_CLOCK_SKEW", 60),
}
OIDC_MORE = env.str("OIDC_MORE", "")

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "templates"],
        "OPTIONS": {
            "environment": "meedoen.config.jinja.environment",
            "context_processors": ["meedoen.config.frame.frame"],
        },
    },
]

FORM_RENDERER = "meedoen.config.jinja.HuisRenderer"

LANGUAGE_CODE = SOURCE
LANGUAGES = offered(with_pseudo=PSEUDO_LANGUAGES)
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_NAME = "__Host-taal" if SECURE else "taal"
LANGUAGE_COOKIE_AGE = int(timedelta(days=365).total_seconds())
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_SAMESITE = SECURE, True, "Lax"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "static/"
# Style sheets and logos of municipalities; beside our own, so that CSP 'self' covers them.
_EXAMPLE = PACKAGE / "config" / "voorbeeld" / "thema"
THEME_DIR = env.path("THEME_DIR", None) or (_EXAMPLE if DEMO else None)
STATICFILES_DIRS = [PACKAGE / "static", *([("thema", THEME_DIR)] if THEME_DIR else [])]
WHITENOISE_USE_FINDERS = True  # straight from the package: nothing to collect

# Documents are 10 MB at most (dossier/file_kind.py); a form has no thousand fields.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 11 * 1024 * 1024
LONGEST_REQUEST = 12 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# After the last request, not after the login: `config.headers.expire` puts it off.
SESSION_COOKIE_AGE = int(timedelta(minutes=30).total_seconds())
SESSION_ABSOLUTE_AGE = int(timedelta(hours=10).total_seconds())  # a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "__Host-sessie" if SECURE else "sessie"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "meedoen.config.errors.csrf_failed"
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = int(timedelta(days=730).total_seconds()) if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_REDIRECT_EXEMPT = [r"^_healthz/"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "form-action": ["'self'"],
        **{name: ["'none'"] for name in ("object-src", "base-uri", "frame-ancestors")},
    }
}

LOGGING = {"level": env.str("LOG_LEVEL", "INFO")}
LOGGING_CONFIG = "meedoen.config.logs.configure"
