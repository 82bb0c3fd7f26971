"""E-mail (RFC 822): a press office's or a correspondent's message, its first readable part."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from provenance.errors import InputError
from provenance.ingest.encoding import decode
from provenance.ingest.feeds.item import Item, Piece
from provenance.ingest.feeds.markup import html_pieces


def parse(data: bytes, path: str) -> list[Item]:
    """The message as one item.

    Raises:
        InputError: it has no readable part.
    """
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise InputError(path, "a message without readable text", "export its text")
    item = Item(
        "mail", id=str(message["Message-ID"] or "").strip("<> "), headline=str(message["Subject"] or "")
    )
    name, address = parseaddr(str(message["From"] or ""))
    item.byline = name
    item.source = address.rpartition("@")[2]
    try:
        item.published = parsedate_to_datetime(str(message["Date"])).isoformat()
    except (ValueError, TypeError):
        item.published = ""
    payload = part.get_payload(decode=True)
    text = decode(payload if isinstance(payload, bytes) else str(payload).encode())
    if part.get_content_type() == "text/html":
        item.body = html_pieces(text)
    else:
        body, _, signature = text.partition("\n-- \n")
        item.body = [Piece("paragraph", part) for part in body.split("\n\n") if part.strip()]
        if signature.strip():
            item.body.append(Piece("boilerplate", signature.strip()))
    return [item]
