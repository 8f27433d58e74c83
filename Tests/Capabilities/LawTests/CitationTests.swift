import Law
import Testing

@Suite("Citations")
struct CitationTests {
    @Test(
        "numerals of statutes are read and written",
        arguments: [
            ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("一百零三", 103), ("一百一十", 110), ("一百二十六", 126),
            ("一千二百六十", 1260), ("九千九百九十九", 9999),
        ] as [(String, Int)]
    )
    func numerals(text: String, number: Int) {
        #expect(ChineseNumeral.value(text) == number)
        #expect(ChineseNumeral.text(number) == text)
    }

    @Test("what is no numeral is not read", arguments: ["", "百", "一二", "二十百", "十千", "零", "条", "一万", "99999"])
    func noNumeral(text: String) {
        #expect(ChineseNumeral.value(text) == nil)
    }

    @Test(
        "a place is read in every way it is written",
        arguments: [
            ("第二十六条", "26"), ("第二十六条第一款", "26.1"), ("第二十六条第一款第（二）项", "26.1.2"),
            ("第二十六条第一款第二项", "26.1.2"), ("第二十六条第(二)项", "26..2"), ("第一百二十条之一第二款", "120-1.2"),
            ("26", "26"), ("26.1", "26.1"), ("26.1.2", "26.1.2"), ("26(四)", "26..4"), ("26.1(四)", "26.1.4"),
            ("第26条", "26"), ("120-1", "120-1"),
        ] as [(String, String)]
    )
    func places(text: String, short: String) {
        #expect(ArticleReference(text)?.short == short)
        #expect(ArticleReference(ArticleReference(text)?.chinese ?? "")?.short == short)
    }

    @Test("what is no place is not read", arguments: ["", "0", "26.x", "26.1.2.3", "第条", "附件193", "第二十六", "26-1-1"])
    func noPlace(text: String) {
        #expect(ArticleReference(text) == nil)
    }

    @Test(
        "a basis is read from files and from documents, and leads to one key",
        arguments: [
            "行政许可法#26.1", "行政许可法§26.1", "《行政许可法》第二十六条第一款",
            "《中华人民共和国行政许可法》第二十六条第一款", "中华人民共和国行政许可法第二十六条第一款",
            "《中华人民共和国行政许可法（2019年修正）》 第二十六条第一款",
        ]
    )
    func bases(text: String) throws {
        let basis = try #require(LegalBasis(text))
        #expect(basis.statute == "行政许可法")
        #expect(basis.place == .article(ArticleReference(26, paragraph: 1)))
    }

    @Test("annexes and whole statutes are bases too; a list says what it could not read")
    func others() throws {
        let annex = try #require(LegalBasis("国务院对确需保留的行政审批项目设定行政许可的决定#附件193"))
        #expect(annex.place == .other("附件193"))
        #expect(annex.chinese == "《国务院对确需保留的行政审批项目设定行政许可的决定》附件193")
        #expect(LegalBasis("《档案法》")?.place == .whole)
        let list = LegalBasis.list("专利法#65；辽宁省专利条例#22;#3")
        #expect(list.bases.map(\.short) == ["专利法#65", "辽宁省专利条例#22"])
        #expect(list.unread == ["#3"])
    }
}
