"""Taking files from strangers: checked, re-encoded, kept private until published."""

from .copies import public_document, public_image, public_video
from .quota import used_by
from .reading import open_upload, respond, thumbnail
from .taking import remove_upload, take_upload

__all__ = [
    "open_upload",
    "public_document",
    "public_image",
    "public_video",
    "remove_upload",
    "respond",
    "take_upload",
    "thumbnail",
    "used_by",
]
