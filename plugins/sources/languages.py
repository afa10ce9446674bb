"""Languages by their own names, as those who read them know them, and which are written from right to left."""

from __future__ import annotations

# By code (ISO 639-1): those that are spoken most in the United States and in Europe, and a few more.
NAMES = {
    "am": "አማርኛ", "ar": "العربية", "bn": "বাংলা", "bs": "Bosanski", "cs": "Čeština", "da": "Dansk", "de": "Deutsch",
    "el": "Ελληνικά", "en": "English", "es": "Español", "eu": "Euskara", "fa": "فارسی", "fi": "Suomi", "fr": "Français",
    "he": "עברית", "hi": "हिन्दी", "hr": "Hrvatski", "ht": "Kreyòl ayisyen", "hu": "Magyar", "it": "Italiano",
    "ja": "日本語", "km": "ខ្មែរ", "ko": "한국어", "my": "မြန်မာ", "ne": "नेपाली", "nl": "Nederlands", "no": "Norsk",
    "pl": "Polski", "ps": "پښتو", "pt": "Português", "ro": "Română", "ru": "Русский", "so": "Soomaali", "sq": "Shqip",
    "sr": "Српски", "sv": "Svenska", "sw": "Kiswahili", "th": "ไทย", "tl": "Tagalog", "tr": "Türkçe",
    "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt", "zh": "中文",
}  # fmt: skip
RIGHT_TO_LEFT = frozenset(["ar", "fa", "he", "ps", "ur"])


def own_name(language: str) -> str:
    """Return what a language, such as es or es-MX, is called in itself; its code where that is not known."""
    return NAMES.get(language.partition("-")[0], language)


def direction(language: str) -> str:
    """Return in which direction a language is written, as HTML has it."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"
