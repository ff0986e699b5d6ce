"""Where a passphrase or a PIN is typed."""

from PySide6.QtWidgets import QLineEdit


def secret_field() -> QLineEdit:
    """A field that shows no character of what is typed."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
