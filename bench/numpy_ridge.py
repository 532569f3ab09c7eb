"""Ridge in closed form by numpy, beside org.fenchel.bench.ClassicalFits: medians of seven, data in memory.

Run with OPENBLAS_NUM_THREADS=1 for one thread.
"""

import time

import numpy as np


def tall(x, y):
    gram = x.T @ x
    gram[np.diag_indices_from(gram)] += 1
    return np.linalg.solve(gram, x.T @ y)


def wide(x, y):
    gram = x @ x.T
    gram[np.diag_indices_from(gram)] += 1
    return x.T @ np.linalg.solve(gram, y)


def main():
    random = np.random.default_rng(3)
    for n, d, solve in ((200_000, 100, tall), (500, 20_000, wide)):
        x = random.standard_normal((n, d))
        y = x @ random.uniform(-1, 1, d) + random.standard_normal(n)
        seconds = []
        for _ in range(9):
            began = time.perf_counter()
            solve(x, y)
            seconds.append(time.perf_counter() - began)
        print(f"{n} x {d}: {sorted(seconds[2:])[3]:.4f} s")


if __name__ == "__main__":
    main()
