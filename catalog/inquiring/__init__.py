"""Taking, routing, answering and forgetting inquiries.

A visitor's question goes to every company whose products it names, one Inquiry each, and to
the centre's editors. Nothing that a stranger typed is ever mailed to an address that a
stranger typed: the confirmation holds our words and published names only. What is personal
is emptied on time and the row stays, so that the counts do.
"""

from .answering import (
    Changed,
    TooMany,
    Unanswerable,
    add_note,
    answer,
    close,
    record_call,
    reopen,
)
from .choosing import MOST_PRODUCTS, choose_products
from .counting import (
    count_for_products,
    count_for_vendors,
    inquiry_counts,
)
from .forgetting import due_inquiries, forget, purge_due
from .form import InquiryForm
from .history import read_history
from .taking import take_inquiry

__all__ = [
    "MOST_PRODUCTS",
    "Changed",
    "InquiryForm",
    "TooMany",
    "Unanswerable",
    "add_note",
    "answer",
    "choose_products",
    "close",
    "count_for_products",
    "count_for_vendors",
    "due_inquiries",
    "forget",
    "inquiry_counts",
    "purge_due",
    "read_history",
    "record_call",
    "reopen",
    "take_inquiry",
]
