"""The sitemap: every public page in both languages, each with its alternates.

One file while the catalogue is small; beyond that the same address answers with an index
of files, so that none takes long to make (a file may hold 50,000 addresses at most).
"""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap

from center_site.addresses import path_after_language
from center_site.languages import KOREAN
from center_site.models import ContentPage, HomePage

from .models import ProductIndexPage, ProductPage, Vendor


class BilingualSitemap(Sitemap):
    """Each item in both languages; the x-default is the Korean address.

    Django's own x-default takes the prefix away, which no page of ours answers to.
    """

    i18n = True
    alternates = True
    limit = 2_000

    def _location(self, item, force_lang_code=None):
        """Both languages share the path after the prefix: no look-up for each of thousands."""
        page, code = item
        return f"/{force_lang_code or code}/{self.location(page)}"

    def get_urls(self, *args, **kwargs):
        urls = super().get_urls(*args, **kwargs)
        for url in urls:
            korean = next(one for one in url["alternates"] if one["lang_code"] == KOREAN.code)
            url["alternates"].append({**korean, "lang_code": "x-default"})
        return urls

    def get_domain(self, site=None):
        return settings.PUBLIC_ORIGIN.split("://")[-1] or super().get_domain(site)

    def get_protocol(self, protocol=None):
        return settings.PUBLIC_ORIGIN.split("://")[0] or super().get_protocol(protocol)


class PagesSitemap(BilingualSitemap):
    """The home page, the lists and the content pages."""

    def items(self):
        content = ContentPage.objects.live().public().order_by("path")
        home = HomePage.objects.live().first()
        rest = [path_after_language(page.url) for page in content if page.url]
        catalogue = ProductIndexPage.objects.live().exists()
        return [*([""] if home else []), *(["products/"] if catalogue else []), "vendors/", *rest]

    def location(self, item):
        return item


class ProductsSitemap(BilingualSitemap):
    def items(self):
        products = ProductPage.objects.published().order_by("pk")
        return products.values_list("slug", "last_published_at", named=True)

    def location(self, item):
        return f"products/{item.slug}/"

    def lastmod(self, item):
        return item.last_published_at


class VendorsSitemap(BilingualSitemap):
    def items(self):
        vendors = Vendor.objects.public().order_by("pk")
        return vendors.values_list("slug", "last_published_at", named=True)

    def location(self, item):
        return f"vendors/{item.slug}/"

    def lastmod(self, item):
        return item.last_published_at


SECTIONS = {"pages": PagesSitemap, "products": ProductsSitemap, "vendors": VendorsSitemap}
MOST_IN_ONE_FILE = 2_000


def whole_sitemap(request):
    """All addresses in one file, or the index of the files that hold them."""
    many = ProductPage.objects.published().count() > MOST_IN_ONE_FILE
    answer = index if many else sitemap
    return answer(request, SECTIONS, **({"sitemap_url_name": "sitemap_section"} if many else {}))


def sitemap_section(request, section):
    return sitemap(request, SECTIONS, section)
