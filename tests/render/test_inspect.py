"""gen template check, and which template is taken for whom."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document

from hongtou.documents.vocabulary import VOCABULARY
from hongtou.papers import Papers
from hongtou.source.load import load_policy
from hongtou.workspace import Workspace
from tests.conftest import ROOT
from tests.render.test_template import template

Build = Callable[..., Path]
Run = Callable[..., Result]


def sample() -> Papers:
    return Papers(Workspace(ROOT), load_policy(ROOT / "policy" / "disability-employment"))


def test_the_vocabulary_is_what_the_papers_offer() -> None:
    from hongtou.documents.notice import notice_document

    papers = sample()
    documents = {
        "notice": notice_document(papers.policy),
        "letter": papers.letters.letter("市财政局"),
        "checklist": papers.checklists.document("市财政局"),
        "ledger": papers.ledger.document(),
    }
    for paper, document in documents.items():
        assert set(VOCABULARY[paper]) == set(document.context), paper
    tasks = documents["letter"].context["tasks"]
    inside = VOCABULARY["letter"]["tasks"].inside
    assert inside is not None
    assert callable(tasks)
    assert set(tasks()[0]) == set(inside)


@pytest.mark.parametrize("path", sorted((ROOT / "templates").glob("*.docx")), ids=lambda path: path.name)
def test_the_shipped_templates_are_clean(path: Path, gen: Run) -> None:
    result = gen("template", "check", str(path))
    assert (result.exit_code, result.stderr) == (0, "")


FAULTY = (
    "{{ titel }}",
    "{{ unit.nmae }}",
    "{{ body }}",
    "{%p for task in taks %}",
    "{{ task.x }}",
    "{%p endfor %}",
    "{%p for t in tasks %}",
    "{{ t.nam }}{{ t.text }}",
    "{%p endfor %}",
    "{%p for t in title %}",
    "{%p endfor %}",
    "多余 {%p if date %}",
    "{%p endif %}",
)


def test_every_fault_at_once_with_its_place(tmp_path: Path, gen: Run) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(template(*FAULTY))
    result = gen("template", "check", str(path))
    assert result.exit_code == 1
    assert [line.removeprefix(f"{path}: ") for line in result.stderr.splitlines()] == [
        "error: paragraph 1: {{ titel }}: there is no “titel”",
        "    → Did you mean “title”?",
        "error: paragraph 2: {{ unit.nmae }}: there is no “nmae”",
        "    → Did you mean “name”?",
        "error: paragraph 3: {{ body }}: these are paragraphs: write {{p … }}, alone in a paragraph.",
        "error: paragraph 4: {%p for task in taks %}: there is no “taks”",
        "    → Did you mean “tasks”?",
        "error: paragraph 8: {{ t.nam }}: there is no “nam”",
        "    → Did you mean “name”?",
        "error: paragraph 10: {%p for t in title %}: this is no list: nothing to go through.",
        "warning: paragraph 12: {%p if date %}: the text beside it is lost: 多余",
        "    → Put the tag into a paragraph of its own.",
    ]
    assert "paragraph 8       {{ t.nam }}" in result.stdout
    assert "标题，已分行" in result.stdout


def test_a_name_that_says_nothing(tmp_path: Path, gen: Run) -> None:
    path = tmp_path / "mine.docx"
    path.write_bytes(template("{{ title }}"))
    assert gen("template", "check", str(path)).exit_code == 2
    assert gen("template", "check", str(path), "--for", "letter").exit_code == 0


def first(path: Path) -> str:
    return Document(str(path)).paragraphs[0].text


def test_the_most_specific_template_is_taken(workspace: Build, gen: Run) -> None:
    from tests.conftest import UNITS

    units = UNITS.replace(
        "  - name: 东镇\n", "  - name: 东镇\n    kind: town\n  - name: 西镇\n    kind: town\n"
    )
    folder = workspace(
        {
            "policy/units.yaml": units.replace("[东镇]", "[东镇, 西镇]"),
            "templates/letter.docx": template("各单位{{ recipients }}", "{{p body }}"),
            "templates/letter.town.docx": template("各镇{{ recipients }}", "{{p body }}"),
            "templates/letter.东镇.docx": template("东镇专用", "{%p for t in tasks %}", "{{ t.number }}{{ t.text }}", "{%p endfor %}"),
            "templates/checklist.docx": template("我的{{ checklist_title }}", "{{p checklist }}"),
        }
    )  # fmt: skip
    assert gen("build").exit_code == 0
    assert first(folder / "output/demo-letters/市财政局.docx") == "各单位市财政局"
    assert first(folder / "output/demo-letters/西镇.docx") == "各镇西镇"
    own = Document(str(folder / "output/demo-letters/东镇.docx"))
    assert [p.text for p in own.paragraphs] == ["东镇专用", "1完成不少于10个。"]
    assert first(folder / "output/demo-checklists/东镇.docx") == "我的东镇任务落实清单"
    result = gen("letters", "--combined")
    assert result.exit_code == 2
    assert "letters of several templates cannot be bound into one file" in result.stderr
    assert gen("letters", "--combined", "--unit", "市财政局", "--unit", "市民政局").exit_code == 0


def test_hostile_templates_are_refused(workspace: Build, gen: Run) -> None:
    import zipfile

    for name, data, says in (
        ("word/vbaProject.bin", b"macro", "holds macros"),
        ("../../evil.txt", b"evil", "dangerous name"),
        ("/etc/evil", b"evil", "dangerous name"),
    ):
        buffer = io.BytesIO(template("{{ title }}", "{{p body }}"))
        with zipfile.ZipFile(buffer, "a") as archive:
            archive.writestr(name, data)
        folder = workspace({"templates/letter.docx": buffer.getvalue()})
        result = gen("letters")
        assert (result.exit_code, result.stdout) == (2, "")
        assert says in result.stderr
        assert not list(folder.rglob("evil*"))


def test_a_template_without_tags_or_that_is_a_folder(workspace: Build, gen: Run) -> None:
    folder = workspace({"templates/letter.docx": template("空白")})
    assert "holds no tag" in gen("letters").stderr
    (folder / "templates/letter.docx").unlink()
    (folder / "templates/letter.docx").mkdir()
    result = gen("letters")
    assert result.exit_code == 2
    assert "templates/letter.docx cannot be read: it is a folder" in result.stderr


def test_paragraphs_where_text_is_wanted(workspace: Build, gen: Run) -> None:
    workspace({"templates/letter.docx": template("{{ title }}", "正文{{ body }}")})
    result = gen("letters")
    assert result.exit_code == 2
    assert "paragraph 2: {{ body }}: these are paragraphs: write {{p … }}" in result.stderr
