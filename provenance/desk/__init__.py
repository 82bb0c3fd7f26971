"""The desk: what a review asks of an audit or an archive, and what was decided. It knows no terminal."""
