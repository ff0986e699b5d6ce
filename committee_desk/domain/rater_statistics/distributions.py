"""Quantiles of the F and t distributions, by the continued fraction of the incomplete beta function (DLMF 8.17.22)."""

import math
from functools import lru_cache

_STEPS = 20_000
_CLOSE = 1e-14
_NARROW = 1e-11
_TINY = 1e-300


@lru_cache(maxsize=256)
def f_quantile(share: float, above: float, below: float) -> float:
    """The value that F on `above` and `below` degrees of freedom stays under with that probability."""
    if share < 0.5:
        return 1 / f_quantile(1 - share, below, above)
    low, high = 0.0, 1.0  # of what F leaves above it: small, and so to be had exactly
    for _ in range(200):
        middle = (low + high) / 2
        if _incomplete_beta(below / 2, above / 2, middle) < 1 - share:
            low = middle
        else:
            high = middle
        if high - low <= _NARROW * high:
            break
    return below * (1 - high) / (above * high)


def t_quantile(share: float, freedom: float) -> float:
    """The same of Student's t; `share` at least a half: t squared is an F on 1 and `freedom`."""
    return math.sqrt(f_quantile(2 * share - 1, 1, freedom))


def _incomplete_beta(a: float, b: float, x: float) -> float:
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta_of_small(b, a, 1 - x)
    return _incomplete_beta_of_small(a, b, x)


def _incomplete_beta_of_small(a: float, b: float, x: float) -> float:
    log = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(log) * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    """Lentz's way through the continued fraction."""
    c, d = 1.0, 1 / _off_zero(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _off_zero(1 + term * d)
            c = _off_zero(1 + term / c)
            result *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return result


def _off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
