"""Addresses around logging in. The names are those that allauth itself goes to; no other is on."""

from django.urls import path

from meedoen.accounts.login import views

urlpatterns = [
    path("inloggen/", views.log_in, name="account_login"),
    path("inloggen/passkey/", views.log_in_with_passkey, name="mfa_login_webauthn"),
    path("inloggen/code/", views.give_code, name="mfa_authenticate"),
    path("beveiliging/", views.overview, name="mfa_index"),
    path("beveiliging/", views.overview, name="mfa_list_webauthn"),
    path("beveiliging/wachtwoord/", views.change_password, name="account_change_password"),
    path("beveiliging/app/", views.add_app, name="mfa_activate_totp"),
    path("beveiliging/app/weg/", views.remove_app, name="mfa_deactivate_totp"),
    path("beveiliging/passkey/", views.add_passkey, name="mfa_add_webauthn"),
    path("beveiliging/passkey/<int:pk>/weg/", views.remove_passkey, name="mfa_remove_webauthn"),
    path("beveiliging/herstelcodes/", views.recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "beveiliging/herstelcodes/nieuw/",
        views.new_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("bevestigen/", views.confirm_with_password, name="account_reauthenticate"),
    path("bevestigen/code/", views.confirm_with_code, name="mfa_reauthenticate"),
    path("bevestigen/passkey/", views.confirm_with_passkey, name="mfa_reauthenticate_webauthn"),
]
