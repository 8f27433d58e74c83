import Directory
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("The breakdown plan")
struct BreakdownPlanTests {
    private static func line(
        _ post: Post.ID,
        _ office: String?,
        _ items: [(String, String)],
        isAnswered: Bool = true
    ) -> BreakdownPlan.Line {
        BreakdownPlan.Line(
            post: post,
            postName: "\(post)岗",
            office: office,
            responsibility: .handle,
            charter: PostCharter(
                powers: items.map { PostCharter.Power(item: $0.0, name: "事项\($0.0)", limits: $0.1) },
                liability: isAnswered ? PostCharter.Liability(kind: .direct, content: "承办责任") : nil
            )
        )
    }

    @Test("powers held by nobody, by two offices, or beyond the catalog, and posts nobody answers for, are named")
    func faults() {
        let plan = BreakdownPlan(
            version: 1,
            from: "2026-01-01",
            lines: [
                Self.line("W1", "甲科", [("1", ""), ("2", "城区"), ("9", "")]),
                Self.line("W2", "乙科", [("1", ""), ("2", "乡镇")], isAnswered: false),
            ]
        )
        let found = plan.faults(against: [("1", "事项1"), ("2", "事项2"), ("3", "事项3")])
        #expect(
            found == [
                .heldByNoPost(item: "3", name: "事项3"),
                .overlap(item: "1", name: "事项1", offices: ["乙科", "甲科"]),
                .beyondCatalog(item: "9", name: "事项9", post: "W1岗"),
                .liabilityMissing(post: "W2岗"),
            ]
        )
    }

    @Test("the plan is generated from the posts of the day, and versions count up", arguments: StorageEngine.allCases)
    func issue(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let agency = directory.agency
        let charter = PostCharter(powers: [PostCharter.Power(item: "1I1", name: "教师资格认定")])
        let set = SetPostCharter(charter, of: directory.post, from: "2026-02-01", reason: "分解职权")
        _ = try await directory.submit(set, "c")
        #expect(try await directory.submit(IssueBreakdownPlan(of: agency, from: "2026-01-31"), "p1") == 1)
        #expect(try await directory.submit(IssueBreakdownPlan(of: agency, from: "2026-02-01"), "p2") == 2)
        let entry = try await directory.log.read(DirectoryLog.realm) {
            try $0.state(AgencyEntry.self, agency.text).state
        }
        #expect(entry.agency?.plans.map { $0.lines.map(\.charter) } == [[PostCharter(powers: [])], [charter]])
    }
}
