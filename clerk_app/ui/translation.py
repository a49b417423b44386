"""Which words the window uses: the source is Simplified Chinese, so that a lost catalogue still shows the right words.

Two translators are installed: Qt's own (without it standard buttons stay English) and the program's, for another language of the window.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from clerk_app.paths import installation_root

log = logging.getLogger(__name__)

SOURCE_LANGUAGE = "zh_CN"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 — the extractor reads the context
    """Mark a text for the extractor and return it unchanged; Qt's own is typed as returning anything."""
    return text


def install_translators(app: QCoreApplication, *, language: str = SOURCE_LANGUAGE) -> tuple[QTranslator, ...]:
    """Set the locale and install Qt's words and the program's; return those that were found, owned by `app`."""
    QLocale.setDefault(QLocale(language))
    folders = (
        Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        installation_root() / "resources" / "i18n",
    )
    installed: list[QTranslator] = []
    for name, folder in ((f"qtbase_{language}", folders[0]), (f"clerk_{language}", folders[1])):
        translator = QTranslator(app)
        if translator.load(name, str(folder)):
            app.installTranslator(translator)
            installed.append(translator)
        elif not (name.startswith("clerk_") and language == SOURCE_LANGUAGE):
            log.warning("the catalogue %s is not there", name)
    return tuple(installed)
