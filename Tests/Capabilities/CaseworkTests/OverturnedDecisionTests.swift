import Casework
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("Decisions that did not stand (行政复议法 §64, 行政诉讼法 §70)")
struct OverturnedDecisionTests {
    @Test(
        "what reconsideration or a court overturned is told with its day; what the agency took back itself is not",
        arguments: [
            (.reconsideration, .reconsideration), (.judgment, .litigation), (.unlawful, nil), (.obtainedByFraud, nil),
            (.lawChanged, nil),
        ] as [(DecisionRevoked.Ground, RemedySought.Kind?)]
    )
    func revoked(ground: DecisionRevoked.Ground, way: RemedySought.Kind?) async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        try await licensing.complete("examine", "proposed", by: .handle)
        try await licensing.complete("review", "agreed", by: .review)
        try await licensing.complete("decide", "granted", by: .approve, details: .grant)
        house.clock.set("2026-03-09")
        let (seen, reasons) = (try await licensing.version(), "原决定主要事实不清、证据不足")
        if ground == .lawChanged {
            let command = WithdrawDecision(caseFile: licensing.id, seen: seen, reasons: reasons)
            try await house.submit(command, by: house.officer(.approve))
        } else {
            let command = RevokeDecision(caseFile: licensing.id, seen: seen, ground: ground, reasons: reasons)
            try await house.submit(command, by: house.officer(.approve))
        }
        func found(_ agency: String, _ days: ClosedRange<Day>) async throws -> [OverturnedDecision] {
            try await house.log.read(TestHouse.realm) { try $0.overturnedDecisions(of: [agency], in: days) }
        }
        let agency = house.agency.text
        let march = try await found(agency, "2026-03-01"..."2026-03-31")
        #expect(march.map(\.way) == [way].compactMap(\.self))
        if let decision = march.first {
            #expect(decision.caseFile == licensing.id && decision.on == "2026-03-09")
            #expect(decision.ground == ground.chinese && decision.position > 0)
        }
        #expect(try await found(agency, "2026-04-01"..."2026-04-30").isEmpty)
        #expect(try await found(agency, "2026-02-01"..."2026-02-28").isEmpty)
        #expect(try await found("01A9", "2026-03-01"..."2026-03-31").isEmpty)
    }
}
