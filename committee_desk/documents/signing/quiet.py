"""pyHanko tells its log of every odd file; nobody reads it, and on a terminal it would stand beside the answer."""

import logging


def hush() -> None:
    """Let what pyHanko tells go nowhere."""
    for name in ("pyhanko", "pyhanko_certvalidator"):
        log = logging.getLogger(name)
        log.propagate = False
        if not log.handlers:
            log.addHandler(logging.NullHandler())
