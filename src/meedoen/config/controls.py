"""What the macros of a form ask of a field: its shape, its control, its errors and its place."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

FEW_TEXTS = 2  # more of them in one form, and who reads it is told once
TEXTBOX = "utrecht-textbox utrecht-textbox--html-input"
CLASSES = {
    "text": TEXTBOX,
    "parts": TEXTBOX,
    "textarea": "utrecht-textarea utrecht-textarea--html-textarea",
    "select": "utrecht-select utrecht-select--html-select",
    "checkbox": "utrecht-checkbox utrecht-checkbox--html-input",
    "radios": "utrecht-radio-button utrecht-radio-button--html-input",
    "checkboxes": "utrecht-checkbox utrecht-checkbox--html-input",
    "file": "bestand",
}


def shape(field: BoundField) -> str:
    """Which control a field has: a key of `CLASSES`."""
    widget = field.field.widget
    if isinstance(widget, forms.MultiWidget):
        return "parts"
    if isinstance(widget, forms.Textarea):
        return "textarea"
    many = {"radio": "radios", "checkbox": "checkboxes"}
    found = str(getattr(widget, "input_type", "text"))
    if isinstance(widget, forms.widgets.ChoiceWidget):
        return many.get(found, "select")
    return found if found in CLASSES else "text"


def control(field: BoundField, once: str = "") -> str:
    """The control itself, with the classes of the house beside its own.

    `once`: the id of the words that tell for the whole form who reads its texts (`reads_once`).
    """
    own = field.field.widget.attrs.get("class", "")
    attrs: dict[str, Any] = {"class": f"{CLASSES[shape(field)]} {own}".strip()}
    if privacy(field):  # who reads it is heard as well as seen
        told = f"{once or f'{field.auto_id}_privacy'} {field.aria_describedby or ''}"
        attrs["aria-describedby"] = told.strip()
    return field.as_widget(attrs=attrs)


def errors(field: BoundField) -> list[str]:
    """What is wrong with a field, in words that say how to mend it."""
    found = field.form.errors.get(field.name)
    return [] if found is None else [_told(each, field) for each in found.as_data()]


def _told(error: ValidationError, field: BoundField) -> str:
    if error.code == "required" and str(error.message) == str(
        forms.Field.default_error_messages["required"]
    ):
        choice = shape(field) in {"radios", "checkboxes", "select"}
        words = _("Kies een antwoord bij «%(label)s».") if choice else _("Vul in: «%(label)s».")
        return words % {"label": field.label}
    return " ".join(error.messages)


def anchor(field: BoundField) -> str:
    """The id of the first control, to which a link in the summary of errors leads."""
    first = shape(field) in {"parts", "radios", "checkboxes"}
    return f"{field.auto_id}_0" if first else field.auto_id


def summary(form: forms.BaseForm) -> list[tuple[str, str, str]]:
    """All errors of a form: the place, the label and what is wrong; without a place: ""."""
    whole = [("", "", str(error)) for error in form.non_field_errors()]
    hidden = [("", "", text) for each in form.hidden_fields() for text in errors(each)]
    seen = [
        (anchor(each), "" if str(each.label) in text else str(each.label), text)
        for each in form.visible_fields()
        for text in errors(each)
    ]
    return whole + hidden + seen


def privacy(field: BoundField) -> str:
    """The privacy class of a free text, of `accounts.fields.FreeText`; else ""."""
    return str(getattr(field.field.widget, "privacy", ""))


def reads_once(form: forms.BaseForm) -> str:
    """The id of one note for all free texts that whoever sees the dossier reads.

    "" where a form has a few of them: then each says it itself.
    """
    found = [each for each in form.visible_fields() if privacy(each) == "gewoon"]
    return f"{form.prefix or ''}wie_leest" if len(found) > FEW_TEXTS else ""


def many(field: BoundField) -> bool:
    """Whether the controls of a field need a fieldset around them."""
    return shape(field) in {"parts", "radios", "checkboxes"}


FILTERS: dict[str, Any] = {
    "shape": shape,
    "control": control,
    "errors": errors,
    "anchor": anchor,
    "summary": summary,
    "privacy": privacy,
    "reads_once": reads_once,
    "many": many,
}
