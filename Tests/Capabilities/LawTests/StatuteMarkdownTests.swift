import Kernel
import Law
import Testing

@Suite("Statutes from Markdown")
struct StatuteMarkdownTests {
    private static let kite = """
        \u{FEFF}# 中华人民共和国风筝法

        2003年8月27日 第十届全国人民代表大会常务委员会第四次会议通过

        2019年4月23日 第十三届全国人民代表大会常务委员会第十次会议《关于修改<风筝法>的决定》修正　

        <!-- INFO END -->

        ## 第一章 总 则

        第一条 为了放好风筝，制定本法。

        第二条　风筝由放风筝的人负责。

        第三条第一款不适用于儿童，这一行是第二款。

        ## 第二章 放飞

        ### 第一节 地点

        第三条 有下列情形之一的，不得放飞：

        （一）机场附近；
        (二)高压线下，包括：
        1．地面；
        2．屋顶。

        前款规定以外的，可以放飞。

        第三条之一 夜间放飞应当有灯。

        \u{200B}
        ## 第三章 附则

        第四条 本法自2004年7月1日起施行。
        """

    @Test("chapters, sections, articles, paragraphs, items and subitems are placed")
    func structure() throws {
        let reading = try StatuteMarkdown.read(StatuteMarkdownTests.kite.utf8)
        let version = reading.version
        #expect(reading.unplaced == [])
        #expect(version.title == "中华人民共和国风筝法")
        #expect(version.key == "风筝法")
        #expect(version.level == .law)
        #expect(version.enactments.map(\.kind) == [.adopted, .amended])
        #expect(
            version.counts
                == StatuteCounts(chapters: 3, sections: 1, articles: 5, paragraphs: 7, items: 2, subitems: 2)
        )
        let third = try #require(version.article(ArticleReference(3)))
        #expect(third.headings == ["第二章 放飞", "第一节 地点"])
        #expect(
            third.lines(at: ArticleReference(3, paragraph: 1, item: 2)) == [
                "有下列情形之一的，不得放飞：", "（二）高压线下，包括：", "1．地面；", "2．屋顶。",
            ]
        )
        #expect(third.lines(at: ArticleReference(3, item: 1))?.last == "（一）机场附近；")
        #expect(third.lines(at: ArticleReference(3, paragraph: 3)) == nil)
        #expect(version.article(ArticleReference(3, inserted: 1))?.paragraphs.count == 1)
        #expect(version.articles.last?.headings == ["第三章 附则"])
    }

    @Test("the day in force: a note, else the closing article, unless a later change shows it is the first version's")
    func inForce() throws {
        // The closing article names 2004, the amendment came in 2019.
        #expect(try StatuteMarkdown.read(StatuteMarkdownTests.kite.utf8).version.inForceFrom == "2019-04-23")
        let rows: [(text: String, file: String, day: Day?)] = [
            ("# 甲条例\n2019年10月8日 国务院第66次常务会议通过\n2020年1月1日 施行\n<!-- INFO END -->\n第一条 甲。", "", "2020-01-01"),
            ("# 乙条例\n2021年1月2日 通过\n第一条 乙。\n第二条 本条例自2021年7月15日起施行。", "", "2021-07-15"),
            ("# 丙条例\n<!-- INFO END -->\n第一条 丙。", "丙条例(2024-09-24).md", "2024-09-24"),
            ("# 丁条例\n<!-- INFO END -->\n第一条 丁。", "丁条例.md", nil),
        ]
        for row in rows {
            #expect(try StatuteMarkdown.read(row.text.utf8, fileName: row.file).version.inForceFrom == row.day)
        }
    }

    @Test(
        "ranks are known by who adopted the text",
        arguments: [
            ("2019年10月8日 国务院第66次常务会议通过", .administrativeRegulation),
            ("2014年8月7日 中华人民共和国国务院令第654号公布", .administrativeRegulation),
            ("2016年3月29日 某省第十二届人民代表大会常务委员会第二十次会议通过", .localRegulation),
            ("2021年7月30日 国家市场监督管理总局令第45号公布", .rule),
            ("2022年1月24日 中共中央政治局会议审议批准", .partyRegulation),
        ] as [(String, LawLevel)]
    )
    func ranks(note: String, level: LawLevel) throws {
        let text = "# 戊办法\n\(note)\n<!-- INFO END -->\n第一条 戊。"
        #expect(try StatuteMarkdown.read(text.utf8).version.level == level)
    }

    @Test("what cannot be placed is reported with its line")
    func unplaced() throws {
        let text = """
            # 己办法
            公布机关：己局
            <!-- INFO END -->
            目录
            ## 附件
            第一条 一。
            第三条 三。
            （二）二项。
            第三条 又是三。
            随它去的一款。
            """
        let reading = try StatuteMarkdown.read(text.utf8)
        #expect(
            reading.unplaced == [
                UnplacedLine(line: 2, text: "公布机关：己局", reason: .noteWithoutDay),
                UnplacedLine(line: 4, text: "目录", reason: .beforeFirstArticle),
                UnplacedLine(line: 5, text: "附件", reason: .unknownHeading),
                UnplacedLine(line: 7, text: "三。", reason: .articleOutOfOrder(expected: 2, found: 3)),
                UnplacedLine(line: 8, text: "二项。", reason: .itemOutOfOrder(expected: 1, found: 2)),
                UnplacedLine(line: 9, text: "又是三。", reason: .articleTwice(number: 3)),
                UnplacedLine(line: 10, text: "随它去的一款。", reason: .beforeFirstArticle),
            ]
        )
        #expect(reading.version.articles.count == 2)
    }

    @Test("a file that is no statute is refused by name")
    func refusals() throws {
        #expect(throws: LawError.notUTF8) { try StatuteMarkdown.read([0xFF, 0xFE, 0x41]) }
        #expect(throws: LawError.noTitle) { try StatuteMarkdown.read("第一条 无名。".utf8) }
        #expect(throws: LawError.noArticle(title: "庚")) { try StatuteMarkdown.read("# 庚\n正文".utf8) }
        #expect(throws: LawError.noTitle) { try StatuteMarkdown.read([]) }
        let name = String(repeating: "长", count: 10_000)
        #expect(throws: LawError.titleTooLong(limit: 200)) { try StatuteMarkdown.read("# \(name)\n第一条 长。".utf8) }
    }
}
