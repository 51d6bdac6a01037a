"""Numbers and addresses of the net that point at one person, known by their patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import DIGITS, MIXED, Reading
from workbench.disclosure.detectors.vehicles import vehicles, whole_plates
from workbench.disclosure.dictionary import vocabulary, word_list

_MAIL = re.compile(r"[A-Za-z0-9][\w.+'-]{0,63}@[A-Za-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){0,8}")
_MAIL_SPELLED = re.compile(
    r"\b[\w.+-]{1,64}\s?(?:\[at\]|\(at\)|\{at\})\s?[\w-]{1,63}"
    r"(?:\s?(?:\.|\[dot\]|\(dot\))\s?[\w-]{1,63}){1,6}", re.IGNORECASE)  # fmt: skip
_URL = re.compile(
    r"(?:\b(?:https?|ftp|file|mailto|smb)://?|\bwww\.)[^\s<>\"]{1,2000}", re.IGNORECASE
)
_DOMAIN = re.compile(
    r"(?<![\w@.])(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}"
    r"(?:com|co\.uk|org\.uk|gov\.uk|nhs\.uk|ac\.uk|sch\.uk|police\.uk|"
    r"uk|org|net|info|io|cymru|wales|"
    r"scot|london|local|internal|example|biz|me|tv|eu|ie|pl|in|ng|pk)"
    r"\b(?:/[^\s<>\"]{0,2000})?",
)
# Places in three words, named again without what led to them at first.
_THREE_WORDS = re.compile(r"(?<![\w./@])[a-z]{3,}\.[a-z]{3,}\.[a-z]{3,}(?![\w/@]|\.\w)")
_DX = re.compile(r"\bDX:? ?\d{2,6},? [A-Z][a-z]+(?: [A-Z][a-z]+)?(?: \d{1,2}\b)?")
_EXCHANGE = cue(("DX",), as_written=True, seldom=True)
_AT = cue(("at",))
_AT_SPELLED = re.compile(r"[\[({]at[\])}]", re.IGNORECASE)
# A dot with a letter right after it: without one there is no link and no file name.
_DOTTED = re.compile(r"[.:][A-Za-z/\\]")
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{1,40}")
_CUED_HANDLE = re.compile(
    r"\b(?:user ?name|screen name|gamertag|snapchat|instagram|tiktok|handle|login|log-in|profile)"
    r"(?: name| account| handle| id)?(?: is| was|:| as| called)* ['\"]?"
    r"(?P<it>(?=[\w.]*[\d_])[A-Za-z][\w.]{2,40})", re.IGNORECASE)  # fmt: skip
_FILE = re.compile(
    r"(?:[A-Za-z]:\\|\\\\)?[\w()&'\\/-]+(?:[ .][\w()&'\\/-]+){0,0}\.(?:docx?|"
    r"xlsx?|pptx?|pdf|txt|rtf|csv|jpe?g|png|gif|"
    r"heic|mp[34]|mov|wav|zip|msg|eml|odt|review)\b",
    re.IGNORECASE,
)
# Prefixes that no number really has are found as well: a slip of the pen makes nobody anonymous.
_NI = re.compile(r"\b[A-Z]{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}(?:[ .-]?[A-FM])?\b", re.IGNORECASE)
_UPN = re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b", re.IGNORECASE)
_POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|"
    r"[A-HK-Y]\d[ABEHMNPRV-Y])(?: |\n|-)?\d[ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE)  # fmt: skip
# One slip from a postcode, or cut short before its last letter.
_LIKE_POSTCODE = re.compile(
    r"\b(?![A-Z]{0,2}\d{1,2} \d(?:AM|PM|HR|MG|ML|KG|CM|MM|ST|ND|RD|TH)\b)[A-PR-UWYZ][A-HK-Y]?"
    r"(?:\d{1,2}|\d[A-Z]) (?:\d(?:[A-Z]\d|\d[A-Z])|[OILSZ][A-Z]{2}|(?<=[A-Z]{2}\d )\d[A-Z])\b"
)
_PHONE = re.compile(
    r"(?<![\w£$€.,/-])(?:\(?(?:\+|00 ?)\d{1,3}\)?[ .-]?(?:\(0\)[ .-]?)?(?:\(?\d{2,5}\)?[ .-]?"
    r"){2,5}|"
    r"\(?0\d{2,5}\)?(?:[ .-]?\d{2,4}){2,4})(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?![\w-]|[./]\d)",
    re.IGNORECASE,
)
_CUED_PHONE = re.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|landline|fax|ext|extension|ring|call|text)\b"
    r"(?: ?(?:number|no|on|is|was|no\.|at))*[ .:]{1,3}(?P<it>\+?\d[\d -]{3,14}\d)\b",
    re.IGNORECASE,
)
_NHS = re.compile(r"(?<![\w£$€.,/-])\d{3}([ -]?)\d{3}\1\d{4}(?![\w-]|[.,]\d)")
_PLACED = re.compile(
    r"(?<![\w.])[-+]?\d{1,2}\.\d{3,}\s?°?\s?[NS]?[,;\s]{1,2}(?:long(?:itude)?:?\s)?"
    r"[-+]?\d{1,3}\.\d{3,}\s?°?\s?[EW]?"
    r"(?!\w|\.\d)|"
    r"\b\d{1,3}\s?°\s?\d{1,2}\s?['′]\s?(?:\d{1,2}(?:\.\d+)?\s?[\"″]?)?\s?[NSEW]"
    r"(?:[,;\s]{1,3}\d{1,3}\s?°\s?\d{1,2}\s?['′]\s?(?:\d{1,2}(?:\.\d+)?\s?[\"″]?)?\s?[NSEW]"
    r")?|"
    r"\b[HJNOST][A-HJ-Z] ?\d{3} ?\d{3}\b|\b[HJNOST][A-HJ-Z] ?\d{4} ?\d{4}\b|"
    r"\b[HJNOST][A-HJ-Z] ?\d{5} ?\d{5}\b|///[a-z]+\.[a-z]+\.[a-z]+"
)
_CUE = (
    r"(?:nhs|crime|case|incident|log|hospital|mrn|pnc|crn|niche|lcs|"
    r"mosaic|liquidlogic|claim|urn|court|passport|"
    r"driving licen[cs]e|licen[cs]e|custody|unique|client|patient|record|"
    r"account|warrant|fpn|reference|"
    r"ref|referral|ticket|police|cad|storm|athena|rio|systmone|emis|"
    r"unit|nino|upn|uln|prison|noms|oasys|"
    r"home office|ho|cris|id|file|number|no|serial|policy|tenancy|rent|"
    r"badge|collar|warrant|sort code|"
    r"visa|brp|arc|district|b)"
)
_CUED_NUMBER = re.compile(
    r"\b" + _CUE + r"(?:\s(?:number|ref|reference|no|id|record|file|case|code))?\.?"
    r"(?:\s?(?:is|was|:|#|-|/|of))?\s?[:#]?\s?"
    r"(?P<it>(?=[\w/.-]*\d)[A-Z]{0,6}[/-]?\d[A-Z0-9]*(?:[/.-][A-Z0-9]+){0,6})",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?<![\w£$€.,/%-])(?:[A-Z]{1,6}[/-]?)?\d{1,10}(?:[/-][A-Z0-9]{1,10}){1,5}(?![\w/-])|"
    r"(?<![\w£$€.,/-])[A-Z]{1,6}[_/-]?\d{5,14}[A-Z]?(?![\w/-])|"
    r"(?<![\w£$€.,/-])[A-Z]{2}\d{2}[A-Z]{1,2}\d{5}(?![\w/-])|(?<![\w£$€.,/-])"
    r"[A-Z0-9]{5}\d{6}[A-Z0-9]{2}\d[A-Z]{2}\b|"
    r"(?<![\w£$€.,/-])\d{6,16}(?![\w%/-]|[.,]\d)|(?<![\w£$€.,/-])\d{4}[ -]\d{4}[ -]\d{4}[ -]"
    r"\d{4}(?![\w-])|"
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])"
)


_PERHAPS_PLACED = re.compile(r"\d\.\d{3}|°|///|[HJNOST][A-HJ-Z] ?\d{3}")
_PERHAPS_REFERENCE = re.compile(r"\d{5}|\d\.\d|\d[/-][A-Za-z0-9]|[A-Z][/-]\d|\d{4} \d{4}")
_RUN_ON = re.compile(r"[A-Za-z][/-]?\d{3}")
# Without one of these words the pattern that needs it is not looked for.
_PHONE_CUES = cue(word_list("numbers.phone_cues"))
_HANDLE_CUES = cue(word_list("numbers.handle_cues"))
_NUMBER_CUES = cue(
    frozenset(re.findall(r"[a-z]+", _CUE.replace("[cs]", "c"))) | {"license", "licence"}
)


def checks_out(digits: str) -> bool:
    """Whether ten digits are an NHS number by its check digit."""
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == int(digits[9])


def net_names(reading: Reading) -> Iterator[Found]:
    """E-mail addresses, links, user names, file names and places in three words."""
    text = reading.text
    if "@" in text:
        yield from (_all_of(match, Kind.EMAIL) for match in _MAIL.finditer(text))
        yield from (_all_of(match, Kind.HANDLE) for match in _HANDLE.finditer(text))
    if reading.calls & _AT and _AT_SPELLED.search(text):
        yield from (_all_of(match, Kind.EMAIL) for match in _MAIL_SPELLED.finditer(text))
    if ("." in text or ":" in text) and (_DOTTED.search(text) or "://" in text):
        yield from _links(text)
    if reading.calls & _HANDLE_CUES and ("_" in text or reading.calls & DIGITS):
        for match in _CUED_HANDLE.finditer(text):
            yield Found(*match.span("it"), Kind.HANDLE, rule="cue")
    if "///" in text and not reading.calls & DIGITS:  # with digits, see _placed
        yield from (_all_of(match, Kind.COORDINATES) for match in _PLACED.finditer(text))


def _links(text: str) -> Iterator[Found]:
    """Links and file names."""
    for pattern in (_URL, _DOMAIN):
        for match in pattern.finditer(text):
            end = match.start() + len(match.group().rstrip(".,;:!?)'\""))
            yield Found(match.start(), end, Kind.URL, rule="pattern")
    for match in _THREE_WORDS.finditer(text):
        yield Found(*match.span(), Kind.COORDINATES, certain=False, rule="perhaps")
    for match in _FILE.finditer(text):
        yield Found(match.start(), match.end(), Kind.FILE, certain=False, rule="pattern")


def _all_of(match: re.Match[str], kind: Kind, *, certain: bool = True) -> Found:
    start, end = match.span()
    trimmed = match.group().rstrip(" .-\n")
    return Found(
        start, start + len(trimmed) if trimmed else end, kind, certain=certain, rule="pattern"
    )


def numbers(reading: Reading) -> Iterator[Found]:
    """Every number that belongs to one person, one car, one line or one case."""
    text, numerals = reading.text, reading.numerals
    if numerals.in_row >= 5:
        yield from _long(reading)
    if reading.calls & MIXED:
        yield from _of_letters_and_digits(reading)
    if numerals.marks or numerals.lettered or "°" in text or "///" in text:
        yield from _placed(reading)
    if reading.calls & _EXCHANGE:  # where solicitors have their letters left
        yield from (_all_of(match, Kind.NUMBER) for match in reading.around_digits(_DX))
    yield from _cued_phones(reading)
    yield from vehicles(reading)
    if numerals.in_piece >= 4 or numerals.in_row >= 16:
        yield from _references(reading)


def _long(reading: Reading) -> Iterator[Found]:
    """Numbers of many digits: of the health service, of National Insurance, of telephones."""
    in_row = reading.numerals.in_row
    yield from _health(reading) if in_row >= 10 else ()
    for match in reading.around_digits(_NI) if in_row >= 6 else ():
        if not vocabulary().is_ordinary(match.group()[:2]):  # "at 52.5739"
            yield _all_of(match, Kind.NI)
    for match in reading.around_digits(_PHONE) if reading.digits >= 9 else ():
        digits = sum(map(str.isdigit, match.group()))
        if 9 <= digits <= 18:
            yield _all_of(match, Kind.PHONE)


def _of_letters_and_digits(reading: Reading) -> Iterator[Found]:
    """What has letters and digits in the same word."""
    if reading.numerals.in_row >= 11:
        yield from (_all_of(match, Kind.UPN) for match in reading.beside_mixed(_UPN))
    for match in reading.beside_mixed(_POSTCODE):
        if match.group().isupper() or not _ordinary_pair(match.group()):
            yield _all_of(match, Kind.POSTCODE)
    for match in reading.beside_mixed(_LIKE_POSTCODE):
        yield _all_of(match, Kind.POSTCODE, certain=False)
    yield from whole_plates(reading)


def _placed(reading: Reading) -> Iterator[Found]:
    """Where on the map something stands."""
    if _PERHAPS_PLACED.search(reading.text):
        yield from (_all_of(match, Kind.COORDINATES) for match in reading.around_digits(_PLACED))


def _health(reading: Reading) -> Iterator[Found]:
    """NHS numbers; one whose check digit is wrong is found as well."""
    for match in reading.around_digits(_NHS):
        digits = re.sub(r"\D", "", match.group())
        grouped = (
            match.group(1) != ""
            or "nhs" in reading.text[max(0, match.start() - 24) : match.start()].lower()
        )
        yield _all_of(match, Kind.NHS, certain=grouped or checks_out(digits))


def _ordinary_pair(found: str) -> bool:
    """ "so1 2of" is hardly a postcode; it takes capitals, or a letter pair that is no word."""
    return found[-2:].lower() in ("am", "pm", "th", "st", "nd", "rd")


def _cued_phones(reading: Reading) -> Iterator[Found]:
    cued = reading.calls & _PHONE_CUES and reading.numerals.in_row >= 4
    for match in reading.around_digits(_CUED_PHONE) if cued else ():
        digits = sum(map(str.isdigit, match.group("it")))
        if 4 <= digits <= 13 and not re.fullmatch(r"(?:19|20)\d\d", match.group("it")):
            yield Found(*match.span("it"), Kind.PHONE, certain=digits > 5, rule="cue")


# Strengths ("30/500"), financial years ("2014/15") and blood pressures ("120/80").
_NO_REFERENCE = re.compile(
    r"\d{1,3}/(?:125|500|1000)|(?:19|20)\d\d[/-](?:19|20)?\d\d|(?:[7-9]\d|[12]\d\d)/(?:[3-9]\d|1[0-4]\d)"
)
_STATUTE = re.compile(
    r"(?:\bSI|\bs\.?|\bsection|\bsections|\bregulation|\breg\.?)\s?$", re.IGNORECASE
)


def _references(reading: Reading) -> Iterator[Found]:
    text = reading.text
    cued = reading.calls & _NUMBER_CUES or _RUN_ON.search(text)
    for match in reading.around_digits(_CUED_NUMBER) if cued else ():
        it = match.group("it").rstrip(".-/")
        digits = sum(map(str.isdigit, it))
        if digits >= 4 and not re.fullmatch(r"(?:19|20)\d\d", it):
            yield Found(match.start("it"), match.start("it") + len(it), Kind.NUMBER, rule="cue")
    long = reading.numerals.in_piece >= 5 or reading.numerals.in_row >= 16
    perhaps = long and _PERHAPS_REFERENCE.search(text)
    for match in reading.around_digits(_REFERENCE) if perhaps else ():
        it, before = match.group(), text[max(0, match.start() - 12) : match.start()]
        digits = sum(map(str.isdigit, it))
        if digits < 5 or _STATUTE.search(before) or _NO_REFERENCE.fullmatch(it):
            continue
        yield _all_of(match, Kind.NUMBER, certain=any(map(str.isalpha, it)) or digits >= 8)
