import EventLog
import Kernel
import TestSupport
import Testing

@testable import Casework
@testable import Publicity

@Suite("How many decisions are public, and what became of the others")
struct PublishedCountTests {
    private static let day: Day = "2026-05-20"

    @Test(
        "each decision counts where it stands; what was never public was not taken down",
        arguments: StorageEngine.allCases
    )
    func counts(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        func grant(_ number: Int, on day: Day = Self.day) async throws -> CaseFile.ID {
            try await log.grant(number, to: log.company, on: day)
        }
        func happen(_ fact: PublicationEvent, to id: CaseFile.ID) async throws {
            try await log.happen("happen \(id)") { try $0.append(fact, to: Publication.self, id.text) }
        }
        let (kept, withdrawn, ended) = (try await grant(1, on: "2026-05-18"), try await grant(2), try await grant(3))
        for id in [kept, withdrawn, ended] { try await log.publish(id) }
        try await happen(.withdrawn(PublicationWithdrawn(ground: .mistaken, reason: Open("名称有误"))), to: withdrawn)
        try await happen(.ended(PublicationEnded(on: Open(Self.day), reason: Open("信用修复"))), to: ended)
        let expired = try await grant(4)
        let copy = DecisionPublished(
            record: Open(try await log.preview(expired)),
            original: .erased(subject: log.company.text),
            policy: "t",
            shownThrough: "2026-05-19"
        )
        try await happen(.published(copy), to: expired)
        for (number, ground) in [(5, ExemptionGround.minor), (6, .minor), (7, .tradeSecret)] {
            let decided = ExemptionDecided(on: Self.day, isApproved: true, ground: Open(ground), opinion: "同意不公开")
            try await happen(.exemptionDecided(decided), to: try await grant(number))
        }
        // Fell before it was public.
        let fallen = PublicationWithdrawn(ground: .revoked, reason: Open("复议撤销"))
        try await happen(.withdrawn(fallen), to: try await grant(8))

        let agency = log.agency.text
        let (counts, exemptions) = try await log.read { reading in
            let record = PublicRecord(reading, PublicLog.policy, on: Self.day)
            return (try record.counts(of: agency), try record.exemptions(of: agency).map { "\($0.ground) \($0.count)" })
        }
        #expect(
            counts == [
                PublishedCount(
                    agency: agency,
                    itemCode: "510105001000",
                    published: 1,
                    withdrawn: 1,
                    over: 2,
                    newest: "2026-05-18"
                )
            ]
        )
        #expect(exemptions == ["minor 2", "tradeSecret 1"])
        #expect(try await log.log.rebuild(PublicLog.realm, keeping: false).allSatisfy(\.isEqual))
    }
}
