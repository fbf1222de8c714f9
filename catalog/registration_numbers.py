"""The registration numbers of both countries' companies, with their check digits.

python-stdnum knows the formats. It does not compute Korea's check digit
(https://github.com/arthurdejong/python-stdnum/issues/197), and it refuses the letters that
some of China's registering departments begin their codes with.
"""

import re
import unicodedata

from stdnum.cn import uscc
from stdnum.kr import brn

BRN_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
# Department and kind (A: military, N: farming, Y: others), six digits of the region, then
# the organisation's own nine and the check digit, without the letters that look like digits.
USCC_FORM = re.compile(r"[0-9ANY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")
SEPARATORS = re.compile(r"[\s.·\-‐-―−]+")


def normalize(text: str, country_code: str) -> str:
    """Digits and capitals alone, as the check digit is computed: `124-81-00998` -> `1248100998`.

    Full-width characters become plain ones. What cannot be a number of the country is
    returned as far as it can be read; `is_valid` tells whether it is one.
    """
    plain = SEPARATORS.sub("", unicodedata.normalize("NFKC", text))
    return plain if country_code == "KR" else plain.upper()


def is_valid(text: str, country_code: str) -> bool:
    """Whether it is a registration number of the country, its check digit included."""
    return is_valid_brn(text) if country_code == "KR" else is_valid_uscc(text)


def is_valid_brn(text: str) -> bool:
    """Whether it is a Korean business registration number (사업자등록번호)."""
    number = normalize(text, "KR")
    if not number.isascii() or not brn.is_valid(number):
        return False
    digits = [int(digit) for digit in number]
    total = sum(digit * weight for digit, weight in zip(digits[:9], BRN_WEIGHTS, strict=True))
    return digits[9] == (10 - (total + 5 * digits[8] // 10) % 10) % 10


def is_valid_uscc(text: str) -> bool:
    """Whether it is a Chinese Unified Social Credit Code (统一社会信用代码)."""
    number = normalize(text, "CN")
    return bool(USCC_FORM.fullmatch(number)) and number[-1] == uscc.calc_check_digit(number[:-1])


def written(number: str, country_code: str) -> str:
    """As its country writes it: `124-81-00998`; Chinese codes without separators."""
    return brn.format(number) if country_code == "KR" and len(number) == 10 else number
