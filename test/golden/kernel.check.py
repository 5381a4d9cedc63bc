"""Checks kernel.json against an implementation of its own, written from README.md: python kernel.check.py

Scripts are told by character names, and Unicode is Python's: good for the characters that kernel.json has.
"""

import json
import unicodedata
from pathlib import Path

MASK = (1 << 64) - 1
PHI = 0x9E3779B97F4A7C15
MIX = 0xD6E8FEB86659FD93
UNSPACED_NAMES = ("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")


def ranges(text):
    points = set()
    for part in text.split():
        first, _, last = part.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points


SPACE = ranges("0009 0020 00A0 1680 2000-200A 202F 205F 3000")
EXTEND = ranges(
    "0610-061A 0640 064B-0653 0655-065F 0670 06D6-06DC 06DF-06E8 06EA-06ED 0897-089F 08CA-08E1 08E3-08FF FE73"
)
DROP = ranges(
    "00AD 061C 200B-200F 202A-202E 2060-2064 2066-206F FEFF FE00-FE0F 0600-0605 06DD 070F 0890-0891 08E2"
)
QUOTES = set(map(ord, "\"'«»‘’‚‛“”„‟‹›「」『』〝〞〟＂＇"))
EXCHANGED = {}
for source, target in (
    ("06CC 06CD 06D0 06D2 0649", 0x64A),
    ("06A9 06AA", 0x643),
    ("06BE 06C0-06C2 06D5 0629 06C3", 0x647),
    ("0671-0673 0622 0623 0625", 0x627),
):
    EXCHANGED.update(dict.fromkeys(ranges(source), target))
LETTERS = ("LETTER", "ARABIC", "LATIN")
DROPPED = ("DROP", "EXTEND", "HAMZA", "MARK")
GAP = ("SPACE", "QUOTE", "APOSTROPHE")


def is_word(point):
    return unicodedata.category(chr(point))[0] in "LN"


def replacement(point):
    text = chr(point)
    while True:
        folded = "".join(c.lower() for c in unicodedata.normalize("NFKD", text))
        if folded == text:
            break
        text = folded
    points = []
    for part in map(ord, text.replace("ς", "σ")):
        if part in DROP or part in EXTEND:
            continue
        if part == 0x654:
            if points and points[-1] in (0x648, 0x64A):
                points[-1] = {0x648: 0x624, 0x64A: 0x626}[points[-1]]
            continue
        points.append(EXCHANGED.get(part, part))
    return points


def symbols(point):
    """(class, code point) of each symbol; a digit's code point is its ASCII one."""
    char = chr(point)
    category = unicodedata.category(char)
    name = unicodedata.name(char, "")
    if category == "Nd":
        return [("DIGIT", 0x30 + unicodedata.digit(char))]
    if point in SPACE:
        return [("SPACE", point)]
    if point in (0x27, 0x2019):
        return [("APOSTROPHE", point)]
    if point == 0x654:
        return [("HAMZA", point)]
    replaced = replacement(point)
    if point in EXTEND or (category[0] == "L" and name.startswith("ARABIC") and not any(map(is_word, replaced))):
        return [("EXTEND", point)]
    if point in DROP or category == "Cf":
        return [("DROP", point)]
    if 0xAC00 <= point <= 0xD7A3:
        return [("LETTER", part) for part in replaced]
    if replaced != [point]:
        marks = all(unicodedata.category(chr(part))[0] == "M" for part in replaced)
        if any(map(is_word, replaced)) or (marks and category[0] in "ML"):
            return [symbol for part in replaced for symbol in symbols(part)]
    if category[0] == "M":
        return [("MARK", point)]
    if point in (0xE32, 0xEB2):
        return [("UNSPACED_EXTEND", point)]
    if category[0] in "LN":
        if name.startswith(UNSPACED_NAMES):
            return [("UNSPACED", point)]
        return [("ARABIC" if name.startswith("ARABIC") else "LATIN" if "LATIN" in name else "LETTER", point)]
    if len(replaced) == 1 and replaced != [point]:
        return symbols(replaced[0])
    return [("QUOTE" if point in QUOTES else "SEPARATOR", point)]


def stream(data):
    """(class, code point, start, end) of each symbol, and the code points as (start, end, units)."""
    found, places, at = [], [], 0
    while at < len(data):
        for length in (1, 2, 3, 4):
            try:
                char = data[at : at + length].decode()
                break
            except UnicodeDecodeError as error:
                if error.reason != "unexpected end of data" or at + length > len(data):
                    char, length = "\ufffd", max(1, length - 1)
                    break
        places.append((at, at + length, 2 if ord(char) > 0xFFFF else 1))
        found += [(*symbol, at, at + length) for symbol in symbols(ord(char))]
        at += length
    return found, places


class Text:
    def __init__(self):
        self.points, self.letter, self.run = [], None, 0

    def push(self, point):
        self.points.append(point)
        self.letter, self.run = len(self.points) - 1, 0

    def mark(self, point):
        rank = unicodedata.combining(chr(point))
        if rank == 0:
            return self.push(point)
        if self.run == 32:
            self.run, self.letter = 0, None
        at = len(self.points)
        while at > len(self.points) - self.run and unicodedata.combining(chr(self.points[at - 1])) > rank:
            at -= 1
        self.points.insert(at, point)
        self.run += 1

    def hamza(self):
        if self.letter is not None and self.points[self.letter] in (0x648, 0x64A):
            self.points[self.letter] = {0x648: 0x624, 0x64A: 0x626}[self.points[self.letter]]


def tokens(found):
    """(code points, start, end) of each token."""
    kind = lambda at: found[at][0] if at < len(found) else "END"

    def skip(at, kinds):
        while kind(at) in kinds:
            at += 1
        return at

    at, out = 0, []
    while at < len(found):
        first, text = kind(at), Text()
        start, end = found[at][2], found[at][3]
        if first in LETTERS:
            letters, last = 0, ""
            while True:
                now = kind(at)
                if now in LETTERS:
                    text.push(found[at][1])
                    letters, last, end = letters + 1, now, found[at][3]
                elif now in DROPPED:
                    if now != "DROP":
                        end = found[at][3]
                    if now == "MARK":
                        text.mark(found[at][1])
                    if now == "HAMZA":
                        text.hamza()
                elif now == "APOSTROPHE" and last == "LATIN" and kind(skip(at + 1, ("DROP",))) == "LATIN":
                    text.push(0x27)
                elif now in GAP and len(text.points) == 1 and text.points[0] in (0x648, 0x641, 0x628, 0x644, 0x643):
                    to = skip(at, GAP + DROPPED)
                    if kind(to) != "ARABIC" or kind(skip(to + 1, DROPPED)) not in LETTERS:
                        break
                    at = to
                    continue
                else:
                    break
                at += 1
            out.append((text.points, start, end))
        elif first == "DIGIT":
            group, fraction = 0, False
            while True:
                now = kind(at)
                point = found[at][1] if at < len(found) else 0
                # Compatibility forms of the joiners join as what they stand for.
                point = {0xFF0E: 0x2E, 0xFF0C: 0x2C}.get(point, point)
                if now == "DIGIT":
                    text.push(point)
                    group, end = group + 1, found[at][3]
                elif now in DROPPED:
                    if now != "DROP":
                        end = found[at][3]
                elif point in (0x2E, 0x66B, 0x66C, 0x2C, 0x60C, 0x631):
                    digits, to = 0, at + 1
                    while kind(to) in ("DIGIT", "DROP"):
                        digits += kind(to) == "DIGIT"
                        to += 1
                    if digits == 0:
                        break
                    thousands = not fraction and group <= 3 and text.points[0] != 0x30 and digits == 3
                    if not (point == 0x66C or (point in (0x2C, 0x60C) and thousands)):
                        text.push(0x2E)
                        fraction = True
                    group = 0
                else:
                    break
                at += 1
            out.append((text.points, start, end))
        elif first.startswith("UNSPACED"):
            units = []
            while True:
                now = kind(at)
                if now == "UNSPACED" or (now == "UNSPACED_EXTEND" and not units):
                    text = Text()
                    units.append([text, found[at][2], found[at][3]])
                if now.startswith("UNSPACED"):
                    text.push(found[at][1])
                elif now == "MARK":
                    text.mark(found[at][1])
                elif now not in DROPPED:
                    break
                if now != "DROP":
                    units[-1][2] = found[at][3]
                at += 1
            for one, two in zip(units, units[1:]):
                out.append((one[0].points + two[0].points, one[1], two[2]))
            if len(units) == 1:
                out.append((units[0][0].points, units[0][1], units[0][2]))
        else:
            at += 1
    return out


def hash_token(points):
    data = "".join(map(chr, points)).encode()
    data += bytes(-len(data) % 16)
    h = 0
    for at in range(0, len(data), 16):
        h = ((h ^ int.from_bytes(data[at : at + 8], "little")) * PHI) & MASK
        h ^= h >> 32
        h = ((h ^ int.from_bytes(data[at + 8 : at + 16], "little")) * MIX) & MASK
        h ^= h >> 32
    return h


def shingles(hashes, length):
    out = []
    for at in range(max(1, len(hashes) - length + 1) if hashes else 0):
        h = 0
        for token in hashes[at : at + length]:
            h = (h * PHI + token) & MASK
        h ^= h >> 32
        h = (h * MIX) & MASK
        out.append(h ^ (h >> 29))
    return list(dict.fromkeys(out))


wrong = 0
vectors = json.loads((Path(__file__).parent / "kernel.json").read_text())["vectors"]
for vector in vectors:
    found, places = stream(bytes.fromhex(vector["bytes"]))
    result = tokens(found)
    hashes = [hash_token(points) for points, _, _ in result]
    units = {0: 0}
    for _, end, width in places:
        units[end] = units[max(units)] + width
    hexadecimal = lambda values: [f"{value:016x}" for value in values]
    expected = {
        "hashes": hexadecimal(hashes),
        "byteOffsets": [[start, end] for _, start, end in result],
        "utf16Offsets": [[units[start], units[end]] for _, start, end in result],
        "shingles": {str(length): hexadecimal(shingles(hashes, length)) for length in (1, 2, 3, 5)},
    }
    for name, value in expected.items():
        if vector[name] != value:
            wrong += 1
            print("differs:", name, vector.get("text", vector["bytes"]), value, vector[name])
print(f"{len(vectors)} vectors, {wrong} differences")
raise SystemExit(wrong > 0)
