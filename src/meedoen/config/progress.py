"""How far long work is: a bar on a screen, a line per tenth elsewhere."""

import sys
import time

WIDTH = 30


class Progress:
    """Shows progress on standard error; call it with how much is done."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.tenth = -1

    def __call__(self, done: int, total: int, what: str) -> None:
        """`done` of `total` steps; `what` in a few words."""
        words = f"{done} van {total}, {self._left(done, total)}: {what}"
        if sys.stderr.isatty():
            filled = WIDTH * done // max(total, 1)
            bar = "█" * filled + "░" * (WIDTH - filled)
            end = "\n" if done >= total else ""
            print(f"\r\x1b[K{bar} {words}", end=end, file=sys.stderr, flush=True)
        elif (tenth := 10 * done // max(total, 1)) != self.tenth:
            self.tenth = tenth
            print(words, file=sys.stderr, flush=True)

    def _left(self, done: int, total: int) -> str:
        seconds = (time.monotonic() - self.began) / max(done, 1) * (total - done)
        if not done:
            return "bezig"
        return "klaar" if done >= total else f"nog {max(1, round(seconds))} s"
