import EventLog
import Kernel
import TestSupport
import Testing

@testable import Casework
@testable import Publicity

@Suite("Published results are found")
struct PublicSearchTests {
    private static func found(_ typed: String, in log: PublicLog, fewNames: Int = 200) async throws -> [String] {
        try await log.read { reading in
            var record = PublicRecord(reading, PublicLog.policy, on: "2026-05-20")
            record.fewNames = fewNames
            let sought = try #require(PublicRecord.Sought(typed))
            return try record.list(.init(sought: sought), limit: 9).map(\.decision.documentNumber)
        }
    }

    @Test(
        "by number, credit code, firm and item, whatever form the brackets have; never by a person's name",
        arguments: StorageEngine.allCases
    )
    func found(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        for (number, party) in [(1, log.company), (2, log.person)] {
            try await log.publish(try await log.grant(number, to: party))
        }
        let (first, second) = ("广安教许准〔2026〕1号", "广安教许准〔2026〕2号")
        // As many names as there are, and as few as to be looked for day by day.
        for few in [200, 0] {
            for typed in [first, "广安教许准[2026]1号", " 广安教许准（2026）1号", "91110000600037341L", "91110000600037341l"] {
                #expect(try await Self.found(typed, in: log, fewNames: few) == [first], "\(typed)")
            }
            for typed in ["广安食品有限公司", "食品", "安食 品"] {
                #expect(try await Self.found(typed, in: log, fewNames: few) == [first], "\(typed)")
            }
            #expect(try await Self.found("教师资格", in: log, fewNames: few) == [second, first])
            for typed in ["张小三", "张某", "食品%公司", "没有的"] {
                #expect(try await Self.found(typed, in: log, fewNames: few).isEmpty, "\(typed)")
            }
        }
        #expect(PublicRecord.Sought("食") == nil)
        #expect(try await log.log.rebuild(PublicLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("what was taken down is found no more, and a category shows its own", arguments: StorageEngine.allCases)
    func narrowed(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        let id = try await log.grant(1, to: log.company)
        try await log.publish(id)
        let counts = try await log.read { reading in
            let record = PublicRecord(reading, PublicLog.policy, on: "2026-05-20")
            return try ["01", "02"].map { try record.list(.init(category: $0), limit: 9).count }
        }
        #expect(counts == [1, 0])
        let fallen = PublicationWithdrawn(ground: .mistaken, reason: Open("名称有误"))
        try await log.happen("fall") { try $0.append(.withdrawn(fallen), to: Publication.self, id.text) }
        #expect(try await Self.found("食品", in: log).isEmpty)
    }
}
