"""A stored report as its page shows it, in the reader's language."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalog.importing.sheets.explaining import Explaining

ACTIONS = ("reject", "accept", "skip")
OUTCOMES = ("made", "updated", "unchanged", "left")


def tabs_of(sheet, chosen):
    """[(action, label, count, whether it is chosen)]"""
    rows = sheet.report.get("rows", [])
    names = labels()
    tabs = [("", _("All rows"), len(rows), chosen not in ACTIONS)]
    for action in ACTIONS:
        count = sum(1 for row in rows if row["action"] == action)
        tabs.append((action, names[action], count, action == chosen))
    return tabs


class Rows:
    """The rows of a report, explained only where a page shows them."""

    def __init__(self, rows, report):
        self.rows = rows
        self.report = report

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, part):
        explaining = Explaining()
        kind = self.report.get("kind", "xlsx")
        return [self._shown(explaining, row, kind) for row in self.rows[part]]

    def _shown(self, explaining, row, kind):
        number = row.get("row", row.get("record"))
        outcome = self.report.get("drafts", {}).get(str(number), "")
        return {
            "number": number,
            "action": row["action"],
            "label": labels()[row["action"]],
            "names": [(language, name) for language, name in row["name"].items() if name],
            "said": explaining.row(row, kind),
            "outcome": outcomes().get(outcome, ""),
        }


def rows_of(sheet, chosen):
    rows = sheet.report.get("rows", [])
    if chosen in ACTIONS:
        rows = [row for row in rows if row["action"] == chosen]
    return Rows(rows, sheet.report)


def labels():
    return {
        "reject": pgettext("row of a sheet", "Rejected"),
        "accept": pgettext("row of a sheet", "Accepted"),
        "skip": pgettext("row of a sheet", "Skipped"),
    }


def outcomes():
    """What became of an accepted row."""
    return {
        "made": _("A draft was made."),
        "updated": _("The draft was renewed."),
        "unchanged": _("The draft says the same already."),
        "left": _("The listing is with the centre or public, so it was left as it is."),
    }
