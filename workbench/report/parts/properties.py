"""The properties of a file that leaves: a title, a language, and nothing of whoever made it."""

from __future__ import annotations

from xml.sax.saxutils import escape

# A time that tells nothing. Word asks that there be one.
_NO_TIME = "2000-01-01T00:00:00Z"


def core_properties(title: str) -> bytes:
    """``docProps/core.xml`` with the title alone."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator></dc:creator>"
        "<dc:language>en-GB</dc:language><cp:lastModifiedBy></cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_NO_TIME}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_NO_TIME}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()


def program_properties() -> bytes:
    """``docProps/app.xml`` without company, manager, template or editing time."""
    return (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'extended-properties"><Application>Microsoft Office Word</Application></Properties>'
    )
