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


def _theme(name: str, dark: bool) -> Theme:
    inks = DARK if dark else LIGHT
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
        variables=variables(dark),
    )


def variables(dark: bool) -> dict[str, str]:
    """What the style sheets ask for, for themes that do not have it."""
    inks = DARK if dark else LIGHT
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


EVENING, DAY = _theme("evening", dark=True), _theme("day", dark=False)
