import Catalog
import EventLog
import Hall
import Kernel
import TestHouse
import Testing

@Suite("Lists in the Hall")
struct OfficialListHallTests {
    @Test("a published list is read, taken away and looked up on a day; who has none is named")
    func published() async throws {
        let site = try await HallTestSite()
        let house = site.house
        let kind = try #require(site.parts.listKinds.first { $0.code == "recordings" })
        let row = ["行政处罚", "查封", "现场检查", "执法记录仪", "出示证件", "全过程", "离开现场", "30年", "=1+1"]
        let report = SubmissionReport(document: "区教〔2026〕8号", head: "张某", signedOn: house.clock.today)
        @Sendable func keep(_ deed: KeepOfficialList.Deed, by officer: String) async throws {
            let command = KeepOfficialList(kind, of: house.agency.text, deed)
            _ = try await house.submit(command, by: Actor(kind: .officer, id: officer))
        }
        let of = "/lists/of/recordings"
        try await site.serve { visitor in
            try await visitor.go(of)
            #expect(visitor.page.contains("清单尚未公布"))
            try await visitor.go("\(of)/list.csv")
            #expect(visitor.status == 404)
            try await keep(.draft([row], reason: "首次编制"), by: "writer")
            try await keep(.submit(report), by: "writer")
            try await visitor.go(of)
            #expect(visitor.page.contains("清单尚未公布"), "a draft is not public")
            try await keep(.publish(from: house.clock.today), by: "office")
            try await visitor.go("/lists")
            #expect(visitor.page.contains("1 个机关"))
            try await visitor.go(of)
            #expect(visitor.page.contains("演示区教育局"))
            let own = "\(of)?of=\(house.agency.text)"
            try await visitor.go(own)
            #expect(visitor.page.contains("执法记录仪"))
            try await visitor.go("\(own)&on=2020-01-01")
            #expect(visitor.status == 404, "nothing was in force then")
            try await visitor.go("\(of)/list.csv")
            #expect(visitor.page.contains("'=1+1"), "a formula stays text")
            try await visitor.go("\(of)/list.xlsx")
            #expect(visitor.status == 200)
            try await visitor.go("/lists/of/nothing")
            #expect(visitor.status == 404)
        }
    }
}
