"""Makes sketch.json from an implementation of its own, written from sketch.md: python sketch.make.py"""

import json
from pathlib import Path

MASK = 0xFFFFFFFF


def splitmix64(seed, count):
    mask = (1 << 64) - 1
    for _ in range(count):
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        z = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        yield z ^ (z >> 31)


def fmix32(word):
    word = ((word ^ (word >> 16)) * 0x85EBCA6B) & MASK
    word = ((word ^ (word >> 13)) * 0xC2B2AE35) & MASK
    return word ^ (word >> 16)


def fss(elements, slots):
    signature = [None] * slots
    for round in range(2 * slots):
        fell = {}
        for element in elements:
            low, high = element & MASK, element >> 32
            slot = round - slots
            if round < slots:
                slot = ((((low * (fmix32(2 * round + 1) | 1)) & MASK) >> 16) * slots) >> 16
            value = min((high * (fmix32(2 * round + 2) | 1)) & MASK, 0xFFFFFFFE)
            fell[slot] = min(value, fell.get(slot, value))
        for slot, value in fell.items():
            if signature[slot] is None:
                signature[slot] = value
        if None not in signature:
            break
    return [MASK if value is None else value for value in signature]


def rotate(word, bits):
    return ((word << bits) | (word >> (32 - bits))) & MASK


def murmur3(words, seed):
    hash = seed
    for word in words:
        word = rotate((word * 0xCC9E2D51) & MASK, 15)
        hash = (rotate(hash ^ ((word * 0x1B873593) & MASK), 13) * 5 + 0xE6546B64) & MASK
    return fmix32(hash ^ (4 * len(words)))


def band_keys(signature, bands, rows):
    return [murmur3(signature[band * rows : (band + 1) * rows], band) for band in range(bands)]


signatures = []
for slots, counts in [(4, [0, 1, 2]), (20, [1, 5, 50]), (128, [0, 1, 2, 10, 50, 1500]), (1024, [3])]:
    for count in counts:
        elements = list(splitmix64(slots, count))
        signatures.append({"slots": slots, "seed": slots, "elements": count, "signature": fss(elements, slots)})
special = [0, 1, 2, 0xFFFFFFFF, 0x80000000, 0xFFFFFFFF00000000, 0x123456789ABCDEF0]
given = {"elements": [f"{element:016x}" for element in special], "slots": 16, "signature": fss(special, 16)}

keys = []
signature = fss(list(splitmix64(128, 50)), 128)
for bands, rows in [(42, 3), (32, 4), (16, 8), (128, 1), (1, 128)]:
    keys.append({"bands": bands, "rowsPerBand": rows, "keys": band_keys(signature, bands, rows)})

out = {"splitmix64": signatures, "given": given, "bandKeysOf": {"seed": 128, "elements": 50, "slots": 128}, "bandKeys": keys}
rows = ",\n  ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in out.items())
text = rows.replace('}, {"slots"', '},\n    {"slots"').replace('}, {"bands"', '},\n    {"bands"')
Path(__file__).with_name("sketch.json").write_text("{\n  " + text + "\n}\n")
