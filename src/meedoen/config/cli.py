"""The command line. A command is a function in its own module, and two lines here.

A module of commands imports what is heavy inside its functions: `--help` must be quick.
"""

from typing import Annotated

import typer

from meedoen import __version__
from meedoen.config import (
    audit,
    bench,
    database_roles,
    demo,
    duo_verbinding,
    house,
    lawyer,
    pretend_duo,
    regelboek_site,
    rotate,
    serve,
    settings_page,
    texts,
    uitnodigen,
    verify,
    verschil,
)
from meedoen.config.catalogues import compile_catalogues, compile_pseudo

app = typer.Typer(
    name="meedoen",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # they print values of variables: data of people
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"meedoen {__version__}")
        raise typer.Exit


@app.callback()
def start(
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Toon de versie."),
    ] = False,
) -> None:
    """Meedoen: de gemeente voert regie op de inburgering."""
    compile_catalogues()
    compile_pseudo()


app.command("test", context_settings=house.PASS_ON)(house.run_tests)
app.command()(house.check)
app.command()(audit.audit)
app.command("texts")(texts.texts)
app.command("bench", context_settings=house.PASS_ON)(bench.bench)
app.command()(lawyer.cases)
app.command()(lawyer.explain)
app.command()(demo.demo)
app.command("pretend-duo", context_settings=pretend_duo.ALL_OF_IT)(pretend_duo.pretend_duo)
app.command("serve")(serve.serve)
app.command()(serve.worker)
app.command()(serve.migrate)
app.command()(database_roles.rollen)
app.command()(uitnodigen.uitnodigen)
app.command("duo-verbinding")(duo_verbinding.duo_verbinding)
app.command()(settings_page.instellingen)
app.command("verify")(verify.verify)
app.command()(verify.redo)
app.command("rotate")(rotate.rotate)
app.command()(regelboek_site.regelboek)
app.command()(verschil.verschil)


def main() -> None:
    """Run the command that the caller typed."""
    app(prog_name="./meedoen")
