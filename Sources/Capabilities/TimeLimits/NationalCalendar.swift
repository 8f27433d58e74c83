package import Definitions
package import Interchange
import Kernel

/// Reads the national calendar that ships with the program.
///
/// Announced years come from the notices; years after the last notice have the thirteen statutory days only, without
/// the days off in exchange for statutory days at weekends, since only the notice says where those fall.
package struct NationalCalendar {
    /// What can be wrong with the shipped files.
    package enum Fault: Error, Hashable, Sendable {
        case missing(DefinitionMissing)
        case format(file: String, CSVFault)
        case cell(file: String, row: Int, column: String, expected: String, found: String)
        case calendar(TimeLimitError)
    }

    /// Returns the calendar 2004–2056, read once.
    package static func load() throws(Fault) -> WorkingCalendar { try loaded.get() }

    private static let loaded: Result<WorkingCalendar, Fault> = Result { () throws(Fault) in try read() }

    private static let statute = CalendarNotice(title: "全国年节及纪念日放假办法", number: nil)

    private static func read() throws(Fault) -> WorkingCalendar {
        let notices = try readNotices()
        var days: [Int: [SpecialDay]] = [:]
        for line in try lines(of: "calendar/days.csv", columns: ["day", "kind", "occasion", "notice"]) {
            guard let kind = SpecialDay.Kind(rawValue: line.cell("kind")) else {
                throw line.fault("kind", expected: "holiday or workday")
            }
            guard let notice = notices[line.cell("notice")] else {
                throw line.fault("notice", expected: "a notice of calendar/notices.csv")
            }
            let special = SpecialDay(
                day: try line.day("day"),
                kind: kind,
                occasion: line.cell("occasion"),
                notice: notice.notice
            )
            days[notice.year, default: []].append(special)
        }
        var years = Dictionary(grouping: notices.values, by: \.year).map { year, published in
            CalendarYear(year: year, standing: .announced(revision: published.count), days: days[year] ?? [])
        }
        years += try provisionalYears(after: years.map(\.year).max() ?? 0)
        do {
            return try WorkingCalendar(years: years)
        } catch {
            throw .calendar(error)
        }
    }

    private static func readNotices() throws(Fault) -> [String: (year: Int, notice: CalendarNotice)] {
        var notices: [String: (year: Int, notice: CalendarNotice)] = [:]
        for line in try lines(of: "calendar/notices.csv", columns: ["notice", "year", "title", "number"]) {
            guard let year = Int(line.cell("year")) else { throw line.fault("year", expected: "a year") }
            let number = line.cell("number")
            let notice = CalendarNotice(title: line.cell("title"), number: number.isEmpty ? nil : number)
            notices[line.cell("notice")] = (year, notice)
        }
        return notices
    }

    private static func provisionalYears(after lastAnnounced: Int) throws(Fault) -> [CalendarYear] {
        var days: [Int: [SpecialDay]] = [:]
        for line in try lines(of: "calendar/statutory-days.csv", columns: ["day", "occasion"]) {
            let day = try line.day("day")
            guard day.year > lastAnnounced else { continue }
            let occasion = line.cell("occasion")
            days[day.year, default: []].append(
                SpecialDay(day: day, kind: .holiday, occasion: occasion, notice: statute)
            )
        }
        return days.map { CalendarYear(year: $0.key, standing: .provisional, days: $0.value) }
    }

    private struct Line {
        let file: String
        let number: Int
        let cells: [String: String]

        func cell(_ column: String) -> String { cells[column] ?? "" }

        func day(_ column: String) throws(Fault) -> Day {
            guard let day = Day(cell(column)) else { throw fault(column, expected: "YYYY-MM-DD") }
            return day
        }

        func fault(_ column: String, expected: String) -> Fault {
            .cell(file: file, row: number, column: column, expected: expected, found: cell(column))
        }
    }

    private static func lines(of file: String, columns: [String]) throws(Fault) -> [Line] {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes(file) } catch { throw .missing(error) }
        do {
            var table = try CSVTable(bytes, needs: columns)
            var lines: [Line] = []
            while let record = try table.next() {
                let cells = columns.map { ($0, record[$0] ?? "") }
                lines.append(
                    Line(file: file, number: record.row.number, cells: Dictionary(cells) { first, _ in first })
                )
            }
            return lines
        } catch {
            throw .format(file: file, error)
        }
    }
}
