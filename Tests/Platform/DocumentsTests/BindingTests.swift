import Documents
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("Binding of files for archiving")
struct BindingTests {
    private let renderer = DocumentRenderer()

    private func bound() async throws -> BoundFile {
        let cover = try await renderer.render(Sample.plain([.title("案卷封面")]))
        let notice = try await renderer.render(Sample.notice())
        let signed = try PDFSigning(name: "示范市教育局", reason: "签章", at: Instant("2026-03-02", hour: 10))
            .sign(notice) { _ in [0x30, 0x00] }
        let list = try await renderer.render(Sample.notice(paragraphs: 1, rows: 40))
        return BoundFile(
            title: "示范案卷 <一>",
            author: "示范市教育局 & 档案室",
            created: Instant("2026-03-02", hour: 11),
            parts: [
                BoundFile.Part(title: "封面", file: cover),
                BoundFile.Part(title: "准予许可决定书", file: signed, stamp: "正卷 "),
                BoundFile.Part(title: "清单（括号)", file: list, stamp: "正卷 "),
                BoundFile.Part(title: "准予许可决定书", file: notice, stamp: "副卷 "),
            ]
        )
    }

    @Test("all pages of all parts stand in one file, numbered by volume, the cover without a number")
    func pages() async throws {
        let bound = try await bound()
        let counts = try await [1, 2, 3].asyncMap { try await renderer.pageCount(of: bound.parts[$0].file) }
        let printed = try await Printed(renderer.bind(bound))
        #expect(printed.pages == 1 + counts.reduce(0, +))
        let last = counts[0] + counts[1]
        for text in ["正卷1", "正卷\(last)", "副卷1", "副卷\(counts[2])", "案卷封面", "第40份"] {
            #expect(printed.text.contains(text), "\(text)")
        }
        #expect(!printed.text.contains("正卷\(last + 1)"))
    }

    @Test("the file is sound, and the same parts give the same bytes")
    func sound() async throws {
        let bytes = try await renderer.bind(bound())
        #expect(try await DocumentRenderer().bind(bound()) == bytes)
        let file = try TemporaryFolder()
        let path = file.file("bound.pdf")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let check = try Printed.run("qpdf", ["--check", path])
        #expect(check.contains("No syntax or stream encoding errors found"), "\(check)")
    }

    @Test("the file says that it is PDF/A-2b and holds what that takes")
    func archival() async throws {
        let bytes = try await renderer.bind(bound())
        let text = String(decoding: bytes, as: UTF8.self)
        for demand in [
            "%PDF-1.7\n%", "<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>",
            "/S /GTS_PDFA1", "/DestOutputProfile", "/Type /Metadata", "/ID [<", "示范案卷 &lt;一&gt;",
            "示范市教育局 &amp; 档案室",
        ] {
            #expect(text.contains(demand), "\(demand)")
        }
        for ban in ["/Encrypt", "/AcroForm", "/Annots", "/JavaScript", "/Launch", "/EmbeddedFile", "/LZWDecode"] {
            #expect(!text.contains(ban), "\(ban)")
        }
        let folder = try TemporaryFolder()
        let path = folder.file("bound.pdf")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let fonts = try Printed.run("pdffonts", [path]).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        // The columns emb, sub, uni from the right: before them the object's number and generation.
        for font in fonts { #expect(font.split(separator: " ").dropLast(4).last == "yes", "\(font)") }
    }

    @Test(
        "a file that is not of the press is refused and named as that",
        arguments: ["", "%PDF-1.7", "startxref\n9999\n%%EOF", "xref\n0 99999999\nstartxref\n0\n%%EOF"]
    )
    func foreign(_ text: String) async throws {
        await #expect(throws: DocumentError.self) { try await renderer.pageCount(of: Array(text.utf8)) }
    }

    @Test("a file cut off anywhere, or with a byte changed, is bound or refused and never worse")
    func damaged() async throws {
        let file = try await renderer.render(Sample.plain([.title("案卷封面")]))
        for end in stride(from: 0, to: file.count, by: max(1, file.count / 60)) {
            await #expect(throws: DocumentError.self) { try await renderer.pageCount(of: Array(file[..<end])) }
        }
        for place in stride(from: 0, to: file.count, by: max(1, file.count / 200)) {
            var changed = file
            changed[place] ^= 0x11
            _ = try? await renderer.pageCount(of: changed)
        }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ change: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await change(element)) }
        return values
    }
}
