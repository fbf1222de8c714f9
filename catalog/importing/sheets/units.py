"""Units as companies write them, by dimension, with what one of them is in the base unit."""

import re
from fractions import Fraction
from functools import cache

# {dimension: {factor to the dimension's base: words}}
UNITS = {
    "length": {
        "1/1000000000": "nm|纳米|나노미터|나노",
        "1/1000000": "μm|um|微米|마이크로미터",
        "1/1000": "mm|毫米|밀리미터|밀리|미리",
        "1/100": "cm|厘米|公分|센티미터|센티",
        "1": "m|米|미터|meters|meter|metres",
        "1000": "km|公里|千米|킬로미터|킬로|kilometers",
        "127/5000": 'inch|inches|英寸|인치|in|"|″',
    },
    "mass": {
        "1": "kg|kgs|公斤|千克|킬로그램|킬로|kilograms|kgf",
        "1/1000": "g|克|그램|grams",
        "1000": "t|吨|톤|tons|tonnes",
        "1/2": "斤",
        "45359237/100000000": "lb|lbs|磅|파운드",
    },
    "speed": {
        "1": "m/s|米/秒|米每秒|m/sec|mps|미터/초|㎧|m·s-1",
        "5/18": "km/h|kmh|km/hr|kph|公里/小时|公里每小时|千米/小时|千米每小时|公里/时|㎞/h|"
        "킬로미터/시",
        "1/1000": "mm/s|毫米/秒",
        "1/100": "cm/s|厘米/秒",
        "1/60": "m/min|米/分|m/분|미터/분",
    },
    "angle": {"1": "°|度|도|deg|degrees|degree"},
    "torque": {
        "1": "n·m|nm|n.m|n*m|n-m|n m|牛米|牛·米|牛顿米|牛顿·米|뉴턴미터|뉴턴·미터",
        "980665/100000": "kgf·m|kgf.m|kgm|kg·m",
    },
    "force": {"1": "n|牛|牛顿|뉴턴", "980665/100000": "kgf|公斤力"},
    "time": {
        "1": "s|sec|secs|seconds|秒|秒钟|초",
        "60": "min|mins|minute|minutes|分钟|分|분|m",
        "3600": "h|hr|hrs|hour|hours|小时|个小时|时|시간|钟头",
        "86400": "day|days|天|日|工作日|个工作日|일|영업일|d",
        "604800": "week|weeks|周|星期|个星期|주|주일|wk|wks|주간",
        "2628000": "month|months|个月|月|개월|달|mo",
        "31536000": "year|years|年|년|yr|yrs|年期",
    },
    "energy": {"1": "wh|瓦时|와트시|w·h", "1000": "kwh|度|度电|千瓦时|kw·h", "1000000": "mwh"},
    "temperature": {"1": "℃|摄氏度|度|도|°|c|°c|deg c"},
    "noise": {"1": "db|db(a)|dba|分贝|데시벨|㏈"},
    "voltage": {"1": "v|vdc|vac|v dc|伏|伏特|볼트|v(dc)", "1000": "kv"},
    "power": {"1": "w|瓦|瓦特|와트|watt|watts", "1000": "kw|千瓦|킬로와트", "1000000": "mw|兆瓦"},
    "parameters": {
        "1": "个|개|参数|个参数",
        "1000": "k",
        "1000000": "m|million",
        "1000000000": "b|billion|十亿|십억|bn",
        "1000000000000": "t|trillion",
    },
    "tokens": {
        "1": "tokens|token|词元|토큰|个token|个词元",
        "1000": "k tokens|k token|ktokens|k|k词元|k 词元|k토큰|k 토큰|千token|千词元",
        "1000000": "m tokens|m token|m|m词元|m 토큰|m토큰|million",
        "1000000000": "b tokens|b token|b|b 토큰|b词元|billion|billion tokens",
        "1000000000000": "t tokens|t token|t|t词元|t 토큰|t토큰|trillion|trillion tokens",
    },
    "compute": {
        "1/1000": "gflops|gops",
        "1": "tops|tflops|tflop/s|tflops/s|top/s|tops/s|t|테라옵스|테라플롭스",
        "1000": "pflops|pops|p|pflop/s|페타플롭스",
        "1000000": "eflops|eops",
    },
    "data": {
        "1/1000": "mb|mib|兆",
        "1": "gb|gib|g|기가|기가바이트|gbyte",
        "1000": "tb|tib|t|테라|테라바이트|tbyte",
        "1000000": "pb|pib|페타바이트",
    },
    "bandwidth": {
        "1/1000": "mb/s|mbps",
        "1": "gb/s|gbps|gb/sec|gb/초|gb/秒|gib/s|g/s",
        "1000": "tb/s|tb/sec|tb/초|tb/秒|tbps|tib/s",
    },
    "rate": {"1": "fps|hz|帧/秒|帧|프레임|帧每秒|프레임/초|f/s|㎐"},
    "points": {
        "1": "pts/s|pts/sec|点/秒|点每秒|points/s|points/sec|points|pps|포인트/초|포인트|"
        "개/초|点|pts|个点/秒|pt/s|점|점/초",
        "1000": "k pts/s|k|kpts/s|k points/s|k点/秒",
        "1000000": "m pts/s|m|mpts/s|m points/s|million points/s|m点/秒|million points/sec|million",
    },
    "freedom": {
        "1": "dof|dofs|自由度|자유도|个自由度|개자유도|개 자유도|个|개|ea|axis|축|轴|主动自由度",
    },
    "score": {"1": "score|점|分|points|%|점대"},
    "count": {
        "1": "count|个|개|ea|pcs|pc|只|颗|根|台|대|명|人|名|位|种|종|종류|条|건|组|set|sets|"
        "축|轴|层|단|线|"
        "채널|통|通道|座|인승|辆|路|片|枚|款|项|가지|개국어|개 국어|개국|국어|个语种|"
        "语种|种语言|개 언어|개언어|"
        "languages|language|units|unit|ch|channels|channel|line|lines|seats|people|persons|人座|인|인석|석|块|张|"
        "指|손가락|关节|관절|개관절|층|항목|기|vehicles|cars|robots|joints|axes|fingers|axis|modes|trays|tier|"
        "tiers|kinds|types|seater|seat|pax|cameras|lidars|sensors|npus|条轨迹|个场景|万条|비트|beams|ea.|台车|"
        "대 이상|x|×",
        "1000": "k",
        "1000000": "m|million",
    },
}
KEY_UNITS = {
    "mm": ("length", "mm"),
    "m": ("length", "m"),
    "km": ("length", "km"),
    "nm": ("length", "nm"),
    "kg": ("mass", "kg"),
    "m/s": ("speed", "m/s"),
    "km/h": ("speed", "km/h"),
    "°": ("angle", "°"),
    "N·m": ("torque", "n·m"),
    "N": ("force", "n"),
    "h": ("time", "h"),
    "min": ("time", "min"),
    "s": ("time", "s"),
    "week": ("time", "week"),
    "month": ("time", "month"),
    "Wh": ("energy", "wh"),
    "℃": ("temperature", "℃"),
    "dB": ("noise", "db"),
    "V": ("voltage", "v"),
    "W": ("power", "w"),
    "B": ("parameters", "b"),
    "K tokens": ("tokens", "k tokens"),
    "T": ("tokens", "t tokens"),
    "TOPS": ("compute", "tops"),
    "TFLOPS": ("compute", "tflops"),
    "GB": ("data", "gb"),
    "TB": ("data", "tb"),
    "TB/s": ("bandwidth", "tb/s"),
    "fps": ("rate", "fps"),
    "pts/s": ("points", "pts/s"),
    "DoF": ("freedom", "dof"),
    "score": ("score", "score"),
    "count": ("count", "count"),
}
# Counted in plain figures as often as in the key's thousands or billions.
COUNTED = {"parameters", "tokens", "points", "count"}


@cache
def _factors(dimension):
    return {
        word.casefold(): Fraction(factor)
        for factor, words in UNITS[dimension].items()
        for word in words.split("|")
    }


def dimension_of(unit: str) -> str | None:
    """The dimension of a spec key's unit; None for a unit that editors have made up."""
    return KEY_UNITS[unit][0] if unit in KEY_UNITS else None


def factor(word: str, key_unit: str) -> Fraction:
    """What one `word` is in the key's unit."""
    dimension, own = KEY_UNITS[key_unit]
    factors = _factors(dimension)
    if key_unit == "month" and word.casefold() in ("day", "days", "天", "日", "일"):
        return Fraction(1, 30)
    return factors[re.sub(r"\s+", " ", word.casefold())] / factors[own]


def _alternatives(words):
    """Longest first; a unit in Latin letters ends where the letters do."""
    parts = []
    for word in sorted(words, key=len, reverse=True):
        pattern = r"\s?".join(re.escape(part) for part in word.split(" "))
        parts.append(
            pattern + r"(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else pattern
        )
    return "|".join(parts)


@cache
def pattern_of(key_unit: str) -> str:
    """A regular expression of the units that a key of this unit may be given in."""
    dimension = dimension_of(key_unit)
    if dimension is None:
        return re.escape(key_unit) if key_unit else r"(?!)"
    return _alternatives(_factors(dimension))


@cache
def any_unit() -> re.Pattern:
    """A unit of any dimension: tells a number of something else from a bare number."""
    words = {word for dimension in UNITS for word in _factors(dimension)}
    return re.compile(_alternatives(words), re.IGNORECASE)
