"""Cells as companies write them: specs, prices, dates, marks, categories."""

import datetime
from decimal import Decimal

import pytest

from catalog.importing.sheets.certificates import read_certifications
from catalog.importing.sheets.dates import read_release
from catalog.importing.sheets.numerals import read_number
from catalog.importing.sheets.prices import PriceColumn, read_price, read_price_header
from catalog.importing.sheets.specs import SpecReader
from catalog.importing.sheets.terms import SheetTerms
from catalog.importing.sheets.text import is_blank, written

pytestmark = pytest.mark.usefixtures("taxonomy")

SPECS = [
    (
        "language_model",
        "总参数6710亿，激活参数370亿；上下文128K；训练数据14.8万亿token；开源协议：MIT",
        {
            "params_total": 671,
            "params_active": 37,
            "context_length": 128,
            "training_tokens": 14.8,
            "license": "MIT",
        },
    ),
    (
        "language_model",
        "총 매개변수: 1조 / 활성: 320억 / 컨텍스트 131,072 토큰 / 모달리티: 텍스트, 이미지, 영상",
        {
            "params_total": 1000,
            "params_active": 32,
            "context_length": 128,
            "modalities": "text, image, video",
        },
    ),
    (
        "language_model",
        "매개변수 671B(활성 37B)\n지원 언어 3개\nKMMLU 78.3점",
        {"params_total": 671, "params_active": 37, "languages": 3, "benchmark_kmmlu": 78.3},
    ),
    (
        "ai_chip",
        "显存：144GB（HBM3E）；带宽4.8TB/s；FP8算力：2048 "
        "TFLOPS；制程：4纳米；芯粒4颗；功耗：350瓦",
        {
            "memory_capacity": 144,
            "memory_type": "HBM3E",
            "memory_bandwidth": 4.8,
            "compute_fp8": 2048,
            "process_node": 4,
            "chiplet_count": 4,
            "tdp": 350,
        },
    ),
    (
        "ai_chip",
        "메모리: 48GB, TDP 180W, 공정 5nm, INT8 512TOPS, 인터페이스: PCIe Gen5 x16",
        {
            "memory_capacity": 48,
            "tdp": 180,
            "process_node": 5,
            "compute_int8": 512,
            "host_interface": "PCIe Gen5 x16",
        },
    ),
    (
        "lidar",
        "128线，探测距离200米（@10%反射率），水平视场角120°，垂直视场角25.4°，点频153万点/秒，波长905nm",
        {
            "channels": 128,
            "detection_range": 200,
            "fov_h": 120,
            "fov_v": 25.4,
            "point_rate": 1530000,
            "wavelength": 905,
        },
    ),
    (
        "lidar",
        "FOV(H×V): 120°×25.4°; 点频: 1,530,000 pts/s; 防护等级 IP6K7",
        {"fov_h": 120, "fov_v": 25.4, "point_rate": 1530000, "ip_rating": "IP6K7"},
    ),
    (
        "robotaxi",
        "L4级自动驾驶；车身尺寸4760×1870×1650mm，轴距2830mm；激光雷达4颗、摄像头12个；传感器共38个",
        {
            "sae_level": "4",
            "length": 4760,
            "width": 1870,
            "height": 1650,
            "wheelbase": 2830,
            "lidar_count": 4,
            "camera_count": 12,
            "sensor_count": 38,
        },
    ),
    (
        "robotaxi",
        "레벨4, 센서 34개(라이다 9, 카메라 14, 레이더 4), 탐지거리 650m, 설계수명 60만km",
        {
            "sae_level": "4",
            "sensor_count": 34,
            "lidar_count": 9,
            "camera_count": 14,
            "radar_count": 4,
            "detection_range": 650,
            "design_life": 600000,
        },
    ),
    (
        "shuttle",
        "SAE Level 4, 9-seater, max speed 40km/h, LiDAR x4, cameras x7",
        {
            "sae_level": "4",
            "seats": 9,
            "vehicle_speed_max": 40,
            "lidar_count": 4,
            "camera_count": 7,
        },
    ),
    (
        "shuttle",
        "정원: 15명; 최고속도: 시속 40km; 1회 충전 주행거리: 120km",
        {"seats": 15, "vehicle_speed_max": 40, "travel_range": 120},
    ),
    (
        "cobot",
        "负载：3kg，工作半径626mm，重复定位精度±0.02mm，自重12kg，6轴，IP54",
        {
            "payload": 3,
            "reach": 626,
            "repeatability": 0.02,
            "weight": 12,
            "axes": 6,
            "ip_rating": "IP54",
        },
    ),
    (
        "cobot",
        "보증기간 2년 | 납기 4주 | 소비전력 0.35kW",
        {"warranty": 24, "lead_time": 4, "power": 350},
    ),
    (
        "humanoid_robot",
        "키170cm/무게60kg/전신 43자유도/최대속도2m/s",
        {"height": 1700, "weight": 60, "dof": "43", "max_speed": 2},
    ),
    (
        "humanoid_robot",
        "身高1.3m 体重33.8kg 全身自由度25 续航2h30min",
        {"height": 1300, "weight": 33.8, "dof": "25", "battery_life": "2.5"},
    ),
    (
        "humanoid_robot",
        "①身高=1700mm ②体重=60000g ③单臂7自由度 ④双手负载6kg",
        {"height": 1700, "weight": 60, "arm_dof": 7, "dual_arm_payload": 6},
    ),
    (
        "quadruped_robot",
        "작동온도 영하 20도 ~ 영상 55도, 최대 등판각 40°, 계단 16cm, 사용시간 1~2시간",
        {"op_temp": "-20~55", "climb_angle": 40, "obstacle_height": 160, "battery_life": "1-2"},
    ),
    (
        "robot_hand",
        "主动自由度6个，关节数12，5指，重量540g，指尖力15N，抓握负载3kg",
        {
            "active_dof": 6,
            "joint_count": 12,
            "finger_count": 5,
            "weight": 0.54,
            "fingertip_force": 15,
            "grip_load": 3,
        },
    ),
    (
        "service_robot",
        "托盘数：4；每层承重：10kg；最大载重40kg；续航10-12小时",
        {"tray_count": 4, "tray_load": 10, "cargo_load": 40, "battery_life": "10-12"},
    ),
    (
        "service_robot",
        "최대 적재량 300kg, 배터리 12시간, 충전 2시간, 트레이 4단(단당 10kg)",
        {
            "cargo_load": 300,
            "battery_life": "12",
            "charge_time": 2,
            "tray_count": 4,
            "tray_load": 10,
        },
    ),
    (
        "medical_ai",
        "검출 소견 9종, 인허가: MFDS(2018), FDA(CXR Triage, 2021), 도입 형태: 클라우드, 구축형",
        {
            "findings": 9,
            "regulatory": "MFDS(2018), FDA(CXR Triage, 2021)",
            "deployment": "cloud, on-premise",
        },
    ),
    (
        "driving_system",
        "자율주행 레벨 2+, 카메라 11개, 지원 OS: Linux, QNX",
        {"sae_level": "2+", "camera_count": 11, "os_support": "Linux, QNX"},
    ),
    (
        "driving_chip",
        "AI算力560TOPS，BPU架构：Nash，功能安全：ASIL-B(D)",
        {"ai_compute": 560, "cpu_architecture": "Nash", "functional_safety": "ASIL-B(D)"},
    ),
    (
        "dataset",
        "궤적 1,003,672건; 데이터 용량 43.8TB; 수집 로봇 100대; 수집 환경 100개 이상",
        {
            "trajectory_count": 1003672,
            "dataset_size": 43.8,
            "robot_count": 100,
            "scene_count": "100+",
        },
    ),
    ("media_ai", "最高分辨率1080p，帧率30fps", {"resolution_max": "1080p", "frame_rate_max": 30}),
]


@pytest.mark.parametrize(("family", "text", "expected"), SPECS)
def test_free_text_states_specs(family, text, expected):
    specs, _unread = SpecReader(SheetTerms()).read_cell(text, family)
    assert {spec.key.key: spec.value for spec in specs} == expected


@pytest.mark.parametrize(
    "text", ["颈部自由度2", "充电桩功率3kW", "Height 5 ft 6 in", "구조 단순화", "약간 무거움"]
)
def test_what_is_not_understood_is_not_guessed(text):
    specs, _unread = SpecReader(SheetTerms()).read_cell(text, "humanoid_robot")
    assert specs == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("体重：约47kg", ["approximate"]),
        ("무게 35kg 내외", ["approximate"]),
        ("무게 약 35kg", ["approximate"]),
        ("里程≥10km", ["minimum"]),
        ("이동거리 10km 이상", ["minimum"]),
        ("噪音<60dB", ["maximum"]),
        ("무게 35kg 이하", ["maximum"]),
        ("무게 35kg", []),
    ],
)
def test_how_exactly_a_figure_is_stated(text, marks):
    [spec] = SpecReader(SheetTerms()).read_cell(text, "humanoid_robot")[0]
    assert spec.marks == marks


KRW, CNY = PriceColumn(language="ko"), PriceColumn(language="zh")
PRICES = [
    (KRW, "4억 5천만원", 450_000_000, None, "KRW"),
    (KRW, "28.5백만원", 28_500_000, None, "KRW"),
    (KRW, "３,５００만 원", 35_000_000, None, "KRW"),
    (KRW, "삼천오백만원", 35_000_000, None, "KRW"),
    (KRW, "3~5천만원", 30_000_000, 50_000_000, "KRW"),
    (KRW, "₩28,500,000", 28_500_000, None, "KRW"),
    (KRW, "US$16,000", 16_000, None, "USD"),
    (KRW, "16,000달러", 16_000, None, "USD"),
    (KRW, 9_900_000, 9_900_000, None, "KRW"),
    (CNY, "3.99万元", 39_900, None, "CNY"),
    (CNY, "65 万", 650_000, None, "CNY"),
    (CNY, "9.9万-16.9万元", 99_000, 169_000, "CNY"),
    (CNY, "9.9-16.9万", 99_000, 169_000, "CNY"),
    (CNY, "叁万玖仟玖佰元整", 39_900, None, "CNY"),
    (CNY, "三万九千九百元", 39_900, None, "CNY"),
    (CNY, "￥99,000元", 99_000, None, "CNY"),
    (CNY, "12,800元/套", 12_800, None, "CNY"),
]


@pytest.mark.parametrize(("column", "text", "amount", "maximum", "currency"), PRICES)
def test_prices(column, text, amount, maximum, currency):
    price = read_price(text, column)
    assert (price.amount, price.maximum, price.currency) == (amount, maximum, currency)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("42,000,000원 (VAT 별도)", "vat", "excluded"),
        ("4,500만원(부가세 포함)", "vat", "included"),
        ("12,800 元（不含税）", "vat", "excluded"),
        ("99,000（含13%增值税）", "vat", "included"),
        ("９９９７元起", "basis", "from_price"),
        ("3,000만원부터", "basis", "from_price"),
        ("월 99,000원", "period", "per_month"),
        ("99元/月", "period", "per_month"),
        ("$1,299/month", "period", "per_month"),
        ("연 120만원", "period", "per_year"),
        ("약 5천만원", "warnings", ("approximate:price",)),
    ],
)
def test_what_else_a_price_says(text, name, value):
    assert getattr(read_price(text, KRW), name) == value


ON_REQUEST = "面议 询价 电议 价格面议 待定 — - – POA TBD 문의 별도문의 견적문의 협의 가격문의"


@pytest.mark.parametrize("text", ON_REQUEST.split())
def test_price_on_request(text):
    price = read_price(text, KRW)
    assert (price.amount, price.is_on_request) == (None, True)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("售价(万元)", ("CNY", None, 10_000)),
        ("가격(천원, VAT별도)", ("KRW", "excluded", 1000)),
        ("零售价（人民币，含税）", ("CNY", "included", 1)),
        ("Price (USD)", ("USD", None, 1)),
        ("판매가\n(VAT포함)", ("", "included", 1)),
    ],
)
def test_price_headers(header, expected):
    column = read_price_header(header)
    assert (column.currency, column.vat, column.multiplier) == expected


def test_thousands_of_the_header_count_for_bare_figures_only():
    column = read_price_header("단가(천원)")
    assert read_price(28_500, column).amount == 28_500_000
    assert read_price("28,500", column).amount == 28_500_000
    assert read_price("28,500,000원", column).amount == 28_500_000


DATES = [
    ("2024년 5월", "2024-05"),
    ("2024.5", "2024-05"),
    ("24년 5월", "2024-05"),
    ("'24.5", "2024-05"),
    ("20240513", "2024-05-13"),
    ("二〇二四年八月", "2024-08"),
    ("二〇二四年十二月一日", "2024-12-01"),
    ("2024年上半年", "2024-H1"),
    ("2025년 하반기", "2025-H2"),
    ("2024H1", "2024-H1"),
    ("May 13, 2024", "2024-05-13"),
    ("13 May 2024", "2024-05-13"),
    ("2023. 10.", "2023-10"),
    ("2025-7", "2025-07"),
    (2024, "2024"),
    (45425, "2024-05-13"),
    (datetime.datetime(2025, 9, 19), "2025-09-19"),
    ("출시 예정(2026.03)", "2026-03"),
]


@pytest.mark.parametrize(("value", "expected"), DATES)
def test_release_dates(value, expected):
    assert read_release(value).form_value == expected


@pytest.mark.parametrize("value", ["미정", "待定", "곧", "2024-13-45x", ""])
def test_no_release_date(value):
    found = read_release(value)
    assert found is None or found.precision == "year"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("CR、CE、FCC", ["CR", "CE", "FCC"]),
        ("CE/KC", ["CE", "KC"]),
        ("CE FCC RoHS", ["CE", "FCC", "RoHS"]),
        ("3C认证", ["CCC"]),
        ("식약처 3등급 허가", ["MFDS"]),
        ("ISO 10218-1, ISO/TS 15066", ["ISO_10218", "ISO_TS_15066"]),
        ("CE(진행중), KC", ["KC"]),
        ("KC인증 (R-R-abc-123), CE", ["KC", "CE"]),
        ("NMPA三类医疗器械注册证", ["NMPA"]),
        ("FDA 510(k)", ["FDA"]),
        ("等保三级", ["MLPS"]),
        ("없음", []),
        ("无", []),
    ],
)
def test_certification_marks(text, marks):
    assert read_certifications(text, SheetTerms())[0] == marks


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("초거대 언어모델(LLM)", "language_model"),
        ("AI 가속기(NPU)", "ai_chip"),
        ("车规级芯片", "driving_chip"),
        ("车载激光雷达", "lidar"),
        ("자율주행 SW", "driving_system"),
        ("医学影像AI", "medical_ai"),
        ("리걸테크", "legal_ai"),
        ("机器狗", "quadruped_robot"),
        ("보행보조 웨어러블", "wearable_robot"),
        ("자율주행 배송로봇", "service_robot"),
        ("工业人形机器人", "humanoid_robot"),
        ("无人机", None),
        ("배송 드론", None),
        ("수술로봇", None),
        ("로봇", None),
        ("기타", None),
    ],
)
def test_categories(text, family):
    assert SheetTerms().family(text) == family


@pytest.mark.parametrize("key", ["ko", "zh", "en"])
def test_every_own_name_of_the_taxonomy_is_known(key):
    terms = SheetTerms()
    for row in terms.spec_keys.values():
        assert row.key in {found for keys in terms.spec_labels.values() for found in keys}


@pytest.mark.parametrize(
    ("text", "number"),
    [("4억5천만", "450000000"), ("14.8万亿", "14800000000000"), ("二〇二四", "2024"), ("두", None)],
)
def test_number_words(text, number):
    assert read_number(text) == (number and Decimal(number))


def test_names_become_half_width_and_keep_their_brackets():
    assert written(" 宇树Ｇ１\n（Ｐｒｏ） ") == "宇树G1 （Pro）"
    assert written("5㎏을 다루는 -20℃ 로봇") == "5kg을 다루는 -20℃ 로봇"


@pytest.mark.parametrize("text", [None, "", " ", "\u3000", "\xa0", "\u200b", " \n\u3000"])
def test_blank_cells(text):
    assert is_blank(text)
