import BlobStore
import Catalog
import Codes
import EventLog
import Foundation
import HTML
import Kernel
import Participation
import TestHouse
import Testing

@testable import Hall

@Suite("Items in the Hall")
struct ItemPagesTests {
    @Test("a two-character word, a single character and a code find an item, with counts")
    func search() async throws {
        try await HallTestSite().serve { visitor in
            for query in ["幼儿", "园", "511A0138600000"] {
                try await visitor.go("/items?q=\(query)")
                #expect(visitor.status == 200)
                #expect(visitor.page.contains("民办幼儿园设立审批"), "\(query)")
                #expect(visitor.page.contains("共 1 项"))
            }
            try await visitor.go("/items?q=没有这种事项")
            #expect(visitor.page.contains("没有找到符合条件的事项"))
            try await visitor.go("/items?category=license&agency=演示区教育局")
            #expect(visitor.page.contains("aria-current=\"true\""))
        }
    }

    @Test("every published version stands in full at its own address, and leads from the item's page")
    func versions() async throws {
        try await HallTestSite().serve { visitor in
            let item = "/items/511A0138600000-511602000000-000-11511301008778183N-1-00"
            try await visitor.go(item)
            #expect(visitor.page.contains("\(item)/versions/1"))
            #expect(visitor.page.contains("/search/decisions?item="))
            try await visitor.go("\(item)/versions/1")
            #expect(visitor.status == 200)
            #expect(visitor.page.contains("民办幼儿园设立审批：第 1 版"))
            #expect(visitor.page.contains("法定办结时限") || visitor.page.contains("法定"))
            for number in ["2", "0", "x"] {
                try await visitor.go("\(item)/versions/\(number)")
                #expect(visitor.status == 404)
            }
        }
    }

    @Test("published results are searched without script; too little is said so, nothing found leads on")
    func decisions() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/decisions")
            #expect(visitor.page.contains("action=\"/search/decisions\""))
            try await visitor.go("/search/decisions?q=园")
            #expect(visitor.page.contains("请至少填写两个字"))
            try await visitor.go("/search/decisions?q=没有的公司%25&category=02&from=2026-01-01&through=x")
            #expect(visitor.status == 200)
            #expect(visitor.page.contains("没有找到公开的决定"))
            #expect(visitor.page.contains("value=\"没有的公司%\""))
        }
    }

    @Test("answers while typing name the item, its agency and its page; without script the line is a plain search")
    func suggestions() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/search/suggestions?q=minban")
            let found = try JSONDecoder().decode([[String: String]].self, from: Data(visitor.page.utf8))
            #expect(found.map { $0["name"] } == ["民办幼儿园设立审批"])
            #expect(found.first?["address"]?.hasPrefix("/items/511A0138600000") == true)
            for empty in ["", "%20", "没有这种"] {
                try await visitor.go("/search/suggestions?q=\(empty)")
                #expect(visitor.page == "[]")
            }
            try await visitor.go("/items?standing=published&category=license")
            #expect(visitor.page.contains("role=\"combobox\""))
            #expect(visitor.page.contains("<input type=\"hidden\" name=\"standing\" value=\"published\">"))
            #expect(!visitor.page.contains("onclick"))
        }
    }

    @Test("the list narrows to a category of the division, and the guide says what an item states under it")
    func localCategory() async throws {
        let site = try await HallTestSite()
        let house = site.house
        let annual = ["NJ", "年检", "Annual check", "行政许可", "", "区府〔2026〕5号", "", ""]
        try await house.publish(
            "categories",
            [annual + ["年检周期", "文字", "是", ""]],
            of: "511602",
            from: house.clock.today
        )
        let item = try await house.log.read(TestHouse.realm) { try $0.state(PowerItem.self, house.license.text).state }
        var content = try #require(item.versions.last?.content)
        let categories = try await house.log.read(TestHouse.realm) { try $0.localCategories(on: house.clock.today) }
        let entry = try #require(categories.entry(called: "年检", in: TestHouse.division))
        content.local = entry.stated([.init("年检周期", "每年")])
        @Sendable func submit(_ command: some Command, by officer: String) async throws {
            _ = try await house.submit(command, by: Actor(kind: .officer, id: officer))
        }
        try await submit(DraftPowerItem(item: house.license, content: content, reason: "归入年检"), by: "founder")
        try await submit(SubmitPowerItem(item: house.license), by: "founder")
        try await submit(ConfirmPowerItem(item: house.license), by: "legal")
        try await submit(PublishPowerItem(item: house.license, inForceFrom: house.clock.today), by: "publisher")
        let code = content.code
        try await site.serve { visitor in
            try await visitor.go("/items")
            #expect(visitor.page.contains("地方类别") && visitor.page.contains("行政许可　年检"))
            try await visitor.go("/items?local=年检&category=license")
            #expect(visitor.page.contains("共 1 项"))
            try await visitor.go("/items?local=没有")
            #expect(visitor.page.contains("没有找到符合条件的事项"))
            try await visitor.go("/items?local=年检&lang=en")
            #expect(visitor.page.contains("Local kind"))
            try await visitor.go("/items/\(code)")
            for text in ["地方类别", "年检周期", "每年", "schema:PropertyValue"] {
                #expect(visitor.page.contains(text), "\(text)")
            }
            try await visitor.go("/items/\(code)?lang=en")
            #expect(visitor.page.contains("Annual check") && visitor.page.contains("年检周期：每年"))
        }
    }

    @Test("forms, samples, questions and the rest of the guide are there to read and to take away")
    func guide() async throws {
        let site = try await HallTestSite()
        let house = site.house
        let blank = try await site.parts.blobs.keep(
            Array("PK form".utf8),
            name: "申请书.docx",
            mediaType: "application/octet-stream",
            randomness: SystemRandomness()
        )
        let item = try await house.log.read(TestHouse.realm) { try $0.state(PowerItem.self, house.license.text).state }
        var content = try #require(item.versions.last?.content)
        content.office = "行政审批股"
        content.preference = "残疾人优先办理"
        content.liability = "违法实施许可的，依法给予处分"
        content.questions = [CommonQuestion("收费吗？", "不收。")]
        content.materials = content.materials?.map { $0.with($0.name == "申请书" ? [.init(.blank, blank)] : []) }
        @Sendable func submit(_ command: some Command, by officer: String) async throws {
            _ = try await house.submit(command, by: Actor(kind: .officer, id: officer))
        }
        try await submit(DraftPowerItem(item: house.license, content: content, reason: "补全指南"), by: "founder")
        try await submit(SubmitPowerItem(item: house.license), by: "founder")
        try await submit(ConfirmPowerItem(item: house.license), by: "legal")
        try await submit(PublishPowerItem(item: house.license, inForceFrom: house.clock.today), by: "publisher")
        let code = content.code
        try await site.serve { visitor in
            try await visitor.go("/items/\(code)")
            for text in [
                "承办机构", "行政审批股", "优惠政策", "残疾人优先办理", "责任追究", "违法实施许可的", "常见问题", "收费吗？", "空白表格：申请书.docx",
            ] {
                #expect(visitor.page.contains(text), "\(text)")
            }
            let link = try #require(visitor.page.firstMatch(of: /href="(\/items\/[^"]+\/papers\/[^"]+)"/)).1
            try await visitor.go(String(link))
            #expect(visitor.page == "PK form")
            try await visitor.go("/items/\(code)/papers/unknown")
            #expect(visitor.status == 404)
            try await visitor.go("/items/\(code)?lang=en")
            #expect(visitor.page.contains("Handled by") && visitor.page.contains("空白表格：申请书.docx"))
        }
    }

    @Test("the start page leads to agencies and categories")
    func home() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/")
            #expect(visitor.status == 200)
            #expect(visitor.page.contains("目前公开 1 项"))
            #expect(visitor.page.contains("/items?category=license"))
            #expect(visitor.page.contains("演示区教育局"))
            #expect(visitor.page.contains("先批准、后办的事"))
        }
    }

    @Test("what people want to do leads to the items for it; what the catalog has nothing for is not offered")
    func lifeEvents() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/")
            #expect(visitor.page.contains("办学校、幼儿园、培训"))
            #expect(!visitor.page.contains("结婚、离婚"))
            try await visitor.go("/events/teach")
            #expect(visitor.page.contains("有关的事项共 1 项"))
            #expect(visitor.page.contains("民办幼儿园设立审批"))
            try await visitor.go("/events/marriage")
            #expect(visitor.path == "/items")
            try await visitor.go("/events/nothing")
            #expect(visitor.status == 404)
        }
    }

    @Test("every life event has a name of its own and words, and the demonstration's catalog answers each")
    func shippedEvents() throws {
        let events = try LifeEvents.shipped().groups.flatMap(\.events)
        #expect(Set(events.map(\.id)).count == events.count)
        #expect(Set(events.map(\.name)).count == events.count)
        let names = try DemonstrationCatalog.listed(DivisionTable.national()).rows.map(\.listing.content.name)
        for event in events {
            #expect(names.contains { name in event.words.contains { name.contains($0) } }, "\(event.name)")
        }
    }

    @Test("an item's page tells basis, limits, materials, chart, rights, code and version")
    func item() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/items/511A0138600000-511602000000-000-11511301008778183N-1-00")
            #expect(visitor.status == 200)
            for text in [
                "《中华人民共和国民办教育促进法》第十二条", "20个工作日", "15个工作日", "申请书", "行政复议法第二十条",
                "四川省广安市广安区", "第 1 版", "在线申请", "外部流程图", "未填报",
            ] { #expect(visitor.page.contains(text), "\(text)") }
            try await visitor.go("/items/511A0138600000-511602000000-000-11511301008778183N-1-00/chart.svg")
            #expect(visitor.page.hasPrefix("<svg"))
            for form in ["png", "pdf"] {
                try await visitor.go("/items/511A0138600000-511602000000-000-11511301008778183N-1-00/chart.\(form)")
                #expect(visitor.status == 200)
            }
        }
    }

    @Test("an unknown item is said to be unknown")
    func unknown() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/items/999")
            #expect(visitor.status == 404)
            #expect(visitor.page.contains("没有找到该事项"))
            try await visitor.go("/items/999/apply")
            #expect(visitor.status == 404)
        }
    }

    @Test("an item of which nothing is known shows 未填报 everywhere and a hostile name stays text")
    func hostileAndEmpty() throws {
        let name = "<script>alert(1)</script>\"'&"
        let page = ItemPage.sample(name: name).renderedText
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"))
        #expect(page.components(separatedBy: "未填报").count > 15)
        #expect(!page.contains("在线申请</a>"))
    }
}

extension ItemPage {
    /// A page of an item of which only the name is known.
    fileprivate static func sample(name: String) -> ItemPage {
        ItemPage(
            site: .sample,
            place: PublicPlace(HallPath.item(name)),
            heading: ItemHeading(
                name: name,
                englishName: nil,
                mainName: name,
                code: name,
                agency: nil,
                badges: [],
                notices: [],
                applying: .closed(reason: name),
                booking: nil,
                language: .chinese
            ),
            guide: GuideSection(
                category: "行政许可",
                local: nil,
                agency: nil,
                office: nil,
                levels: nil,
                audience: nil,
                statutoryLimit: nil,
                promisedLimit: nil,
                fee: Unstated(),
                charges: ChargeTable(rows: [], language: .chinese),
                preference: nil,
                permitName: nil,
                place: nil,
                hours: nil,
                phone: nil,
                complaintLine: nil,
                liability: nil,
                scanned: nil,
                exercise: [(.ways, "窗口办理")],
                fields: [],
                language: .chinese
            ),
            family: nil,
            bases: [],
            limits: LimitSection(
                statutory: nil,
                statutorySource: nil,
                promised: nil,
                actual: [],
                isLicense: false,
                language: .chinese
            ),
            conditions: nil,
            materials: nil,
            questions: [],
            rules: [],
            discretion: nil,
            chart: nil,
            rights: RightsSection(rights: nil, remedies: nil, isLicense: false, language: .chinese),
            ratings: RatingSection(RatingSummary(counts: [:], answered: [], unanswered: 0)),
            outcomes: OutcomeSection(figures: OutcomeFigures(counts: [:]), latest: [], address: HallPath.letters),
            delays: DelayTable([], showsItem: false),
            code: CodeSection(code: name, scheme: nil, parts: [], doubts: [name]),
            versions: VersionSection(entries: [], origin: nil),
            messages: []
        )
    }
}

extension HallSite {
    static let sample = HallSite(
        identity: SiteIdentity(name: "测试", subtitle: "测试"),
        assets: PageAssets(stylesheet: "/s.css", liveScript: "/l.js"),
        division: "测试区",
        complaintLine: nil
    )
}
