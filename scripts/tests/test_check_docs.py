"""A project with one fault each: the check must name file, line and fault, and find none in a sound project."""
import pathlib, subprocess, tempfile, unittest

CHECK = pathlib.Path(__file__).resolve().parent.parent / "check-docs"

SOUND = {
    "README.md": "# Project\n\nSee [the words](docs/glossary.md#words) and [the site](https://example.org).\n",
    "docs/glossary.md": "# Words\n\n| word | 中文 | meaning |\n|---|---|---|\n| Agency | 机关 | Who acts. |\n",
    "docs/decisions/0001-rings.md": "# 1. Rings\n",
    "Sources/Capabilities/Supervision/Rules/Overdue.swift": "/// - Source: a law, art. 1.\nstruct Overdue {}\n",
    "Sources/Capabilities/Casework/Storage/M1.swift": 'let one = Migration("2026_11_22_1_CreateCase", [])\n',
}


class CheckDocs(unittest.TestCase):
    def faults(self, **changes):
        """Runs the check on the sound project, with `path=text` written over it."""
        return self.run_on({**SOUND, **changes})

    def run_on(self, files):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for path, text in files.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
            subprocess.run(["git", "init", "--quiet", folder], check=True)
            done = subprocess.run([CHECK, "--root", folder], capture_output=True, text=True)
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.returncode, 0 if "documents: ok" in done.stdout else 1)
        return done.stdout

    def test_a_sound_project_passes(self):
        self.assertIn("documents: ok, 5 files", self.faults())

    def test_a_link_to_nothing(self):
        self.assertIn("README.md:2: links to gone.md", self.faults(**{"README.md": "# A\n[gone](gone.md)\n"}))

    def test_a_link_to_a_missing_heading(self):
        text = "# A\n[gone](docs/glossary.md#gone)\n"
        self.assertIn("no such heading", self.faults(**{"README.md": text}))

    def test_a_link_inside_a_code_block_is_not_one(self):
        self.assertIn("ok", self.faults(**{"README.md": "# A\n```\n[gone](gone.md)\n```\n"}))

    def test_a_decision_number_used_twice(self):
        self.assertIn("decision 0001: expected once", self.faults(**{"docs/decisions/0001-again.md": "# Again\n"}))

    def test_a_migration_used_twice(self):
        text = 'let two = Migration(\n    "2026_11_22_1_CreateCase", [])\n'
        self.assertIn("migration 2026_11_22_1_CreateCase", self.faults(**{"Sources/Platform/M2.swift": text}))

    def test_a_file_too_long(self):
        found = self.faults(**{"Sources/Platform/Long.swift": "\n" * 501})
        self.assertIn("Long.swift: expected at most 500 lines, found 501", found)

    def test_a_long_file_is_listed_and_passes(self):
        found = self.faults(**{"Sources/Platform/Long.swift": "\n" * 301})
        self.assertIn("Long.swift: 301 lines", found)
        self.assertIn("documents: ok", found)

    def test_a_rule_without_its_article(self):
        text = "struct Late {}\n"
        found = self.faults(**{"Sources/Capabilities/Supervision/Rules/Late.swift": text})
        self.assertIn("Late.swift: expected a `- Source:` line", found)

    def test_a_name_we_avoid(self):
        found = self.faults(**{"Sources/Platform/A.swift": "\npackage struct Task {}\nfinal class CaseManager {}\n"})
        self.assertIn("A.swift:2: Task is a name we avoid", found)
        self.assertIn("A.swift:3: CaseManager", found)

    def test_british_spelling(self):
        found = self.faults(**{"Sources/Platform/A.swift": "struct PowerCatalogue {}\n"})
        self.assertIn("expected US spelling, found PowerCatalogue", found)

    def test_a_word_explained_twice(self):
        text = SOUND["docs/glossary.md"] + "| Agency | 机关 | Again. |\n"
        self.assertIn("Agency is explained twice", self.faults(**{"docs/glossary.md": text}))

    def test_a_map_that_claims_what_is_not_there(self):
        text = "# Map\n\nCasework ● Supervision ● Publicity ●\n"
        self.assertIn("shows Publicity as built", self.faults(**{"ARCHITECTURE.md": text}))

    def test_a_map_that_is_older_than_the_code(self):
        found = self.faults(**{"ARCHITECTURE.md": "# Map\n\nCasework ○\n"})
        self.assertIn("remark: ARCHITECTURE.md: Casework is built", found)
        self.assertIn("remark: ARCHITECTURE.md: Supervision is built", found)
        self.assertIn("documents: ok", found)

    def test_an_unfinished_place(self):
        self.assertIn("A.swift:1: unfinished", self.faults(**{"Sources/Platform/A.swift": "// TO" "DO: later\n"}))

    def test_a_path_of_one_machine(self):
        self.assertIn("a path of one machine", self.faults(**{"README.md": "# A\nsee /" "root/x\n"}))
