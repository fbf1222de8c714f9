"""schema.org descriptions (JSON-LD) of the centre itself and of the way to a page."""

from django.utils.translation import gettext as _

from .languages import current_language


def organization(origin):
    """The centre itself."""
    return {
        "@type": "Organization",
        "name": _("Korea–China AI Center"),
        "url": f"{origin}/{current_language().code}/",
    }


def breadcrumbs(origin, *steps):
    """A BreadcrumbList from the home page to the last (name, address) step."""
    home = f"/{current_language().code}/"
    steps = [(_("Home"), home), *steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": str(name), "item": origin + address}
            for place, (name, address) in enumerate(steps, 1)
        ],
    }


def graph(*items):
    return {"@context": "https://schema.org", "@graph": list(items)}


def absolute(origin, url):
    """Media may be on another host already."""
    return url if url.startswith("http") else origin + url
