"""Addresses of the work list."""

from django.urls import path

from meedoen.werkplek import views

app_name = "werkplek"
urlpatterns = [path("", views.werklijst, name="werklijst")]
