import Casework
import Codes
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import Testing

@Suite("Decisions discussed together (行政处罚法 §57.2)")
struct DiscussionTests {
    /// A record that departs in one thing from one that counts, and what it is refused for; `nil` when it counts.
    struct Held: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var members = ["演示批准", "甲", "乙", "丙"]
        var recused: [String] = []
        var opinions = [("演示批准", "同意"), ("甲", "同意"), ("乙", "同意处罚建议")]
        var chair = "演示批准"
        var dissent = ""
        var heldAt = "2026-03-02 08:00"
        let fault: String?

        init(_ name: String, _ fault: String? = nil, _ change: (inout Held) -> Void = { _ in }) {
            testDescription = name
            self.fault = fault
            change(&self)
        }
    }

    static let records = [
        Held("three of four"),
        Held("half is not more than half", "noQuorum") {
            $0.members += ["丁", "戊"]
        },
        Held("who is recused does not count: three of five are more than half", nil) {
            $0.members += ["丁", "戊"]
            $0.recused = ["丁"]
        },
        Held("two of three suffice: the table says how many, not the form") {
            $0.recused = ["丙"]
            $0.opinions.removeLast()
        },
        Held("who is recused does not speak", "recusedTookPart") { $0.recused = ["乙"] },
        Held("who is recused belongs to the body", "notMember") { $0.recused = ["戊"] },
        Held("nobody speaks who does not belong to the body", "notMember") { $0.opinions[2].0 = "戊" },
        Held("nobody speaks twice", "namedTwice") { $0.opinions[2].0 = "甲" },
        Held("nobody counts twice", "namedTwice") { $0.members[3] = "甲" },
        Held("every opinion says what it comes to", "unclear") { $0.opinions[1].1 = "没有意见" },
        Held("the chair is there", "chairAbsent") { $0.chair = "丙" },
        Held("the chair is the head", "chairNotHead") { $0.chair = "甲" },
        Held("dissent is written down", "dissentMissing") { $0.opinions[1].1 = "不同意，证据不足" },
        Held("dissent that is written down lets the head decide") {
            $0.opinions[1].1 = "不同意，证据不足"
            $0.dissent = "甲认为证据不足"
        },
        Held("an abstention is no dissent") { $0.opinions[1].1 = "弃权" },
        Held("not recorded before it was held", "notYetHeld") { $0.heldAt = "2026-12-31 08:00" },
    ]

    @Test(
        "a discussion counts when the head chaired it, enough came, and everybody's view is recorded",
        arguments: records
    )
    func counts(_ held: Held) async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.untilReview(yuan: 5_000)
        try await run.complete("review", "complex")
        let papers = [DocumentRecord.discussion(held)]
        guard let fault = held.fault else {
            try await run.complete("discuss", "discussed", documents: papers)
            #expect(try await run.state().position.steps == ["decide"])
            return
        }
        let refusal = await #expect(throws: CaseworkError.self) {
            try await run.complete("discuss", "discussed", documents: papers)
        }
        guard case .discussion(let found)? = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect("\(found)".hasPrefix(fault))
    }

    @Test("who was found to be recused must stand among the recused; until it is decided nobody goes on (行政处罚法 §43)")
    func recusal() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.untilReview(yuan: 5_000)
        try await run.complete("review", "complex")
        let officer = Officer.ID(try run.house.officer(.legalReview).id)
        let matter = CaseFile.stream(run.id.text).text
        let request = RequestRecusal(officer, in: matter, ground: .interest, reason: "与当事人有直接利害关系")
        try await run.house.submit(request, by: run.house.officer(.handle))
        let held = Held("") { $0.members[3] = "演示法制审核" }
        func discuss(_ held: Held) async throws {
            try await run.complete("discuss", "discussed", documents: [.discussion(held)])
        }
        await #expect(throws: CaseworkError.discussion(.recusalUndecided("演示法制审核"))) { try await discuss(held) }
        let granted = DecideRecusal(officer, in: matter, isGranted: true, reason: "情况属实，应当回避")
        try await run.house.submit(granted, by: run.house.officer(.approve))
        await #expect(throws: CaseworkError.discussion(.recusalUnrecorded("演示法制审核"))) { try await discuss(held) }
        try await discuss(
            Held("") {
                $0.members[3] = "演示法制审核"
                $0.recused = ["演示法制审核"]
            }
        )
    }
}

extension DocumentRecord {
    fileprivate static func discussion(_ held: DiscussionTests.Held) -> DocumentRecord {
        func text(_ key: String, _ text: String) -> DocumentEntry { DocumentEntry(key: key, label: key, text: text) }
        func rows(_ key: String, _ rows: [[String]]) -> DocumentEntry {
            DocumentEntry(key: key, label: key, text: "", rows: rows)
        }
        return DocumentRecord(
            document: "集体讨论记录",
            entries: [
                text("heldAt", held.heldAt), text("place", "会议室"), text("chair", held.chair),
                text("report", "承办人汇报案件事实、证据和处罚建议"), text("conclusion", "同意处罚建议"), text("dissent", held.dissent),
                rows("members", held.members.map { [$0, "成员"] }), rows("recused", held.recused.map { [$0, "利害关系"] }),
                rows("opinions", held.opinions.map { [$0.0, "成员", $0.1] }),
            ]
        )
    }
}
