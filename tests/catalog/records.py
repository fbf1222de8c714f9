"""Records of a catalogue file, made up: complete ones, and what can be wrong with them."""


def vendor_record(**changes):
    record = {
        "slug": "hanbit-robotics",
        "country": "KR",
        "name": {"ko": "한빛로보틱스", "zh": "韩光机器人", "en": "Hanbit Robotics"},
        "city": {"ko": "대전", "zh": "大田"},
        "founded": 2018,
        "website": "https://hanbit.example",
        "summary": {"ko": "이동 로봇을 만드는 회사입니다.", "zh": "研发移动机器人的企业。"},
    }
    return {**record, **changes}


def product_record(**changes):
    record = {
        "slug": "hanbit-h1",
        "vendor": "hanbit-robotics",
        "field": "robot",
        "family": "humanoid_robot",
        "name": {"ko": "한빛 H1", "zh": "韩光H1", "en": "Hanbit H1"},
        "tagline": {"ko": "사람 곁에서 일하는 로봇", "zh": "在人身边工作的机器人"},
        "summary": {"ko": "물건을 나르는 로봇입니다.", "zh": "搬运物品的机器人。"},
        "highlights": {"ko": ["튼튼합니다", "조용합니다"], "zh": ["结实", "安静"]},
        "applications": ["physical"],
        "industries": ["logistics", "manufacturing"],
        "specs": [
            {"key": "height", "value": 1320, "unit": "mm", "source": "datasheet"},
            {"key": "dof", "value": "23-43", "unit": "DoF", "source": "datasheet"},
        ],
        "price": {
            "amount": 99000,
            "currency": "CNY",
            "basis": "from_price",
            "asof": "2024-05",
            "source": "price list",
        },
        "availability": "on_sale",
        "year": 2024,
        "aliases": ["H-One", "에이치원"],
        "source": "datasheet",
        "confidence": "high",
    }
    return {**record, **changes}


def spec(key, value, unit=""):
    return {"key": key, "value": value, "unit": unit, "source": "datasheet"}


def price(**changes):
    return {"amount": 99000, "currency": "CNY", "basis": "list_price", **changes}
