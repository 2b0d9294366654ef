"""The digits of numbers, and what a slip makes of them: two swapped, or a zero too many."""

SLIPS = (10, 100, 1000)
SWAPPED = "two digits swapped"
SMALL = 20  # numbers below it agree or stand in round proportions by chance


def significant(number: float) -> str:
    """A number's digits without the zeros at its ends, and without a point."""
    return f"{number:.15g}".replace(".", "").strip("0") if number % 1 else f"{number:.0f}".rstrip("0")


def kept(number: float) -> str:
    """The digits of a number before its zeros, in the order of their size: a slip keeps them."""
    return "".join(sorted(significant(number)))


def swapped(number: float) -> set[float]:
    """The numbers that swapping two neighbouring digits makes; none for numbers of one or two digits."""
    if number != int(number) or number < 100:
        return set()
    digits = str(int(number))
    round_ones = _round(digits)
    return {float(swap) for swap in swaps(digits) if not (round_ones and _round(swap))}


def swaps(digits: str) -> set[str]:
    """The digits with two neighbours swapped, in every way that makes another number."""
    swaps = {digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1)}
    return {swap for swap in swaps if swap[0] != "0" and swap != digits}


def _round(digits: str) -> bool:
    return len(digits.rstrip("0")) < 3  # 1,200 and 2,100 are two counts, 1,234 and 1,243 a slip, and 140 and 104


def slip_kind(low: float, high: float) -> str:
    """In words, what kind of slip leads from one number to the other; empty if none does."""
    for factor in SLIPS:
        if low >= SMALL and low * factor == high:
            return f"a factor of {factor:,}"
    return SWAPPED if high in swapped(low) else ""
