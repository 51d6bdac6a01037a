"""How the screens look: the typeface, Qt's Fusion style, a palette from the tokens, a little QSS.

Colours come from ``tones()`` and sizes from the font, so that a screen follows light and dark and
the author's text size without doing anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.support.tokens import DARK, LIGHT, Tones
from workbench.resources import resource

TYPEFACE = "Noto Sans"
FIRST_FACES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")  # what the first window is set in
LATER_FACES = ("NotoSans-Italic.ttf",)
BASE_POINTS = 10.5
SMALLEST, LARGEST = 80, 250  # per cent

_DRAWN_BY_FUSION = ("QComboBox", "QCheckBox", "QRadioButton", "QAbstractItemView")

_Role = QPalette.ColorRole


class Light(StrEnum):
    """Whether the screens are light or dark, or do as the system does."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def tones() -> Tones:
    """The colours in use now."""
    ground = QGuiApplication.palette().color(_Role.Window)
    return DARK if ground.lightness() < 128 else LIGHT


def load_typeface(faces: Sequence[str] = (*FIRST_FACES, *LATER_FACES)) -> None:
    """Make the typeface that the product is designed in known to Qt."""
    for face in faces:
        QFontDatabase.addApplicationFontFromData(QByteArray(resource("fonts", face).read_bytes()))


def apply(app: QApplication, *, light: Light = Light.SYSTEM, percent: int = 100) -> None:
    """Dress the application: light or dark, and text at ``percent`` of its usual size."""
    app.setStyle("Fusion")
    chosen = DARK if _is_dark(light) else LIGHT
    app.setPalette(palette_of(chosen))
    for drawn in _DRAWN_BY_FUSION:
        app.setPalette(outlined(chosen), drawn)  # type: ignore[arg-type]  # the stubs are wrong
    font = QFont(TYPEFACE)
    font.setPointSizeF(BASE_POINTS * percent / 100)
    app.setFont(font)
    app.setStyleSheet(style_sheet(chosen))


def _is_dark(light: Light) -> bool:
    if light is Light.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return light is Light.DARK


def palette_of(tone: Tones) -> QPalette:
    """Qt's palette made of these tones."""
    palette = QPalette()
    for role, colour in (
        (_Role.Window, tone.window),
        (_Role.WindowText, tone.text),
        (_Role.Base, tone.base),
        (_Role.AlternateBase, tone.stripe),
        (_Role.Text, tone.text),
        (_Role.PlaceholderText, tone.muted),
        (_Role.Button, tone.button),
        (_Role.ButtonText, tone.text),
        (_Role.BrightText, tone.on_warning),
        (_Role.Highlight, tone.accent),
        (_Role.HighlightedText, tone.on_accent),
        (_Role.Accent, tone.accent),
        (_Role.Link, tone.accent),
        (_Role.LinkVisited, tone.accent),
        (_Role.ToolTipBase, tone.base),
        (_Role.ToolTipText, tone.text),
        (_Role.Light, tone.base),
        (_Role.Midlight, tone.line),
        (_Role.Mid, tone.line),
        (_Role.Dark, tone.outline),
        (_Role.Shadow, tone.outline),
    ):
        palette.setColor(role, colour)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tone.muted)
    return palette


def outlined(tone: Tones) -> QPalette:
    """The palette of what Fusion draws itself. It takes the outline of a box to tick and of a
    choice from a darker shade of Window, which on its own would be too faint to see."""
    palette = palette_of(tone)
    palette.setColor(_Role.Window, tone.outline.lighter(140))
    return palette


def style_sheet(tone: Tones) -> str:
    """The few rules that a palette cannot say. Kept under 40 lines on purpose."""
    named = {name: getattr(tone, name).name() for name in Tones.__slots__}
    return _QSS % named


_QSS = """
QLineEdit, QPlainTextEdit, QTextEdit { border: 1px solid %(outline)s; border-radius: 4px;
    background: %(base)s; padding: 0.28em 0.4em; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid %(accent)s; }
QLineEdit:read-only { background: %(window)s; }
QPushButton { border: 1px solid %(outline)s; border-radius: 4px; background: %(button)s;
    padding: 0.38em 0.9em; }
QPushButton:hover, QPushButton:pressed { background: %(selected)s; }
QPushButton:checked { background: %(selected)s; border-color: %(accent)s; }
QPushButton:focus { border: 2px solid %(accent)s; }
QPushButton:disabled { color: %(muted)s; border-color: %(line)s; }
QPushButton[look="main"] { background: %(accent)s; color: %(on_accent)s; font-weight: 700;
    border-color: %(accent)s; }
QPushButton[look="main"]:focus { border: 2px solid %(text)s; }
QPushButton[look="plain"] { border-color: transparent; background: transparent;
    color: %(accent)s; }
QPushButton[look="plain"]:focus { border: 2px solid %(accent)s; }
QAbstractItemView { selection-background-color: %(selected)s; selection-color: %(text)s;
    alternate-background-color: %(stripe)s; border: 1px solid %(line)s; outline: 0; }
QListView[look="rail"] { border: 0; background: %(window)s; padding-top: 0.4em; }
QHeaderView::section { background: %(window)s; color: %(text)s; font-weight: 700;
    border: 0; border-bottom: 1px solid %(line)s; padding: 0.45em 0.5em; }
QLabel[look="muted"] { color: %(muted)s; }
QLabel[look="error"] { color: %(risk)s; }
QLabel[look="badge"] { background: %(warning)s; color: %(on_warning)s; font-weight: 700;
    border-radius: 4px; padding: 0.3em 0.7em; }
QFrame[look="notice"] { background: %(notice_ground)s; border: 1px solid %(accent)s;
    border-radius: 4px; }
QFrame[look="card"] { background: %(base)s; border: 1px solid %(line)s; border-radius: 6px; }
QFrame[look="rule"] { background: %(line)s; border: 0; }
QTabBar::tab { padding: 0.35em 0.8em; border: 0; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { border-bottom-color: %(accent)s; font-weight: 700; }
QTabBar::tab:hover, QTabBar::tab:focus { background: %(selected)s; }
QTabBar { qproperty-drawBase: 0; }
QTabWidget::pane { border: 0; }
QScrollArea { border: 0; background: transparent; }
QSplitter::handle { background: transparent; }
QStatusBar { border-top: 1px solid %(line)s; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { padding: 0.15em 0.7em; }
"""


def look(widget: QWidget, name: str) -> None:
    """Give a widget one of the looks: main, plain, muted, error, badge, notice, card, rule."""
    widget.setProperty("look", name)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def em(widget: QWidget, count: float = 1.0) -> int:
    """A length in pixels that grows with the author's text size; 1 is about a line's height."""
    return round(widget.fontMetrics().height() * count)
