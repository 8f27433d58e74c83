import Casework
import EventLog
import Kernel
import Supervision

/// Everything the wall shows of one scope at one moment.
struct WallSnapshot: Sendable {
    /// One line of the table of agencies.
    struct AgencyLine: Hashable, Sendable {
        let agency: DeskAgency
        /// Open findings.
        let counts: [FindingLevel: Int]
        let cases: Int
        let overdue: Int

        var total: Int { counts.values.reduce(0, +) }
    }

    let at: Instant
    let agencies: [AgencyLine]
    let stages: [Stage.Name: Int]
    /// Acts of all cases of the realm since midnight.
    let actsToday: Int
    let latest: [FindingRow]
    /// Open ones only.
    let gravest: [FindingRow]
    /// 90 days, oldest first.
    let traffic: [FindingTraffic]

    func open(_ level: FindingLevel) -> Int { agencies.reduce(0) { $0 + ($1.counts[level] ?? 0) } }

    var cases: Int { stages.values.reduce(0, +) }
    var overdue: Int { agencies.reduce(0) { $0 + $1.overdue } }
    var suspended: Int { stages[.suspended] ?? 0 }
}

extension EventReading {
    /// Returns what the wall shows of `scope`.
    func wall(_ scope: DeskScope, at now: Instant) throws -> WallSnapshot {
        let today = now.day
        let agencies = try agencies(in: scope, on: today)
        let ids = agencies.map(\.id)
        let counts = Dictionary(grouping: try findingCounts(), by: \.agency)
        let loads = Dictionary(grouping: try caseload(of: ids, on: today), by: \.agency)
        let lines = agencies.map { agency in
            WallSnapshot.AgencyLine(
                agency: agency,
                counts: Dictionary((counts[agency.id] ?? []).map { ($0.level, $0.count) }, uniquingKeysWith: +),
                cases: (loads[agency.id] ?? []).reduce(0) { $0 + $1.cases },
                overdue: (loads[agency.id] ?? []).reduce(0) { $0 + $1.overdue }
            )
        }
        return WallSnapshot(
            at: now,
            agencies: lines.sorted(by: WallSnapshot.isGraver),
            stages: Dictionary(loads.values.joined().map { ($0.stage, $0.cases) }, uniquingKeysWith: +),
            actsToday: try eventCount(of: CaseFile.category, since: Instant(today)),
            latest: try findings(FindingSearch(agencies: ids), limit: WallSnapshot.rows),
            gravest: try findings(
                FindingSearch(agencies: ids, isOpen: true, order: .gravest),
                limit: WallSnapshot.rows
            ),
            traffic: try findingTraffic(of: ids, through: today)
        )
    }
}

extension WallSnapshot {
    fileprivate static let rows = 20

    /// The gravest findings first, then the most cases; of equals, by identifier.
    fileprivate static func isGraver(_ left: AgencyLine, _ right: AgencyLine) -> Bool {
        let keys = { (line: AgencyLine) in
            FindingLevel.gravestFirst.map { line.counts[$0] ?? 0 } + [line.overdue, line.cases]
        }
        let (first, second) = (keys(left), keys(right))
        return first == second ? left.agency.id < right.agency.id : second.lexicographicallyPrecedes(first)
    }
}
