import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import Supervision

@Suite("The staff of an agency is watched")
struct SupervisedStaffTests {
    @Test(
        "a stay over its limit is a finding of the agency until somebody else holds the post",
        arguments: StorageEngine.allCases
    )
    func rotation(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(
            on: engine,
            migrations: SupervisionModule.migrations,
            families: SupervisionModule.families,
            projections: SupervisionModule.projections
        )
        let timers = StaffTimers(house.log, try SupervisionModule.supervisor())
        let (clerk, approver) = (Actor(kind: .officer, id: "founder"), try house.officer(.approve))
        let post = Directory.Post.ID(try #require(approver.post))
        let charter = PostCharter(powers: [], longestStayMonths: 3)
        try await house.submit(SetPostCharter(charter, of: post, from: "2026-01-05", reason: "轮岗"), by: clerk)
        func standing() async throws -> [RuleCode] {
            try await house.log.read(TestHouse.realm) { reading in
                try reading.openFindings(OpenFindings(agency: house.agency.text), limit: 10).compactMap {
                    $0.matter == .staff(house.agency) ? RuleCode(rawValue: $0.rule) : nil
                }
            }
        }
        func fire(on day: Day) async throws -> Int {
            house.clock.set(day)
            return try await timers.fire(TestHouse.realm, now: house.clock.now)
        }
        #expect(try await fire(on: "2026-03-02") == 1)
        #expect(try await standing() == [.stayEnds])
        #expect(try await fire(on: "2026-04-05") == 0)
        #expect(try await fire(on: "2026-04-06") == 1)
        #expect(try await standing() == [.stayExceeded])
        let again = StaffTimers(house.log, try SupervisionModule.supervisor())
        #expect(try await again.fire(TestHouse.realm, now: house.clock.now) == 0)

        let explain = ExplainFinding(matter: .staff(house.agency), number: 2, explanation: "接替人员正在培训")
        #expect(try await house.submit(explain, by: house.officer(.handle)) == .explained)
        let relieve = RelieveOfficer(Officer.ID(approver.id), of: post, from: "2026-04-07", reason: "轮岗")
        try await house.submit(relieve, by: clerk)
        #expect(try await fire(on: "2026-04-07") == 1)
        #expect(try await standing().isEmpty)
        let findings = try await house.log.read(TestHouse.realm) {
            try $0.state(Findings.self, FindingMatter.staff(house.agency).text).state.all
        }
        #expect(findings.map(\.status) == [.released(.higher(number: 2)), .released(.mended)])
    }
}
