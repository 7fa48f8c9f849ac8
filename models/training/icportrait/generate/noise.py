"""Noise by counter (Philox 4x32, 10 rounds; Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"): any part of it alone, alike everywhere.

Java's ``org.icportrait.generate.Philox`` gives the same integers to the bit and the same normals to one unit in the last place;
``python -m icportrait.generate.noise FILE`` writes the numbers that its test compares.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from .bridge import FROM_START, step, times

ROUNDS = 10
MULTIPLIERS = (0xD2511F53, 0xCD9E8D57)
WEYL = (0x9E3779B9, 0xBB67AE85)
LOW = np.uint64(0xFFFFFFFF)


def integers(seed: int, stream: int, blocks: int, first: int = 0) -> np.ndarray:
    """uint32 [blocks, 4]: the blocks ``first`` and after of a stream. Key: the seed's 64 bits; counter: block, stream, 64 bits each."""
    block = np.arange(first, first + blocks, dtype=np.uint64)
    counter = [block & LOW, block >> np.uint64(32), np.full(blocks, stream & 0xFFFFFFFF, np.uint64), np.full(blocks, stream >> 32 & 0xFFFFFFFF, np.uint64)]
    key = [seed & 0xFFFFFFFF, seed >> 32 & 0xFFFFFFFF]
    for _ in range(ROUNDS):
        one, two = counter[0] * np.uint64(MULTIPLIERS[0]), counter[2] * np.uint64(MULTIPLIERS[1])
        counter = [two >> np.uint64(32) ^ counter[1] ^ np.uint64(key[0]), two & LOW,
                   one >> np.uint64(32) ^ counter[3] ^ np.uint64(key[1]), one & LOW]
        key = [(part + weyl) & 0xFFFFFFFF for part, weyl in zip(key, WEYL)]
    return np.stack(counter, 1).astype(np.uint32)


def normals(seed: int, stream: int, count: int) -> np.ndarray:
    """float32 [count] standard normal numbers, by Box and Muller: integers 0, 1 of a block give numbers 0, 1; integers 2, 3 the next."""
    uniform = (integers(seed, stream, -(-count // 4)).astype(np.float64).reshape(-1, 2) + 0.5) / 2.0 ** 32
    radius, angle = np.sqrt(-2 * np.log(uniform[:, 0])), 2 * np.pi * uniform[:, 1]
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], 1).reshape(-1)[:count].astype(np.float32)


def reference() -> dict:
    """What both languages must agree on."""
    start, noise = normals(5, 1, 8) * 0.3, normals(5, 0, 8)
    state, line = FROM_START.far(start, noise), times(5)
    for now, after in zip(line[:-1], line[1:]):
        state = step(state, 0.5 * state - 0.1, float(now), float(after))
    return {"integers": [int(number) for number in integers(0x123456789ABCDEF0, 3, 4, 7).ravel()],
            "normals": [float(number) for number in normals(-2 & (1 << 64) - 1, 1, 37)],
            "times": [float(time) for time in line], "solved": [float(value) for value in state]}


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(reference(), indent=0) + "\n")
