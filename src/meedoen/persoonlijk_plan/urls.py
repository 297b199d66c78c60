"""Addresses of the screens of the plan; mounted under "plan/"."""

from django.urls import path

from meedoen.persoonlijk_plan import views

app_name = "plan"
urlpatterns = [
    path("dossier/<int:pk>/", views.leerroute, name="leerroute"),
    path("leerroutes/", views.keuzes, name="keuzes"),
]
