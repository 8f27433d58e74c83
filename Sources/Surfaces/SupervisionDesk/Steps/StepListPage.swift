import EventLog
import HTML
import Kernel
import Supervision
import TimeLimits
import WebServer

/// The steps, or the cases, behind one of the four numbers.
struct StepList: Sendable {
    let query: StepQuery
    let figure: StepFigure
    let trail: Trail
    let days: ClosedRange<Day>
    let way: [(name: String, query: StepQuery)]
    let whole: StepFigures
    /// One more than a page if there is a next one.
    let found: [StepLine]

    static let rows = 50
}

extension EventReading {
    /// Returns the lines behind a figure of `query` within `scope`, from behind the trail on.
    ///
    /// - Throws: `WebRefusal.forbidden` for a division or an agency outside of the scope.
    func stepList(
        _ query: StepQuery,
        _ figure: StepFigure,
        _ trail: Trail,
        _ scope: DeskScope,
        _ table: StepTable,
        _ calendar: WorkingCalendar,
        on today: Day,
        limit: Int
    ) throws -> StepList {
        let area = try StepArea(self, query, scope, on: today)
        let slice = query.slice(Set(area.agencies.keys), today: today)
        return StepList(
            query: query,
            figure: figure,
            trail: trail,
            days: slice.days,
            way: try way(area, query),
            whole: table.groups(slice, by: .none, calendar).first?.figures ?? StepFigures(),
            found: table.lines(
                slice,
                of: figure,
                before: trail.keys.last.flatMap(Int.init) ?? .max,
                limit: limit,
                calendar
            )
        )
    }
}

struct StepListPage: Component {
    let desk: DeskSite
    let list: StepList

    var body: any HTML {
        DeskFrame(figure.name, desk, part: .steps, crumbs: crumbs) {
            FigureHead(
                figure: figure,
                place: place,
                count: list.whole.count(list.figure),
                result: list.figure == .use ? "平均\(StepPage.text(.use, list.whole))%" : nil,
                address: address(Trail())
            )
            if shown.isEmpty { EmptyState("期间没有这样的环节") } else { StepTableOfLines(lines: shown) }
            Pagination(
                previous: list.trail.previous.map(address),
                next: list.found.count > shown.count
                    ? shown.last.map { address(list.trail.behind("\($0.number)")) } : nil,
                summary: "第\(list.trail.page)页，本页\(shown.count)个"
            )
        }
    }

    private var figure: Figure { list.query.figure(list.figure, in: list.days) }
    private var shown: [StepLine] { Array(list.found.prefix(StepList.rows)) }

    private func address(_ trail: Trail) -> String { SupervisionPath.stepList(list.query, list.figure, trail) }

    private var crumbs: [Crumb] {
        list.way.map { Crumb($0.name, to: SupervisionPath.steps($0.query)) } + [Crumb(figure.name)]
    }

    private var place: String { list.place }
}

extension StepList {
    var sheet: DeskSheet {
        let figure = query.figure(figure, in: days)
        return DeskSheet(
            title: figure.name,
            columns: StepTableOfLines.columns,
            rows: found.map(StepTableOfLines.cells) + [["范围：\(place)"]],
            figures: [figure]
        )
    }

    /// Where the list was narrowed to, in words.
    var place: String {
        let item = query.item.map { code in "事项：\(found.first?.itemName ?? code)" }
        return (way.map(\.name) + [item, query.step.map { "环节：\($0)" }].compactMap(\.self)).joined(separator: " › ")
    }
}

/// Steps, each with the days it took and those it had.
struct StepTableOfLines: Component {
    let lines: [StepLine]

    static let columns = ["办件", "事项", "单位", "环节", "进入", "办结", "工作日", "时限（工作日）", "用去（%）"]

    var body: any HTML {
        DataTable(
            "环节明细",
            columns: StepTableOfLines.columns.enumerated().map { index, heading in
                .init(heading, index == 0 ? .whole : index > 5 ? .number : .text)
            },
            rows: lines.map { line in
                let link: any HTML = a(.href(SupervisionPath.caseFile(line.caseNumber))) { line.caseNumber }
                return DataTable.Row(
                    [link] + StepTableOfLines.cells(line).dropFirst().map { $0 as any HTML },
                    tone: line.isLate ? .bad : nil
                )
            }
        )
    }

    /// The same as text, for the page and for files.
    static func cells(_ line: StepLine) -> [String] {
        [
            line.caseNumber, line.itemName, line.agencyName, line.stepName, line.entered.minuteText,
            line.done.minuteText, "\(line.days)", line.limit.map { "\($0)" } ?? "—", line.use.map { "\($0)" } ?? "—",
        ]
    }
}
