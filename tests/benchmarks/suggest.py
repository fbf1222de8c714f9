"""Suggestions while a visitor types, small and large.

python -m tests.benchmarks.suggest --products 67 5000 50000
"""

from tests.benchmarks.comparison import run


def cases():
    return {
        word: f"/{language}/products/suggest/?q={word}"
        for word, language in (
            ("로봇", "ko"),
            ("등대", "ko"),
            ("机器人", "zh-hans"),
            ("云岚达晨光", "zh-hans"),
            ("beacon", "ko"),
            ("gen-00042", "ko"),
            ("찾을 수 없는 이름", "ko"),
        )
    }


if __name__ == "__main__":
    run("tests.benchmarks.suggest", "suggest", cases)
