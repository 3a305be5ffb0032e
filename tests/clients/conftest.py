import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
INSTALLED = HERE / "node_modules" / ".package-lock.json"


@pytest.fixture(scope="session")
def node():
    """Runs a script with the packages of the lock file: its output."""
    found, npm = shutil.which("node"), shutil.which("npm")
    if not (found and npm):
        pytest.skip("Node and npm are not installed: clients in JavaScript and TypeScript are not tried.")
    if not INSTALLED.exists() or INSTALLED.stat().st_mtime < (HERE / "package-lock.json").stat().st_mtime:
        install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        failed = subprocess.run(install, cwd=HERE, check=False, capture_output=True, text=True)
        if failed.returncode and not os.environ.get("CI"):
            pytest.skip("npm can't install the packages: clients in JavaScript and TypeScript are not tried.")
        assert failed.returncode == 0, failed.stderr

    def run(script, *arguments, cwd=HERE, given=""):
        command = [found, script, *arguments]
        done = subprocess.run(command, cwd=cwd, input=given, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run
