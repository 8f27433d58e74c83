private import Foundation

/// What pyHanko, a strict checker, says of the signature of a PDF file; `scripts/setup test` installs it.
package struct SignatureCheck: Sendable {
    package struct NotChecked: Error, CustomStringConvertible {
        package let description: String
    }

    private static let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: ".tools/signature-check/bin/python").path

    package static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// Whether the signature holds, by a certificate that the root vouches for.
    package let isTrusted: Bool
    /// Whether the covered bytes are as they were signed.
    package let isIntact: Bool
    /// Whether everything but the signature itself is covered, as `ENTIRE_FILE`.
    package let coverage: String
    package let kind: String
    package let signer: String
    package let reason: String
    package let at: String

    /// - Parameters:
    ///   - file: a PDF file with one signature.
    ///   - root: the certificate that is trusted, as PEM.
    /// - Throws: `NotChecked`.
    package init(_ file: [UInt8], trusting root: String) async throws {
        let folder = try TemporaryFolder()
        for (name, bytes) in [
            ("file.pdf", file), ("root.pem", Array(root.utf8)), ("check.py", Array(Self.script.utf8)),
        ] {
            try Data(bytes).write(to: URL(fileURLWithPath: folder.file(name)))
        }
        let log = folder.file("log")
        let checker = try StartedProgram([Self.program, folder.file("check.py"), folder.path], log: log)
        guard await checker.finish(within: .seconds(60)) == 0,
            let answer = FileManager.default.contents(atPath: folder.file("answer.json")),
            let words = try JSONSerialization.jsonObject(with: answer) as? [String: String]
        else { throw NotChecked(description: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "") }
        isTrusted = words["trusted"] == "True"
        isIntact = words["intact"] == "True"
        coverage = words["coverage"] ?? ""
        kind = words["kind"] ?? ""
        signer = words["signer"] ?? ""
        reason = words["reason"] ?? ""
        at = words["at"] ?? ""
    }

    private static let script = """
        import json, pathlib, sys
        from pyhanko.keys import load_cert_from_pemder
        from pyhanko.pdf_utils.reader import PdfFileReader
        from pyhanko.sign.validation import validate_pdf_signature
        from pyhanko_certvalidator import ValidationContext

        folder = pathlib.Path(sys.argv[1])
        with open(folder / "file.pdf", "rb") as file:
            [signature] = PdfFileReader(file).embedded_signatures
            status = validate_pdf_signature(
                signature, ValidationContext(trust_roots=[load_cert_from_pemder(folder / "root.pem")]))
            answer = {
                "trusted": status.bottom_line, "intact": status.intact and status.valid,
                "coverage": status.coverage.name, "kind": signature.sig_object["/SubFilter"],
                "signer": status.signing_cert.subject.native["common_name"],
                "reason": signature.sig_object["/Reason"], "at": signature.self_reported_timestamp.isoformat(),
            }
        (folder / "answer.json").write_text(json.dumps({name: str(value) for name, value in answer.items()}))
        """
}
