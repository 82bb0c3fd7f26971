"""Hypothesis strategies: texts, values and command lines that the program must take or refuse in one line."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from tests.fuzz.mutate import TOKENS

#: Any text that a file can hold: odd letters, marks, controls; surrogates only where the caller asks for them.
unicode_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
#: What escapes and names of files can bring in.
any_text = st.text(st.characters(), max_size=40)
_words = st.sampled_from(
    """sagte sagte: teilte mit hieß es. laut so dass ob wie soll sei habe er sie Lind Anna Ministerin Dr. und der die das
    said told according to that whether who he she Calder Mayor Mr. and the officials people in a statement
    nach Angaben von zufolge berichtete bis zu 3.000 8.000 Menschen etwa 2026 Foto: Lind/dpa (dpa) – Photo: via AP""".split()
)
_marks = st.sampled_from("„ “ ” » « ‚ ‘ ’ ' \" , . : ; ! ? – — … ( ) / | - \n \n\n".split(" "))
_odd = st.sampled_from(
    "ß ẞ İ ŉ ﬁ \u0301 \u00ad \u200b \u202e \u2028 \x85 \x00 \ufeff \U0001f600 １２ ٣ ½".split(" ")
)
#: Running text out of the grammars' own words, close enough to news to reach every construction.
news = st.lists(st.one_of(_words, _words, _words, _marks, _odd), max_size=60).map(" ".join)
scalar = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), any_text, news,
    st.sampled_from(["2026-09-03", "0000-00-00", "story.txt", "http://[", "<p>", "9" * 5000]),
)  # fmt: skip
json_value = st.recursive(
    scalar, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(unicode_text, inner, max_size=3)), max_leaves=6
)  # fmt: skip
_FIELDS = (
    "uri id guid type version versioncreated headline title byline by author language located dateline source provider "
    "infosources creditline copyrightholder usageterms published embargoed pubstatus outlet ednote body_xhtml body_html text "
    "content bodies headlines associations versions data items item description_text caption"
).split()
#: JSON as agencies and archives send it, a value of any type in any field.
articles = st.dictionaries(st.sampled_from(_FIELDS), json_value, min_size=1, max_size=6)
_inside = st.one_of(news, st.sampled_from([token.decode("utf-8", "replace") for token in TOKENS]))
_tags = "rss channel item title description guid content:encoded media:credit feed entry nitf body body.content p block media hl1 \
byline NewsML NewsItem DataContent newsItem inlineXML description creditline headline edNote html article figure figcaption img".split()


@st.composite
def markup(draw: st.DrawFn, depth: int = 3) -> str:
    """Elements of every format, nested by chance."""
    name = draw(st.sampled_from(_tags))
    inner = draw(st.lists(_inside if depth == 0 else st.one_of(_inside, markup(depth - 1)), max_size=3))
    return f"<{name}>{''.join(inner)}</{name}>"


#: A policy's table with values of any type under known and unknown keys.
policy_value = st.recursive(
    st.one_of(st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False), unicode_text, st.sampled_from(["error", "a.db", ""])),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.from_regex(r"[a-z-]{1,8}", fullmatch=True), inner, max_size=2)),
    max_leaves=4,
)  # fmt: skip
policy_table = st.dictionaries(
    st.sampled_from(["select", "ignore", "severity", "fail-on", "houses", "archive", "colour"]), policy_value, max_size=4
)  # fmt: skip


def toml(value: Any) -> str:
    """A value in TOML; what JSON writes for strings, numbers and lists is TOML too."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


#: What may stand behind an option or as a name.
argument = st.one_of(
    any_text.filter(lambda text: "\x00" not in text),
    st.sampled_from(["", "-", "--", "-1", "0", "10" * 20, "1e3", "１２", "2026-02-30", "20260101", "2026-W01-1", ":memory:", ".", "/", "/dev/null", "a.db", "story.txt"]),
)  # fmt: skip
