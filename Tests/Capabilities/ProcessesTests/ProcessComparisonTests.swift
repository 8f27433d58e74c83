import ProcessTrials
import Processes
import Testing

@Suite("Comparing two versions of a process")
struct ProcessComparisonTests {
    /// A change to the licensing template, and how it is told.
    struct Trial: Sendable {
        let part: String?
        let property: ProcessComparison.Property
        let before: String?
        let after: String?
        let change: @Sendable (inout Draft) -> Void

        init(
            _ part: String?,
            _ property: ProcessComparison.Property,
            _ before: String?,
            _ after: String?,
            _ change: @escaping @Sendable (inout Draft) -> Void
        ) {
            self.part = part
            self.property = property
            self.before = before
            self.after = after
            self.change = change
        }
    }

    static let trials = [
        Trial(nil, .name, "行政许可通用流程", "新流程") { $0.set("name", "新流程") },
        Trial("accept", .limit, "5个工作日（《行政许可法》第三十二条第（四）项）", "3个工作日（《行政许可法》第四十二条）") {
            $0.limit("accept", "3wd")
        },
        Trial("verify", .officers, "2", "3") { $0.step("verify") { $0["officers"] = 3 } },
        Trial("verify", .step, "实地核查", nil) { $0.remove("verify") },
        Trial("publish", .documents, nil, "公开凭证") { $0.step("publish") { $0["documents"] = [["name": "公开凭证"]] } },
        Trial(nil, .first, "receive", "accept") { $0.set("first", "accept") },
        Trial("issued", .junction, "all → archive", nil) { $0.remove("issued", from: "junctions") },
    ]

    @Test("a version is no change of itself", arguments: ProcessTemplate.allCases)
    func same(_ template: ProcessTemplate) throws {
        #expect(try ProcessComparison(template.definition(), template.definition()).changes == [])
    }

    @Test("each change is named at its part, with what was and what is", arguments: trials)
    func change(_ trial: Trial) throws {
        var draft = try Draft()
        trial.change(&draft)
        let changes = try ProcessComparison(ProcessTemplate.licensingGeneral.definition(), draft.definition()).changes
        let expected = ProcessComparison.Change(
            part: trial.part,
            property: trial.property,
            before: trial.before,
            after: trial.after
        )
        #expect(changes == [expected])
    }
}
