"""What happened to an inquiry, step by step."""

from catalog.models import Inquiry, InquiryMessage

Status = Inquiry.Status


def read_history(inquiry: Inquiry) -> list[InquiryMessage]:
    """The steps, oldest first, each with `kind`: answer, call, note, closed or reopened."""
    steps = list(inquiry.messages.select_related("by"))
    status = Status.NEW
    for step in steps:
        step.kind = _kind(step, status)
        status = step.to_status or status
    return steps


def _kind(step, before):
    if step.is_sent:
        return "answer"
    if step.to_status == Status.CLOSED:
        return "closed"
    if step.to_status:
        return "reopened" if before == Status.CLOSED else "call"
    return "note"
