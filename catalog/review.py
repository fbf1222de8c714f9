"""Every change of a listing's status, and the Wagtail workflow behind it."""
