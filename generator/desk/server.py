"""Opens the desk: a server for this machine's browser, until its last window is closed."""

import asyncio
import contextlib
import socket
import time
import webbrowser
from collections.abc import Callable

import uvicorn

from generator.desk import window
from generator.desk.app import made
from generator.desk.campaigns import Desk
from generator.desk.door import Door
from generator.desk.window import Window

QUIET = 300.0
"""Seconds without a word from any window after which the desk ends; windows speak every 20."""

_TICK = 5.0
_ASLEEP = 60.0
"""A pause between two looks that only a machine that slept explains; it does not count."""


def open_desk(desk: Desk, *, browser: bool, say: Callable[[str], None]) -> None:
    """Open the page of a data folder and serve it until it is closed.

    Args:
        desk: the data folder, and how it is asked.
        browser: whether to show the page in the browser; else only its address is said.
        say: is told the address, or that the page was opened.
    """
    running = window.told(desk.data)
    link = window.another_link(running) if running and running.second else None
    if link:
        _shown(link, browser=browser, say=say)
        return
    with _listening(window.port_of(desk.data)) as line:
        door = Door(line.getsockname()[1])
        here = Window(door.port, door.second)
        server = uvicorn.Server(
            uvicorn.Config(
                made(desk, door),
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                log_level="critical",
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=3,
            )
        )
        window.tell(desk.data, here)
        desk.close = lambda: setattr(server, "should_exit", True)
        _shown(door.link(), browser=browser, say=say)
        try:
            asyncio.run(_served(server, line, desk))
        finally:
            window.forget(desk.data, here)
            desk.ended()


def _listening(port: int) -> socket.socket:
    """Return a socket on the port that bookmarks name, else on any that is free."""
    line = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    for each in (port, 0):
        with contextlib.suppress(OSError, OverflowError):
            line.bind(("127.0.0.1", each))
            line.listen(64)
            return line
    line.close()
    raise OSError


async def _served(server: uvicorn.Server, line: socket.socket, desk: Desk) -> None:
    watch = asyncio.create_task(_watched(server, desk))
    try:
        await server.serve(sockets=[line])
    finally:
        watch.cancel()


async def _watched(server: uvicorn.Server, desk: Desk) -> None:
    """End the server once no window has spoken for long and nothing is being made."""
    quiet, before = 0.0, time.monotonic()
    while not server.should_exit:
        await asyncio.sleep(_TICK)
        now = time.monotonic()
        passed, before = now - before, now
        quiet += passed if passed < _ASLEEP else 0.0
        if desk.heard or desk.is_working():
            desk.heard, quiet = False, 0.0
        if quiet >= QUIET:
            server.should_exit = True


def _shown(link: str, *, browser: bool, say: Callable[[str], None]) -> None:
    if not browser or not webbrowser.open(link):
        say(link)
