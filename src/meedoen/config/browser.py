"""Finds a Chromium for the browser tests, or gets one; `./meedoen test` calls it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VARIABLE = "MEEDOEN_CHROMIUM"


def chromium() -> str | None:
    """The path of a Chromium: one that is there, else Playwright's own, else Debian's package."""
    return _named() or _installed() or _of_playwright() or _downloaded() or _of_debian()


def _named() -> str | None:
    path = os.environ.get(VARIABLE, "")
    return path if Path(path).is_file() else None


def _installed() -> str | None:
    return next((path for path in map(shutil.which, NAMES) if path), None)


def _of_playwright() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _downloaded() -> str | None:
    print("Getting a Chromium for the browser tests ...", file=sys.stderr)
    command = [sys.executable, "-m", "playwright", "install", "chromium-headless-shell", "chromium"]
    return _of_playwright() if _succeeds(command) else None


def _of_debian() -> str | None:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return None
    quiet = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    if _succeeds([*quiet, "update"]) and _succeeds([*quiet, "install", "-y", "chromium"]):
        return _installed()
    return None


def _succeeds(command: list[str]) -> bool:
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, env=quiet, capture_output=True, timeout=600, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
