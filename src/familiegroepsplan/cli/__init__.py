"""The command `fgp`: Dutch for its users, one module per command."""

import click

from familiegroepsplan.cli.bench import bench
from familiegroepsplan.cli.build import build
from familiegroepsplan.cli.check import check
from familiegroepsplan.cli.flyers import flyers
from familiegroepsplan.cli.new import new
from familiegroepsplan.cli.overzicht import overzicht
from familiegroepsplan.cli.screen import screen
from familiegroepsplan.cli.serve import serve
from familiegroepsplan.cli.verordening import verordening
from familiegroepsplan.cli.vertaling import vertaling


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="familiegroepsplan", message="%(prog)s %(version)s")
def main() -> None:
    """Maakt sites, folders en teksten over het familiegroepsplan, in naam van een gemeente."""


main.add_command(bench)
main.add_command(build)
main.add_command(check)
main.add_command(flyers)
main.add_command(new)
main.add_command(screen)
main.add_command(overzicht)
main.add_command(serve)
main.add_command(verordening)
main.add_command(vertaling)
