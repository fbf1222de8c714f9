"""Every product of the real catalogue, written into a sheet and read back."""

import csv
import json

import pytest

from catalog.importing.catalogue import read_catalogue
from catalog.importing.sheets.reading import Known
from catalog.importing.taxonomy import FIXTURES
from catalog.models import SpecKey

pytestmark = pytest.mark.slow

CATALOGUE = read_catalogue(FIXTURES / "catalogue.json")
TAXONOMY = json.loads((FIXTURES / "taxonomy.json").read_text("utf-8"))
FAMILIES = {item["key"]: item for item in TAXONOMY["families"]}
VENDORS = {item["slug"]: item for item in CATALOGUE["vendors"]}
HEADERS = {
    "ko": "업체명 제품군 제품명(국문) 제품명(중문) 영문명 주요사양",
    "zh": "企业名称 产品类别 产品名称（韩文） 产品名称（中文） 英文型号 主要参数",
}
# (what parts a label from its value, what parts the specs)
STYLES = [(": ", "\n"), (" ", "; "), ("：", "，"), (" : ", " / ")]


@pytest.fixture
def known(real_catalogue, db):
    return Known()


def written(product, language, between, separator):
    keys = {key.key: key for key in SpecKey.objects.all()}
    parts = []
    for spec in product["specs"]:
        key = keys[spec["key"]]
        unit = getattr(key, f"unit_{language}").split("(")[0].split("（")[0]
        sign = between if key.unit else ": "
        parts.append(f"{getattr(key, f'name_{language}')}{sign}{spec['value']}{unit}")
    return separator.join(parts)


@pytest.mark.parametrize("language", ["ko", "zh"])
@pytest.mark.parametrize("style", STYLES)
def test_real_catalogue_comes_back(read, tmp_path, language, style):
    suffix = {"ko": "ko", "zh": "zh_hans"}[language]
    path = tmp_path / "catalogue.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS[language].split())
        for product in CATALOGUE["products"]:
            writer.writerow(
                [
                    VENDORS[product["vendor"]]["name"][language],
                    FAMILIES[product["family"]][suffix],
                    *(product["name"][name] for name in ("ko", "zh", "en")),
                    written(product, language, *style),
                ]
            )
    rows = read(path)["rows"]
    assert [row["slug"] for row in rows] == [item["slug"] for item in CATALOGUE["products"]]
    for row, product in zip(rows, CATALOGUE["products"], strict=True):
        assert (row["vendor"], row["family"]) == (product["vendor"], product["family"])
        assert {spec["key"]: str(spec["value"]) for spec in row["specs"]} == {
            spec["key"]: str(spec["value"]) for spec in product["specs"]
        }
