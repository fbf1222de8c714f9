"""Spreadsheets in the portal: sent, read, looked through, made into drafts."""

import csv
import io
import uuid

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from catalog.importing.sheets.imports import ask_for_drafts
from catalog.models import Membership, Notification, SheetImport, Submission
from tests.factories import make_user, make_vendor

HEADER = [
    "업체명",
    "제품명(국문)",
    "제품명(중문)",
    "영문명",
    "제품군",
    "주요 사양",
    "판매가",
    "비고",
]


@pytest.fixture
def vendor(taxonomy, db):
    return make_vendor(name_ko="한빛로봇", name_zh="韩光机器人", name_en="Hanbit Robotics")


@pytest.fixture
def member(client, vendor):
    user = make_user()
    Membership.objects.create(user=user, vendor=vendor)
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def send(member, django_capture_on_commit_callbacks):
    """`send(rows)` -> the SheetImport of a csv file with these rows, read."""

    def run(rows, name="목록.csv"):
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        return post(text.getvalue().encode("cp949"), name)

    def post(content, name):
        with django_capture_on_commit_callbacks(execute=True):
            response = member.post(
                reverse("portal_sheets"), {"file": SimpleUploadedFile(name, content)}
            )
        assert response.status_code == 302, response.context["form"].errors
        return SheetImport.objects.get()

    run.post = post
    return run


@pytest.fixture
def make_drafts(member, django_capture_on_commit_callbacks):
    def run(sheet):
        with django_capture_on_commit_callbacks(execute=True):
            return member.post(reverse("portal_sheet_drafts", args=[sheet.pk]))

    return run


ROWS = [
    HEADER,
    ["한빛로봇", "한빛 1호", "", "HB-1", "협동로봇", "가반하중 5kg", "2,850만원", ""],
    ["한빛로봇", "", "", "", "협동로봇", "", "", ""],
    ["다른회사", "다른 것", "", "", "협동로봇", "", "", ""],
]


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_sheet_is_read_before_anything_is_stored(send, vendor):
    sheet = send(ROWS)
    assert sheet.status == "read"
    assert (sheet.vendor, sheet.language_code) == (vendor, "ko")
    assert sheet.report["summary"] == {"accept": 1, "reject": 2}
    assert [row["action"] for row in sheet.report["rows"]] == ["accept", "reject", "reject"]
    assert sheet.report["rows"][2]["reason"] == "unknown_vendor"
    assert Submission.objects.count() == 0


def test_uploader_is_told_once(send, member):
    sheet = send(ROWS)
    notice = Notification.objects.get(kind="sheet_read")
    assert (notice.user, notice.context["accepted"]) == (member.user, 1)
    assert str(sheet.pk) in notice.path


def test_accepted_rows_become_drafts_once(send, make_drafts, vendor, member):
    sheet = send(ROWS)
    for _time in range(2):
        assert make_drafts(sheet).status_code == 302
    draft = Submission.objects.get()
    assert (draft.vendor, draft.status, draft.title_ko) == (vendor, "draft", "한빛 1호")
    assert draft.created_by == member.user
    assert draft.data["spec-payload-minimum"] == "5"
    assert draft.data["price_minimum"] == "28500000"
    sheet.refresh_from_db()
    assert sheet.status == "stored"
    assert sheet.report["drafts"] == {"2": "made"}


def test_same_sheet_again_changes_nothing(send, make_drafts, member):
    make_drafts(send(ROWS))
    before = list(Submission.objects.values())
    SheetImport.objects.all().delete()
    sheet = send(ROWS)
    make_drafts(sheet)
    sheet.refresh_from_db()
    assert sheet.report["drafts"] == {"2": "unchanged"}
    assert list(Submission.objects.values()) == before


def test_row_of_a_listing_under_review_is_left_alone(send, make_drafts):
    make_drafts(send(ROWS))
    Submission.objects.update(status="withdrawn", title_ko="심사 중")
    SheetImport.objects.all().delete()
    changed = [HEADER, [*ROWS[1][:6], "9,000만원", ""]]
    sheet = send(changed)
    make_drafts(sheet)
    sheet.refresh_from_db()
    assert sheet.report["drafts"] == {"2": "left"}
    assert Submission.objects.get().data["price_minimum"] == "28500000"


def test_drafts_are_asked_for_once(send):
    sheet = send(ROWS)
    assert ask_for_drafts(sheet) is True
    assert ask_for_drafts(sheet) is False


def test_report_page_names_each_row_and_place(send, member):
    sheet = send(ROWS)
    page = soup(member.get(reverse("portal_sheet", args=[sheet.pk])))
    rows = page.select("#sheet-rows > li")
    assert [row["class"][1] for row in rows] == [
        "sheet-row--accept",
        "sheet-row--reject",
        "sheet-row--reject",
    ]
    assert "업체명" in rows[2].get_text()
    only = soup(member.get(reverse("portal_sheet", args=[sheet.pk]), {"action": "accept"}))
    assert len(only.select("#sheet-rows > li")) == 1


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_pages_show_in_both_languages(send, member, language):
    sheet = send(ROWS)
    for address in (reverse("portal_sheets"), reverse("portal_sheet", args=[sheet.pk])):
        response = member.get(address.replace("/ko/", f"/{language}/"))
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]


def test_remarks_come_in_the_same_order_and_run_nothing(send, member):
    payload = [*ROWS[1]]
    payload[7] = "=cmd|' /C calc'!A0"
    sheet = send([HEADER, payload, *ROWS[2:]])
    response = member.get(reverse("portal_sheet_remarks", args=[sheet.pk]))
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response["Content-Disposition"].startswith("attachment")
    lines = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [line[1] for line in lines] == ["제품명(국문)", "한빛 1호", "", "다른 것"]
    assert lines[1][7] == "'=cmd|' /C calc'!A0"
    assert all(len(line) == 9 and line[8] for line in lines)


def test_remarks_of_a_workbook_are_a_workbook(send, member, tmp_path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active["H2"] = "=1+1"
    book.save(tmp_path / "list.xlsx")
    sheet = send.post((tmp_path / "list.xlsx").read_bytes(), "list.xlsx")
    response = member.get(reverse("portal_sheet_remarks", args=[sheet.pk]))
    found = openpyxl.load_workbook(io.BytesIO(response.content)).active
    assert [cell.value for cell in found["B"]] == ["제품명(국문)", "한빛 1호", None, "다른 것"]
    assert (found["H2"].value, found["H2"].data_type) == ("=1+1", "s")
    assert all(found.cell(row, 9).value for row in range(1, 5))


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
@pytest.mark.parametrize("family", ["", "lidar", "language_model", "nonsense"])
def test_blank_sheet_is_read_back_as_an_example(send, member, language, family):
    address = reverse("portal_sheet_template").replace("/ko/", f"/{language}/")
    content = member.get(address, {"family": family}).content
    sheet = send.post(content, "blank.xlsx")
    assert sheet.status == "read", sheet.error
    assert [row["reason"] for row in sheet.report["rows"]] == ["example_row"]
    assert sheet.report["summary"] == {"accept": 0, "reject": 0}
    unknown = [
        column["header"]
        for column in sheet.report["columns"].values()
        if column["maps_to"] is None and column["header"] not in ("번호", "序号")
    ]
    assert unknown == []


def test_file_that_is_no_sheet_fails_with_a_reason(send, member):
    sheet = send.post("아무 글이나 적은 파일\n두 번째 줄\n".encode(), "memo.csv")
    assert sheet.status == "failed"
    page = soup(member.get(reverse("portal_sheet", args=[sheet.pk])))
    assert page.select_one("#sheet-error").get_text(strip=True) == sheet.error


def test_busy_sheet_shows_how_far_it_is(send, member):
    sheet = send(ROWS)
    SheetImport.objects.update(status="reading", rows_done=1, rows_total=3, report={})
    page = soup(member.get(reverse("portal_sheet", args=[sheet.pk])))
    assert page.select_one("#sheet-progress[data-progress] a")["href"].endswith(f"{sheet.pk}/")
    assert page.select_one("#sheet-progress progress")["max"] == "3"


def test_another_company_finds_nothing(send, client):
    sheet = send(ROWS)
    stranger = make_user()
    Membership.objects.create(user=stranger, vendor=make_vendor())
    client.force_login(stranger)
    for name in ("portal_sheet", "portal_sheet_remarks"):
        assert client.get(reverse(name, args=[sheet.pk])).status_code == 404
    assert client.post(reverse("portal_sheet_drafts", args=[sheet.pk])).status_code == 404
    assert Submission.objects.count() == 0
    assert not soup(client.get(reverse("portal_sheets"))).select("#sheets a")


def test_unknown_sheet_is_not_found(member):
    assert member.get(reverse("portal_sheet", args=[uuid.uuid4()])).status_code == 404


def test_list_costs_the_same_for_many_sheets(send, member, django_assert_max_num_queries):
    first = send(ROWS)
    for _number in range(15):
        first.pk = uuid.uuid4()
        first._state.adding = True
        first.save()
    with django_assert_max_num_queries(14):
        member.get(reverse("portal_sheets"))
