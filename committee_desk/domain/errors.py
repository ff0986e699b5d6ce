"""Refusals and troubles. Each carries facts and no wording; `wording.errors` gives every one its sentence."""


class DeskError(Exception):
    """A request that the rules or the desk refuse. Subclasses carry the facts a sentence needs, as attributes.

    The command line answers exit code 2 and one sentence; the window shows the same sentence.
    """


class Trouble(Exception):
    """Something outside the program stands in the way (disk full, file locked). The command line answers 3."""
