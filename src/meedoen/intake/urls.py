"""The addresses of this app."""

from django.urls import path

from meedoen.intake.views import ladder, steps

app_name = "intake"
urlpatterns = [
    path("dossier/<int:pk>/", ladder.ladder, name="ladder"),
    path("dossier/<int:pk>/vraag/<slug:kind>/", steps.plan, name="plan"),
    path("dossier/<int:pk>/uitkomst/", steps.outcome, name="uitkomst"),
    path("dossier/<int:pk>/afwezig/", steps.absent, name="afwezig"),
]
