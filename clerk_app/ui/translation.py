"""Which words the window uses: the source is Simplified Chinese, so that a lost catalogue still shows the right words.

Two translators are installed: Qt's own (without it standard buttons stay English) and the program's, for another language of the window.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

from clerk_app.paths import installation_root

log = logging.getLogger(__name__)

SOURCE_LANGUAGE = "zh_CN"
LANGUAGES = (SOURCE_LANGUAGE, "en")
"""What the window can speak; for each but the first there is a catalogue in resources/i18n."""
_OWN_NAME = "clerk.translator"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 — the extractor reads the context
    """Mark a text for the extractor and return it unchanged; Qt's own is typed as returning anything."""
    return text


def install_translators(app: QCoreApplication, *, language: str = SOURCE_LANGUAGE) -> tuple[QTranslator, ...]:
    """Speak `language` from now on; return the catalogues that were found, owned by `app`.

    What was installed before goes first. Widgets that exist keep their words: they have to be built again.
    """
    old = app.findChildren(QTranslator, _OWN_NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    spoke_another = bool(old) and language_now() != SOURCE_LANGUAGE
    for translator in old:
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale(language))
    folders = (
        Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        installation_root() / "resources" / "i18n",
    )
    installed: list[QTranslator] = []
    for name, folder in ((f"qtbase_{language}", folders[0]), (f"clerk_{language}", folders[1])):
        translator = QTranslator(app)
        translator.setObjectName(_OWN_NAME)
        if translator.load(name, str(folder)):
            app.installTranslator(translator)
            installed.append(translator)
        elif not (name.startswith("clerk_") and language == SOURCE_LANGUAGE):
            log.warning("the catalogue %s is not there", name)
    if spoke_another or language != SOURCE_LANGUAGE:
        from clerk_app.wording import use_language  # brings the domain along: not before the first paint

        use_language(None if language == SOURCE_LANGUAGE else _translated)
    return tuple(installed)


def language_now() -> str:
    """Return the one of `LANGUAGES` that the window speaks."""
    is_source = QLocale().language() == QLocale(SOURCE_LANGUAGE).language()
    return SOURCE_LANGUAGE if is_source else LANGUAGES[1]


def _translated(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)
