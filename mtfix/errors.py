"""What can go wrong for a user: one class per kind, each with a complete sentence as its message."""


class MtfixError(Exception):
    """A failure the user can act on; its text says what is wrong, where, and what to do."""


class InputError(MtfixError):
    """A file that cannot be read, decoded, paired or written."""


class ConfigError(MtfixError):
    """A configuration file or option with an unknown key, code, profile or value."""


class GlossaryError(MtfixError):
    """A glossary that cannot be read."""


class MissingExtraError(MtfixError):
    """A library of an optional extra is not installed; the message names the `pip install`."""

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(f"{purpose} needs an optional library: run `pip install 'mtfix[{extra}]'`.")
