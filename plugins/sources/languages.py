"""Languages: their codes in names of files, their own names, and which are written from right to left."""

from __future__ import annotations

import re

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
# How English calls them, as staff may write it.
IN_ENGLISH = {
    "am": "amharic", "ar": "arabic", "bn": "bengali", "bs": "bosnian", "cs": "czech", "da": "danish", "de": "german",
    "el": "greek", "en": "english", "es": "spanish", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french",
    "he": "hebrew", "hi": "hindi", "hr": "croatian", "ht": "haitian creole", "hu": "hungarian", "it": "italian",
    "ja": "japanese", "km": "khmer", "ko": "korean", "my": "burmese", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "ps": "pashto", "pt": "portuguese", "ro": "romanian", "ru": "russian", "so": "somali",
    "sq": "albanian", "sr": "serbian", "sv": "swedish", "sw": "swahili", "th": "thai", "tl": "tagalog", "tr": "turkish",
    "uk": "ukrainian", "ur": "urdu", "vi": "vietnamese", "zh": "chinese",
}  # fmt: skip
# All codes of ISO 639-1: what stands between the last two dots of a file name is a language, or no name of ours.
ISO_639 = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is
it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms
mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk
sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi
yo za zh zu
"""
CODES = frozenset(ISO_639.split())
# Where most who speak it live (CLDR, likely subtags): Open Graph has a language only together with a land.
LIVING_IN = {
    "am": "ET", "ar": "EG", "bn": "BD", "bs": "BA", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US",
    "es": "ES", "eu": "ES", "fa": "IR", "fi": "FI", "fr": "FR", "he": "IL", "hi": "IN", "hr": "HR", "ht": "HT",
    "hu": "HU", "it": "IT", "ja": "JP", "km": "KH", "ko": "KR", "my": "MM", "ne": "NP", "nl": "NL", "no": "NO",
    "pl": "PL", "ps": "AF", "pt": "BR", "ro": "RO", "ru": "RU", "so": "SO", "sq": "AL", "sr": "RS", "sv": "SE",
    "sw": "TZ", "th": "TH", "tl": "PH", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN",
}  # fmt: skip
NAMED = re.compile(r"(?P<name>.+)\.(?P<code>[a-z]{2})(?:-(?P<land>[a-z]{2}))?", re.IGNORECASE)
RIGHT_TO_LEFT = frozenset(["ar", "fa", "he", "ps", "ur"])


def own_name(language: str) -> str:
    """Return what a language, such as es or es-MX, is called in itself; its code where that is not known."""
    return NAMES.get(language.partition("-")[0], language)


def code_of(name: str) -> str | None:
    """Return the code of a language that is called so, in itself or in English; None where none is."""
    wanted = name.casefold()
    return next((code for code, own in NAMES.items() if wanted in (own.casefold(), IN_ENGLISH[code])), None)


def direction(language: str) -> str:
    """Return in which direction a language is written, as HTML has it."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def locale(language: str) -> str:
    """Return a language, such as es or es-MX, as Open Graph has it: es_ES, es_MX."""
    code, _, land = language.partition("-")
    return "_".join(filter(None, (code, land or LIVING_IN.get(code))))


def parted(name: str) -> tuple[str, str]:
    """Return a name without its language, and that, such as about and es of about.es; empty where it names none."""
    found = NAMED.fullmatch(name)
    if not (found and found["code"].lower() in CODES):
        return name, ""
    return found["name"], found["code"].lower() + (f"-{found['land'].upper()}" if found["land"] else "")
