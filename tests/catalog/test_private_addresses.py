"""Addresses that nobody was given: none of them leads past the door."""

import pytest

from tests.factories import make_document, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("zero", ["٠", "०", "０", "𝟎"])
def test_a_number_in_other_digits_is_no_way_past_the_door(client, zero):
    paper = make_document()
    number = "".join(chr(ord(zero) + int(digit)) for digit in str(paper.pk))
    assert client.get(f"/documents/{number}/{paper.filename}").status_code == 404
    assert client.get(paper.url).status_code == 404
    client.force_login(make_user(is_superuser=True))
    assert client.get(paper.url).status_code == 200


@pytest.mark.parametrize(
    "path", ["images", "private_images", "private_images/", "private_images/1", "videos", "x"]
)
@pytest.mark.parametrize("is_staff", [False, True])
def test_a_folder_is_nothing_to_be_had(client, path, is_staff):
    if is_staff:
        client.force_login(make_user(is_superuser=True))
    assert client.get(f"/media/{path}").status_code == 404
