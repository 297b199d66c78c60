"""Mutation testing of the rules: `./meedoen bench mutants -- --help`.

Plants one mistake at a time in copies of the checkout and looks whether a test notices.
"""

import argparse
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from cosmic_ray.commands import init
from cosmic_ray.work_db import use_db
from tests.bench.words import register

ROOT = Path(__file__).parents[2]
RULES = Path("src/meedoen/rules")
CHUNK, SEED = 25, 2021
COPIED = ("src", "tests", "docs", "LICENSES")
Counts = dict[str, Counter[bool]]


@dataclass
class Progress:
    """What has been tried, told while the threads work."""

    total: int
    began: float = field(default_factory=time.monotonic)
    done: Counter[bool] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, killed: Counter[bool]) -> None:
        """Count what one session tried, and show how far the work is."""
        with self.lock:
            self.done += killed
            tried = self.done.total()
            rest = (time.monotonic() - self.began) / tried * (self.total - tried) / 60
            percent = 100 * self.done[True] / tried
            print(
                f"{tried:6d} of {self.total}, {percent:.1f} % killed, {rest:.0f} min to go",
                flush=True,
            )


def main() -> int:
    """Run it all and tell: killed, total and percent per module; survivors to a file."""
    asked = _arguments()
    register()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="meedoen-mutants-") as folder:
        base = Path(folder)
        copies = _copies(base, asked.jobs)
        items = _items(base / "all.sqlite", copies[0], asked.module)
        if asked.sample and asked.sample < len(items):
            print(f"A sample: {asked.sample} of {len(items)} mutants, drawn with seed {SEED}.")
            items = Random(SEED).sample(items, asked.sample)
        sessions = _sessions(base, items)
        print(f"{len(items)} mutants in {len(sessions)} sessions on {len(copies)} copies.")
        _run(copies, sessions, Progress(len(items)))
        results = [result for path, _ in sessions for result in _results(path)]
    _report(results, asked.out)
    print(f"{(time.monotonic() - began) / 60:.1f} minutes")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./meedoen bench mutants")
    parser.add_argument("--module", action="append", help="only this module of the rules")
    parser.add_argument("--sample", type=int, default=0, help="so many mutants, drawn by chance")
    parser.add_argument("--out", type=Path, help="write the survivors to this file")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="copies side by side")
    return parser.parse_args()


def _copies(base: Path, jobs: int) -> list[Path]:
    """Copies of the checkout, compiled, with the second reading of random people in each."""
    first = base / "copy0"
    first.mkdir()
    for name in COPIED:
        shutil.copytree(ROOT / name, first / name)
    for path in [path for path in ROOT.iterdir() if path.is_file() and path.name != ".venv.lock"]:
        shutil.copy2(path, first)
    _python(first, "compileall", "-q", "src", "tests", check=False)  # only to start quicker
    print("The second reading reads random people...", flush=True)
    _python(first, "tests.bench.kill", "--prepare")
    copies = [first, *(base / f"copy{place}" for place in range(1, jobs))]
    for copy in copies[1:]:
        shutil.copytree(first, copy)
    _see_that_nothing_is_wrong(first)
    return copies


def _see_that_nothing_is_wrong(copy: Path) -> None:
    """A test that fails without a mistake would kill every mutant."""
    for module in ("logic", "verlenging"):
        done = _python(copy, "tests.bench.kill", module, check=False)
        if done.returncode:
            raise SystemExit(f"The tests fail without a mutant:\n{done.stdout}")


def _python(copy: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """A module of Python in a copy, whose packages stand before those of the checkout."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": f"{copy / 'src'}{os.pathsep}{copy}"},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=check,
    )


def _items(database: Path, copy: Path, modules: list[str] | None) -> list[Any]:
    """Every mutant that cosmic-ray sees in the rules, in a fixed order."""
    paths = sorted((copy / RULES).glob("*.py"))
    chosen = [path for path in paths if not modules or path.stem in modules]
    if not chosen:
        raise SystemExit(f"no such module of the rules: {', '.join(modules or [])}")
    with use_db(database) as work:
        init(chosen, work, {})  # operators that need an argument of the caller have no mutant
        items = list(work.work_items)
    return sorted(items, key=lambda item: _place(item.mutations[0]))


def _place(spec: Any) -> tuple[str, int, str, int]:
    return spec.module_path.stem, spec.start_pos[0], spec.operator_name, spec.occurrence


def _sessions(base: Path, items: list[Any]) -> list[tuple[Path, str]]:
    """The mutants in sessions of one module each, those of the largest modules first."""
    by_module = defaultdict(list)
    for item in items:
        (spec,) = item.mutations
        module = spec.module_path.stem
        object.__setattr__(spec, "module_path", RULES / f"{module}.py")
        by_module[module].append(item)
    sessions = []
    for module, own in sorted(by_module.items(), key=lambda pair: -len(pair[1])):
        for start in range(0, len(own), CHUNK):
            path = base / f"{module}-{start}.sqlite"
            with use_db(path) as work:
                work.add_work_items(own[start : start + CHUNK])
            sessions.append((path, module))
    return sessions


def _run(copies: list[Path], sessions: list[tuple[Path, str]], progress: Progress) -> None:
    todo: queue.SimpleQueue[tuple[Path, str]] = queue.SimpleQueue()
    for session in sessions:
        todo.put(session)

    def work(copy: Path) -> None:
        while True:
            try:
                path, module = todo.get_nowait()
            except queue.Empty:
                return
            _python(copy, "tests.bench.session", str(path), module)
            progress.add(Counter(killed for _, killed, _ in _results(path)))

    threads = [threading.Thread(target=work, args=(copy,)) for copy in copies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _results(path: Path) -> list[tuple[Any, bool, str]]:
    """Of each mutant where it was, whether it was killed, and what was changed."""
    with use_db(path) as work:
        return [
            (item.mutations[0], result.is_killed, result.diff or "")
            for item, result in work.completed_work_items
        ]


def _report(results: list[tuple[Any, bool, str]], out: Path | None) -> None:
    counts: Counts = defaultdict(Counter)
    for spec, killed, _ in results:
        counts[spec.module_path.stem][killed] += 1
    for module, count in sorted(counts.items()):
        print(_line(module, count))
    print(_line("together", sum(counts.values(), Counter())))
    if out:
        alive = sorted((r for r in results if not r[1]), key=lambda result: _place(result[0]))
        out.write_text("".join(_survivor(spec, diff) for spec, _, diff in alive), "utf-8")


def _line(name: str, count: Counter[bool]) -> str:
    return (
        f"{count[True]:6d} / {count.total():5d}  {100 * count[True] / count.total():5.1f} %  {name}"
    )


def _survivor(spec: Any, diff: str) -> str:
    changed = [line for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in _HEADS]
    module, row, operator, _ = _place(spec)
    return "\n".join([f"{module}:{row} {operator}", *changed]) + "\n\n"


_HEADS = ("---", "+++")

if __name__ == "__main__":
    sys.exit(main())
