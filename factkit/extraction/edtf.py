"""Parts of a date ("last", "April") to a period: its EDTF, first and last day. https://www.loc.gov/standards/datetime/"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

UNITS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "weekend")
PHASES = ("early", "middle", "late", "start", "end")
_FIRST_SEASON, _FIRST_QUARTER = 21, 33  # EDTF writes seasons 21-24 and quarters 33-36 in the month's place
_WINTER = 3
_SATURDAY = 5
# Which part of a period a phase is, as fractions of its length.
_PHASE_DAYS = {"early": (0, 1 / 3), "middle": (1 / 3, 2 / 3), "late": (2 / 3, 1), "start": (0, 0), "end": (1, 1)}

Parts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, with its name in EDTF and its grain ("day", "week", "month", ...)."""

    edtf: str
    first: date
    last: date
    grain: str


def resolve(parts: Parts, published: date | None, *, future: bool = False) -> Period | None:
    """The period that `parts` name; None where they name none, or need a day of publication that isn't known.

    Keys: DECADE YEAR MONTH DAY WEEKDAY SEASON ORDINAL, UNIT (number in `UNITS`), SHIFT (-1 last, 0 this, 1 next), NUM
    and AGO (so many units back), RELDAY (days from today), PHASE (number in `PHASES`), VAGUE. A month, season or
    weekday without a year is the last one that has begun on the day of publication, with `future` the next one.
    """
    try:
        period = _resolve(parts, published, future=future)
    except (ValueError, OverflowError):  # 31 April, the year 0, a million years ago
        return None
    if period and "PHASE" in parts:
        period = _narrow(period, PHASES[parts["PHASE"]])
    if period and "VAGUE" in parts and "/" not in period.edtf:
        period = Period(f"{period.edtf}~", period.first, period.last, period.grain)
    return period


def interval(left: Period, right: Period) -> Period | None:
    """From the first day of `left` to the last of `right`; None if that is before it."""
    if right.last < left.first:
        return None
    return Period(f"{left.edtf}/{right.edtf}", left.first, right.last, right.grain)


def _resolve(parts: Parts, published: date | None, *, future: bool) -> Period | None:
    if "MANY" in parts and "SHIFT" in parts:  # "the last years"
        return None
    if "DECADE" in parts:
        return _decade(parts["DECADE"])
    year = _year_of(parts, published)
    if "MONTH" in parts:
        return _month_or_day(parts, year, published, future=future)
    if "SEASON" in parts:
        return _season(parts["SEASON"], year, published, future=future)
    if "ORDINAL" in parts and parts.get("UNIT") == UNITS.index("quarter"):
        return _quarter(parts["ORDINAL"], year or _year_of_quarter(parts["ORDINAL"], published, future=future))
    if published and "RELDAY" in parts:
        day = published + timedelta(days=parts["RELDAY"])
        told = parts.get("DAY", day.day)  # "the day before (the 9th)": the day before another
        return _day(day) if told == day.day else _day_of_month(told, published, future=future or day > published)
    if published and "WEEKDAY" in parts:
        return _weekday(parts, published, future=future)
    if published and "UNIT" in parts and "AGO" in parts:
        number = parts.get("NUM", 1)  # "a week ago", "неделю назад"; 0 where it is "several"
        return _ago(UNITS[parts["UNIT"]], number, published) if number else None
    if year:
        return _year(year)
    if published and "DAY" in parts and parts.get("UNIT") == UNITS.index("month") and "SHIFT" in parts:
        month = _shifted("month", parts["SHIFT"], published)
        return month and _day(month.first.replace(day=parts["DAY"]))
    if published and "UNIT" in parts and ("SHIFT" in parts or "PHASE" in parts):
        unit, shift = UNITS[parts["UNIT"]], parts.get("SHIFT", 0)
        return _weekend(shift, published, future=future) if unit == "weekend" else _shifted(unit, shift, published)
    if published and "DAY" in parts:
        return _day_of_month(parts["DAY"], published, future=future)
    return None


def _year_of(parts: Parts, published: date | None) -> int | None:
    if "YEAR" in parts:
        return parts["YEAR"]
    if published and parts.get("UNIT") == UNITS.index("year") and "SHIFT" in parts:
        return published.year + parts["SHIFT"]
    if published and parts.get("UNIT") == UNITS.index("quarter") and "ORDINAL" in parts and "SHIFT" in parts:
        return published.year + parts["SHIFT"]
    if published and parts.get("UNIT") == UNITS.index("year") and "PHASE" in parts:
        return published.year
    return None


def _day(day: date) -> Period:
    return Period(day.isoformat(), day, day, "day")


def _month(year: int, month: int) -> Period:
    first = date(year, month, 1)
    return Period(first.isoformat()[:7], first, _month_end(first), "month")


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _year(year: int) -> Period:
    return Period(f"{year:04}", date(year, 1, 1), date(year, 12, 31), "year")


def _decade(year: int) -> Period:
    return Period(f"{year // 10:03}X", date(year, 1, 1), date(year + 9, 12, 31), "decade")


def _month_or_day(parts: Parts, year: int | None, published: date | None, *, future: bool) -> Period | None:
    month, day = parts["MONTH"], parts.get("DAY")
    if year is None:
        if published is None:
            return None
        year = _nearest_year(date(published.year, month, 1), published, _direction(parts, future=future))
        if day and not future and parts.get("SHIFT") is None and date(year, month, min(day, 28)) > published:
            year -= 1
    return _day(date(year, month, day)) if day else _month(year, month)


def _direction(parts: Parts, *, future: bool) -> int:
    """-1: the last one before; 0: the last one that has begun; 1: the next one."""
    shift = parts.get("SHIFT", 0)
    return shift or int(future)


def _nearest_year(start: date, published: date, direction: int) -> int:
    here = (start.year, start.month)
    now = (published.year, published.month)
    if direction > 0:
        return start.year + (here < now)
    return start.year - (here > now or (direction < 0 and here == now))


def _season(season: int, year: int | None, published: date | None, *, future: bool) -> Period | None:
    """Spring is March to May, and so on; the winter of a year begins in the December before."""
    if year is None:
        if published is None:
            return None
        year = published.year + (season == _WINTER)
        while not future and _season_start(season, year) > published:
            year -= 1
        if future and _season_start(season, year) < published:
            year += 1
    first = _season_start(season, year)
    last = _month_end((first + timedelta(days=70)).replace(day=1))
    return Period(f"{year:04}-{_FIRST_SEASON + season}", first, last, "season")


def _season_start(season: int, year: int) -> date:
    month = 3 + 3 * season
    return date(year, month, 1) if month < 12 else date(year - 1, 12, 1)


def _year_of_quarter(number: int, published: date | None, *, future: bool) -> int | None:
    """The year of a quarter that is named without one: the last that has begun, unless the future is spoken of."""
    if published is None:
        return None
    return published.year - (not future and 3 * number - 2 > published.month)


def _quarter(number: int, year: int | None) -> Period | None:
    if not year or not 1 <= number <= 4:
        return None
    first = date(year, 3 * number - 2, 1)
    return Period(f"{year:04}-{_FIRST_QUARTER + number - 1}", first, _month_end(date(year, 3 * number, 1)), "quarter")


def _weekday(parts: Parts, published: date, *, future: bool) -> Period:
    back = (published.weekday() - parts["WEEKDAY"]) % 7
    direction = _direction(parts, future=future)
    if direction > 0:
        return _day(published + timedelta(days=7 - back))
    return _day(published - timedelta(days=7 if direction < 0 and not back else back))


def _day_of_month(day: int, published: date, *, future: bool) -> Period:
    """The last (or next) day with this number."""
    near = published.replace(day=1)
    if not future and day > published.day:
        near = (near - timedelta(days=1)).replace(day=1)
    if future and day < published.day:
        near = (near + timedelta(days=31)).replace(day=1)
    return _day(near.replace(day=day))


def _ago(unit: str, number: int, published: date) -> Period | None:
    if unit in ("second", "minute", "hour"):
        return None
    if unit == "day":
        return _day(published - timedelta(days=number))
    if unit == "week":
        day = published - timedelta(weeks=number)
        return Period(f"{day.isoformat()}~", day, day, "week")
    if unit == "weekend":
        return _weekend(-number, published, future=False)
    months = number * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    total = published.year * 12 + published.month - 1 - months
    near = _month(total // 12, total % 12 + 1) if unit in ("month", "quarter") else _year(total // 12)
    return Period(f"{near.edtf}~", near.first, near.last, near.grain)


def _shifted(unit: str, shift: int, published: date) -> Period | None:
    if unit == "day":
        return _day(published + timedelta(days=shift))
    if unit == "week":
        first = published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
        last = first + timedelta(days=6)
        return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, "week")
    if unit == "month":
        total = published.year * 12 + published.month - 1 + shift
        return _month(total // 12, total % 12 + 1)
    if unit == "quarter":
        total = published.year * 4 + (published.month - 1) // 3 + shift
        return _quarter(total % 4 + 1, total // 4)
    if unit == "decade":
        return _decade((published.year // 10 + shift) * 10)
    return None


def _weekend(shift: int, published: date, *, future: bool) -> Period:
    """Saturday and Sunday: this one is the last that has begun on the day of publication, with `future` the next."""
    first = published - timedelta(days=(published.weekday() - _SATURDAY) % 7)
    ahead = first + timedelta(days=1) < published
    if shift < 0:
        shift += ahead  # the last one is the last that is over
    elif shift == 0:
        shift = int(future and ahead)
    first += timedelta(weeks=shift)
    last = first + timedelta(days=1)
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, "week")


def _narrow(period: Period, phase: str) -> Period:
    """The part of `period` that `phase` names. EDTF has no word for it; a year's start and end are told as months."""
    low, high = _PHASE_DAYS[phase]
    length = (period.last - period.first).days
    first = period.first + timedelta(days=round(low * length))
    last = period.first + timedelta(days=round(high * length))
    if period.grain == "year" and phase in ("start", "end"):
        return _month(first.year, first.month)
    return Period(period.edtf, first, last, period.grain)
