"""Measure claim matching on a corpus of known reuse, beside datasketch and TF-IDF in the same run.

    python tests/bench/reuse.py STATEMENTS.jsonl GOLD.jsonl [--peers PYTHON] [--jobs N]

STATEMENTS holds {"id", "text"}, GOLD {"a", "b", "relation"} with "none" for lookalikes, one a line. PYTHON is an interpreter that has
datasketch and scikit-learn; each method runs in a process of its own. A peer is shown at the threshold that is
best for it on this very corpus, ours at its own: pair F1, CPU seconds, peak memory.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

DATASKETCH = r"""
import json, re, sys
from datasketch import MinHash, MinHashLSH
lsh = MinHashLSH(threshold=0.4, num_perm=128)
sketches = {}
with open(sys.argv[2], "w") as out:
    for line in open(sys.argv[1], encoding="utf-8"):
        row = json.loads(line)
        text = re.sub(r"\W+", " ", row["text"].lower())
        sketch = MinHash(num_perm=128)
        sketch.update_batch([text[at : at + 5].encode() for at in range(max(len(text) - 4, 1))])
        for other in lsh.query(sketch):
            score = float(sketch.jaccard(sketches[other]))
            out.write(json.dumps({"a": other, "b": row["id"], "score": score}) + "\n")
        lsh.insert(row["id"], sketch)
        sketches[row["id"]] = sketch
"""
TFIDF = r"""
import json, sys
from sklearn.feature_extraction.text import TfidfVectorizer
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
matrix = TfidfVectorizer(sublinear_tf=True, min_df=2).fit_transform([row["text"] for row in rows]).astype("float32")
with open(sys.argv[2], "w") as out:
    for start in range(0, len(rows), 1000):
        block = (matrix[start : start + 1000] @ matrix.T).tocoo()
        kept = (block.data >= 0.35) & (block.row + start < block.col)
        for i, j, score in zip(block.row[kept], block.col[kept], block.data[kept]):
            out.write(json.dumps({"a": rows[start + i]["id"], "b": rows[j]["id"], "score": float(score)}) + "\n")
"""
OURS = r"""
import sys
from provenance.match.lines import match_file
match_file(sys.argv[1], sys.argv[2], jobs=int(sys.argv[3]), on_error=print)
"""


def run(python: str, code: str, *arguments: str) -> tuple[float, int]:
    """CPU seconds of a program and its children, and peak memory of the largest in KiB."""
    child = subprocess.Popen([python, "-c", code, *arguments])
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{python} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def pairs(path: str) -> dict[frozenset[str], float]:
    """The pairs of a file with their scores."""
    found: dict[frozenset[str], float] = {}
    with Path(path).open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            found[frozenset((row["a"], row["b"]))] = row.get("score", 1.0)
    return found


def relations(path: str) -> dict[frozenset[str], str]:
    """The pairs of a gold file with what they are; "none" marks a lookalike."""
    with Path(path).open(encoding="utf-8") as file:
        return {frozenset((row["a"], row["b"])): row["relation"] for row in map(json.loads, file)}


def best(gold: set[frozenset[str]], found: dict[frozenset[str], float]) -> tuple[float, float, float]:
    """The best F1 over all thresholds, with its precision and recall."""
    right, top = 0, (0.0, 0.0, 0.0)
    for number, (pair, _) in enumerate(sorted(found.items(), key=lambda entry: -entry[1]), 1):
        right += pair in gold
        top = max(top, (2 * right / (number + len(gold)), right / number, right / len(gold)))
    return top


def main() -> None:
    """One line a method."""
    parser = argparse.ArgumentParser()
    parser.add_argument("statements")
    parser.add_argument("gold")
    parser.add_argument("--peers", metavar="PYTHON")
    parser.add_argument("--jobs", default="1")
    arguments = parser.parse_args()
    gold = {pair for pair, relation in relations(arguments.gold).items() if relation != "none"}
    methods = [("provenance", sys.executable, OURS)]
    if arguments.peers:
        methods += [("datasketch", arguments.peers, DATASKETCH), ("TF-IDF", arguments.peers, TFIDF)]
    for name, python, code in methods:
        with tempfile.TemporaryDirectory() as folder:
            target = f"{folder}/pairs.jsonl"
            seconds, memory = run(python, code, arguments.statements, target, arguments.jobs)
            found = pairs(target)
        if name == "provenance":
            right = len(gold & found.keys())
            f1, precision, recall = (
                2 * right / (len(gold) + len(found)), right / len(found), right / len(gold),
            )  # fmt: skip
        else:
            f1, precision, recall = best(gold, found)
        print(
            f"{name:<11} F1 {f1:.3f}  P {precision:.3f}  R {recall:.3f}  {seconds:.1f} CPU s  {memory / 1024:.0f} MB"
        )


if __name__ == "__main__":
    main()
