"""How far a long command is: a bar on a terminal, lines of text elsewhere."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from familiegroepsplan.building import Resultaat
from familiegroepsplan.cli.shared import count, plural, report
from familiegroepsplan.errors import Ernst

FEW = 10
"""On a terminal, so many sites or fewer get a line each; of more the bar alone is shown, and what failed."""


def shown(results: Iterable[Resultaat], total: int) -> Iterator[Resultaat]:
    """The same results, each shown to the user as it comes in."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        for result in results:
            print(line(result), flush=True)
            report(result.errors if not result.folder else [])
            yield result
        return
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("sites bouwen", total=total)
        for result in results:
            if total <= FEW or not result.folder:
                print(line(result), flush=True)
                report(result.errors if not result.folder else [])
            progress.update(task, advance=1, description=result.slug)
            yield result


def line(result: Resultaat) -> str:
    """What became of a municipality, in one line."""
    if not result.folder:
        return f"{result.slug}: niet gebouwd, {plural(len(result.errors), 'fout', 'fouten')}"
    warnings = plural(count(result.meldingen, Ernst.WAARSCHUWING), "waarschuwing", "waarschuwingen")
    if result.reused == result.pages:
        return f"{result.slug}: {result.pages} pagina's, niets veranderd, {warnings}"
    reused = f", {result.reused} niet veranderd" if result.reused else ""
    return f"{result.slug}: {result.pages} pagina's in {result.seconds:.1f} s{reused}, {warnings}"
