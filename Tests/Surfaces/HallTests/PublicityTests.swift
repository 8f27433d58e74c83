import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Law
import TestHouse
import Testing
import WebServer

@testable import Hall

@Suite("The sections of enforcement")
struct PublicityTests {
    private static let item = "511A0138600000-511602000000-000-11511301008778183N-1-00"

    /// - Source: 聊政办发〔2017〕74号 part 1; 国办发〔2018〕118号 part 2.
    @Test("an agency's section gathers what is published of it, and names what is missing")
    func agency() async throws {
        let site = try await HallTestSite()
        let house = site.house
        let section = "/publicity/agencies/\(house.agency.text)"
        try await site.serve { visitor in
            try await visitor.go("/publicity")
            #expect(visitor.page.contains(section) && visitor.page.contains("/publicity/divisions/511602"))
            try await visitor.go(section)
            for name in ["执法主体", "执法人员", "音像记录事项清单", "重大执法决定法制审核目录清单", "随机抽查事项清单"] {
                #expect(visitor.page.contains(name), "\(name)")
            }
            let before = try visitor.text(after: "应当公示而没有公示", from: "<p>", to: "</p>")
            for name in ["执法主体", "执法人员", "音像记录事项清单", "行政执法决定", "上一年度行政执法数据"] {
                #expect(before.contains(name), "\(name)")
            }
            #expect(!before.contains("执法依据"), "its items cite statutes")

            try await site.publish(.subjects)
            try await site.publish(.officers)
            let recording = ["行政处罚", "查封", "现场检查", "执法记录仪", "出示证件", "全过程", "离开现场", "30年", ""]
            try await house.publish("recordings", [recording], from: house.clock.today)
            _ = try await site.publishDecision("同意设立。")
            try await visitor.go(section)
            let after = try visitor.text(after: "应当公示而没有公示", from: "<p>", to: "</p>")
            for name in ["执法主体", "执法人员", "音像记录事项清单", "行政执法决定"] {
                #expect(!after.split(separator: "、").contains(Substring(name)), "\(name): \(after)")
            }
            #expect(after.contains("上一年度行政执法数据"))
            #expect(visitor.page.contains("/lists/of/recordings?of=\(house.agency.text)"))
            let results = try visitor.text(after: "行政执法决定</td>", from: "href=\"", to: "\"")
            try await visitor.go(results)
            #expect(visitor.page.contains("演示区教育局结果公示") && visitor.page.contains("民办幼儿园设立审批"))
            try await visitor.go("/decisions?agency=nobody")
            #expect(visitor.page.contains("暂无已公开的决定"))
            for path in ["/publicity/agencies/nobody", "/publicity/divisions/11", "/publicity/divisions/x"] {
                try await visitor.go(path)
                #expect(visitor.status == 404, "\(path)")
            }
        }
    }

    @Test("a government's section counts agency by agency and names what each lacks")
    func division() async throws {
        let site = try await HallTestSite()
        try await site.publish(.officers)
        try await site.serve { visitor in
            try await visitor.go("/publicity/divisions/511602")
            let row = try visitor.text(after: "/publicity/agencies/\(site.house.agency.text)", from: "<td", to: "</tr>")
            #expect(row.contains("主体、") && row.contains("音像记录事项清单") && !row.contains("人员、"))
            try await visitor.go("/publicity/divisions/51")
            #expect(visitor.page.contains("本级没有登记执法机关") && visitor.page.contains("/publicity/divisions/511602"))
        }
    }

    /// - Source: 国办发〔2018〕118号 part 2 (事前公开: 执法依据).
    @Test("the catalog of legal bases tells every place once, with the items that cite it, and leads to the text")
    func bases() async throws {
        let site = try await HallTestSite()
        let catalog = "/publicity/agencies/\(site.house.agency.text)/bases"
        try await site.serve { visitor in
            try await visitor.go(catalog)
            #expect(visitor.page.contains(Self.item) && visitor.page.contains("民办教育促进法"))
            try await visitor.go("\(catalog).csv")
            let lines = visitor.page.split(separator: "\r\n")
            #expect(lines.first?.hasSuffix("位阶,法律文件,条款,引用处,事项编码,事项名称") == true)
            #expect(lines.count > 1 && Set(lines).count == lines.count)
            try await visitor.go("\(catalog).xlsx")
            #expect(visitor.status == 200)
            for file in ["bases.pdf", "x.csv", "bases."] {
                try await visitor.go("/publicity/agencies/\(site.house.agency.text)/\(file)")
                #expect(visitor.status == 404, "\(file)")
            }
        }
    }

    /// - Source: 聊政办发〔2017〕74号 annexes 1–7 and part 1 (汇总公布).
    @Test("the seven forms name the unit that filled them in; compiled ones name who handed in nothing")
    func forms() async throws {
        let site = try await HallTestSite()
        let own = "/publicity/agencies/\(site.house.agency.text)/forms"
        let compiled = "/publicity/divisions/511602/forms"
        try await site.serve { visitor in
            try await visitor.go("\(own)/1")
            for words in ["附件1　行政执法事项清单", "填报单位：演示区教育局", "填报日期：", "执法依据", "裁量基准", Self.item, "填表人："] {
                #expect(visitor.page.contains(words), "\(words)")
            }
            try await visitor.go("\(own)/3")
            #expect(visitor.status == 404, "no list of officers was published")
            try await visitor.go("\(compiled)/3")
            #expect(visitor.page.contains("没有报送的单位（1 个）：演示区教育局"))
            try await site.publish(.officers)
            try await visitor.go("\(compiled)/3")
            #expect(!visitor.page.contains("没有报送的单位") && visitor.page.contains("汇总单位：广安区"))
            try await visitor.go("\(own)/3")
            let total = try visitor.text(after: "填报单位", from: "合计 ", to: " 项")
            #expect(Int(total).map { $0 > 0 } == true)
            try await visitor.go("\(own)/6")
            #expect(visitor.page.contains("执行裁量基准适当") && visitor.page.contains("合计 10 项"))
            for file in ["1.xlsx", "6.xlsx"] {
                try await visitor.go("\(own)/\(file)")
                #expect(visitor.status == 200 && visitor.mediaType.hasSuffix("spreadsheetml.sheet"), "\(file)")
            }
            for path in [
                "\(own)/0", "\(own)/8", "\(own)/01", "\(own)/1.csv", "\(compiled)/6", "/publicity/divisions/51/forms/1",
            ] {
                try await visitor.go(path)
                #expect(visitor.status == 404, "\(path)")
            }
        }
    }

    /// The sites are data: who named them stands in the log like every act.
    @Test("a section may be framed by the sites named for its owner alone, without cookie and form; nothing else ever")
    func framed() async throws {
        let site = try await HallTestSite()
        let (house, agency) = (site.house, site.house.agency)
        let division = try #require(Division.Code(TestHouse.division))
        let own = "/embed/agencies/\(agency.text)"
        let whole = [
            "/publicity/agencies/\(agency.text)", "/publicity/divisions/511602", "/publicity", "/", "/me",
            "/me/sign-in",
        ]
        @Sendable func name(_ sites: [String], _ owner: FramingOwner) async throws {
            _ = try await house.submit(
                SetFramingSites(sites, of: owner, reason: "部门网站"),
                by: try house.officer(.approve)
            )
        }
        try await site.serve { visitor in
            for path in whole + [own, "\(own)/bases", "/embed/divisions/511602"] {
                try await visitor.go(path)
                #expect(visitor.framedBy == "'none'", "\(path)")
            }
            try await name(["https://JYJ.example.gov.cn/", "https://jyj.example.gov.cn"], .agency(agency))
            try await name(["https://www.example.gov.cn"], .division(division))
            for (path, by) in [
                (own, "https://jyj.example.gov.cn"), ("\(own)/bases", "https://jyj.example.gov.cn"),
                ("/embed/divisions/511602", "https://www.example.gov.cn"),
            ] {
                visitor.forget()
                try await visitor.go(path)
                #expect(visitor.status == 200 && visitor.framedBy == by, "\(path)")
                #expect(!visitor.hasCookies && !visitor.page.contains("<form") && !visitor.page.contains("<script"))
                for link in visitor.page.matches(of: /<a href="([^"#][^"]*)"([^>]*)>/) {
                    #expect(link.2.contains("target=\"_blank\"") && link.2.contains("noopener"), "\(path): \(link.1)")
                }
            }
            for path in whole + ["/embed/agencies/nobody", "/embed"] {
                try await visitor.go(path)
                #expect(visitor.framedBy == "'none'", "\(path)")
            }
            try await name([], .agency(agency))
            try await visitor.go(own)
            #expect(visitor.framedBy == "'none'")
        }
        for sites in [["http://jyj.example.gov.cn"], ["https://*.gov.cn"], (0...10).map { "https://\($0).example" }] {
            await #expect(throws: DirectoryError.self) { try await name(sites, .agency(agency)) }
        }
        await #expect(throws: DirectoryError.self) { try await name([], .agency(Agency.ID("nobody"))) }
    }

    /// Whatever address of the Hall is asked for; those that may be framed are listed here, and nowhere else by chance.
    @Test("only the routes of framed sections look at no cookie and take no form")
    func routes() async throws {
        let site = try await HallTestSite()
        let programs = HallRoutes(site.parts).routes.filter { $0.sender == .program }
        #expect(programs.map(\.name).sorted() == ["hall.framedAgency", "hall.framedBases", "hall.framedDivision"])
        #expect(programs.allSatisfy { $0.method == .get && !$0.isKept && $0.body == .nothing })
    }

    @Test("places of a statute stand in the order of its articles, statutes by rank")
    func order() throws {
        let law = "中华人民共和国行政处罚法"
        var item = ItemContent(code: "1", name: "甲", category: .penalty)
        item.bases = [
            LegalBasis("某办法", 3), LegalBasis(law, 20), LegalBasis(law, 9, paragraph: 1), LegalBasis("行政处罚法", 9),
            LegalBasis(law: law, place: .other("附件二")), LegalBasis(law: law),
        ]
        item.fee = Fee(isCharged: true, basis: LegalBasis(law, 20))
        let catalog = BasisCatalog([item], imported: [])
        #expect(catalog.levels.map(\.name) == ["法律", BasisCatalog.unknownLevel])
        #expect(catalog.entries[0].places.map(\.chinese) == ["", "第九条", "第九条第一款", "第二十条", "附件二"])
        #expect(catalog.entries[0].places[3].items.map(\.uses) == [[.power, .fee]])
        #expect(catalog.rows.count == 7)
    }
}

extension HallTestSite {
    /// Publishes a list of the division as the directory stands.
    fileprivate func publish(_ kind: ListKind) async throws {
        let division = try #require(Division.Code(TestHouse.division))
        _ = try await house.submit(PublishList(kind, of: division), by: try house.officer(.approve))
    }
}
