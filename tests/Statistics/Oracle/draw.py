# Draws as the library documents them, in another language and without its code: prints what DrawTests records. python3 draw.py
import hashlib

M = (1 << 64) - 1
seed, homes, size = 40217, 1000, 8

number = lambda i: int.from_bytes(hashlib.sha256(f"{seed}:H-{i:04d}".encode()).digest()[:8], "big")
print(sorted(range(homes), key=lambda row: number(row + 1))[:size])


def splitmix(state):
    while True:
        state = (state + 0x9E3779B97F4A7C15) & M
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M
        yield z ^ (z >> 31)


def rotl(x, k):
    return ((x << k) | (x >> (64 - k))) & M


def xoshiro(seed):
    mix = splitmix(seed)
    s = [next(mix) for _ in range(4)]
    while True:
        yield (rotl((s[1] * 5) & M, 7) * 9) & M
        t = (s[1] << 17) & M
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 45)


def below(numbers, end):
    while True:
        product = next(numbers) * end
        if (product & M) >= (1 << 64) % end:
            return product >> 64


numbers, order = xoshiro(seed), list(range(homes))
for last in range(homes - 1, 0, -1):
    other = below(numbers, last + 1)
    order[last], order[other] = order[other], order[last]
print(order[:size])
