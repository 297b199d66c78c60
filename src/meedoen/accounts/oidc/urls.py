"""Addresses of the login of the municipality; `back` is the redirect URI that a provider knows."""

from django.urls import path

from meedoen.accounts.oidc import views

app_name = "oidc"
urlpatterns = [
    path("<slug:provider>/", views.start, name="start"),
    path("<slug:provider>/terug/", views.back, name="back"),
    path("<slug:provider>/uitgelogd/", views.logged_out, name="logged_out"),
]
