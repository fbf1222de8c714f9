"""Plausible values of spec keys. A figure is (lowest, highest, step) in the key's unit."""

from dataclasses import dataclass
from decimal import Decimal

from catalog.models import ProductSpec, SpecKey

# By unit, for keys that have no entry of their own.
BY_UNIT = {
    "mm": ("150", "1900", "5"),
    "kg": ("1", "120", "0.5"),
    "DoF": ("6", "52", "1"),
    "count": ("1", "24", "1"),
    "N·m": ("10", "360", "5"),
    "N": ("5", "60", "1"),
    "m/s": ("0.5", "6", "0.1"),
    "km/h": ("25", "120", "5"),
    "°": ("10", "120", "1"),
    "km": ("5", "600", "5"),
    "Wh": ("200", "6000", "50"),
    "h": ("1", "24", "0.5"),
    "min": ("1", "30", "1"),
    "℃": ("-20", "60", "5"),
    "dB": ("35", "70", "1"),
    "V": ("12", "480", "12"),
    "W": ("5", "700", "5"),
    "B": ("1", "700", "0.5"),
    "K tokens": ("8", "1024", "8"),
    "T": ("1", "36", "0.5"),
    "score": ("50", "92", "0.1"),
    "TOPS": ("8", "2000", "8"),
    "TFLOPS": ("16", "1024", "16"),
    "GB": ("4", "512", "4"),
    "TB": ("0.1", "40", "0.1"),
    "TB/s": ("0.1", "4.8", "0.1"),
    "nm": ("3", "16", "1"),
    "fps": ("10", "120", "10"),
    "s": ("5", "120", "5"),
    "m": ("20", "300", "5"),
    "pts/s": ("100000", "6000000", "100000"),
    "month": ("12", "60", "12"),
    "week": ("2", "24", "1"),
}
BY_KEY = {
    "repeatability": ("0.02", "0.2", "0.01"),
    "wavelength": ("905", "1550", "645"),
    "angular_resolution": ("0.05", "0.4", "0.05"),
    "blind_zone": ("0.1", "0.5", "0.1"),
    "design_life": ("200000", "600000", "50000"),
    "fleet_size": ("10", "900", "10"),
    "trajectory_count": ("10000", "2000000", "10000"),
    "languages": ("2", "60", "1"),
    "wheelbase": ("2200", "3600", "10"),
    "prediction_window": ("4", "24", "4"),
    "robot_count": ("10", "300", "10"),
    "scene_count": ("20", "400", "20"),
}
TEXTS = {
    "architecture": ("MoE", "Dense Transformer", "Transformer"),
    "license": ("Apache 2.0", "MIT", "CC BY-NC 4.0"),
    "memory_type": ("HBM3", "HBM3E", "LPDDR5X", "GDDR6"),
    "host_interface": ("PCIe Gen4 x16", "PCIe Gen5 x16"),
    "resolution_max": ("720p", "1080p", "4K"),
    "functional_safety": ("ASIL B", "ASIL D", "SIL 2", "PL d"),
    "cpu_architecture": ("Arm Cortex-A78AE", "RISC-V"),
    "interface": ("EtherCAT", "CAN FD", "RS-485", "Ethernet", "ROS 2"),
    "os_support": ("Android, iOS", "Windows, Linux", "Linux"),
    "service_hours": ("06:00-22:00", "24/7"),
    "ip_rating": ("IP54", "IP65", "IP66", "IP67"),
    "regulatory": ("KC", "CCC", "CE"),
}


@dataclass(frozen=True)
class Offer:
    """A spec key as a family offers it, with everything that picking a value needs."""

    key: SpecKey
    is_required: bool
    choices: list


def pick_specs(rng, offers):
    """ProductSpec rows of most keys that a family offers; the required ones always."""
    return [
        ProductSpec(spec_key=offer.key, source="generated", **pick_value(rng, offer))
        for offer in offers
        if offer.is_required or rng.random() < 0.7
    ]


def pick_value(rng, offer):
    """The typed columns of one plausible value of the offer's key."""
    key, choices = offer.key, offer.choices
    if key.value_type == key.ValueType.BOOLEAN:
        return {"flag": rng.random() < 0.5}
    if key.value_type == key.ValueType.CHOICE and choices:
        return {"choice": rng.choice(choices)}
    if not key.is_numeric:
        words = [choice.key for choice in choices] or TEXTS.get(key.key, ("standard",))
        return {"text": rng.choice(words)}
    lowest, highest = _figure(rng, key), _figure(rng, key)
    if key.value_type != key.ValueType.RANGE:
        return {"minimum": lowest, "maximum": lowest}
    return {"minimum": min(lowest, highest), "maximum": max(lowest, highest)}


def _figure(rng, key):
    lowest, highest, step = map(
        Decimal, BY_KEY.get(key.key) or BY_UNIT.get(key.unit, ("1", "100", "1"))
    )
    if key.value_type == key.ValueType.INTEGER:
        lowest, step = lowest.to_integral_value(), max(step.to_integral_value(), Decimal(1))
    return lowest + step * rng.randint(0, int((highest - lowest) / step))
