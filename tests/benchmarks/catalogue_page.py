"""The catalogue page with filters and facets, small and large.

python -m tests.benchmarks.catalogue_page --products 67 5000 50000
"""

from tests.benchmarks.comparison import run


def cases():
    return {
        "all products": "/ko/products/",
        "one field": "/ko/products/?field=robot",
        "three filters": "/zh-hans/products/?field=robot&industry=logistics&availability=on_sale",
        "by name": "/zh-hans/products/?sort=name",
        "by price": "/ko/products/?sort=price_low",
        "second page": "/ko/products/?page=2",
        "one word": "/ko/products/?q=로봇",
        "word and filter": "/zh-hans/products/?q=机器人&origin=CN",
    }


if __name__ == "__main__":
    run("tests.benchmarks.catalogue_page", "catalogue page", cases)
