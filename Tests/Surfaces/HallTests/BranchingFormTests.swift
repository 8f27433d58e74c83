import Casework
import Catalog
import EventLog
import Kernel
import TestHouse
import Testing

@testable import Hall

@Suite("A form that branches and repeats, without script")
struct BranchingFormTests {
    private static let fields = Dictionary(
        uniqueKeysWithValues: TestHouse.branchingAnswers.map { ("field-\($0.key)", $0.value) }
    )

    @Test("every question says when it is answered; rows are added and taken out; the receipt leads to all answers")
    func apply() async throws {
        let site = try await HallTestSite()
        try await site.house.revise(site.house.license) { $0.form = TestHouse.branchingForm }
        try await site.serve { visitor in
            try await visitor.go("\(ApplyTests.item)/apply")
            try await visitor.send("\(ApplyTests.item)/apply", [:])
            let draft = visitor.path
            try await visitor.go("\(draft)/applicant")
            try await visitor.send("\(draft)/applicant", ApplyTests.person)
            try await visitor.go("\(draft)/form")
            #expect(visitor.page.contains("“场地是否租赁”为“是”的填写"))
            #expect(visitor.page.contains("“面积”≥200的填写"))
            #expect(visitor.page.contains("填 1 至 3 项，空着的项不保存"))
            #expect(!visitor.page.contains("删去活动室 1"), "one is the least")

            let first = ["field-purpose": "开办", "field-rooms.1.use": "活动", "field-rooms.1.sleeps": "否"]
            try await visitor.send("\(draft)/form", first.merging(["add": "rooms"]) { $1 })
            #expect(visitor.path.hasSuffix("#field-rooms.2.use"))
            #expect(visitor.page.contains("活动室 2") && visitor.page.contains("value=\"开办\""))
            let second = first.merging(["field-rooms.2.use": "音乐", "field-rooms.2.sleeps": "否"]) { $1 }
            try await visitor.send("\(draft)/form", second.merging(["add": "rooms"]) { $1 })
            #expect(visitor.page.contains("活动室 3") && !visitor.page.contains("再加一项"))
            try await visitor.send(
                "\(draft)/form",
                second.merging(["field-rooms.3.use": "", "drop": "rooms.1"]) { $1 }
            )
            #expect(visitor.page.contains("活动室 2") && !visitor.page.contains("活动室 3"))
            #expect(visitor.page.contains("value=\"音乐\"") && !visitor.page.contains("value=\"活动\""))
            try await visitor.send("\(draft)/form", ["drop": "nothing.1", "add": "nothing", "field-purpose": "开办"])
            #expect(visitor.status == 422, "buttons that are not there are as none")

            var partial = Self.fields
            partial["field-landlord"] = ""
            try await visitor.send("\(draft)/form", partial)
            #expect(visitor.status == 422 && visitor.page.contains("出租人：应填写，实为空。"))
            try await visitor.send("\(draft)/form", Self.fields)
            #expect(visitor.path == draft, "\(visitor.page)")
            try await visitor.go("\(draft)/materials/1")
            try await visitor.send("\(draft)/materials/1", files: [("files", "申请书.pdf", "%PDF-1.4")])
            try await visitor.go("\(draft)/review")
            #expect(visitor.page.contains("活动室 2：用途") && visitor.page.contains("演示物业公司"))
            try await visitor.send("\(draft)/review", ["truth": "yes"])
            #expect(visitor.path == "\(draft)/receipt")
        }
        let summary = try await site.house.log.read(TestHouse.realm) {
            try $0.caseFile(number: "511602-20260302-00001")
        }
        let state = try await site.house.state(try #require(summary).id).state
        #expect(state.submission?.answers.map(\.label).contains("活动室 1：床位数") == true)
        #expect(state.submission?.answers.count == 10)
    }
}
