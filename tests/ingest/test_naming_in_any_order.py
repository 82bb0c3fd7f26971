"""Two items that claim one id keep their names whatever order their files are named in."""

import json
from pathlib import Path

from provenance.ingest import read_together
from provenance.model import Document


def test_which_of_two_items_of_one_id_is_the_second_does_not_rest_on_the_order_of_paths(
    tmp_path: Path,
) -> None:
    paths = [str(tmp_path / name) for name in ("a.json", "b.json")]
    for number, path in enumerate(paths):
        entry = {"uri": "n1", "source": "dpa", "headline": "Damm", "body_text": f"Satz {number}, sagte Lind."}
        Path(path).write_text(json.dumps(entry), encoding="utf-8")
    names = [
        {item.path: item.id for item in read_together(order) if isinstance(item, Document)}
        for order in (paths, paths[::-1])
    ]
    assert names[0] == names[1] == {paths[0]: "dpa:n1", paths[1]: "dpa:n1~2"}
