"""Registration numbers of both countries, right and wrong."""

import pytest

from catalog.registration_numbers import (
    USCC_FORM,
    is_valid,
    is_valid_brn,
    is_valid_uscc,
    normalize,
    written,
)

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def with_check_digit(body):
    """The published rule, written down a second time."""
    total = sum(ALPHABET.index(sign) * (3**place % 31) for place, sign in enumerate(body))
    return body + ALPHABET[(31 - total % 31) % 31]


@pytest.mark.parametrize(
    "text", ["124-81-00998", "1248100998", " 124 - 81 - 00998 ", "１２４－８１－００９９８"]
)
def test_right_korean_numbers_are_taken_however_they_are_written(text):
    assert is_valid_brn(text)
    assert normalize(text, "KR") == "1248100998"


@pytest.mark.parametrize("digit", range(10))
def test_only_one_last_digit_of_a_korean_number_is_right(digit):
    assert is_valid_brn(f"124810099{digit}") == (digit == 8)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "124-81-0099",
        "124-81-009980",
        "124-81-0099A",
        "000-00-00000",
        "124-00-00998",
        "百二十四",
    ],
)
def test_what_is_no_korean_number_is_refused(text):
    assert not is_valid_brn(text)


@pytest.mark.parametrize(
    "text",
    [
        "91110000600037341L",
        "91110000600037341l",
        "9111 0000 6000 3734 1L",
        "９１１１００００６０００３７３４１Ｌ",
    ],
)
def test_right_chinese_codes_are_taken_however_they_are_written(text):
    assert is_valid_uscc(text)
    assert normalize(text, "CN") == "91110000600037341L"


@pytest.mark.parametrize("begin", ["A1", "N2", "Y1", "9A", "12"])
def test_departments_with_letters_are_taken(begin):
    assert is_valid_uscc(with_check_digit(begin + "110000600037341"))


@pytest.mark.parametrize("sign", ALPHABET)
def test_only_one_last_sign_of_a_chinese_code_is_right(sign):
    assert is_valid_uscc("91110000600037341" + sign) == (sign == "L")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "91110000600037341",
        "91110000600037341LL",
        "91110000600037341I",
        "911100006O0037341L",
        with_check_digit("B1110000600037341"),
        with_check_digit("91A10000600037341"),
        "91110000600037342L",
        "124-81-00998",
    ],
)
def test_what_is_no_chinese_code_is_refused(text):
    assert not is_valid_uscc(text)


def test_the_form_allows_the_signs_of_the_published_alphabet_alone():
    allowed = {chr(code) for code in range(128) if USCC_FORM.fullmatch("91110000" + chr(code) * 10)}
    assert allowed == set(ALPHABET)


def test_a_number_is_checked_by_the_rule_of_its_country():
    assert is_valid("124-81-00998", "KR")
    assert not is_valid("124-81-00998", "CN")
    assert is_valid("91110000600037341L", "CN")
    assert not is_valid("91110000600037341L", "KR")


def test_numbers_are_shown_as_their_country_writes_them():
    assert written("1248100998", "KR") == "124-81-00998"
    assert written("91110000600037341L", "CN") == "91110000600037341L"
