import Kernel
import Law
import Testing

@Suite("Statutes from lists, and what is known of a text beside its words")
struct StatuteFileTests {
    private static let list = """
        名称,位阶,制定机关,文号,公布日期,施行日期,章节,条,内容
        风筝管理办法,规章,省人民政府,省人民政府令第12号,2025-11-03,2026-01-01,第一章 总则,第一条,为了放好风筝，制定本办法。
        ,,,,,,,2,"风筝由放风筝的人负责。
        放风筝的人应当有灯。"
        ,,,,,,"第二章 放飞
        第一节 地点",三,"有下列情形之一的，不得放飞：
        （一）机场附近；
        （二）高压线下。"
        ,,,,,,,3-1,夜间不得放飞。
        风筝收费规定,规范性文件,省财政厅,省财〔2025〕7号,2025年12月1日,,,第一条,放飞不收费。
        """

    private static func read(_ text: String) throws -> [StatuteReading] {
        try StatuteFile.read(Array(text.utf8), fileName: "清单.csv")
    }

    @Test("a list gives each of its statutes with headings, articles, paragraphs and items")
    func list() throws {
        let readings = try Self.read(Self.list)
        #expect(readings.map(\.version.title) == ["风筝管理办法", "风筝收费规定"])
        let kite = try #require(readings.first)
        #expect(kite.unplaced.isEmpty)
        #expect(
            kite.version.counts
                == StatuteCounts(chapters: 2, sections: 1, articles: 4, paragraphs: 5, items: 2, subitems: 0)
        )
        #expect(kite.version.level == .rule)
        #expect(kite.version.shownIssuer == "省人民政府")
        #expect(kite.version.shownNumber == "省人民政府令第12号")
        #expect(kite.version.inForceFrom == "2026-01-01")
        #expect(kite.version.article(ArticleReference(3, inserted: 1))?.headings == ["第二章 放飞", "第一节 地点"])
        let fee = try #require(readings.last).version
        #expect(fee.level == .normativeDocument)
        #expect(fee.enactments.map(\.on) == ["2025-12-01"])
        #expect(fee.inForceFrom == "2025-12-01", "what names no day applies from its promulgation")
    }

    @Test(
        "a list that says something unreadable is refused by row, with what was expected and found",
        arguments: [
            ("名称,条\n风筝法,一\n", 1, "表头缺少“内容”一栏"), ("名称,条,内容\n", 1, "没有"),
            ("名称,条,内容\n,一,放。\n", 2, "没有"), ("名称,条,内容\n风筝法,甲,放。\n", 2, "“甲”"),
            ("名称,条,内容\n风筝法,第0条,放。\n", 2, "“第0条”"), ("名称,条,内容\n风筝法,一\n", 2, "应有3格，实有2格"),
            ("名称,位阶,条,内容\n风筝法,大法,一,放。\n", 2, "“大法”"), ("名称,施行日期,条,内容\n风筝法,明年,一,放。\n", 2, "“明年”"),
            ("名称,文号,条,内容\n风筝法,1号,一,放。\n风筝法,2号,二,收。\n", 3, "“2号”"),
        ]
    )
    func refused(_ text: String, _ row: Int, _ found: String) {
        do {
            _ = try Self.read(text)
            Issue.record("the list was taken")
        } catch LawError.unreadableList(let line, _, let said) {
            #expect(line == row)
            #expect(said == found)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("a list in neither UTF-8 nor GB18030, and one that is too long, is refused whole")
    func encoding() throws {
        let gbk: [UInt8] =
            [0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xCC, 0xF5, 0x2C, 0xC4, 0xDA, 0xC8, 0xDD, 0x0A]
            + Array("A,1,B\n".utf8)
        #expect(try StatuteFile.read(gbk, fileName: "清单.CSV").map(\.version.title) == ["A"])
        #expect(throws: LawError.tooLong(bytes: 5 << 20, limit: StatuteMarkdown.greatestBytes)) {
            try StatuteFile.read([UInt8](repeating: 0x41, count: 5 << 20), fileName: "清单.csv")
        }
        #expect(throws: LawError.unreadableList(row: 1, expected: "含有法律条文的工作簿", found: "不能读出")) {
            try StatuteFile.read([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 60), fileName: "清单.xlsx")
        }
    }

    @Test("what is said of a text goes before what it shows, and says what it does not show")
    func stated() throws {
        let text = "# 风筝规定\n\n2020年1月1日 中华人民共和国国务院令第9号公布\n\n第一条 放好风筝。\n"
        let reading = try #require(try StatuteFile.read(Array(text.utf8), fileName: "风筝规定.md").first)
        #expect(reading.version.shownNumber == "国务院令第9号")
        #expect(reading.stating(StatuteStatement()) == reading)
        let stated = reading.stating(
            StatuteStatement(level: .rule, issuer: "风筝局", documentNumber: "风筝局令第1号", inForceFrom: "2020-06-01")
        )
        #expect(stated.version.level == .rule)
        #expect(stated.version.shownIssuer == "风筝局")
        #expect(stated.version.shownNumber == "风筝局令第1号")
        #expect(stated.version.inForceFrom == "2020-06-01")
        #expect(stated.version.articles == reading.version.articles)
    }

    @Test(
        "the notes on a statute's life show who made it and by which order",
        arguments: [
            ("第十届全国人民代表大会常务委员会第四次会议通过", "全国人民代表大会常务委员会", nil),
            ("第八届全国人民代表大会第四次会议通过", "全国人民代表大会", nil),
            ("中华人民共和国国务院令第654号公布", "国务院", "国务院令第654号"), ("国务院第57次常务会议通过", "国务院", nil),
            ("山东省第十二届人民代表大会常务委员会第十一次会议通过", "山东省人民代表大会常务委员会", nil),
            ("国家市场监督管理总局令第45号公布", "国家市场监督管理总局", "国家市场监督管理总局令第45号"),
            ("中共中央、国务院发布", "中共中央、国务院", nil), ("施行", nil, nil),
        ] as [(String, String?, String?)]
    )
    func issuing(_ note: String, _ body: String?, _ number: String?) throws {
        let version = StatuteVersion(
            title: "风筝法",
            level: nil,
            enactments: [Enactment(on: "2020-01-01", kind: .noted, text: note)],
            inForceFrom: nil,
            articles: []
        )
        #expect(version.shownIssuer == body)
        #expect(version.shownNumber == number)
    }
}
