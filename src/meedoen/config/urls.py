"""Every address of the product, and which app answers it."""

from django.urls import include, path

from meedoen.accounts.teambeeld.views import teambeeld
from meedoen.accounts.werkcontact.views import own, team
from meedoen.config import glossary, health, language_page, regelboek_page, session, stijl

handler400 = "meedoen.config.errors.bad_request"
handler403 = "meedoen.config.errors.forbidden"
handler404 = "meedoen.config.errors.not_found"
handler429 = "meedoen.config.errors.too_often"
handler500 = "meedoen.config.errors.broken"

urlpatterns = [
    path("", include("meedoen.werkplek.urls")),
    path("", include("meedoen.accounts.urls")),
    path("rechten/", include("meedoen.accounts.rechten.urls")),
    path("rechten/mandaten/", include("meedoen.accounts.mandaten.urls")),
    path("teambeeld/", teambeeld, name="teambeeld"),
    path("gegevens/", own, name="werkcontact"),
    path("gegevens/team/", team, name="werkcontact_team"),
    path("vervanging/", include("meedoen.accounts.vervanging.urls")),
    path("inloggen/bij/", include("meedoen.accounts.oidc.urls")),
    path("", include("meedoen.accounts.login.urls")),
    path("", include("meedoen.accounts.invitations.urls")),
    path("dossiers/", include("meedoen.dossier.urls")),
    path("brieven/", include("meedoen.dossier.letter_urls")),
    path("logboek/", include("meedoen.dossier.log_urls")),
    path("opvang/", include("meedoen.opvang.urls")),
    path("intake/", include("meedoen.intake.urls")),
    path("plan/", include("meedoen.persoonlijk_plan.urls")),
    path("berichten/", include("meedoen.berichten.urls")),
    path("v1/", include("meedoen.api.urls")),
    path("sessie/", session.session, name="sessie"),
    path("stijl/", stijl.page, name="stijl"),
    path("begrippen/", glossary.page, name="begrippen"),
    path("regelboek/", regelboek_page.page, name="regelboek"),
    path("regelboek/<slug:deel>/", regelboek_page.page, name="regelboek_deel"),
    path("taal/", language_page.choose, name="taal"),
    path("_healthz/", health.whole),
    path("_healthz/livez/", health.live),
    path("_healthz/readyz/", health.ready),
    path(".well-known/security.txt", health.security_txt),
]
