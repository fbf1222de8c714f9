"""One product's page, the home page and a company's page, small and large.

python -m tests.benchmarks.product_page --products 67 5000 50000
"""

from django.apps import apps

from tests.benchmarks.comparison import run


def cases():
    pages = apps.get_model("catalog", "ProductPage")
    product = pages.objects.published().select_related("vendor").earliest("pk")
    return {
        "home": "/ko/",
        "product in Korean": f"/ko/products/{product.slug}/",
        "product in Chinese": f"/zh-hans/products/{product.slug}/",
        "companies": "/ko/vendors/",
        "company": f"/ko/vendors/{product.vendor.slug}/",
    }


if __name__ == "__main__":
    run("tests.benchmarks.product_page", "pages", cases)
