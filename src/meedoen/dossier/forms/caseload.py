"""Which dossiers go to which colleagues: first the choice, then who gets what."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import FreeText
from meedoen.dossier.caseload import MOST


class KiesForm(forms.Form):
    """Some dossiers, or all; and one colleague or several."""

    use_required_attribute = False

    alle = forms.BooleanField(label=lazy("Alle dossiers op deze pagina"), required=False)
    dossiers = forms.TypedMultipleChoiceField(
        label=lazy("Welke dossiers?"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    naar = forms.TypedMultipleChoiceField(
        label=lazy("Wie krijgt ze?"),
        help_text=lazy("Kiest u er meer? Dan verdeelt Meedoen. Een gezin blijft bij elkaar."),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": lazy("Kies ten minste één collega.")},
    )

    def __init__(
        self,
        data: Any = None,
        *,
        dossiers: list[tuple[int, str]],
        colleagues: list[tuple[int, str]],
        **rest: Any,
    ) -> None:
        super().__init__(data, **rest)
        self.fields["dossiers"].choices = dossiers  # type: ignore[attr-defined]
        self.fields["naar"].choices = colleagues  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """«Alle» takes every dossier that can be chosen."""
        found = super().clean() or {}
        if found.get("alle"):
            found["dossiers"] = [pk for pk, _name in self.fields["dossiers"].choices]  # type: ignore[attr-defined]
        chosen = found.get("dossiers") or []
        if not chosen and "dossiers" not in self.errors:
            self.add_error("dossiers", _("Kies ten minste één dossier."))
        if len(chosen) > MOST:
            words = _("Kies ten hoogste %(aantal)s dossiers tegelijk.") % {"aantal": MOST}
            self.add_error("dossiers", words)
        return found


class VerdeelForm(forms.Form):
    """Per dossier who gets it, and a note for all of them."""

    use_required_attribute = False

    nota = forms.CharField(
        label=lazy("Wat moet de collega weten?"),
        required=False,
        max_length=500,
        widget=FreeText(privacy="gewoon", rows=3),
        help_text=lazy("Deze tekst komt in elk van deze dossiers. Schrijf niets over één persoon."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        dossiers: Iterable[Any],
        colleagues: list[tuple[int, str]],
        proposed: Mapping[int, int],
    ) -> None:
        super().__init__(data)
        self.dossiers = list(dossiers)
        for each in self.dossiers:
            label = _("Wie krijgt %(naam)s?") % {"naam": each.persoon.naam.volledig}
            self.fields[f"naar_{each.pk}"] = forms.TypedChoiceField(
                label=label,
                coerce=int,
                choices=colleagues,
                initial=proposed.get(each.pk),
                widget=forms.Select({"aria-label": label}),
            )

    def rows(self) -> list[tuple[Any, forms.BoundField]]:
        """Each dossier with its list to choose from."""
        return [(each, self[f"naar_{each.pk}"]) for each in self.dossiers]

    @property
    def to(self) -> dict[int, int]:
        """Per dossier (id) who gets it, once the form is valid."""
        return {each.pk: self.cleaned_data[f"naar_{each.pk}"] for each in self.dossiers}
