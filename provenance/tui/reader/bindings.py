"""The keys of the reader; help, palette and README are made from them."""

from __future__ import annotations

from textual.binding import Binding, BindingType

BINDINGS: list[BindingType] = [
    Binding("n", "finding(1)", "next open", tooltip="the next open finding of any document; while searching, the next place"),
    Binding("a", "verdict('accept')", "accept", tooltip="accept the finding: it is right"),
    Binding("d", "reason('dismiss')", "dismiss", tooltip="dismiss the finding, with a reason"),
    Binding("w", "verdict('follow_up')", "follow up", tooltip="leave the finding to be followed up"),
    Binding("m", "reason('note')", "note", tooltip="a note on the finding; it stays as it is"),
    Binding("e", "elsewhere", "elsewhere", tooltip="the next place where the same is said"),
    Binding("slash", "search", "search", key_display="/", tooltip="find words in the text of all documents"),
    Binding("x", "correct", "correct", tooltip="say who else says this statement, and it alone, or of which kind it is"),
    Binding("p", "finding(-1)", "previous open", show=False, tooltip="the open finding before"),
    Binding("N", "hit(-1)", "hit before", show=False, tooltip="while searching, the place before"),
    Binding("j,down", "move(1)", "next", show=False, key_display="j ↓", tooltip="the next statement, or finding on the document"),
    Binding("k,up", "move(-1)", "previous", show=False, key_display="k ↑", tooltip="the statement or finding before"),
    Binding("right_square_bracket", "document(1)", "next document", show=False, key_display="]", tooltip="the next document"),
    Binding("left_square_bracket", "document(-1)", "document before", show=False, key_display="[", tooltip="the document before"),
    Binding("g,home", "end(-1)", "top", show=False, key_display="g Home", tooltip="the top of the article"),
    Binding("G,end", "end(1)", "end", show=False, key_display="G End", tooltip="the last statement"),
    Binding("pagedown,ctrl+f,space", "page(1)", "page", show=False, key_display="PgDn", tooltip="a page on, without selecting"),
    Binding("pageup,ctrl+b", "page(-1)", "page back", show=False, key_display="PgUp", tooltip="a page back"),
    Binding("number_sign", "jump", "number", show=False, key_display="#", tooltip="go to a statement or document by its number"),
    Binding("tab", "pane", "route", show=False, key_display="tab", tooltip="scroll the route with j and k, in full on a narrow screen; and back"),
    Binding("y", "copy", "copy", show=False, tooltip="copy the statement with its route"),
    Binding("o", "edit", "edit", show=False, tooltip="open the file in $EDITOR at the line"),
]  # fmt: skip
