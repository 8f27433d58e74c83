import Directory
import EventLog
import Kernel

/// Records what a day shows when cases are compared; what was found before is not found again.
struct RecordComparisons: Command {
    static let name = "RecordComparisons"

    /// Something that stands out, and whose it is.
    struct Found: Hashable, Sendable {
        let agency: String
        let agencyName: String
        let breach: Breach
    }

    let day: Day
    let found: [Found]
    let supervisor: Supervisor

    /// What is found follows from the day.
    private enum CodingKeys: String, CodingKey {
        case day
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(day, forKey: .day)
    }

    /// Answers how many findings were raised; none when another node was faster.
    func run(in session: CommandSession) throws -> Int {
        if let through = try session.load(Comparisons.self, Comparisons.key).state.through, day <= through { return 0 }
        var raised = 0
        for agency in Set(found.map(\.agency)).sorted() {
            raised += try session.raise(found.filter { $0.agency == agency }, of: Agency.ID(agency), supervisor)
        }
        let compared = DaysCompared(through: day)
        try session.append(.compared(compared), to: Comparisons.self, Comparisons.key)
        return raised
    }
}

extension CommandSession {
    /// Raises what the agency was not told of yet; returns how many.
    fileprivate func raise(
        _ found: [RecordComparisons.Found],
        of agency: Agency.ID,
        _ supervisor: Supervisor
    ) throws -> Int {
        let matter = FindingMatter.comparison(agency)
        let findings = try load(Findings.self, matter.text).state
        var outcome = Supervisor.Outcome()
        for new in found.map(\.breach) where !findings.told(new) && !outcome.raised.contains(where: new.isSame) {
            var breach = new
            breach.occurrence =
                1
                + (findings.all.map(\.breach) + outcome.raised).count { other in
                    other.rule == new.rule && other.subject == new.subject
                }
            outcome.raised.append(breach)
        }
        return try record(outcome, findings, of: matter, (agency, found[0].agencyName), supervisor)
    }
}

extension Findings {
    fileprivate func told(_ breach: Breach) -> Bool { all.contains { $0.breach.isSame(breach) } }
}

extension Breach {
    /// Whether it stands out in the same span for the same.
    fileprivate func isSame(_ other: Breach) -> Bool {
        rule == other.rule && subject == other.subject && comparison?.key == other.comparison?.key
    }
}
