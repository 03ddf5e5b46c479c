"""Makes any number of documents out of the archive's real clauses, for measuring: deterministic, with a vocabulary that
grows with the number of documents as a real collection's does.

    python scripts/bench/make_corpus.py --documents 1000 --into DIR

writes DIR/*.txt. A document is a decision with chapters, articles, khoản and điểm. Its sentences are real phrases put
together anew; some of their words give way to compounds out of a word list made of possible syllables, a few of them
belonging to the document's own topic, the rest drawn by rank as words are (Zipf).
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ONSETS = [
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "gi",
    "h",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "ng",
    "nh",
    "ph",
    "qu",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
]
RIMES = [
    "a",
    "ai",
    "am",
    "an",
    "ang",
    "anh",
    "ao",
    "au",
    "ay",
    "ăm",
    "ăn",
    "ăng",
    "âm",
    "ân",
    "âng",
    "âu",
    "ây",
    "e",
    "em",
    "en",
    "eo",
    "ê",
    "ên",
    "ênh",
    "êu",
    "i",
    "iêm",
    "iên",
    "iêng",
    "iêu",
    "im",
    "in",
    "inh",
    "iu",
    "o",
    "oa",
    "oai",
    "oan",
    "oang",
    "oi",
    "om",
    "on",
    "ong",
    "ô",
    "ôi",
    "ôm",
    "ôn",
    "ông",
    "ơ",
    "ơi",
    "ơm",
    "ơn",
    "u",
    "ui",
    "um",
    "un",
    "ung",
    "uôi",
    "uôn",
    "uông",
    "uy",
    "uyên",
    "ư",
    "ưng",
    "ươi",
    "ương",
    "ươu",
    "ưu",
]
CLOSED = [
    "ac",
    "ach",
    "ap",
    "at",
    "ăc",
    "ăt",
    "âc",
    "ât",
    "ec",
    "et",
    "êch",
    "êt",
    "ich",
    "iêc",
    "iêt",
    "it",
    "oac",
    "oc",
    "op",
    "ôc",
    "ôp",
    "ôt",
    "ơt",
    "uc",
    "uôc",
    "uôt",
    "ut",
    "uyêt",
    "ưc",
    "ươc",
    "ươt",
]
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
CLOSED_TONES = ("\u0301", "\u0323")
VOWELS = "aăâeêioôơuưy"
WORDS, TOPIC_WORDS = 60_000, 40
REPLACED, FROM_TOPIC = 0.16, 0.45
TYPES = (("NGHỊ QUYẾT", "NQ"), ("QUYẾT ĐỊNH", "QĐ"), ("CHỈ THỊ", "CT"), ("KẾ HOẠCH", "KH"), ("HƯỚNG DẪN", "HD"))
PROVINCES = ("Hà Giang", "Bắc Kạn", "Bình Thuận", "Nghệ An", "Cần Thơ", "Lâm Đồng", "Thái Bình", "Quảng Trị")
PEOPLE = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--archive", type=Path, default=ROOT / "archive")
    arguments = parser.parse_args()
    arguments.into.mkdir(parents=True, exist_ok=True)
    for name, text in documents(arguments.documents, phrases(arguments.archive)):
        (arguments.into / f"{name}.txt").write_text(text, encoding="utf-8")


def phrases(archive: Path) -> list[list[str]]:
    """The phrases of the archive's texts: words between two marks, three words at least."""
    found = []
    for file in sorted(archive.glob("*.txt")):
        text = unicodedata.normalize("NFC", file.read_text(encoding="utf-8-sig"))
        for part in re.split(r"[,;:.()\n“”\"*_\\/\d-]+", text):
            words = part.split()
            if 3 <= len(words) <= 25 and not part.strip().isupper():
                found.append(words)
    return found


def documents(count: int, real: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Name and text of each document."""
    chance = random.Random(20_201_218)  # noqa: S311 - the same documents each time
    words = word_list(chance)
    weights = list(itertools.accumulate(1 / (rank + 30) for rank in range(WORDS)))
    for number in range(1, count + 1):
        topic = chance.choices(words, cum_weights=weights, k=TOPIC_WORDS)
        yield f"van-ban-{number:05d}", document(number, chance, real, Words(words, weights, topic, chance))


def word_list(chance: random.Random) -> list[str]:
    """Compounds of two syllables out of some four thousand."""
    open_ones = [syllable(o, r, t) for o in ONSETS for r in RIMES for t in TONES]
    closed = [syllable(o, r, t) for o in ONSETS for r in CLOSED for t in CLOSED_TONES]
    syllables = chance.sample(sorted({*open_ones, *closed}), 4000)
    ranks = list(itertools.accumulate(1 / (rank + 20) for rank in range(len(syllables))))
    return [" ".join(chance.choices(syllables, cum_weights=ranks, k=2)) for _ in range(WORDS)]


def syllable(onset: str, rime: str, tone: str) -> str:
    """A syllable with its tone on the vowel before the last letter of the rime's vowels."""
    places = [i for i, letter in enumerate(rime) if letter in VOWELS]
    place = places[len(places) // 2] if len(places) > 1 and places[-1] != len(rime) - 1 else places[0]
    return unicodedata.normalize("NFC", onset + rime[: place + 1] + tone + rime[place + 1 :])


class Words:
    """Draws compounds: of the document's topic, or any by its rank."""

    def __init__(self, words: Sequence[str], weights: list[float], topic: Sequence[str], chance: random.Random) -> None:
        self._words, self._weights, self._topic, self._chance = words, weights, topic, chance

    def draw(self) -> str:
        """One compound."""
        if self._chance.random() < FROM_TOPIC:
            return self._chance.choice(self._topic)
        return self._chance.choices(self._words, cum_weights=self._weights)[0]


def document(number: int, chance: random.Random, real: Sequence[Sequence[str]], words: Words) -> str:
    """The text of one document."""
    (name, mark), province = TYPES[number % len(TYPES)], chance.choice(PROVINCES)
    year = 1998 + number % 27
    date = f"ngày {chance.randint(10, 28)} tháng {chance.randint(3, 12)} năm {year}"
    lines = [
        f"TỈNH ỦY {province.upper()}", "*", f"Số {number}-{mark}/TU", "ĐẢNG CỘNG SẢN VIỆT NAM",
        f"{province}, {date}", "", name, f"về {phrase(chance, real, words).lower()} {words.draw()}", "",
    ]  # fmt: skip
    articles = max(4, round(chance.lognormvariate(3.1, 0.55)))
    for article in range(1, articles + 1):
        lines += ["", f"Điều {article}. {sentence(chance, real, words, 1)}"]
        for paragraph in range(1, chance.randint(1, 6) + 1):
            lines += ["", f"{paragraph}. {sentence(chance, real, words, chance.randint(1, 4))}."]
            if chance.random() < 0.3:
                for letter in "abcđ"[: chance.randint(2, 4)]:
                    lines += ["", f"{letter}) {sentence(chance, real, words, 2)};"]
    signer = f"{chance.choice(PEOPLE)} {words.draw().title()}"
    lines += ["", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "", signer, ""]
    return "\n".join(lines)


def sentence(chance: random.Random, real: Sequence[Sequence[str]], words: Words, parts: int) -> str:
    """Some phrases, the first with a capital."""
    text = ", ".join(phrase(chance, real, words) for _ in range(parts))
    return text[:1].upper() + text[1:]


def phrase(chance: random.Random, real: Sequence[Sequence[str]], words: Words) -> str:
    """A real phrase, some of its words replaced by compounds."""
    return " ".join(words.draw() if chance.random() < REPLACED else word for word in chance.choice(real))


if __name__ == "__main__":
    main()
