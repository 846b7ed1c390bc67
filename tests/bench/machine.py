"""What the figures were measured on."""

import os
import platform
import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from user_engagement.style import day
from user_engagement.words.files import english

PACKAGES = ("mkdocs-user-engagement", "mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pydantic", "PyYAML")


def about() -> list[tuple[str, str]]:
    """Return what there is to know of this machine and its software, each with its label."""
    load = os.getloadavg()[0]
    return [
        ("Date", day(datetime.now(UTC).date(), english())),
        ("Processors", f"{os.cpu_count()}, {_processor()}"),
        ("System", f"{_system()}, Python {platform.python_version()}"),
        ("Versions", ", ".join(f"{name} {version(name)}" for name in PACKAGES)),
        ("Load when started", f"{load:.1f}"),
    ]


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.+)", cpuinfo.read_text(encoding="utf-8")) if cpuinfo.exists() else None
    return found[1] if found else platform.machine()


def _system() -> str:
    return platform.freedesktop_os_release()["PRETTY_NAME"] if platform.system() == "Linux" else platform.platform()
