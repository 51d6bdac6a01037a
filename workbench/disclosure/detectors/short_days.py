"""Days without their year or month ("5/11", "the 24th", "Fri 9th"), and days misread in a scan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.dates import SHORT_DAY, day_of, with_weekday
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import DIGITS, MIXED, Reading
from workbench.disclosure.dictionary import word_list

_NTH = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)")
_ORDINAL = cue(shape=_NTH.fullmatch)
# "the first" and "the third" count things; from the fourth on it is mostly a day.
_WORDED = frozenset(
    ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
     "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
     "nineteenth", "twentieth", "thirtieth")
)  # fmt: skip
_ONES = frozenset(("first", "second", "third", *_WORDED))
_TENS = frozenset(("twenty", "thirty"))
_WORDED_CUE = cue(_WORDED | _TENS)
_WEEK = cue(("week", "wk", "wc", "we", "w"), seldom=True)
SHORT_DAY_CUES = DIGITS | _WORDED_CUE

_SURE_BEFORE = word_list("short_days.before")
_COUNTED_BEFORE = word_list("short_days.counted")
_LINKING = word_list("short_days.linking")
_NOT_AFTER = word_list("short_days.things")
_FOLLOWS = word_list("short_days.follows")
_ON = frozenset(("on", "by", "until", "till", "til", "since", "from", "dated", "before", "after"))
_WEEKDAY = re.compile(r"(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)(?:(?:nes|ur)?day)?s?")
_LASTS = re.compile(r"(?:for|in|x|over|after|past|last|every|approx|of|~)\W*$", re.IGNORECASE)
_JOINED = re.compile(r"\s?(?:,|and|&|to|-|or|\+|;)\s?")  # "30/11 and 2/12"
_SIGNED = re.compile(r"\b[A-Z][a-z]+, ?$")  # "Manager's sign-off R. Hale, 1/3."
_NAMED = re.compile(r"\b[A-Z][A-Za-z]*,? $")  # "Minutes: KR 3/5"
_USUAL = ("1/2", "1/3", "2/3", "1/4", "3/4")
_SPAN = re.compile(
    r"(?<![\w£$€./-])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2]) ?- ?"
    r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?![\w/]|\.\d)"
)
_CLOCK = re.compile(r"[ ,]{1,2}(?:at |@ ?)?(?:[01]?\d|2[0-3])[.:][0-5]\d\b")
# "29.03" is no time of day; "v1 04.03" is a version's.
_DOTTED = re.compile(
    r"(?<=\()(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])(?=\))|"
    r"(?<![\w£$€./-])(?:(?:2[4-9]|3[01])\.(?:0[1-9]|1[0-2])(?=[;,)\n]| \(|$)|"
    r"(?<=\bv\d )(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\w.]))"
)
_DAYS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 21, 28)  # of a course of tablets
_NO_DAY = frozenset(("a", "page", "weight", "height", "centile", "his", "her", "their", "my"))
_PART = frozenset(("night", "morning", "evening", "afternoon", "day", "week", "events"))
_OPENS_LINE = re.compile(r"(?:^|[\n|\t])[ \t]*$")
_LINES = re.compile(r"(?m)^[ \t]*\d{1,2}/\d{1,2} (?![a-z])")
_TIMED = re.compile(r"(?:[:,–-]|\s+(?:at\s|@\s?)?\d{1,2}[.:]?\d\d\b|\s*(?:\||$|\n)| *\t)")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DIARY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTHS})|"
    r"(?:^|[.;\n] ?)(?P<next>[1-9]|[12]\d|3[01]) - (?=[A-Za-z])",
    re.IGNORECASE,
)
_OF_WEEK = re.compile(
    r"\b(?:w/?[ce]|week (?:commencing|beginning|ending)|wk\.? ?(?:beg|comm?|end)\w*)[ :.]{1,2}"
    r"(?P<it>(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])(?:[./-]\d{2,4})?)(?![\w/]|\.\d)",
    re.IGNORECASE,
)
# "14.1 Attended", line after line: no paragraphs, which would be counted up.
_LINE_BEGINS = re.compile(
    r"(?m)^[ \t]*(?P<day>\d{1,2})\.(?P<month>0?[1-9]|1[0-2])(?=[ :\t]+\S)(?! ?%)"
)
_INLINE = re.compile(
    r"(?:\b(?:on|since|until|till|for|appt|next|last) |\()(?P<it>\d{1,2}\.(?:0?[1-9]|1[0-2]))"
    r"(?![\w%]|\.?\d)",
    re.IGNORECASE,
)
_AFTER_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)(?:(?:nes|ur)?day)? (?P<it>[1-9]|[12]\d|3[01])"
    r"(?=\s*(?:- ?[^\d\s]|[:,;.)](?!\d)|$|\n))",
    re.IGNORECASE,
)
_WEEKDAYS = cue(shape=_WEEKDAY.fullmatch)
_MISREAD = re.compile(
    r"(?<![\w£$€./-])(?=[\w./-]*[lIOoS])(?=[\w./-]*\d)[0-3lIOo]?[0-9lIOoS](?P<mark>[./-])"
    r"[01lIOo]?[0-9lIOoS](?P=mark)(?:[12lI][0-9lIOoS]{3}|[0-9lIOoS]{2})(?![\w/-])"
)


def short_days(reading: Reading) -> Iterator[Found]:
    """Days of which the reader is told the rest, or knows it."""
    if reading.calls & DIGITS:
        if reading.numerals.stroke:
            yield from _day_and_month(reading)
            for match in reading.around_digits(_SPAN):
                yield Found(*match.span(), Kind.DATE, certain=False, rule="perhaps")
        for match in reading.around_digits(_OF_WEEK) if reading.calls & _WEEK else ():
            yield Found(*match.span("it"), Kind.DATE, rule="date")
        for match in reading.around_digits(_DOTTED) if reading.numerals.marks else ():
            yield Found(*match.span(), Kind.DATE, certain=False, rule="perhaps")
        for match in reading.around_digits(_MISREAD) if reading.calls & MIXED else ():
            yield Found(*match.span(), Kind.DATE, rule="misread")
        yield from _charted(reading) if reading.numerals.marks else ()
        for match in reading.around_digits(_AFTER_WEEKDAY) if reading.calls & _WEEKDAYS else ():
            # "rebooked weds 2." may be two o'clock.
            opens = not reading.text[: match.start()].rpartition("\n")[2].strip()
            rule = "bare day" if opens else "perhaps"
            yield Found(*match.span(), Kind.DATE, certain=opens, rule=rule)
        yield from _going_on(reading) if " - " in reading.text else ()
    yield from _ordinals(reading)


def _going_on(reading: Reading) -> Iterator[Found]:
    """ "21 Nov. Cold. 22 - off. 23 - off.": days of a diary, after one that has its month."""
    day = -9
    for match in reading.around_digits(_DIARY):
        if match["month"]:
            day = int(match["day"])
        elif match["next"] and 0 < int(match["next"]) - day < 4:
            day = int(match["next"])
            yield Found(*match.span("next"), Kind.DATE, certain=False, rule="perhaps")


def _charted(reading: Reading) -> Iterator[Found]:
    """Days at the beginnings of lines, with a point between day and month."""
    begins = list(_LINE_BEGINS.finditer(reading.text))
    days = [(int(one["day"]), int(one["month"])) for one in begins]
    apart = any(after[1] == one[1] and after[0] - one[0] > 1 for one, after in pairwise(days))
    in_order = all((one[1], one[0]) <= (after[1], after[0]) for one, after in pairwise(days))
    if apart and in_order and all(1 <= day <= 31 for day, _ in days):
        for one in begins:
            yield Found(one.start("day"), one.end(), Kind.DATE, rule="date")
        for match in reading.around_digits(_INLINE):
            yield Found(*match.span("it"), Kind.DATE, certain=False, rule="perhaps")


def _day_and_month(reading: Reading) -> Iterator[Found]:
    text, likely, done, begun = reading.text, 0, -9, 0
    for match in reading.around_digits(SHORT_DAY):
        if day_of(match):
            joined = _JOINED.fullmatch(text, done, match.start())
            listed = likely if joined else 0
            likely, done = max(_likely(text, match), listed), match.end()
            if likely:
                sure = likely > 1
                rule = "date" if sure else "perhaps"
                spans = listed and joined and joined.group().strip() in ("to", "-")
                begun = begun if spans else with_weekday(text, match.start())
                yield Found(begun, match.end(), Kind.DATE, certain=sure, rule=rule)


def _likely(text: str, match: re.Match[str]) -> int:
    """How likely "5/11" is a day and no score or share of days: 2 replaced, 1 asked, 0 neither."""
    day = int(match["day"])
    lead = text[max(0, match.start() - 24) : match.start()]
    before = re.search(r"([A-Za-z'/]+)[ \t:.,(]*\Z", lead)
    word = before.group(1).lower() if before else ""
    listed = len(_LINES.findall(text)) > 1  # a chart, each line of which begins with its day
    if with_weekday(text, match.start()) < match.start():
        return 2
    if _counted(text, match, word, lead):
        return 0
    if word in _ON or word in _SURE_BEFORE or _CLOCK.match(text, match.end()):
        return 2
    share = _share(match)
    opens = _OPENS_LINE.search(lead) and (listed or _TIMED.match(text, match.end()))
    if opens or (day > 12 and not share):
        return 2 if day > 12 or (opens and listed) else 1
    ends = text[match.end() : match.end() + 1] in ("", ".", "\n", ";")
    told = word.endswith(("ed", "'d")) or (ends and _SIGNED.search(lead) is not None)
    named = _NAMED.search(lead) is not None and match.group() not in _USUAL
    return int(not _fraction(match) or ((told or named) and not share))


def _share(match: re.Match[str]) -> bool:
    """ "3/7", "6/12": three days, six months."""
    return int(match["month"]) in (7, 12) or match.group() == "9/11"


def _fraction(match: re.Match[str]) -> bool:
    """Whether it is rather a part of a whole, or so many days or months: "3/4", "14/7"."""
    day, month = int(match["day"]), int(match["month"])
    if "0" in (match["day"][0], match["month"][0]):
        return False
    if _share(match):
        return day in _DAYS if month == 7 else day < 12 or day == 18
    return day <= month and (month < 6 or month == 10)


def _counted(text: str, match: re.Match[str], word: str, lead: str) -> bool:
    """Whether the words beside it say that it is a score, a share or a length of time."""
    after = re.match(r"\s*([a-z%]+)", text[match.end() : match.end() + 16])
    if (after and after.group(1) in _NOT_AFTER) or match.group() == "24/7":
        return True
    improper = int(match["day"]) > int(match["month"])
    if word in _COUNTED_BEFORE:  # nobody has "was 15/4" of anything
        return not (improper and word in _LINKING)
    return _share(match) and bool(_LASTS.search(lead))


def _ordinals(reading: Reading) -> Iterator[Found]:
    for place in reading.called(_ORDINAL | _WORDED_CUE):
        first = place
        if reading.lows[place] in _TENS:
            if reading.low(place + 1) not in _ONES or reading.gap(place + 1) not in ("-", " "):
                continue
            place += 1
        likely = _day_alone(reading, first, place)
        if likely:
            start = reading.starts[first]
            if reading.low(first - 1) != "the":
                start = with_weekday(reading.text, start)
            elif _WEEKDAY.fullmatch(reading.low(first - 2)):
                start = reading.starts[first - 2]
            end = _of_the_month(reading, place)
            sure = likely > 1
            rule = "bare day" if sure else "perhaps"
            yield Found(start, end, Kind.DATE, certain=sure, rule=rule)


_MONTH_SAID = re.compile(
    r"\sof\s(?:the|that|this|last|next)\s(?:same\s)?month|\s(?:inst|ult)\b\.?", re.I
)


def _of_the_month(reading: Reading, place: int) -> int:
    said = _MONTH_SAID.match(reading.text, reading.ends[place])
    return said.end() if said else reading.ends[place]


def _day_alone(reading: Reading, first: int, last: int) -> int:
    """How likely an ordinal is a day: 2 replaced, 1 asked, 0 neither."""
    the = reading.low(first - 1) == "the"
    before = reading.low(first - 2 if the else first - 1)
    if _MONTH_SAID.match(reading.text, reading.ends[last]):
        return 2
    if reading.gap(first)[-1:] in ("/", "-", ".") and not _NTH.fullmatch(before):
        return 0  # but "24th-28th"
    part_of = the and before == "of" and reading.low(first - 3) in _PART
    if _WEEKDAY.fullmatch(before) or part_of:  # "on the night of the 17th"
        return 2
    if not _nothing_counted(reading, last):
        return 0
    if not reading.lows[first][0].isdigit():
        return _word_alone(reading.lows[first], before, the)
    joined = reading.gap(first - 1) == "/" and not the  # "d/c 24th"
    before = f"{reading.low(first - 2)}/{before}" if joined else before
    ends = reading.gap(last + 1).strip(" ") != "" or last + 1 == len(reading.atoms)
    return _numeral_alone(reading.lows[first], before, the or (ends and before not in _NO_DAY))


def _numeral_alone(low: str, before: str, the: bool) -> int:
    early = int(re.sub(r"\D", "", low)) < 4
    if before in _ON or (the and before in _SURE_BEFORE):
        return 2 if the or not early else 1
    return int(before not in _NO_DAY and (not early or before in _SURE_BEFORE))


def _word_alone(low: str, before: str, the: bool) -> int:
    late = low in _TENS or low.endswith("teenth")  # which seldom counts anything
    return int(the and (late or before in _ON or before == "for"))


def _nothing_counted(reading: Reading, place: int) -> bool:
    """Whether no thing follows of which the ordinal is a count: "the 4th floor"."""
    gap, low = reading.gap(place + 1), reading.low(place + 1)
    if not low or gap.strip(" ") or low in _FOLLOWS:
        return True
    if low in ("and", "or", "to"):
        after = reading.low(place + 2)
        after = reading.low(place + 3) if after == "the" else after
        at = place + 3 if reading.low(place + 2) == "the" else place + 2
        return not after[:1].isdigit() or _nothing_counted(reading, at)
    return low.isdigit() and len(low) in (1, 2, 4)  # "on the 4th 10.30"
