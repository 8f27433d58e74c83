import EventLog
import Kernel
import Testing

@testable import Casework
@testable import Supervision

@Suite("Parameters that differ by division, category, item and step")
struct RuleScopeTests {
    private static func book(_ scopes: String) throws -> RuleBook {
        try RuleBook(
            RuleParameters(
                json: Array(
                    #"{"version":"1","rules":{"CNT-BACKFILL":{"numbers":{"hours":24}}},"scopes":[\#(scopes)]}"#.utf8
                )
            )
        )
    }

    private static func scope(_ scope: String, hours: Int) -> String {
        #"{"scope":{\#(scope)},"rules":{"CNT-BACKFILL":{"numbers":{"hours":\#(hours)}}}}"#
    }

    /// The step of the sample is entered thirty hours late; its item lies in 511602, category 01.
    private static func findings(_ scopes: String, step: String = "examine") throws -> [String] {
        var caseFile = Sample.caseFile
        caseFile.act = SupervisedAct(
            version: 3,
            name: "环节“审查”",
            occurred: Occurrence(at: Instant("2025-10-13", hour: 9), precision: .instant, origin: .stated),
            recordedAt: Instant("2025-10-14", hour: 15),
            step: .init(id: .init(step))
        )
        let supervisor = Supervisor(try book(scopes), try Sample.calendar())
        return try supervisor.judge(caseFile, Findings(), at: Instant("2025-10-14", hour: 15)).raised
            .filter { $0.rule == .backfill }
            .flatMap(\.facts).filter { $0.label == "允许间隔" }.map(\.value)
    }

    @Test(
        "the narrowest scope that covers the case speaks last, and a step's only for that step",
        arguments: [
            ([], ["24小时"]),
            ([scope(#""division":"511600""#, hours: 12)], ["12小时"]),
            ([scope(#""division":"510100""#, hours: 12)], ["24小时"]),
            // The county over its city, the category over both, in whatever order they stand.
            ([scope(#""division":"511602""#, hours: 6), scope(#""division":"511600""#, hours: 12)], ["6小时"]),
            ([scope(#""category":"01""#, hours: 3), scope(#""division":"511602""#, hours: 6)], ["3小时"]),
            ([scope(#""item":"510105001000""#, hours: 48), scope(#""category":"01""#, hours: 3)], []),
            ([scope(#""category":"02""#, hours: 3)], ["24小时"]),
            ([scope(#""step":"examine""#, hours: 48), scope(#""item":"510105001000""#, hours: 3)], []),
            ([scope(#""step":"decide""#, hours: 48), scope(#""item":"510105001000""#, hours: 3)], ["3小时"]),
        ] as [([String], [String])]
    )
    func narrowest(scopes: [String], found: [String]) throws {
        #expect(try Self.findings(scopes.joined(separator: ",")) == found)
    }

    @Test("a scope without a condition, of no division, or with a number outside the limits stops the start")
    func unsound() throws {
        for scope in ["", #""division":"13""#, #""division":"x""#] {
            let text = Self.scope(scope, hours: 12)
            if scope == #""division":"13""# {
                _ = try Self.book(text)
            } else {
                #expect(throws: RuleParameters.Fault.self) { try Self.book(text) }
            }
        }
        #expect(
            throws: RuleParameters.Fault.outOfRange(rule: .backfill, key: "hours", expected: 1...720, found: 0)
        ) { try Self.book(Self.scope(#""category":"01""#, hours: 0)) }
    }
}
