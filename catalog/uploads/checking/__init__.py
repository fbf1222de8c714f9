"""Whether a file is what it says, and nothing besides. One module for each kind."""

from .inspection import CheckedFile, check

__all__ = ["CheckedFile", "check"]
