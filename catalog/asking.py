"""The visitors' way to a company: choosing products, writing, and the thanks."""

from urllib.parse import urlencode

from allauth.core import ratelimit
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from center_site.languages import current_language

from .inquiring import MOST_PRODUCTS, InquiryForm, choose_products, take_inquiry
from .inquiring.ticket import issue
from .models import Inquiry
from .search.filters import read_selection
from .search.results import suggestions

MOST_FOUND = 8
TOO_MANY = _(
    "Very many inquiries have come from here within the last hour. What you typed is still"
    " here: please send it again a little later."
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request):
    """Ask about the products in the address; the form is there once one of them is known."""
    posted = request.method == "POST"
    products, unknown = choose_products(
        (request.POST if posted else request.GET).getlist("product")
    )
    form = InquiryForm(request.POST) if posted else InquiryForm(initial=_beginning(request.GET))
    status = 200
    if posted and products and form.is_valid():
        if _is_within_limits(request, form):
            _take(form, products)
            return redirect(f"{reverse('inquiry_sent')}?{_query(products)}")
        form.renew_ticket()
        form.add_error(None, ValidationError(TOO_MANY, code="too_many"))
        status = 429
    context = {"form": form, "unknown": unknown, **_choice(request, products)}
    return render(request, "catalog/inquiry_new.html", context, status=status)


@never_cache
@require_safe
def sent(request):
    """What happens next; says nothing that only the sender may know."""
    products, _unknown = choose_products(request.GET.getlist("product"))
    return render(request, "catalog/inquiry_sent.html", {"products": products})


def _beginning(asked):
    kind = asked.get("kind")
    return {
        "kind": kind if kind in Inquiry.Kind.values else Inquiry.Kind.QUOTE,
        "ticket": issue(),
    }


def _take(form, products):
    take_inquiry(
        products,
        details=form.details,
        consents=form.consent_texts,
        language_code=current_language().code,
        batch_key=form.cleaned_data["ticket"].key,
    )


def _is_within_limits(request, form):
    """Counts each form once, so that an impatient finger is not taken for a flood."""
    once = f"inquiry-form:{form.cleaned_data['ticket'].key}"
    if not cache.add(once, "counted", 3600):
        return cache.get(once) == "counted"
    sender = form.cleaned_data["email"] or form.cleaned_data["phone"]
    is_allowed = ratelimit.consume(request, action="inquiry", key=sender.lower())
    if not is_allowed:
        cache.set(once, "refused", 3600)
    return is_allowed


def _choice(request, products):
    """The chosen products, each with the way to leave it out, and what a search would add."""
    query = read_selection(request.GET).query if "q" in request.GET else ""
    found = suggestions(query, current_language(), MOST_FOUND) if query else []
    return {
        "products": products,
        # With the query, so that the other language's page knows the products, too.
        "address": "?" + _query(products),
        "chosen": [
            (product, "?" + _query(other for other in products if other != product))
            for product in products
        ],
        "query": query,
        "found": [
            (product, "?" + _query([*products, product]))
            for product in found
            if product not in products
        ],
        "is_full": len(products) >= MOST_PRODUCTS,
        "companies": list(dict.fromkeys(product.vendor for product in products)),
    }


def _query(products):
    return urlencode([("product", product.slug) for product in products])
