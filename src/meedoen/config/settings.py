"""Settings of Django, from the environment only; every name can also end in _FILE and name a file.

Nothing is needed to import this module. What a server must have, `config/refusals.py` asks at its
start; docs/settings.md lists every name.
"""

from datetime import date, timedelta
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from environs import FileAwareEnv

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


SECRET_KEY = env.str("SECRET_KEY", "")
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# Plain HTTP is for the demo on one's own machine only.
SECURE = env.bool("SECURE", default=True)
DEMO = env.bool("DEMO", default=False)
DEMO_TODAY = date(2026, 11, 23)

BSN_KEYS = env.str("BSN_KEYS", "")
HASH_KEY = env.str("HASH_KEY", "")
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "")
SECURITY_EXPIRES = env.date("SECURITY_EXPIRES", default=None)

# A person is shown only when the line that says so can be written.
LOGBOEK_VERPLICHT = env.bool("LOGBOEK_VERPLICHT", default=True)
# What one official looked at: only where the works council agreed; never of very few people.
MEDEWERKERLOGBOEK = env.bool("MEDEWERKERLOGBOEK", default=False)
MEDEWERKERLOGBOEK_MINIMUM = env.int("MEDEWERKERLOGBOEK_MINIMUM", 10)

# One process with some threads serves a municipality; the work is in the database.
WEB_WORKERS = env.int("WEB_WORKERS", 1)
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
    "meedoen.werkplek",
]

MIDDLEWARE = [
    "meedoen.config.logs.RequestLog",
    "meedoen.config.headers.protect",
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
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # nobody signs up here; it must not ask for a username

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

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
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

SESSION_COOKIE_AGE = int(timedelta(minutes=30).total_seconds())
SESSION_SAVE_EVERY_REQUEST = True  # thirty minutes after the last request, not after the login
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
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

LOGGING = {"level": env.str("LOG_LEVEL", "INFO")}
LOGGING_CONFIG = "meedoen.config.logs.configure"
