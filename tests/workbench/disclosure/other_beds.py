"""Files of other sorts than Word that each hide one invented name in one place."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage

import openpyxl
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from tests.workbench.disclosure.leak_bed import FAMILY, NAME, clean, in_body, packed, run
from workbench.report.protection import protected

BORN = date(2011, 3, 4)
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def workbook(change: Callable[[openpyxl.Workbook], object]) -> bytes:
    """A workbook of one sheet, changed."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Date"
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(value: object) -> bytes:
    return workbook(lambda book: book.active.cell(4, 2, value))


def note(book: openpyxl.Workbook) -> None:
    book.active["A1"].comment = Comment(NAME, "x")


def hidden(book: openpyxl.Workbook) -> None:
    sheet = book.create_sheet("More")
    sheet.sheet_state = "veryHidden"
    sheet["A1"] = NAME


def two_cells(book: openpyxl.Workbook) -> None:
    book.active["A2"], book.active["B2"] = "Quill", "feather"


def titled(book: openpyxl.Workbook) -> None:
    book.active.title = FAMILY


def named_range(book: openpyxl.Workbook) -> None:
    book.defined_names[FAMILY] = DefinedName(FAMILY, attr_text="Sheet!$A$1")


def property_of(book: openpyxl.Workbook) -> None:
    book.properties.creator = NAME


def header(book: openpyxl.Workbook) -> None:
    book.active.oddHeader.center.text = NAME


def link(book: openpyxl.Workbook) -> None:
    book.active["A1"].hyperlink = f"https://x.example/{FAMILY}"


def check(book: openpyxl.Workbook) -> None:
    choice = DataValidation(type="list", formula1=f'"{NAME},x"')
    choice.add("A1")
    book.active.add_data_validation(choice)


WORKBOOKS: dict[str, Callable[[], bytes]] = {
    "a cell": lambda: cell(NAME),
    "a formula": lambda: cell(f'=CONCATENATE("{NAME}","x")'),
    "a note on a cell": lambda: workbook(note),
    "a sheet that is not shown": lambda: workbook(hidden),
    "two cells side by side": lambda: workbook(two_cells),
    "the name of a sheet": lambda: workbook(titled),
    "a named range": lambda: workbook(named_range),
    "the author of a workbook": lambda: workbook(property_of),
    "the head of a printed sheet": lambda: workbook(header),
    "a link in a cell": lambda: workbook(link),
    "a list to choose from": lambda: workbook(check),
}


def slides(parts: dict[str, str]) -> bytes:
    """A presentation, as far as a reader of it goes."""
    whole = {"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>", **parts}
    return packed({name: body.encode() for name, body in whole.items()})


def shown(text: str) -> str:
    return f"<p:sld xmlns:p='u' {A}><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>"


PRESENTATIONS: dict[str, Callable[[], bytes]] = {
    "a slide": lambda: slides({"ppt/slides/slide3.xml": shown(NAME)}),
    "a slide, in two runs": lambda: slides({"ppt/slides/slide3.xml": shown("Quill</a:t></a:r><a:r><a:t>feather")}),
    "the notes of a slide": lambda: slides({"ppt/notesSlides/notesSlide1.xml": shown(NAME)}),
    "a remark on a slide": lambda: slides({"ppt/comments/comment1.xml": f"<c><text>{NAME}</text></c>"}),
    "who made a remark": lambda: slides({"ppt/commentAuthors.xml": f"<c><a name='{NAME}'/></c>"}),
    "a layout": lambda: slides({"ppt/slideLayouts/slideLayout1.xml": shown(NAME)}),
    "the chart of a slide": lambda: slides({"ppt/charts/chart1.xml": f"<c><v>{NAME}</v></c>"}),
    "a tag of a slide": lambda: slides({"ppt/tags/tag1.xml": f"<t><tag val='{NAME}'/></t>"}),
}  # fmt: skip


def pdf(drawn: str = "", change: Callable[[PdfWriter], object] = lambda _: None) -> bytes:
    """A PDF of one page on which something is drawn, changed."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    words = drawn or "(An ordinary sentence about care.) Tj"
    stream.set_data(f"BT /F1 12 Tf 20 200 Td {words} ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def noted(writer: PdfWriter) -> None:
    writer.add_annotation(0, Text(rect=(1, 1, 20, 20), text=NAME))


def linked(writer: PdfWriter) -> None:
    writer.add_uri(0, f"https://x.example/{FAMILY}", (1, 1, 9, 9))


def field(writer: PdfWriter) -> None:
    filled = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/T"): TextStringObject("who"),
            NameObject("/V"): TextStringObject(NAME),
        }
    )
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(
        DictionaryObject({NameObject("/Fields"): writer._add_object(filled)})
    )


def layer(writer: PdfWriter) -> None:
    group = DictionaryObject(
        {NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject(NAME)}
    )
    writer.root_object[NameObject("/OCProperties")] = writer._add_object(group)


def script(writer: PdfWriter) -> None:
    act = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(NAME)}
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(DictionaryObject(act))


def earlier(content: bytes) -> bytes:
    """The PDF, and a later version of it behind it in which the words are gone."""
    writer = PdfWriter(io.BytesIO(content), incremental=True)
    clear = pdf()
    writer.pages[0][NameObject("/Contents")] = writer._add_object(
        PdfReader(io.BytesIO(clear)).pages[0]["/Contents"].get_object().clone(writer)
    )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def letters_of(text: str) -> str:
    return "".join(f"{ord(one):02x}" for one in text)


PDFS: dict[str, Callable[[], bytes]] = {
    "a page": lambda: pdf(f"({NAME}) Tj"),
    "letters put one by one": lambda: pdf(f"[{' -20 '.join(f'({one})' for one in FAMILY)}] TJ"),
    "letters as numbers": lambda: pdf(f"<{letters_of(NAME)}> Tj"),
    "letters set far apart": lambda: pdf(f"({' '.join(FAMILY)}) Tj"),
    "a word parted at the end of a line": lambda: pdf("(the Quill-) Tj 0 -14 Td (feather matter) Tj"),
    "a title of the PDF": lambda: pdf(change=lambda one: one.add_metadata({"/Title": NAME})),
    "who made the PDF": lambda: pdf(change=lambda one: one.add_metadata({"/Author": NAME})),
    "a note on a page": lambda: pdf(change=noted),
    "a link of a page": lambda: pdf(change=linked),
    "an attachment of a PDF": lambda: pdf(change=lambda one: one.add_attachment("a.docx", in_body(run(NAME)))),
    "an attachment's name": lambda: pdf(change=lambda one: one.add_attachment(f"{FAMILY}.txt", b"x")),
    "a bookmark of a PDF": lambda: pdf(change=lambda one: one.add_outline_item(title=NAME, page_number=0)),
    "a filled form": lambda: pdf(change=field),
    "a layer": lambda: pdf(change=layer),
    "a script": lambda: pdf(change=script),
    "an earlier version of the PDF": lambda: earlier(pdf(f"({NAME}) Tj")),
}  # fmt: skip


def mail(change: Callable[[EmailMessage], object], words: str = "Seen today.") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@x.example", "b@x.example", "A visit"
    message.set_content(words)
    change(message)
    return message.as_bytes()


def answered(message: EmailMessage) -> None:
    message["Cc"] = f"{NAME} <q@x.example>"


def attached(message: EmailMessage) -> None:
    message.add_attachment(in_body(run(NAME)), maintype="application", subtype="x", filename="a.docx")  # fmt: skip


def marked_up(message: EmailMessage) -> None:
    message.add_alternative("<p>Quill<b>feather</b> rang</p>", subtype="html", cte="base64")


def odt(parts: dict[str, str]) -> bytes:
    text = "<office:text xmlns:office='o' xmlns:text='t'><text:p>Seen.</text:p></office:text>"
    whole = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": text, **parts}
    return packed({name: body.encode() for name, body in whole.items()})


def rtf(words: str) -> bytes:
    return b"{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 " + words.encode() + b"\\par}"


OTHERS: dict[str, Callable[[], bytes]] = {
    "plain text": lambda: f"Line one.\n{NAME} came.".encode(),
    "text of Windows": lambda: f"“Line one.”\r\n{NAME} came.".encode("cp1252"),
    "text in UTF-16": lambda: f"Line one.\n{NAME} came.".encode("utf-16"),
    "text in UTF-16 without a mark": lambda: f"Line.\n{NAME} came.".encode("utf-16-le"),
    "a word parted at a line's end": lambda: b"The Quill-\nfeather matter.",
    "RTF": lambda: rtf(f"Seen.\\par {NAME}"),
    "RTF in pieces": lambda: rtf("Quill{\\b feath}\\i er"),
    "a file within RTF": lambda: rtf(
        "{\\object{\\objdata " + in_body(run(NAME)).hex() + "}}"
    ),
    "an OpenDocument text": lambda: odt({"content.xml": f"<t:p xmlns:t='t'>Quill<t:span>feather</t:span> {NAME}</t:p>"}),
    "who made an OpenDocument text": lambda: odt({"meta.xml": f"<m><creator>{NAME}</creator></m>"}),
    "an e-mail": lambda: mail(lambda _: None, f"{NAME} rang."),
    "an e-mail in base64": lambda: mail(lambda one: one.set_content(f"{NAME} rang.", cte="base64")),
    "whom an e-mail is copied to": lambda: mail(answered),
    "an e-mail's attachment": lambda: mail(attached),
    "an e-mail's other version": lambda: mail(marked_up),
}  # fmt: skip

VECTORS = {**WORKBOOKS, **PRESENTATIONS, **PDFS, **OTHERS}


def renamed(content: bytes, stream: str) -> bytes:
    """A locked file in which the stream of its content is called otherwise: by these names the
    older programs' files are told from one another."""
    old = "EncryptedPackage".encode("utf-16-le")
    new = stream.encode("utf-16-le")
    at = content.index(old)
    entry = bytearray(content)
    entry[at : at + 64] = new.ljust(64, b"\0")
    entry[at + 64 : at + 66] = (len(new) + 2).to_bytes(2, "little")
    return bytes(entry)


def locked() -> bytes:
    return protected(clean(), "a long enough password")


def unexplained_letters() -> bytes:
    """A PDF whose letters are numbers of a typeface of its own."""
    content = pdf(f"<{'0001' * 9}> Tj")
    return content.replace(b"/Type1", b"/Type3")


def scrambled() -> bytes:
    whole = io.BytesIO()
    writer = PdfWriter(io.BytesIO(pdf()))
    writer.encrypt("x", algorithm="RC4-128")
    writer.write(whole)
    return whole.getvalue()


UNREADABLE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "password": ("take the password off", locked),
    "older Word": ("save it as .docx", lambda: renamed(locked(), "WordDocument")),
    "older Excel": ("save it as .xlsx", lambda: renamed(locked(), "Workbook")),
    "Outlook message": ("Outlook message", lambda: renamed(locked(), "__properties_version1.0")),
    "macros": ("macros", lambda: packed({"word/document.xml": b"<x/>", "word/vbaProject.bin": renamed(locked(), "_VBA_PROJECT")})),
    "locked OpenDocument": ("take the password off", lambda: odt({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "\x8f\x01 no XML"})),
    "locked PDF": ("without the password", scrambled),
    "damaged PDF": ("damaged PDF", lambda: pdf()[:300]),
    "letters that nothing explains": ("cannot be read back", unexplained_letters),
    "film": ("does not know", lambda: b"\0\0\0\x18ftypmp42" + zlib.compress(b"x" * 999)),
    "object of no known kind": ("does not know", lambda: packed({"word/embeddings/a.bin": b"\x07\x01\0zz"})),
    "broken e-mail attachment": ("is damaged", lambda: mail(lambda one: one.add_attachment(b"PK\3\4 and no more", maintype="application", subtype="zip"))),
}  # fmt: skip
