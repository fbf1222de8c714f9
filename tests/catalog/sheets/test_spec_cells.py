"""Specs in free text, as companies of every family write them."""

import pytest

from catalog.importing.sheets.specs import SpecReader
from catalog.importing.sheets.terms import SheetTerms

pytestmark = pytest.mark.usefixtures("taxonomy")

SPECS = [
    (
        "humanoid_robot",
        "주행시간 8시간 이상, 배터리 자동교체 3분",
        {"battery_life": "8+", "battery_swap_time": 3},
    ),
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
        "算力：FP16 800TFLOPS；显存128GB",
        {"compute_fp16": 800, "memory_capacity": 128},
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
    (
        "ai_chip",
        "48GB HBM3, 1.5TB/s, TDP 180W, 512 TFLOPS (FP8)",
        {
            "memory_capacity": 48,
            "memory_type": "HBM3",
            "memory_bandwidth": 1.5,
            "tdp": 180,
            "compute_fp8": 512,
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
