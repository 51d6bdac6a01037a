"""The pictures of a file, decoded in memory: only plain kinds, and none of a size that harms."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

_KINDS = frozenset({b"png", b"jpeg", b"gif", b"bmp", b"webp"})  # none of which can refer elsewhere
_MOST_BYTES = 20 * 1024 * 1024
_MOST_DOTS = 40_000_000


class Pictures:
    """Gives a picture by the name of its part."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._made: dict[bytes, QImage | None] = {}
        self._scaled: dict[bytes, QImage] = {}

    def take(self, parts: Mapping[str, bytes]) -> None:
        """Show those of this file from now on. What was decoded is kept for a later edit."""
        self._parts = parts

    def __call__(self, part: str, dots: QSize) -> QImage | None:
        """The picture in so many dots, or None for one that cannot be shown."""
        content = self._parts.get(part, b"")
        if content not in self._made:
            self._made[content] = decoded(content)
        image = self._made[content]
        if image is None or dots.width() >= image.width() or dots.isEmpty():
            return image
        scaled = self._scaled.get(content)
        if scaled is None or scaled.size() != dots:
            how = Qt.TransformationMode.SmoothTransformation
            scaled = image.scaled(dots, Qt.AspectRatioMode.IgnoreAspectRatio, how)
            self._scaled[content] = scaled
        return scaled


def decoded(content: bytes) -> QImage | None:
    """The picture in these bytes; None where it is of no kind that is shown, broken or too big."""
    if not content or len(content) > _MOST_BYTES:
        return None
    held = QBuffer()
    held.setData(QByteArray(content))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(held)
    reader.setAutoTransform(True)
    if reader.format().data() not in _KINDS:
        return None
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_DOTS:
        return None
    image = reader.read()
    return None if image.isNull() else image
