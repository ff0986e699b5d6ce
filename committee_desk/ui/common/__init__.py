"""What all screens share: palette, icons, tables, the door for commands, the worker. Imports no screen."""
