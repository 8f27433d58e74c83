import Codes
import Composition
import Directory
import EventLog
import Foundation
import Kernel

/// Fills a database: agencies in the counties of one province, officers in all of them, by the real commands.
struct Load {
    let path: String
    let officers: Int
    let agencies: Int

    /// How many commands are under way together; they share a batch and its flush.
    private static let together = 64

    func run() async throws {
        let house = try await House.open(.sqlite(path: path), for: .serve(makingDemonstration: true)) { _ in }
        let table = try DivisionTable.national()
        let counties = table.all.compactMap { Division.Code($0.code) }
            .filter { $0.level == .county && $0.digits.hasPrefix("51") }
            .sorted()
        let ids = try await inOrder(agencies) { number in
            let profile = Agency.Profile(
                code: creditCode(number),
                name: "第\(number)号机关",
                shortName: "机关\(number)",
                division: counties[number % counties.count]
            )
            return try await house.submit(RegisterAgency(profile, from: "2026-01-05"))
        }
        _ = try await inOrder(officers) { number in
            try await house.submit(RegisterOfficer("人员\(number)", of: ids[number % ids.count], from: "2026-01-05"))
        }
        await house.close()
    }

    /// A code with the right characters; check digits are not looked at when an agency is entered.
    private func creditCode(_ number: Int) -> String {
        let digits = String(number)
        return "11510000" + String(repeating: "0", count: 10 - digits.count) + digits
    }

    private func inOrder<Answer: Sendable>(
        _ count: Int,
        _ body: @escaping @Sendable (Int) async throws -> Answer
    ) async throws -> [Answer] {
        var answers: [Answer] = []
        for begin in stride(from: 0, to: count, by: Load.together) {
            let numbers = begin..<min(count, begin + Load.together)
            let batch = try await withThrowingTaskGroup(of: (Int, Answer).self) { group in
                for number in numbers { group.addTask { (number, try await body(number)) } }
                return try await group.reduce(into: [(Int, Answer)]()) { $0.append($1) }
            }
            answers += batch.sorted { $0.0 < $1.0 }.map(\.1)
        }
        return answers
    }
}

extension House {
    func submit<C: Command>(_ command: C) async throws -> C.Answer {
        let act = Act(realm: realm, actor: .system("benchmark"), key: SystemRandomness().code(20))
        return try await log.submit(command, as: act).answer
    }
}
