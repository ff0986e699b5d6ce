"""Reads the window from outside, over the accessibility bus, as a screen reader does; run by the system's Python."""

import sys
import time

import pyatspi


def find(node, role, name):
    """The first thing below with that role whose name begins so."""
    for child in node:
        if child is None:
            continue
        if child.getRoleName() == role and child.name.startswith(name):
            return child
        found = find(child, role, name)
        if found is not None:
            return found
    return None


def wait(look):
    """What `look` finds within half a minute."""
    for _ in range(120):
        found = look()
        if found is not None:
            return found
        time.sleep(0.25)
    sys.exit("not found")


def window_item(name):
    """An item of the rail in any program on the bus."""
    programs = [each for each in pyatspi.Registry.getDesktop(0) if each is not None]
    return next((item for each in programs if (item := find(each, "push button", name)) is not None), None)


people, later = wait(lambda: window_item("人员")), wait(lambda: window_item("结果运用"))
print("later enabled:", later.getState().contains(pyatspi.STATE_ENABLED))
actions = people.queryAction()
print("action:", actions.getName(0))
actions.doAction(0)
program = people.getApplication()
print("opened:", wait(lambda: find(program, "table", "人员")).name)
