"""Why the pretend DUO does not do what is asked: a code, and sometimes words."""


class Refusal(Exception):  # noqa: N818 - an answer, no mistake
    """Ends a request with this code; `fouten` are told as a list of {fouttekst}."""

    def __init__(self, code: int, *fouten: str, why: str = "") -> None:
        self.code = code
        self.fouten = fouten
        self.why = why or "; ".join(fouten)
        super().__init__(f"{code}: {self.why}")
