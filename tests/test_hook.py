"""The hook with real git and real pre-commit: a story with a bare source is stopped, a clean one passes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(folder.parent / "cache"),
        "GIT_AUTHOR_NAME": "Desk", "GIT_AUTHOR_EMAIL": "desk@example.org",
        "GIT_COMMITTER_NAME": "Desk", "GIT_COMMITTER_EMAIL": "desk@example.org",
    }  # fmt: skip
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False)


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A repository of stories whose hook is the one that this project ships, run in this environment."""
    folder = tmp_path / "newsroom"
    folder.mkdir()
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = {**hook, "language": "system", "entry": f"{sys.executable} -m {hook['entry']}"}
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    run(folder, "git", "init", "-q", "-b", "main")
    assert run(folder, "pre-commit", "install").returncode == 0
    return folder


@pytest.mark.skipif(shutil.which("git") is None, reason="git is what is tried here")
def test_a_commit_is_stopped_by_a_finding_and_passes_when_it_is_mended(newsroom: Path) -> None:
    story = newsroom / "story.txt"
    story.write_text("Ein Insider sagte, der Vertrag sei unterschrieben.\n", encoding="utf-8")
    run(newsroom, "git", "add", ".")
    stopped = run(newsroom, "git", "commit", "-m", "Draft")
    assert stopped.returncode != 0
    assert "story.txt:1:1: error anonymous-source-bare" in stopped.stdout + stopped.stderr
    story.write_text(
        "Die Hafenmeisterin Edda Kroll sagte, der Vertrag sei unterschrieben.\n", encoding="utf-8"
    )
    run(newsroom, "git", "add", ".")
    passed = run(newsroom, "git", "commit", "-m", "Draft")
    assert passed.returncode == 0, passed.stdout + passed.stderr


@pytest.mark.skipif(shutil.which("git") is None, reason="git is what is tried here")
@pytest.mark.parametrize("name", ["--ignore=anonymous-source-bare", "--config=x.txt", "--help", "-", "--"])
def test_a_story_called_like_an_option_is_judged_like_any_other(newsroom: Path, name: str) -> None:
    (newsroom / f"{name}.txt").write_text(
        "Ein Insider sagte, der Vertrag sei unterschrieben.\n", encoding="utf-8"
    )
    run(newsroom, "git", "add", ".")
    stopped = run(newsroom, "git", "commit", "-m", "Draft")
    assert stopped.returncode != 0
    assert f"{name}.txt:1:1: error anonymous-source-bare" in stopped.stdout + stopped.stderr
