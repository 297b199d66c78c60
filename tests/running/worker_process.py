"""A worker as a process of its own, and what it logs."""

import json
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Worker:
    """A real worker, and what it logs."""

    process: "subprocess.Popen[bytes]"
    out: Path

    def told(self, event: str) -> list[dict[str, Any]]:
        """Its lines that begin with these words."""
        lines = [json.loads(line) for line in self.out.read_text("utf-8").splitlines()]
        return [line for line in lines if line["event"].startswith(event)]

    def kill(self) -> None:
        self.process.kill()
        assert self.process.wait(60) == -signal.SIGKILL
