import Documents
import Foundation
import TestSupport
import Kernel
import Testing

@Suite("Documents")
struct DocumentTests {
    private let renderer = DocumentRenderer()

    @Test("a notice holds its text, title and pages, and the seal adds no text")
    func notice() async throws {
        let bytes = try await renderer.render(Sample.notice())
        let printed = try Printed(bytes)
        #expect(printed.pages == 2)
        #expect(printed.title == "准予决定书")
        for text in ["示范市演示区教育局", "演教许准〔2026〕18号", "准予许可决定书", "示范学校：", "2026年3月2日", "—2—", "查询码YS-8F3K2M"] {
            #expect(printed.text.contains(text), "\(text)")
        }
        #expect(!printed.text.contains("演示用章"))
        #expect(!printed.text.contains("—1—"))
    }

    @Test("the same content gives the same bytes, another day others")
    func repeatable() async throws {
        let first = try await renderer.render(Sample.notice())
        let second = try await DocumentRenderer().render(Sample.notice())
        #expect(first == second)
        let content = Sample.notice()
        let later = DocumentContent(
            metadataTitle: content.metadataTitle,
            created: Instant("2026-03-03"),
            blocks: content.blocks
        )
        #expect(try await renderer.render(later) != first)
    }

    @Test("a page has 22 lines of 28 characters")
    func grid() async throws {
        let full = String(repeating: "国", count: 28 * 22 - 2)
        #expect(try await Printed(renderer.render(Sample.plain([.paragraph(full)]))).pages == 1)
        #expect(try await Printed(renderer.render(Sample.plain([.paragraph(full + "国")]))).pages == 2)
    }

    @Test("a paragraph of ten thousand characters flows over pages and loses none")
    func long() async throws {
        let text = String(repeating: "政务公开透明运行", count: 1250)
        let printed = try await Printed(renderer.render(Sample.plain([.paragraph(text)])))
        #expect(printed.pages == 17)
        #expect(printed.text.filter { "政务公开透明运行".contains($0) }.count == 10_000)
    }

    @Test("a table of many rows and one very high row break over pages, the head on each")
    func tables() async throws {
        let columns = [DocumentTable.Column(title: "名目", share: 1), DocumentTable.Column(title: "内容", share: 3)]
        let rows = (0..<80).map { ["第\($0)行", "内容"] } + [["高行", String(repeating: "长", count: 5000)]]
        let table = DocumentTable(columns: columns, rows: rows)
        let printed = try await Printed(renderer.render(Sample.plain([.table(table)])))
        #expect(printed.pages > 8)
        #expect(printed.text.components(separatedBy: "名目").count - 1 == printed.pages)
        #expect(printed.text.filter { $0 == "长" }.count == 5000)
    }

    @Test(
        "strange characters are set or replaced, never fatal",
        arguments: [
            "🐴👩‍👩‍👧‍👦🇨🇳", "\u{0}\u{1}\u{7F}\u{85}", "ༀབོད་ཡིག ᠮᠣᠩᠭᠣᠯ ئۇيغۇرچە", "𠀀𪚥䶮㐂", "e\u{301}\u{302}\u{303}",
            "\u{202E}abc\u{202C}",
            "\u{10FFFF}\u{FFFE}", "", "\n\n\n", String(repeating: "\u{200D}", count: 500),
        ]
    )
    func strange(text: String) async throws {
        let blocks: [DocumentBlock] = [
            .letterhead(Letterhead(form: .document, name: text, number: text)), .title(text), .addressee(text),
            .heading(text), .paragraph("前\(text)后"), .numberedList([text]),
            .table(.definitions([(term: text, value: text)])),
            .signature(SignatureBlock(agency: text, day: "2026-03-02", seal: Seal(agency: text, mark: text))),
        ]
        let printed = try await Printed(renderer.render(Sample.plain(blocks)))
        #expect(printed.pages >= 1)
        #expect(printed.text.contains("前") && printed.text.contains("后"))
    }

    @Test("a hash that is broken over lines keeps its characters")
    func hash() async throws {
        let hash = String(repeating: "0123456789abcdef", count: 16)
        let printed = try await Printed(renderer.render(Sample.plain([.paragraph(hash)])))
        #expect(printed.text.contains(hash))
    }

    @Test("what cannot be set is refused with the reason")
    func refused() async {
        let tooLong = String(repeating: "a", count: DocumentRenderer.textLimit + 1)
        await #expect(throws: DocumentError.textTooLong(limit: DocumentRenderer.textLimit, found: tooLong.count)) {
            try await renderer.render(Sample.plain([.paragraph(tooLong)]))
        }
        await #expect(throws: DocumentError.tooManyPages(limit: 500)) {
            try await renderer.render(Sample.plain([.paragraph(String(repeating: "\n", count: 20_000))]))
        }
        let table = DocumentTable(columns: [DocumentTable.Column(title: "", share: 1)], rows: [["a"], ["a", "b"]])
        await #expect(throws: DocumentError.tableCells(row: 2, expected: 1, found: 2)) {
            try await renderer.render(Sample.plain([.table(table)]))
        }
        await #expect(throws: DocumentError.codeTooLong(bytes: 3000)) {
            try await renderer.render(Sample.plain([.code(payload: String(repeating: "a", count: 3000), caption: "")]))
        }
    }

    @Test("families that are not installed are named")
    func families() async {
        #expect(await renderer.missingFamilies().isEmpty)
        let strange = DocumentRenderer(fonts: DocumentFonts(serif: "No Such Family"))
        #expect(await strange.missingFamilies() == ["No Such Family"])
    }

    @Test("the time a document takes is printed")
    func time() async throws {
        let clock = ContinuousClock()
        let renderer = DocumentRenderer()
        let first = try await clock.measure { _ = try await renderer.render(Sample.notice()) }
        let rest = try await clock.measure { for _ in 0..<20 { _ = try await renderer.render(Sample.notice()) } }
        print("document: first \(first), then \(rest / 20) each")
        if let path = ProcessInfo.processInfo.environment["DOCUMENT_SAMPLE"] {
            let notice = try await renderer.render(Sample.notice(rows: 14))
            try Data(notice).write(to: URL(fileURLWithPath: path))
        }
    }

    @Test("a QR code becomes a picture for pages, its title escaped")
    func code() throws {
        let code = try QRCode("https://example.org/v/YS-8F3K2M")
        #expect(code.side == 29)
        #expect((0..<7).allSatisfy { code.isDark(row: 0, column: $0) && !code.isDark(row: 7, column: $0) })
        let svg = code.svg(title: "核验 <YS>")
        #expect(
            svg.hasPrefix("<svg") && svg.contains("<title>核验 &lt;YS&gt;</title>")
                && svg.contains("viewBox=\"0 0 37 37\"")
        )
        #expect(throws: DocumentError.emptyCode) { try QRCode("") }
    }
}
