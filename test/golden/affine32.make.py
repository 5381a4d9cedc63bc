"""Makes affine32.json with the real datasketch: pip install "datasketch>=2,<3", then python affine32.make.py"""

import json
from pathlib import Path

import datasketch
from datasketch import MinHash


def splitmix64(seed, count):
    """Element hashes that another language can make again; affine32 takes their low 32 bits."""
    mask = (1 << 64) - 1
    for _ in range(count):
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        z = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        yield z ^ (z >> 31)


def signature(elements, slots):
    sketch = MinHash(num_perm=slots, seed=1, scheme="affine32", hashfunc=lambda element: element & 0xFFFFFFFF)
    for element in elements:
        sketch.update(element)
    return [int(value) for value in sketch.hashvalues]


cases = []
for slots, counts in [(4, [0, 1, 2]), (20, [1, 5, 50]), (128, [0, 1, 2, 10, 50, 1500]), (1024, [3])]:
    for count in counts:
        elements = list(splitmix64(slots, count))
        cases.append({"slots": slots, "seed": slots, "elements": count, "signature": signature(elements, slots)})
special = [0, 1, 2, 0xFFFFFFFF, 0x80000000, 0xFFFFFFFF00000000, 0x123456789ABCDEF0]
named = {"elements": [f"{element:016x}" for element in special], "slots": 16, "signature": signature(special, 16)}

out = {"datasketch": datasketch.__version__, "splitmix64": cases, "given": named}
rows = ",\n  ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in out.items())
Path(__file__).with_name("affine32.json").write_text("{\n  " + rows.replace('}, {"slots"', '},\n    {"slots"') + "\n}\n")
