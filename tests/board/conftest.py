"""A real Chromium: the machine's own or, where the tests may install it, Debian's."""

import os
import shutil
import subprocess
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import async_playwright, expect
from socket_server import listening

from graph_api.app import create_app
from graph_api.settings import Settings

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# The first question of each kind is planned by a Neo4j that was just started.
expect.set_options(timeout=30_000)
PACKAGES = ("chromium", "fonts-noto-cjk")


@pytest.fixture(scope="session")
def chromium():
    """The path of the browser. Without one, its tests are left out, except in CI."""
    found = os.environ.get("GRAPH_API_TEST_BROWSER") or _found()
    if not found and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update"], check=False, capture_output=True)
        command = ["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES]
        there = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        installed = subprocess.run(command, env=there, check=False, capture_output=True, text=True)
        found = _found()
        assert found or not os.environ.get("CI"), installed.stderr
    if not found:
        assert not os.environ.get("CI"), "CI has no Chromium"
        pytest.skip("Chrome or Chromium is not installed: the board is not tried in a browser.")
    return found


def _found():
    return next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="module")
async def browser(chromium):
    async with async_playwright() as playwright:
        # Its sandbox needs another user than root.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        running = await playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield running
        await running.close()


@pytest.fixture(scope="module")
async def board(donggang):
    """The address of the board, of a server that answers for Donggang."""
    async with listening(create_app(Settings(statement_seconds=60), donggang)) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def opened(browser, board):
    """Opens the board in a new window; in the end, nothing has failed in it and nothing was asked of other hosts."""

    @asynccontextmanager
    async def window(path="/", language="en-GB", width=1440, scheme="light", faults=()):
        context = await browser.new_context(
            base_url=board, locale=language, viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        page = await context.new_page()
        wrong, hosts = [], set()
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
        page.set_default_timeout(30_000)
        try:
            await page.goto(path)
            yield page
            assert hosts == {board.split("/")[2]}
            assert [text for text in wrong if not any(fault in text for fault in faults)] == []
        finally:
            await context.close()

    return window
