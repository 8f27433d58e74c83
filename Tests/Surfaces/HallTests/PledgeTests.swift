import Casework
import Directory
import EventLog
import Kernel
import Processes
import Publicity
import TestHouse
import TestSupport
import Testing

@testable import Hall

@Suite("Service pledges")
struct PledgeTests {
    /// - Source: 优化营商环境条例 art. 36.
    @Test("a case beyond its promised day is shown at once; its reason is shown when the agency says it, masked")
    func reason() async throws {
        let site = try await HallTestSite()
        let receipt = try await site.house.apply(key: "late")
        for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] as [(Step.ID, StepOutcome.ID)] {
            try await site.house.submit(
                CompleteStep(
                    caseFile: receipt.caseFile,
                    seen: try await site.house.state(receipt.caseFile).version,
                    step: step,
                    outcome: outcome,
                    opinion: "符合条件，同意",
                    details: .none
                ),
                by: try site.house.officer(.reception)
            )
        }
        let policy = site.parts.policy
        @Sendable func explain(_ reason: String, hidden: [String] = []) async throws {
            try await site.house.submit(
                ExplainDelay(caseFile: receipt.caseFile, reason: reason, hidden: hidden, policy),
                by: try site.house.officer(.handle)
            )
        }
        await #expect(throws: PublicityError.notLate) { try await explain("现场勘验的专家改期") }
        site.house.clock.set("2026-05-06")
        try await site.serve { visitor in
            try await visitor.go("/pledges")
            #expect(visitor.page.contains("演示区教育局") && visitor.page.contains("0%"))
            let agency = try visitor.text(after: "各机关兑现承诺的情况", from: "href=\"", to: "\"")
            try await visitor.go(agency)
            #expect(visitor.page.contains("尚未说明") && visitor.page.contains("尚未办结"))
            try await explain("申请人张三（电话13812345678）改期，经办人李小明休假", hidden: ["李小明"])
            for path in [agency, "/items/511A0138600000-511602000000-000-11511301008778183N-1-00"] {
                try await visitor.go(path)
                #expect(visitor.page.contains("改期，经办人"), "\(path)")
                for secret in ["张三", "13812345678", "李小明"] { #expect(!visitor.page.contains(secret), "\(secret)") }
            }
            try await visitor.go("\(agency)/handbook.pdf")
            #expect(visitor.mediaType == "application/pdf")
            let handbook = try Printed(visitor.content)
            #expect(handbook.title == "演示区教育局办事手册")
            for words in ["1.民办幼儿园设立审批", "要准备的材料", "511A0138600000"] {
                #expect(handbook.text.contains(words), "\(words)")
            }
            try await visitor.go("/pledges/nobody/handbook.pdf")
            #expect(visitor.status == 404)
            try await visitor.go("/pledges/nobody")
            #expect(visitor.status == 404)
        }
    }
}
