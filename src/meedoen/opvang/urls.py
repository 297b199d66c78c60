"""The addresses of this app."""

from django.urls import URLPattern

app_name = "opvang"
urlpatterns: list[URLPattern] = []
