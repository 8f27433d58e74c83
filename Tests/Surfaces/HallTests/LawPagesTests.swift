import Catalog
import EventLog
import Kernel
import Law
import TestHouse
import Testing

@testable import Hall

@Suite("The law library in the Hall")
struct LawPagesTests {
    private static let item = "511A0138600000-511602000000-000-11511301008778183N-1-00"

    private static func law(_ day: Day, _ article: String) -> StatuteVersion {
        StatuteVersion(
            title: "中华人民共和国民办教育促进法",
            level: .law,
            enactments: [],
            inForceFrom: day,
            articles: [Article(number: 12, paragraphs: [Paragraph(article)])]
        )
    }

    private func bring<C: Command>(_ command: C, into site: HallTestSite, _ key: String) async throws {
        let act = Act(realm: TestHouse.realm, actor: .system("test"), key: key)
        _ = try await site.house.log.submit(command, as: act)
    }

    @Test("a statute shows its versions, its articles, the items that rest on it and what changed word by word")
    func pages() async throws {
        let site = try await HallTestSite()
        try await bring(ImportStatute(Self.law("2010-01-01", "审批机关应当在<三十日>内决定。"), source: "旧"), into: site, "1")
        try await bring(ImportStatute(Self.law("2020-01-01", "审批机关应当在<二十日>内决定。"), source: "新"), into: site, "2")
        try await site.serve { visitor in
            try await visitor.go("/laws")
            #expect(visitor.status == 200)
            #expect(visitor.page.contains("中华人民共和国民办教育促进法"))
            #expect(visitor.page.contains("有效"))
            try await visitor.go("/laws/民办教育促进法")
            for text in ["第 2 版", "逐条比较", "第十二条", "民办幼儿园设立审批", "&lt;二十日&gt;"] {
                #expect(visitor.page.contains(text), "\(text)")
            }
            try await visitor.go("/laws?q=二十日")
            #expect(visitor.page.contains("审批机关应当在&lt;二十日&gt;内决定。"))
            try await visitor.go("/laws?q=三十日")
            #expect(visitor.page.contains("没有找到“三十日”"), "the version before applies no more")
            try await visitor.go("/laws?q=%25")
            #expect(visitor.page.contains("没有找到“%”"), "signs of the database are letters like others")
            try await visitor.go("/items?q=教育促进法")
            #expect(visitor.page.contains("《中华人民共和国民办教育促进法》"))
            try await visitor.go("/laws/民办教育促进法/1/2")
            #expect(visitor.page.contains("<del>三</del><ins>二</ins>"))
            #expect(visitor.page.contains("修改 1 条"))
            for missing in ["/laws/没有的法", "/laws/民办教育促进法/1/9", "/laws/民办教育促进法/x/2"] {
                try await visitor.go(missing)
                #expect(visitor.status == 404, "\(missing)")
            }
        }
    }

    @Test("an item whose only basis was repealed says so and takes no application")
    func suspended() async throws {
        let site = try await HallTestSite()
        try await bring(ImportStatute(Self.law("2010-01-01", "审批机关应当决定。"), source: "旧"), into: site, "1")
        let repeal = RepealStatute("民办教育促进法", from: site.house.clock.today, ground: "某会决定")
        try await bring(repeal, into: site, "2")
        try await site.serve { visitor in
            try await visitor.go("/items/\(Self.item)")
            #expect(visitor.page.contains("《中华人民共和国民办教育促进法》第十二条"))
            #expect(visitor.page.contains("没有法定依据的职权不得行使"))
            #expect(!visitor.page.contains("在线申请</a>"))
            try await visitor.go("/items/\(Self.item)/apply")
            #expect(visitor.status == 409)
            try await visitor.go("/laws")
            #expect(visitor.page.contains("已废止"))
        }
    }
}
