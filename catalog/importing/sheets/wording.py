"""Words that only round a statement off, and labels that stand apart from other letters."""

import re

MODEST = re.compile(
    r"最大|最高|最长|最多|额定|典型|整机|整体|机身|本体|产品|机器人|单次|充电|满电|支持|可达|高达|达到|达|"
    r"约为|为|是|的|含|最大值|标准|标配|综合|全|总|共|可|至|搭载|配备|内置|采用|具备|提供|"
    r"최대|최고|최장|정격|전체|총|기본|표준|본체|로봇|제품|1회|지원|가능|탑재|장착|까지|약|의|은|는|이|가|"
    r"max(?:imum)?\.?|rated|typical|total|overall|approx\.?|up to|about|with|supports?|of|each|"
    r"[\s:=,.()\-·*#•×x]",
    re.IGNORECASE,
)


# In front of a figure: a minus sign and 约 belong to the figure.
BEFORE_FIGURE = (
    MODEST.pattern.replace(r"\-", "")
    .replace("|약|", "|")
    .replace("约为|", "")
    .replace("|about|", "|")
)
LEADING = re.compile(rf"^(?:{BEFORE_FIGURE})+(?=\D{{0,2}}\d)", re.IGNORECASE)


def modest(text):
    """The text without words that only round a statement off."""
    return MODEST.sub("", text) if not re.search(r"\d", text) else text


def is_modest(text):
    return not MODEST.sub("", text)


def without_counter(text):
    return re.sub(r"^(?:数量|个数|개|수|数)", "", text)


def is_word(part, before, after):
    """Latin labels stand apart from other letters; a lone letter is never a label here."""
    if not part.isascii():
        return True
    return len(part) > 1 and not any(side.isascii() and side.isalpha() for side in (before, after))
