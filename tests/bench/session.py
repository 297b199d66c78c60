"""One session of cosmic-ray in a copy: `python -m tests.bench.session DATABASE MODULE`."""

import os
import sys
from pathlib import Path

from cosmic_ray.commands import execute
from cosmic_ray.config import ConfigDict
from cosmic_ray.work_db import WorkDB, use_db
from tests.bench.words import register

TIME_OUT = 120.0


def main(database: Path, module: str) -> None:
    """Try every mutant of the session, and leave the module as it was found."""
    register()
    path = Path(f"src/meedoen/rules/{module}.py")
    content, found = path.read_bytes(), path.stat()
    settings = ConfigDict(
        {
            "test-command": f"{sys.executable} -m tests.bench.kill {module}",
            "timeout": TIME_OUT,
            "distributor": {"name": "local"},
        }
    )
    with use_db(database, WorkDB.Mode.open) as work:
        execute(work, settings)
    path.write_bytes(content)
    # the compiled module fits again: else every later start would compile it once more
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
