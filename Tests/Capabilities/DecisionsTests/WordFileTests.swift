import Decisions
import Documents
import Interchange
import Kernel
import Testing

@Suite("Documents as drafts for word processors")
struct WordFileTests {
    private static let content = DocumentContent(
        metadataTitle: "行政处罚决定书",
        created: Instant("2026-03-02", hour: 9),
        blocks: [
            .letterhead(Letterhead(form: .letter, name: "演示区教育局", number: "演示教罚〔2026〕1号")), .title("行政处罚决定书"),
            .addressee("演示托幼服务有限公司："), .heading("事实"), .paragraph("第一段 <甲> & “乙”\n第二段"), .numberedList(["其一", "其二"]),
            .table(
                DocumentTable(
                    columns: [.init(title: "名称", share: 2), .init(title: "数量", share: 1)],
                    rows: [["桌子", "3"], ["椅子\n旧的", ""]]
                )
            ),
            .table(.definitions([(term: "期限", value: "十五日")])),
            .signature(
                SignatureBlock(agency: "演示区教育局", day: "2026-03-02", seal: Seal(agency: "演示区教育局", mark: "演示用章"))
            ),
            .code(payload: "https://example.org/check/1", caption: "扫码核验本文书"),
        ]
    )

    @Test("every part is well-formed XML, every word is in it in order, and neither seal nor check code is")
    func parts() throws {
        let file = WordFile(Self.content)
        var archive = try PartArchive(file.bytes, limits: SpreadsheetLimits(parts: 20, bytes: 1 << 20))
        #expect(Set(archive.names).isSuperset(of: ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]))
        for name in archive.names {
            let part = try #require(try archive.part(name))
            #expect(throws: Never.self, "\(name)") { try MarkupElement.root(of: MarkupReader(part)) }
        }
        let text = String(decoding: try #require(try archive.part("word/document.xml")), as: UTF8.self)
        var rest = text[...]
        for words in [
            "不是文书正本", "演示区教育局", "演示教罚〔2026〕1号", "行政处罚决定书", "演示托幼服务有限公司：", "事实", "第一段 &lt;甲&gt; &amp; “乙”", "第二段",
            "1．其一", "2．其二", "名称", "数量", "桌子", "椅子", "旧的", "期限", "十五日", "2026年3月2日",
        ] {
            let place = try #require(rest.firstRange(of: words), "\(words)")
            rest = rest[place.upperBound...]
        }
        #expect(!text.contains("演示用章") && !text.contains("扫码"))
        #expect(text.matches(of: /<w:tbl>/).count == 2 && text.matches(of: /<w:tblHeader\/>/).count == 1)
    }

    @Test("the same content gives the same bytes")
    func stable() {
        #expect(WordFile(Self.content).bytes == WordFile(Self.content).bytes)
    }
}
