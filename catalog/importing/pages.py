"""The pages that the catalogue's products stand under."""

from catalog.illustrations import illustrate_centre
from catalog.models import ProductIndexPage
from center_site.models import ContentPage, HomePage


def catalogue_page() -> ProductIndexPage:
    """The catalogue page below the home page, made on first use."""
    page = ProductIndexPage.objects.first()
    if page is None:
        page = ProductIndexPage(
            title="Products",
            slug="products",
            title_ko="제품",
            title_zh="产品",
            summary_ko="한국과 중국의 AI, 로봇, 완전자율주행 제품을 분야와 업체별로 찾아보세요.",
            summary_zh="按领域、用途和企业，浏览韩中两国的人工智能、机器人与完全自动驾驶产品。",
        )
        HomePage.objects.get().add_child(instance=page)
        page.save_revision().publish()
        _illustrate(page, HomePage.objects.get(), *ContentPage.objects.all())
    return page


def _illustrate(*pages):
    """Give each page that has no picture the centre's own, for link previews."""
    picture = illustrate_centre()
    for page in pages:
        if page.image_id is None:
            page.image = picture
            page.save_revision().publish()
