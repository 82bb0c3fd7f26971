"""The two themes of the review: two greys, one colour for the selection, one for doubt, one for errors.

Each text on its ground has a contrast of at least 4.5:1 (WCAG 2.2, success criterion 1.4.3); tests compute it.
"""

from __future__ import annotations

from textual.theme import Theme

#: What the style sheets use beyond Textual's own variables.
DARK = {
    "ground": "#16181c",
    "band": "#1f2228",
    "ink": "#d5d8dd",
    "strong": "#f3f4f6",
    "quiet": "#9ba1ab",
    "rule": "#3a3f48",
    "accent-ink": "#8ab4f0",
    "chosen": "#263142",
    "doubt": "#dfae4f",
    "fault": "#f2837b",
    "hit": "#5c4a12",
}
LIGHT = {
    "ground": "#fbfaf7",
    "band": "#efede7",
    "ink": "#2b2e33",
    "strong": "#0c0d0f",
    "quiet": "#5f636b",
    "rule": "#cfccc4",
    "accent-ink": "#1b57a6",
    "chosen": "#dbe6f5",
    "doubt": "#835400",
    "fault": "#ad2318",
    "hit": "#f5df9a",
}


#: The same for a terminal of sixteen colours, in the values that its colours are taken to have: nearest to amber and to
#: the blue of the keys would be the grey of what is quiet.
FEW_DARK = {
    "ground": "#000000",
    "band": "#000000",
    "ink": "#ffffff",
    "strong": "#ffffff",
    "quiet": "#aaaaaa",
    "rule": "#555555",
    "accent-ink": "#55ffff",
    "chosen": "#0000aa",
    "doubt": "#ffff55",
    "fault": "#ff5555",
    "hit": "#aa5500",
}
FEW_LIGHT = {
    "ground": "#ffffff",
    "band": "#ffffff",
    "ink": "#000000",
    "strong": "#000000",
    "quiet": "#555555",
    "rule": "#aaaaaa",
    "accent-ink": "#0000aa",
    "chosen": "#55ffff",
    "doubt": "#aa00aa",
    "fault": "#aa0000",
    "hit": "#ffff55",
}


def _inks(dark: bool, few: bool) -> dict[str, str]:
    return (FEW_DARK if dark else FEW_LIGHT) if few else (DARK if dark else LIGHT)


def own_theme(name: str, dark: bool, few: bool = False) -> Theme:
    """One of the two themes; `few` is that of a terminal of sixteen colours."""
    inks = _inks(dark, few)
    return Theme(
        name=name,
        dark=dark,
        primary=inks["accent-ink"],
        secondary=inks["quiet"],
        accent=inks["accent-ink"],
        warning=inks["doubt"],
        error=inks["fault"],
        success=inks["ink"],
        foreground=inks["ink"],
        background=inks["ground"],
        surface=inks["ground"],
        panel=inks["band"],
        variables=variables(dark, few),
    )


def variables(dark: bool, few: bool = False) -> dict[str, str]:
    """What the style sheets ask for, for themes that do not have it."""
    inks = _inks(dark, few)
    return {
        **inks,
        "input-cursor-background": inks["ink"],
        "input-cursor-foreground": inks["ground"],
        "input-selection-background": inks["chosen"],
        "scrollbar": inks["rule"],
        "scrollbar-hover": inks["quiet"],
        "scrollbar-active": inks["accent-ink"],
        "scrollbar-background": inks["ground"],
        "scrollbar-background-hover": inks["ground"],
        "scrollbar-background-active": inks["ground"],
        "scrollbar-corner-color": inks["ground"],
    }


EVENING, DAY = own_theme("evening", dark=True), own_theme("day", dark=False)
