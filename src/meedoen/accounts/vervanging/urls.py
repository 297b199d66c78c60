"""Addresses of absence."""

from django.urls import path

from meedoen.accounts.vervanging import views

app_name = "vervanging"
urlpatterns = [
    path("", views.overview, name="lijst"),
    path("nieuw/", views.new, name="nieuw"),
    path("<int:vervanging>/stop/", views.stop, name="stop"),
]
