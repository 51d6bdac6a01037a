"""Word files that each hide one invented name in one place."""

from __future__ import annotations

import base64
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

import docx

NAME = "Zebedee Quillfeather"
FAMILY = "Quillfeather"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
MARK = "@@HERE@@"


def clean(text: str = "An ordinary sentence about care.") -> bytes:
    """A Word file in which there is nothing to find."""
    document = docx.Document()
    document.add_heading("Findings", 1)
    document.add_paragraph(text)
    document.add_paragraph(MARK)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "Date"
    document.core_properties.author = ""
    out = io.BytesIO()
    document.save(out)
    return packed(_slimmed(members(out.getvalue())))


def _slimmed(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Without the hundreds of styles and list levels that hide nothing here and take time."""
    parts.pop("word/stylesWithEffects.xml")
    for name, inner in (
        ("word/styles.xml", "latentStyles|style|docDefaults"),
        ("word/numbering.xml", "abstractNum|num"),
    ):
        text = parts[name].decode()
        parts[name] = re.sub(rf"<w:({inner})[ >].*?</w:\1>", "", text, flags=re.DOTALL).encode()
    return parts


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes], **note: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts.items():
            package.writestr(name, body)
        package.comment = note.get("comment", b"")
    return out.getvalue()


BASE = clean()


def with_part(name: str, body: bytes | str) -> bytes:
    """The clean file with one more part, or with one replaced."""
    content = body.encode() if isinstance(body, str) else body
    return packed({**members(BASE), name: content})


def in_body(xml: str) -> bytes:
    """The clean file with this XML in place of a paragraph's run."""
    parts = members(BASE)
    document = parts["word/document.xml"].decode()
    run = f"<w:r><w:t>{MARK}</w:t></w:r>"
    assert run in document
    parts["word/document.xml"] = document.replace(run, xml).encode()
    return packed(parts)


def after_paragraph(xml: str) -> bytes:
    parts = members(BASE)
    document = parts["word/document.xml"].decode()
    parts["word/document.xml"] = document.replace("<w:tbl>", f"{xml}<w:tbl>", 1).encode()
    return packed(parts)


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def replaced(part: str, old: str, new: str) -> bytes:
    parts = members(BASE)
    text = parts[part].decode()
    assert old in text, (part, old)
    parts[part] = text.replace(old, new, 1).encode()
    return packed(parts)


def _png(chunk: bytes, body: bytes) -> bytes:
    def one(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + one(b"IHDR", head) + one(chunk, body)
        + one(b"IDAT", zlib.compress(b"\0\0")) + one(b"IEND", b"")
    )  # fmt: skip


def _jpeg(segment: bytes) -> bytes:
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + b"\xff\xd9"


WORDS: dict[str, Callable[[], bytes]] = {
    "plain text": lambda: in_body(run(NAME)),
    "capitals": lambda: in_body(run(NAME.upper())),
    "lower case": lambda: in_body(run(NAME.lower())),
    "family name alone": lambda: in_body(run(f"the {FAMILY} matter")),
    "possessive": lambda: in_body(run(f"{FAMILY}’s file")),
    "joined": lambda: in_body(run("ZebedeeQuillfeather")),
    "inside a word": lambda: in_body(run("preQuillfeatherism")),
    "split over runs": lambda: in_body(run("Quill") + run("feather")),
    "split over many runs": lambda: in_body("".join(map(run, FAMILY))),
    "split by proofErr": lambda: in_body(run("Quill") + '<w:proofErr w:type="spellStart"/>' + run("feather")),
    "split by a bookmark": lambda: in_body(run("Quill") + '<w:bookmarkStart w:id="9" w:name="x"/>' + run("feather")),
    "soft hyphen element": lambda: in_body("<w:r><w:t>Quill</w:t><w:softHyphen/><w:t>feather</w:t></w:r>"),
    "no-break hyphen element": lambda: in_body("<w:r><w:t>Quill</w:t><w:noBreakHyphen/><w:t>feather</w:t></w:r>"),
    "line break element": lambda: in_body("<w:r><w:t>Quill</w:t><w:br/><w:t>feather</w:t></w:r>"),
    "tab element": lambda: in_body("<w:r><w:t>Zebedee</w:t><w:tab/><w:t>Quillfeather</w:t></w:r>"),
    "symbol element": lambda: in_body(run("Quill") + '<w:r><w:sym w:font="x" w:char="F066"/></w:r>' + run("eather")),
    "split over paragraphs": lambda: after_paragraph(f"<w:p>{run('Quill')}</w:p><w:p>{run('feather')}</w:p>"),
    "soft hyphen character": lambda: in_body(run("Quill\u00adfeather")),
    "zero-width space": lambda: in_body(run("Quill\u200bfeather")),
    "zero-width joiner": lambda: in_body(run("Quill\u2060feather")),
    "no-break space": lambda: in_body(run("Zebedee\u00a0Quillfeather")),
    "combining marks": lambda: in_body(run("Q\u0308uillfeathe\u0301r")),
    "full-width letters": lambda: in_body(run("Ｑｕｉｌｌｆｅａｔｈｅｒ")),
    "character references": lambda: in_body(run("".join(f"&#{ord(one)};" for one in FAMILY))),
    "CDATA": lambda: in_body(f"<w:r><w:t><![CDATA[{FAMILY}]]></w:t></w:r>"),
    "hidden text": lambda: in_body(run(NAME, "<w:rPr><w:vanish/></w:rPr>")),
    "white text": lambda: in_body(run(NAME, '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>')),
    "one-point text": lambda: in_body(run(NAME, '<w:rPr><w:sz w:val="2"/></w:rPr>')),
    "tracked insertion": lambda: in_body(f'<w:ins w:id="1" w:author="x">{run(NAME)}</w:ins>'),
    "tracked deletion": lambda: in_body(f'<w:del w:id="1" w:author="x"><w:r><w:delText>{NAME}</w:delText></w:r></w:del>'),
    "split tracked deletion": lambda: in_body('<w:del w:id="1"><w:r><w:delText>Quill</w:delText></w:r><w:r><w:delText>feather</w:delText></w:r></w:del>'),
    "author of a change": lambda: in_body(f'<w:ins w:id="1" w:author="{NAME}">{run("x")}</w:ins>'),
    "moved text": lambda: in_body(f'<w:moveFrom w:id="1" w:author="x">{run(NAME)}</w:moveFrom>'),
    "format change's author": lambda: in_body(f'<w:r><w:rPr><w:rPrChange w:id="1" w:author="{NAME}"><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r>'),
    "field code": lambda: in_body(f"<w:r><w:instrText>AUTHOR {NAME}</w:instrText></w:r>"),
    "split field code": lambda: in_body("<w:r><w:instrText>MERGEFIELD Quill</w:instrText></w:r><w:r><w:instrText>feather</w:instrText></w:r>"),
    "simple field": lambda: in_body(f'<w:fldSimple w:instr="INCLUDETEXT C:\\\\{FAMILY}.docx">{run("x")}</w:fldSimple>'),
    "form field help": lambda: in_body(f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:val="{NAME}"/></w:ffData></w:fldChar></w:r>'),
    "bookmark name": lambda: in_body(f'<w:bookmarkStart w:id="9" w:name="{FAMILY}_1"/>'),
    "hyperlink text": lambda: in_body(f'<w:hyperlink w:anchor="x">{run(NAME)}</w:hyperlink>'),
    "hyperlink tooltip": lambda: in_body(f'<w:hyperlink w:tooltip="{NAME}" w:anchor="x">{run("x")}</w:hyperlink>'),
    "hyperlink anchor": lambda: in_body(f'<w:hyperlink w:anchor="{FAMILY}">{run("x")}</w:hyperlink>'),
    "content control": lambda: in_body(f"<w:sdt><w:sdtContent>{run(NAME)}</w:sdtContent></w:sdt>"),
    "content control's title": lambda: in_body(f'<w:sdt><w:sdtPr><w:alias w:val="{NAME}"/></w:sdtPr><w:sdtContent>{run("x")}</w:sdtContent></w:sdt>'),
    "content control's tag": lambda: in_body(f'<w:sdt><w:sdtPr><w:tag w:val="{FAMILY}"/></w:sdtPr><w:sdtContent>{run("x")}</w:sdtContent></w:sdt>'),
    "drop-down item": lambda: in_body(f'<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{NAME}" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>{run("x")}</w:sdtContent></w:sdt>'),
    "data binding": lambda: in_body(f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/{FAMILY}"/></w:sdtPr><w:sdtContent>{run("x")}</w:sdtContent></w:sdt>'),
    "smart tag": lambda: in_body(f'<w:smartTag w:uri="u" w:element="e"><w:smartTagPr><w:attr w:name="n" w:val="{NAME}"/></w:smartTagPr>{run("x")}</w:smartTag>'),
    "ruby": lambda: in_body(f"<w:r><w:ruby><w:rt>{run(NAME)}</w:rt><w:rubyBase>{run('x')}</w:rubyBase></w:ruby></w:r>"),
    "equation": lambda: in_body(f'<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>{NAME}</m:t></m:r></m:oMath>'),
    "text box": lambda: in_body(f'<w:r><w:pict><w:txbxContent><w:p>{run(NAME)}</w:p></w:txbxContent></w:pict></w:r>'),
    "alternate content": lambda: in_body(f'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x">{run("x")}</mc:Choice><mc:Fallback>{run(NAME)}</mc:Fallback></mc:AlternateContent>'),
    "WordArt": lambda: in_body(f'<w:r><w:pict><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="{NAME}"/></w:pict></w:r>'),
    "alternative text": lambda: in_body(f'<w:r><w:drawing><wp:docPr xmlns:wp="u" id="1" name="p" descr="{NAME} at home"/></w:drawing></w:r>'),
    "title of a drawing": lambda: in_body(f'<w:r><w:drawing><wp:docPr xmlns:wp="u" id="1" name="p" title="{NAME}"/></w:drawing></w:r>'),
    "name of a drawing": lambda: in_body(f'<w:r><w:drawing><wp:docPr xmlns:wp="u" id="1" name="{FAMILY}.jpg"/></w:drawing></w:r>'),
    "drawing text": lambda: in_body(f"<w:r><w:drawing><a:p {A}><a:r><a:t>{NAME}</a:t></a:r></a:p></w:drawing></w:r>"),
    "table cell": lambda: replaced("word/document.xml", "Date", NAME),
    "nested table": lambda: after_paragraph(f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p>{run(NAME)}</w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>"),
    "split over cells": lambda: after_paragraph(f"<w:tbl><w:tr><w:tc><w:p>{run('Quill')}</w:p></w:tc><w:tc><w:p>{run('feather')}</w:p></w:tc></w:tr></w:tbl>"),
    "caption of a table": lambda: after_paragraph(f'<w:tbl><w:tblPr><w:tblCaption w:val="{NAME}"/></w:tblPr></w:tbl>'),
    "description of a table": lambda: after_paragraph(f'<w:tbl><w:tblPr><w:tblDescription w:val="{NAME}"/></w:tblPr></w:tbl>'),
    "XML remark": lambda: in_body(f"<!-- {NAME} -->"),
    "processing instruction": lambda: in_body(f"<?note {NAME}?>"),
    "remark after the end": lambda: replaced("word/document.xml", "</w:document>", f"</w:document><!-- {NAME} -->"),
    "contents entry": lambda: in_body(f'<w:hyperlink w:anchor="_Toc1">{run(f"{FAMILY} and the school")}</w:hyperlink>'),
}  # fmt: skip

PARTS: dict[str, Callable[[], bytes]] = {
    "header": lambda: with_part("word/header3.xml", f"<w:hdr {W}><w:p>{run(NAME)}</w:p></w:hdr>"),
    "footer": lambda: with_part("word/footer2.xml", f"<w:ftr {W}><w:p>{run(NAME)}</w:p></w:ftr>"),
    "footnote": lambda: with_part("word/footnotes.xml", f'<w:footnotes {W}><w:footnote w:id="3"><w:p>{run(NAME)}</w:p></w:footnote></w:footnotes>'),
    "endnote": lambda: with_part("word/endnotes.xml", f'<w:endnotes {W}><w:endnote w:id="3"><w:p>{run(NAME)}</w:p></w:endnote></w:endnotes>'),
    "comment": lambda: with_part("word/comments.xml", f'<w:comments {W}><w:comment w:id="2" w:author="x"><w:p>{run(NAME)}</w:p></w:comment></w:comments>'),
    "author of a comment": lambda: with_part("word/comments.xml", f'<w:comments {W}><w:comment w:id="2" w:author="{NAME}"><w:p>{run("x")}</w:p></w:comment></w:comments>'),
    "people who commented": lambda: with_part("word/people.xml", f'<w15:people xmlns:w15="u"><w15:person w15:author="x"><w15:presenceInfo w15:userId="{FAMILY.lower()}@board.example"/></w15:person></w15:people>'),
    "extended comments": lambda: with_part("word/commentsExtended.xml", f'<x xmlns="u" who="{NAME}"/>'),
    "part that nothing refers to": lambda: with_part("word/orphan.xml", f"<x>{NAME}</x>"),
    "glossary": lambda: with_part("word/glossary/document.xml", f"<w:glossaryDocument {W}><w:p>{run(NAME)}</w:p></w:glossaryDocument>"),
    "custom XML": lambda: with_part("customXml/item9.xml", f"<root><who>{NAME}</who></root>"),
    "custom XML's tag": lambda: with_part("customXml/item9.xml", f"<root><{FAMILY}/></root>"),
    "document variable": lambda: replaced("word/settings.xml", "</w:settings>", f'<w:docVars><w:docVar w:name="n" w:val="{NAME}"/></w:docVars></w:settings>'),
    "mail merge source": lambda: replaced("word/settings.xml", "</w:settings>", f'<w:mailMerge><w:query w:val="SELECT {FAMILY}"/></w:mailMerge></w:settings>'),
    "style name": lambda: replaced("word/styles.xml", "</w:styles>", f'<w:style w:styleId="q"><w:name w:val="{FAMILY} quote"/></w:style></w:styles>'),
    "font name": lambda: replaced("word/fontTable.xml", "</w:fonts>", f'<w:font w:name="{FAMILY} Sans"/></w:fonts>'),
    "numbering": lambda: replaced("word/numbering.xml", "</w:numbering>", f'<w:abstractNum w:abstractNumId="99"><w:lvl w:ilvl="0"><w:lvlText w:val="{FAMILY} %1"/></w:lvl></w:abstractNum></w:numbering>'),
    "web settings": lambda: replaced("word/webSettings.xml", "</w:webSettings>", f'<w:divs><w:div w:id="1" w:note="{NAME}"/></w:divs></w:webSettings>'),
    "theme name": lambda: replaced("word/theme/theme1.xml", 'name="Office Theme"', f'name="{FAMILY}"'),
    "title property": lambda: replaced("docProps/core.xml", "</cp:coreProperties>", f"<dc:title>{NAME}</dc:title></cp:coreProperties>"),
    "author property": lambda: replaced("docProps/core.xml", "</cp:coreProperties>", f"<x>{NAME}</x></cp:coreProperties>"),
    "company property": lambda: replaced("docProps/app.xml", "</Properties>", f"<Company>{NAME}</Company></Properties>"),
    "manager property": lambda: replaced("docProps/app.xml", "</Properties>", f"<Manager>{NAME}</Manager></Properties>"),
    "titles of parts": lambda: replaced("docProps/app.xml", "</Properties>", f"<X><v>{FAMILY}</v></X></Properties>"),
    "custom property": lambda: with_part("docProps/custom.xml", f'<Properties xmlns="u"><property name="Owner"><v>{NAME}</v></property></Properties>'),
    "custom property's name": lambda: with_part("docProps/custom.xml", f'<Properties xmlns="u"><property name="{FAMILY}"><v>1</v></property></Properties>'),
    "link target": lambda: with_part("word/_rels/x.xml.rels", f'<Relationships><Relationship Target="https://news.example/{FAMILY}" TargetMode="External"/></Relationships>'),
    "encoded link target": lambda: with_part("word/_rels/x.xml.rels", f'<Relationships><Relationship Target="https://news.example/{"".join(f"%{ord(one):02x}" for one in FAMILY)}"/></Relationships>'),
    "twice encoded link": lambda: with_part("word/_rels/x.xml.rels", '<Relationships><Relationship Target="x?n=Zebedee%2520Quill&amp;#102;eather"/></Relationships>'),
    "template path": lambda: with_part("word/_rels/settings.xml.rels", f'<Relationships><Relationship Target="file:///C:\\Users\\{FAMILY}\\board.dotx"/></Relationships>'),
    "linked picture": lambda: with_part("word/_rels/y.xml.rels", f'<Relationships><Relationship Target="\\\\server\\{FAMILY}\\a.png"/></Relationships>'),
    "chart label": lambda: with_part("word/charts/chart1.xml", f"<c:chart xmlns:c='u'><c:pt><c:v>{NAME}</c:v></c:pt></c:chart>"),
    "chart's workbook": lambda: with_part("word/embeddings/book.xlsx", packed({"xl/sharedStrings.xml": f"<sst><si><t>{NAME}</t></si></sst>".encode()})),
    "embedded document": lambda: with_part("word/embeddings/other.docx", in_body(run(NAME))),
    "document in a document in a document": lambda: with_part("word/embeddings/a.docx", packed({"word/embeddings/b.docx": in_body(run(NAME))})),
    "OLE object": lambda: with_part("word/embeddings/ole.bin", b"\xd0\xcf\x11\xe0" + f"C:\\{FAMILY}.doc".encode()),
    "OLE object in UTF-16": lambda: with_part("word/embeddings/ole.bin", b"\1" + NAME.encode("utf-16-le")),
    "macros": lambda: with_part("word/vbaProject.bin", b"\0Attribute " + NAME.encode()),
    "RTF chunk": lambda: with_part("word/afchunk.rtf", b"{\\rtf1 " + FAMILY.encode() + b"}"),
    "RTF with hexadecimal letters": lambda: with_part("word/afchunk.rtf", b"{\\rtf1 " + "".join(f"\\'{ord(one):02x}" for one in FAMILY).encode() + b"}"),
    "RTF with Unicode letters": lambda: with_part("word/afchunk.rtf", b"{\\rtf1 " + "".join(f"\\u{ord(one)}?" for one in FAMILY).encode() + b"}"),
    "web archive": lambda: with_part("word/a.mht", b"MIME-Version: 1.0\n\nQuill=\nfeather"),
    "web archive in base64": lambda: with_part("word/a.mht", b"MIME-Version: 1.0\n\n" + base64.b64encode(b"xx" + NAME.encode() * 3)),
    "base64 in XML": lambda: with_part("customXml/item8.xml", b"<b>" + base64.b64encode(b"y" + NAME.encode() * 3) + b"</b>"),
    "metafile": lambda: with_part("word/media/a.emf", b"\1\0\0\0" + NAME.encode("utf-16-le")),
    "SVG": lambda: with_part("word/media/a.svg", f"<svg><text>{NAME}</text></svg>"),
    "EXIF": lambda: with_part("word/media/a.jpg", _jpeg(b"Exif\0\0" + NAME.encode())),
    "EXIF in UTF-16": lambda: with_part("word/media/a.jpg", _jpeg(b"Exif\0\0" + NAME.encode("utf-16-le"))),
    "XMP": lambda: with_part("word/media/a.jpg", _jpeg(b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + NAME.encode())),
    "PNG text": lambda: with_part("word/media/a.png", _png(b"tEXt", b"Author\0" + NAME.encode())),
    "PNG packed text": lambda: with_part("word/media/a.png", _png(b"zTXt", b"Author\0\0" + zlib.compress(NAME.encode()))),
    "PNG international text": lambda: with_part("word/media/a.png", _png(b"iTXt", b"Author\0\1\0\0\0" + zlib.compress(NAME.encode()))),
    "PDF stream": lambda: with_part("word/embeddings/a.pdf", b"%PDF-1.7\nstream\n" + zlib.compress(b"(" + NAME.encode() + b") Tj") + b"\nendstream"),
    "name of a part": lambda: with_part(f"word/media/{FAMILY}.png", _png(b"tEXt", b"a\0b")),
    "note of the package": lambda: packed(members(BASE), comment=NAME.encode()),
    "before the package": lambda: NAME.encode() + BASE,
    "after the package": lambda: BASE + NAME.encode(),
    "UTF-16 part": lambda: with_part("word/x.xml", f'<?xml version="1.0" encoding="UTF-16"?><x>{NAME}</x>'.encode("utf-16")),
    "content types": lambda: replaced("[Content_Types].xml", "</Types>", f'<Default Extension="{FAMILY}" ContentType="x"/></Types>'),
}  # fmt: skip


def _with_member_note(*, extra: bytes = b"", comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, body in members(BASE).items():
            info = zipfile.ZipInfo(name)
            info.extra, info.comment = (
                (extra, comment) if name == "word/document.xml" else (b"", b"")
            )
            package.writestr(info, body)
    return out.getvalue()


PARTS["note on a part"] = lambda: _with_member_note(comment=NAME.encode())
PARTS["extra field of a part"] = lambda: _with_member_note(
    extra=struct.pack("<HH", 0x9999, len(NAME)) + NAME.encode()
)

UNREADABLE: dict[str, Callable[[], bytes]] = {
    "broken XML": lambda: with_part("word/header9.xml", "<w:hdr><w:p>"),
    "DTD": lambda: with_part("word/x.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
    "unknown kind of part": lambda: with_part("word/thing.qqq", b"???"),
    "damaged package": lambda: BASE[:-400],
    "nothing at all": lambda: b"",
    "PDF within": lambda: with_part("word/embeddings/a.pdf", b"%PDF-1.7\nstream\nx\nendstream"),
}


def vectors() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every place in which a name can hide, with the file that hides it there."""
    yield from WORDS.items()
    yield from PARTS.items()
