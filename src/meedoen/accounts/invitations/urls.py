"""Addresses of invitations."""

from django.urls import path

from meedoen.accounts.invitations import views

urlpatterns = [
    path("uitnodigingen/", views.overview, name="uitnodigingen"),
    path("uitnodigingen/nieuw/", views.new, name="uitnodiging_nieuw"),
    path("uitnodigingen/opnieuw/", views.again, name="uitnodiging_opnieuw"),
    path("uitnodigingen/link/", views.link, name="uitnodiging_link"),
    path("uitnodigingen/<int:pk>/intrekken/", views.withdraw, name="uitnodiging_intrekken"),
    path("uitnodiging/", views.accept, name="uitnodiging"),
    path("uitnodiging/<str:sleutel>/", views.enter, name="uitnodiging_link_van"),
]
