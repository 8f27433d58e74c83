import Catalog
import EventLog
import Kernel
import TestHouse
import Testing

@testable import Hall

@Suite("A draft in two windows")
struct TwoWindowsTests {
    private func draft(_ site: HallTestSite, _ visitor: inout Visitor) async throws -> String {
        try await site.house.revise(site.house.license) { $0.form = TestHouse.branchingForm }
        try await visitor.go("\(ApplyTests.item)/apply")
        try await visitor.send("\(ApplyTests.item)/apply", [:])
        return visitor.path
    }

    @Test("what each changed is joined; of what both changed both texts are shown, and nothing is overwritten unseen")
    func conflict() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let draft = try await draft(site, &visitor)
            try await visitor.go("\(draft)/form")
            var other = visitor
            let first = ["field-purpose": "甲 & 乙", "field-landlord": "演示公司", "later": "1"]
            try await visitor.send("\(draft)/form", first)
            #expect(visitor.path == draft)
            let second = ["field-purpose": "丙", "field-area": "30", "later": "1"]
            try await other.send("\(draft)/form", second)
            #expect(other.status == 409)
            #expect(other.page.contains("另一个窗口填写的是“甲 &amp; 乙”，本窗口填写的是“丙”"))
            #expect(other.page.contains("value=\"丙\""), "what was typed here stays")
            #expect(other.page.contains("value=\"演示公司\""), "what was typed there alone is taken over")
            try await visitor.go("\(draft)/form")
            #expect(visitor.page.contains("value=\"甲 &amp; 乙\""), "what was kept first is kept until one has looked")
            #expect(visitor.page.contains("value=\"30\""), "what only the second changed is kept at once")
            try await other.send("\(draft)/form", second.merging(["field-landlord": "演示公司"]) { $1 })
            #expect(other.path == draft, "who has seen both decides")
            try await other.go("\(draft)/form")
            #expect(other.page.contains("value=\"丙\"") && other.page.contains("value=\"30\""))
        }
    }

    @Test("the applicant's part is guarded alike")
    func applicant() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let draft = try await draft(site, &visitor)
            try await visitor.go("\(draft)/applicant")
            var other = visitor
            try await visitor.send("\(draft)/applicant", ApplyTests.person)
            try await other.send("\(draft)/applicant", ApplyTests.person.merging(["name": "李四"]) { $1 })
            #expect(other.status == 409)
            #expect(other.page.contains("姓名：另一个窗口填写的是“张三”，本窗口填写的是“李四”"))
        }
    }

    @Test("files added in two windows all stay, and one is taken out by what it is, not by its place")
    func files() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let draft = try await draft(site, &visitor)
            try await visitor.go("\(draft)/materials/1")
            var other = visitor
            try await visitor.send("\(draft)/materials/1", files: [("files", "甲.pdf", "%PDF-1.4")])
            try await other.send("\(draft)/materials/1", files: [("files", "乙.pdf", "%PDF-1.4")])
            try await visitor.go("\(draft)/materials/1")
            #expect(visitor.page.contains("甲.pdf") && visitor.page.contains("乙.pdf"))
            let first = try visitor.text(after: "甲.pdf", from: "value=\"", to: "\"")
            try await other.go("\(draft)/materials/1")
            try await other.send("\(draft)/materials/1", ["remove": first], files: [])
            try await visitor.send("\(draft)/materials/1", ["remove": first], files: [])
            try await visitor.go("\(draft)/materials/1")
            #expect(!visitor.page.contains("甲.pdf") && visitor.page.contains("乙.pdf"))
        }
    }

    @Test("a page that saves itself is told what is not asked, what another window wrote, and what it may overwrite")
    func script() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let draft = try await draft(site, &visitor)
            try await visitor.go("\(draft)/form")
            #expect(visitor.page.contains("data-draft=\"field-landlord field-exits field-rooms.1.beds\""))
            var other = visitor
            try await visitor.send("\(draft)/form", ["field-purpose": "甲", "field-area": "250", "auto": "1"])
            #expect(visitor.status == 200 && visitor.mediaType == "application/json")
            #expect(visitor.page.contains("\"moot\":[\"field-landlord\",\"field-rooms.1.beds\"]"))
            #expect(visitor.page.contains("\"conflicts\":[]"))
            try await other.send("\(draft)/form", ["field-purpose": "乙", "field-area": "", "auto": "1"])
            #expect(other.page.contains("\"other\":\"甲\"") && other.page.contains("\"mine\":\"乙\""))
            #expect(other.page.contains("{\"name\":\"field-area\",\"value\":\"250\"}"), "taken over from the first")
            try await visitor.go("\(draft)/form")
            #expect(visitor.page.contains("value=\"甲\"") && visitor.page.contains("value=\"250\""))
            #expect(!visitor.page.contains("value=\"乙\""))
        }
    }
}
