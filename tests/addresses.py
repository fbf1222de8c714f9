"""Every address of the project, read from the URL configuration itself."""

import re
from dataclasses import dataclass

from django.contrib.admindocs.views import simplify_regex
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import RoutePattern

PLACE = re.compile(r"<(?:(\w+):)?(\w+)>")
# What stands for a part of an address where no object of the tests belongs.
BY_CONVERTER = {
    "int": "999999",
    "slug": "nothing",
    "str": "nothing",
    "path": "nothing/here.png",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
BY_NAME = {
    "content_type_app_name": "catalog",
    "content_type_model_name": "vendor",
    "app_label": "wagtailcore",
    "model_name": "page",
    "app_name": "wagtailcore",
    "filter_spec": "max-100x100",
    "uidb64": "MQ",
    "uidb36": "1",
    "token": "set-password",
    "var": "999999",
}


@dataclass(frozen=True)
class Address:
    """One pattern: its name, the module of its view, and its path with places to fill."""

    name: str
    module: str
    route: str

    @property
    def places(self):
        return [name for _converter, name in PLACE.findall(self.route)]

    def path(self, **values):
        """The path with its places filled: from `values`, else with what leads nowhere."""

        def fill(found):
            converter, name = found.groups()
            default = BY_NAME.get(name) or BY_CONVERTER.get(converter or "str")
            return str(values.get(name, default))

        return "/" + PLACE.sub(fill, self.route)

    @property
    def is_of_cms(self):
        return self.route.startswith("cms/")

    @property
    def is_of_portal(self):
        return "/portal/" in self.route and "/portal/account/" not in self.route

    @property
    def is_ours(self):
        return self.module.split(".")[0] in ("center_site", "catalog", "kiosk")


def all_addresses():
    """Every pattern below the root, under the language that is active."""
    return list(_walk(get_resolver().url_patterns, ""))


def _walk(patterns, above):
    for entry in patterns:
        route = above + _route(entry.pattern)
        if isinstance(entry, URLPattern):
            yield Address(entry.name or "", _module(entry.callback), route)
        else:
            yield from _walk(entry.url_patterns, route)


def _route(pattern):
    if isinstance(pattern, RoutePattern) or not hasattr(pattern, "_regex"):
        return str(pattern)
    return simplify_regex(str(pattern)).lstrip("/")


def _module(view):
    # A viewset's view is made by Wagtail of a class of ours, which says whose it is.
    return getattr(view, "view_class", view).__module__
