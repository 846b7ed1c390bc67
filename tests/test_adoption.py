"""A department installs the package, copies three things, and has a site."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from tests import hosts


def pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments], check=True)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel was installed; what it depends on comes from this environment."""
    folder = tmp_path_factory.mktemp("installed")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder / "wheel"), str(hosts.ROOT))
    (wheel,) = (folder / "wheel").iterdir()
    pip("install", "--no-deps", "--no-index", "--target", str(folder / "packages"), str(wheel))
    return folder / "packages"


def test_the_wheel_holds_the_package_and_nothing_else(installed: Path):
    source = hosts.ROOT / "plugins" / "user_engagement"
    wanted = {path for path in hosts.tree(source) if "__pycache__" not in path}
    found = {path for path in hosts.tree(installed / "user_engagement") if "__pycache__" not in path}

    assert found == wanted
    assert sorted(path.name for path in installed.iterdir()) == [
        "bin",
        f"mkdocs_user_engagement-{version('mkdocs-user-engagement')}.dist-info",
        "user_engagement",
    ]


def test_the_installed_package_builds_a_copy_of_the_site(installed: Path, tmp_path: Path):
    env = {"PYTHONPATH": str(installed)}
    project = hosts.write(
        hosts.own_project(tmp_path), {"where.py": "import user_engagement as it; print(it.__path__[0])"}
    )
    used = hosts.run("where", cwd=project, env=env).stdout.strip()
    site = hosts.build(project, env=env)

    assert Path(used) == installed / "user_engagement"
    assert (site / "statements/index.html").exists()
