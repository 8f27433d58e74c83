import Access
import Directory
import EventLog
import Kernel
import Supervision
import TimeLimits
import WebServer

/// One level of the way from province to step: its four numbers, the level below, and what can be seen in its steps.
struct StepView: Sendable {
    /// A part of the level, and what asks for it alone.
    struct Part: Sendable {
        let name: String
        let query: StepQuery
        let figures: StepFigures
    }

    /// What the table of parts tells apart.
    enum Level: String, Sendable {
        case area = "区划和单位"
        case post = "岗位"
        case caseFile = "办件"
        case step = "环节"
    }

    let query: StepQuery
    let days: ClosedRange<Day>
    /// The way down, the top first: name and where it leads.
    let way: [(name: String, query: StepQuery)]
    let whole: StepFigures
    let level: Level
    let parts: [Part]
    /// By step, the most cases first.
    let steps: [StepGroup]
    let items: [StepGroup]
    let cells: [StepGroup]
    let months: [StepGroup]
    let lines: [StepLine]

    static let listed = 30
    /// Rows and columns of the heat map at most.
    static let greatest = (items: 12, steps: 10)
}

extension EventReading {
    /// Returns what `query` asks for within `scope`.
    ///
    /// - Throws: `WebRefusal.forbidden` for a division or an agency outside of the scope.
    func steps(
        _ query: StepQuery,
        _ scope: DeskScope,
        _ table: StepTable,
        _ calendar: WorkingCalendar,
        on today: Day
    ) throws -> StepView {
        let area = try StepArea(self, query, scope, on: today)
        let slice = query.slice(Set(area.agencies.keys), today: today)
        let groups = { (grouping: StepGrouping) in table.groups(slice, by: grouping, calendar) }
        let level: StepView.Level =
            query.caseNumber != nil ? .step : query.post != nil ? .caseFile : query.agency != nil ? .post : .area
        let parts: [StepView.Part] =
            switch level {
            case .area: area.parts(groups(.areas(area.areas)), query)
            case .post:
                try groups(.post).map { group in
                    StepView.Part(
                        name: try postName(group.keys[0]),
                        query: query.with { $0.post = group.keys[0] },
                        figures: group.figures
                    )
                }
            case .caseFile:
                groups(.caseNumber).prefix(StepView.listed).map { group in
                    StepView.Part(
                        name: "\(group.keys[0]) \(group.name)",
                        query: query.with { $0.caseNumber = group.keys[0] },
                        figures: group.figures
                    )
                }
            case .step:
                groups(.step).map { group in
                    StepView.Part(
                        name: group.name,
                        query: query.with { $0.step = group.keys[0] },
                        figures: group.figures
                    )
                }
            }
        return StepView(
            query: query,
            days: slice.days,
            way: try way(area, query),
            whole: groups(.none).first?.figures ?? StepFigures(),
            level: level,
            parts: parts,
            steps: groups(.step).sorted { ($1.figures.cases, $0.name) < ($0.figures.cases, $1.name) },
            items: groups(.item),
            cells: groups(.itemStep),
            months: groups(.month).sorted { $0.keys[0] < $1.keys[0] },
            lines: table.lines(slice, limit: StepView.listed, calendar)
        )
    }

    /// The way down to what is asked for, the top first.
    func way(_ area: StepArea, _ query: StepQuery) throws -> [(name: String, query: StepQuery)] {
        let post = try query.post.map { [(try postName($0), query.with { $0.caseNumber = nil })] } ?? []
        return area.way + post + (query.caseNumber.map { [($0, query)] } ?? [])
    }

    private func postName(_ id: String) throws -> String {
        id.isEmpty ? "系统或者申请人" : try state(PostEntry.self, id).state.post?.name ?? "岗位\(id)"
    }
}

/// The agencies of the level that is looked at, and the way to it.
struct StepArea {
    /// Names and divisions, by identifier.
    let agencies: [String: (name: String, division: Division.Code)]
    private(set) var way: [(name: String, query: StepQuery)] = []
    private var below: [Division] = []
    private var home: Division.Code?

    init(_ reading: EventReading, _ query: StepQuery, _ scope: DeskScope, on today: Day) throws {
        var plain = StepQuery()
        plain.days = query.days
        plain.item = query.item
        plain.step = query.step
        plain.month = query.month
        let tree = try reading.reader.divisionTree(in: reading.realm)
        let rows: [AgencyRow]
        switch scope {
        case .agency(let id):
            rows = try reading.reader.agency(id, in: reading.realm).map { [$0] } ?? []
            guard query.agency == nil || query.agency == id.text, query.division == nil else {
                throw WebRefusal.forbidden
            }
        case .division(let top):
            let asked = query.division.map { Division.Code($0) } ?? top
            guard let asked, top.contains(asked) else { throw WebRefusal.forbidden }
            home = asked
            below = tree.divisions(below: asked, on: today)
            way = tree.path(to: asked, on: today).filter { top.contains($0.code) }.map { division in
                (division.name, plain.with { $0.division = division.code == top ? nil : division.code.digits })
            }
            rows = try reading.reader.agencies(of: asked, in: reading.realm, on: today)
        }
        if let agency = query.agency {
            guard let row = rows.first(where: { $0.id.text == agency }) else { throw WebRefusal.forbidden }
            agencies = [agency: (row.profile.shortName, row.profile.division)]
            way.append(
                (
                    row.profile.shortName,
                    plain.with {
                        $0.division = query.division; $0.agency = agency
                    }
                )
            )
        } else {
            agencies = Dictionary(rows.map { ($0.id.text, ($0.profile.shortName, $0.profile.division)) }) { first, _ in
                first
            }
        }
    }

    /// The division directly below in which an agency lies, by agency; those of the level itself are not in it.
    var areas: [String: String] {
        agencies.compactMapValues { agency in
            agency.division == home ? nil : below.first { $0.code.contains(agency.division) }?.code.digits
        }
    }

    /// The divisions directly below, with everything in them, then the agencies of the level itself.
    func parts(_ groups: [StepGroup], _ query: StepQuery) -> [StepView.Part] {
        let divisions = below.compactMap { division in
            groups.first { $0.keys[0] == division.code.digits }.map { group in
                StepView.Part(
                    name: division.name,
                    query: query.with { $0.division = division.code.digits },
                    figures: group.figures
                )
            }
        }
        let own = groups.compactMap { group in
            agencies[group.keys[0]].map { agency in
                StepView.Part(
                    name: agency.name,
                    query: query.with { $0.agency = group.keys[0] },
                    figures: group.figures
                )
            }
        }
        return divisions + own
    }
}
