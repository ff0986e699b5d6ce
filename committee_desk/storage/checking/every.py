"""Every invariant there is, in the order in which they are judged; the first ones explain the later ones."""

from committee_desk.storage.checking import engine

EVERY = (engine.PAGES, engine.MARK)
"""The full check."""

QUICK = (engine.QUICK_PAGES, engine.MARK)
"""What is looked at whenever a desk is opened."""
