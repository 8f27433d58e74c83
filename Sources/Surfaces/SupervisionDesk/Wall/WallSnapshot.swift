import Casework
import Directory
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
    /// Where it is narrowed to a division in the scope of who looks.
    let division: Division.Code?
    let agencies: [AgencyLine]
    let map: [MapTile]
    let stages: [Stage.Name: Int]
    /// Cases in which something was done since midnight.
    let casesToday: Int
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
    ///
    /// - Parameters:
    ///   - scope: whose agencies.
    ///   - division: the division the scope was narrowed to, so that the lists behind the numbers are too.
    ///   - now: the moment.
    /// - Returns: every number and list of the wall.
    /// - Throws: what the database throws.
    func wall(_ scope: DeskScope, narrowedTo division: Division.Code? = nil, at now: Instant) throws -> WallSnapshot {
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
            division: division,
            agencies: lines.sorted(by: WallSnapshot.isGraver),
            map: try map(of: lines, scope, on: today),
            stages: Dictionary(loads.values.joined().map { ($0.stage, $0.cases) }, uniquingKeysWith: +),
            casesToday: try caseCount(CaseListQuery(.today).selection(among: ids, at: now)),
            latest: try findings(FindingSearch(agencies: ids), limit: WallSnapshot.rows),
            gravest: try findings(
                FindingSearch(agencies: ids, isOpen: true, order: .gravest),
                limit: WallSnapshot.rows
            ),
            traffic: try findingTraffic(of: ids, through: today)
        )
    }

    private func map(of lines: [WallSnapshot.AgencyLine], _ scope: DeskScope, on today: Day) throws -> [MapTile] {
        guard case .division(let code) = scope else { return [] }
        let tree = try reader.divisionTree(in: realm)
        guard let home = tree.division(code, on: today) else { return [] }
        return MapTile.tiles(lines, of: home, above: tree.divisions(below: code, on: today))
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

extension WallSnapshot {
    /// How every number of the wall is made.
    var figures: [Figure] {
        let today = at.day
        return FindingLevel.gravestFirst.map { FindingQuery(level: $0, isOpen: true, division: division).figure } + [
            CaseListQuery(division: division).figure, CaseListQuery(.overdue, division: division).figure,
            CaseListQuery(stage: .suspended, division: division).figure,
            CaseListQuery(.today, division: division).figure,
            FindingQuery(days: today...today, division: division).figure,
            FindingQuery(isCard: true, days: today...today, division: division).figure,
        ]
    }

    /// The wall as lines: the whole, each agency, each stage and each day.
    var sheet: DeskSheet {
        let levels = FindingLevel.gravestFirst
        let whole = levels.map { open($0) } + [cases, overdue]
        let lines =
            [("全部", whole)]
            + agencies.map { line in
                (line.agency.name, levels.map { line.counts[$0] ?? 0 } + [line.cases, line.overdue])
            }
        let waiting = Stage.Name.allCases.filter { $0 != .closed }.map { ["在办：\($0.chinese)", "\(stages[$0] ?? 0)"] }
        let days = traffic.map { entry in
            ["\(entry.day)发出的监察信息", "\(entry.counts.values.reduce(0, +))"]
        }
        return DeskSheet(
            title: "实时监察",
            columns: ["范围"] + levels.map { "未了结的\($0.chinese)" } + ["在办", "超期"],
            rows: lines.map { [$0.0] + $0.1.map { "\($0)" } } + [["今日办理", "\(casesToday)"]] + waiting + days,
            figures: figures
        )
    }
}
