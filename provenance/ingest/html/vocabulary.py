"""What the class names and ids of news pages say about an element, in the words that templates share."""

from __future__ import annotations

import re
from functools import lru_cache


class Role:
    """What an element is for, as bits, for an element may have several roles.

    Plain integers: every element of every page is asked, and `IntFlag` costs ten times as much.
    """

    FURNITURE = 1
    """The site's and not the story's: navigation, teasers, sharing, comments, advertising."""
    BODY = 2
    BYLINE = 4
    DATE = 8
    CAPTION = 16
    CREDIT = 32
    KICKER = 64
    LEAD = 128
    PICTURE = 256
    """A box around a picture and its words."""
    HEADLINE = 512
    PROFILE = 1024
    """A box about the writer; furniture, but for the name in it."""
    ASIDE = 2048
    """Beside the story but the newsroom's: fact boxes, pull quotes."""
    SOURCE = 4096
    """Who supplied the text."""
    COMMENTS = 8192
    """What readers wrote; furniture of any size."""


_WORDS: dict[int, str] = {
    Role.FURNITURE: """
        related* teasers? promos? promotion promoted share sharing sharer social socials? shariff addthis sharedaddy
        newsletters? advert* ads? adslot adbox banner-ad anzeigen?
        werbung sponsor* breadcrumbs? nav navi navbar navigation subnav menu menus footer foot-links sidebar sidebars
        recommend* recirc* subscribe subscri* subscription subscriptions aboteaser paywall cookies? consent gdpr popular
        mostread most-read most-popular most-viewed meistgelesen trending outbrain taboola ligatus plista tags taglist tag-list tagcloud
        schlagwort* pagination pager paginator widgets? login register signup sign-up search suche searchform toolbar
        printonly print-only sr-only screen-reader visually-hidden visuallyhidden invisible read-more readmore more-on
        read-next readnext up-next next-article prev-next also-read see-also weiterlesen mehr-zum-thema more-stories
        more-from morefrom morelinks further-reading article-links linklist link-list poll polls
        rating ratings feedback disclaimer jump-link skip-link skiplink modal popup pop-up overlay lightbox
        listen audio-player readspeaker speak donate donation donations
        upsell cta callout-link follow-us followus toc affiliate shopping shop buy-box coupon
        ticker latest-news latest-stories
        spinner tooltip dropdown flyout accordion-nav hotjar survey action-bar
        correction-form report-error notification notifications push-notification app-banner inline-links story-links
        embed-link product-box productbox article-list story-list story-package package-list list-teaser article-tools
    """,
    Role.BODY: """
        article-body articlebody article-text articletext article-content articlecontent article-main entry-content
        post-content post-body postbody story-body storybody story-content story-text body-text bodytext body-copy
        body-content main-text richtext rich-text text-content content-text news-text newstext artikeltext artikel-text
        artikel-inhalt beitragstext single-content paragraphs
    """,
    Role.BYLINE: """
        byline* by-line author authors authorname author* autor* verfasser* creator writer writers
        contributors? reporter redakteur* auteur signature
    """,
    Role.DATE: """
        date dates datetime dateline timestamp time-stamp time times published publish* pubdate pub-date posted posted-on updated
        datum veroeffentlicht* veröffentlicht* erstellt erscheinungsdatum
    """,
    Role.CAPTION: """
        caption captions caption* figcaption bildunterschrift bildtext bild-text legende legend cutline image-text img-text
        image-description img-description media-text picture-text photo-description image-title wp-caption-text
        image-subtitle imagetext bildinfo image-info bildbeschreibung subtext subline
    """,
    Role.CREDIT: """
        credit credits photographer photographers copyright copyrights bildquelle bild-quelle quelle bildnachweis
        fotograf* image-rights rights image-source img-source photo-source picture-source media-source source urheber
        urheberrecht photo-by agency agencies attribution image-owner image-author artist image-byline photo-byline image-copy
        provider
    """,
    Role.KICKER: """
        kicker overline dachzeile topline eyebrow roofline supertitle headline-prefix pretitle pre-title
        super-headline spitzmarke rubric rubrik ribbon
    """,
    Role.LEAD: """
        lead lede lead-text leadtext intro introduction intro-text introtext teaser-text teasertext vorspann standfirst
        summary abstract subtitle sub-title subheadline sub-headline subhead sub-head dek deck excerpt anreisser anrisstext
        article-description chapeau strapline entry-summary
    """,
    Role.PICTURE: """
        picture pictures photo photos image images img figure foto fotos bild bilder media gallery galerie slide slides
        slideshow carousel hero lead-art lead-image featured-image thumbnail wp-caption artikelbild aufmacher* lede-art
    """,
    Role.HEADLINE: """
        headline article-title post-title entry-title story-title page-title article-headline news-title titel
    """,
    Role.PROFILE: """
        author-bio author-box author-info author-card author-description about-author about-the-author
        author-profile author-about author-meta-box bio bios biography contributor-bio autorenbox autoren-box autoreninfo
        profile post-author-box
    """,
    Role.ASIDE: """
        infobox info-box factbox fact-box fact-file pullquote pull-quote pull-quotes sidebar-box infokasten
    """,
    Role.COMMENTS: """
        comment comments commenting commentlist comment-list comment-section disqus respond replies kommentare
        leserkommentare forum
    """,
    Role.SOURCE: """
        source quelle provider agency agentur text-source news-source article-source distributor
    """,
}
#: The vocabulary by first word: what may follow it, and the role. Beginnings ("author…") by their first letters.
_PHRASES: dict[str, list[tuple[tuple[str, ...], int]]] = {}
_BEGINNINGS: dict[str, list[tuple[str, int]]] = {}
_LETTERS = 4


def _learn() -> None:
    for role, entries in _WORDS.items():
        for entry in entries.split():
            if entry.endswith("*"):
                _BEGINNINGS.setdefault(entry[:_LETTERS], []).append((entry[:-1], role))
                continue
            for form in (entry[:-2], entry[:-1]) if entry.endswith("s?") else (entry,):
                first, *rest = form.split("-")
                _PHRASES.setdefault(first, []).append((tuple(rest), role))


_learn()
#: What a name says in spite of a word in it: "media-footer" is no foot of a page, "teaser-text" no teaser.
_DESPITE = re.compile(r"(?:^|-)(?:(?:media|image|figure|picture|photo)-footer|teasers?-text)(?:-|$)")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: "figure--no-caption", "has-sidebar": what comes behind says how it looks, not what it is.
_MODIFIER = re.compile(
    r"--.*$|^(?:has|no|is|with|without|hide|show|js|wp-block|post-tag|category)-.*$|^(?:has|no|is|with)(?=[A-Z]).*$"
)
_JOINTS = re.compile(r"[^0-9a-zäöüß]+")


@lru_cache(maxsize=16_384)
def roles(names: str) -> int:
    """The roles that an element's class names, id and itemprop say, as `Role` bits; 0 if they say nothing.

    "articleBody", "article__body" and "ArticleBody-main" are one word here; the vocabulary is what German and
    English templates share, no name of any one site.
    """
    found = 0
    for name in names.split():
        found |= _roles_of(name)
    return found


@lru_cache(maxsize=16_384)
def _roles_of(name: str) -> int:
    found = 0
    if name := _MODIFIER.sub("", name):
        joined = _JOINTS.sub("-", _CAMEL.sub("-", name).lower()).strip("-")
        words = joined.split("-")
        for at, word in enumerate(words):
            for rest, role in _PHRASES.get(word, ()):
                if not rest or tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                    found |= role
            for beginning, role in _BEGINNINGS.get(word[:_LETTERS], ()):
                if word.startswith(beginning):
                    found |= role
            if word.endswith(("credit", "credits", "copyright")):
                found |= Role.CREDIT
        if found & Role.FURNITURE and _DESPITE.search(joined):
            found &= ~Role.FURNITURE
    return found
