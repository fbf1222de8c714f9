"""A company's inquiries: the list, one with its history, and what members do with it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from catalog.inquiring import inquiry_counts, read_history
from catalog.inquiring.steps import AnswerForm, NoteForm, StateForm, forms_for
from catalog.models import Inquiry

from ..access import member_required

PER_PAGE = 30


@require_safe
@member_required
def inquiries(request):
    vendor = request.membership.vendor
    status = request.GET.get("status", "")
    found = Inquiry.objects.filter(vendor=vendor).prefetch_related("products")
    if status in Inquiry.Status.values:
        found = found.filter(status=status)
    counts = inquiry_counts(vendor)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "query": f"status={status}&" if status in Inquiry.Status.values else "",
        "tabs": [("", _("All"), counts["total"], status not in Inquiry.Status.values)]
        + [(key, label, counts[key], key == status) for key, label in Inquiry.Status.choices],
    }
    return render(request, "catalog/portal/inquiries/list.html", context)


@require_safe
@member_required
def inquiry(request, pk):
    return _show(request, _own(request, pk))


@require_POST
@member_required
def answer(request, pk):
    done = _("Your answer is on its way to the visitor.")
    return _step(request, pk, "answer", AnswerForm, done)


@require_POST
@member_required
def note(request, pk):
    return _step(request, pk, "note", NoteForm, _("Your note is kept."))


@require_POST
@member_required
def change_state(request, pk):
    return _step(request, pk, "state", StateForm, _("The state of the inquiry has changed."))


def _own(request, pk):
    return get_object_or_404(
        Inquiry.objects.select_related("vendor"), pk=pk, vendor=request.membership.vendor
    )


def _step(request, pk, prefix, form_class, done):
    found = _own(request, pk)
    form = form_class(request.POST, prefix=prefix)
    if form.carry_out(found, by=request.user):
        messages.success(request, done)
        return redirect("portal_inquiry", pk)
    found.refresh_from_db()
    return _show(request, found, **{f"{prefix}_form": form})


def _show(request, found, **bound):
    steps = read_history(found)
    context = {
        "inquiry": found,
        "products": found.products.select_related("vendor"),
        "steps": steps,
        **forms_for(found, len(steps), **bound),
    }
    return render(request, "catalog/portal/inquiries/detail.html", context)
