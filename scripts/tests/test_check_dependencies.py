"""A house with one fault each: the check must name it, and find none in a sound house."""
import json, pathlib, subprocess, tempfile, unittest

CHECK = pathlib.Path(__file__).resolve().parent.parent / "check-dependencies"

SOUND = {
    "Sources/Platform/Kernel": [],
    "Sources/Platform/Database": ["Kernel"],
    "Sources/Platform/SQLiteDriver": ["Database"],
    "Sources/Platform/HTML": [],
    "Sources/Platform/CLibraries/CArgon2": [],
    "Sources/Platform/Cryptography": ["CArgon2"],
    "Sources/Capabilities/Codes": ["Kernel"],
    "Sources/Capabilities/Parties": ["Kernel"],
    "Sources/Capabilities/Catalog": ["Codes"],
    "Sources/Surfaces/Hall": ["Catalog", "HTML"],
    "Sources/Surfaces/Workspace": ["Catalog"],
    "Sources/Executables/hengjian": ["Hall", "SQLiteDriver"],
    "Definitions": [],
    "Tests/Capabilities/CatalogTests": ["Catalog", "Hall"],
}


class CheckDependencies(unittest.TestCase):
    def faults(self, arrows=(), files=None, extra=None):
        """Runs the check on the sound house with more arrows `(from, to)`, files and targets."""
        house = {path: list(needs) for path, needs in {**SOUND, **(extra or {})}.items()}
        for source, target in arrows:
            next(needs for path, needs in house.items() if path.endswith(f"/{source}")).append(target)
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for path in house:
                (root / path).mkdir(parents=True, exist_ok=True)
            for path, text in (files or {}).items():
                (root / path).write_text(text, encoding="utf-8")
            manifest = {"targets": [
                {"name": path.split("/")[-1], "path": path, "type": "system" if "CLibraries" in path else "regular",
                 "dependencies": [{"byName": [name, None]} for name in needs]}
                for path, needs in house.items()
            ]}
            (root / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
            done = subprocess.run([CHECK, "--root", root, "--manifest", root / "manifest.json"],
                                  capture_output=True, text=True)
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.returncode, 0 if done.stdout.startswith("dependencies: ok") else 1)
        return done.stdout

    def test_a_sound_house_passes(self):
        self.assertIn("ok", self.faults(files={
            "Sources/Surfaces/Hall/ItemPage.swift": "import Catalog\npackage import HTML\nimport Hummingbird\n",
            "Sources/Platform/SQLiteDriver/Pool.swift": "import Database\n@preconcurrency import GRDB\n",
            "Sources/Platform/Cryptography/Password.swift": "import CArgon2\n",
            "Tests/Capabilities/CatalogTests/CatalogTests.swift": "import Testing\n@testable import Catalog\n",
        }))

    def test_an_arrow_outward(self):
        self.assertIn("points outward", self.faults([("Codes", "Hall")]))

    def test_an_arrow_to_the_same_step(self):
        self.assertIn("Codes must not depend on Capabilities/Parties: step 1", self.faults([("Codes", "Parties")]))

    def test_an_arrow_to_a_later_step(self):
        self.assertIn("step 1 sees only the steps below it, found step 2", self.faults([("Codes", "Catalog")]))

    def test_an_arrow_between_surfaces(self):
        self.assertIn("do not see each other", self.faults([("Hall", "Workspace")]))

    def test_a_capability_that_writes_html(self):
        self.assertIn("hidden from Capabilities", self.faults([("Catalog", "HTML")]))

    def test_everyone_sees_definitions(self):
        self.assertIn("ok", self.faults([("Codes", "Definitions"), ("Hall", "Definitions")]))

    def test_a_target_without_a_step(self):
        self.assertIn("Misc has no step", self.faults(extra={"Sources/Capabilities/Misc": []}))

    def test_an_import_nobody_declared(self):
        file = {"Sources/Capabilities/Codes/CreditCode.swift": "internal import struct Database.Row\n"}
        self.assertIn("imports Database, which Codes does not declare", self.faults(files=file))

    def test_an_undeclared_import_of_a_test(self):
        file = {"Tests/Capabilities/CatalogTests/CatalogTests.swift": "@testable import Codes\n"}
        self.assertIn("which CatalogTests does not declare", self.faults(files=file))

    def test_a_third_party_module_in_the_wrong_place(self):
        file = {"Sources/Capabilities/Codes/CreditCode.swift": "import Logging\n"}
        self.assertIn("imports Logging, expected only in", self.faults(files=file))

    def test_a_third_party_module_nobody_listed(self):
        file = {"Sources/Capabilities/Codes/CreditCode.swift": "import Alamofire\n"}
        self.assertIn("Alamofire, which is in no table", self.faults(files=file))

    def test_a_c_library_with_two_users(self):
        found = self.faults([("Codes", "CArgon2")], {
            "Sources/Platform/Cryptography/Password.swift": "import CArgon2\n",
            "Sources/Capabilities/Codes/CreditCode.swift": "import CArgon2\n",
        })
        self.assertIn("CArgon2: expected one target", found)

    def test_a_public_declaration(self):
        file = {"Sources/Capabilities/Codes/CreditCode.swift": "public struct CreditCode {}\n"}
        self.assertIn("expected `package`", self.faults(files=file))
