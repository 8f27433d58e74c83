import Kernel
package import TimeLimits

extension StepTable {
    /// Tells the steps of a slice apart, in one pass over the steps of its days.
    ///
    /// - Parameters:
    ///   - slice: which steps.
    ///   - grouping: by what they are told apart.
    ///   - calendar: the working days.
    /// - Returns: the groups with their four numbers, the most steps first.
    package func groups(_ slice: StepSlice, by grouping: StepGrouping, _ calendar: WorkingCalendar) -> [StepGroup] {
        let pass = SlicePass(self, slice, calendar)
        var numbers: [[String]: Int] = [:]
        var groups: [(keys: [String], name: String, figures: StepFigures)] = []
        var seen: Set<UInt64> = []
        // A place's group is looked up once, not once a step.
        var ofPlace = [Int](repeating: -1, count: places.count)
        pass.each { row in
            let place = row.place
            var number = -1
            if grouping.isOfPlace { number = ofPlace[place] }
            if number < 0 {
                let (keys, name) = self.keys(row, grouping)
                number = numbers[keys] ?? groups.count
                if number == groups.count {
                    numbers[keys] = number
                    groups.append((keys, name, StepFigures()))
                }
                if grouping.isOfPlace { ofPlace[place] = number }
            }
            groups[number].figures.take(row)
            if seen.insert(UInt64(number) << 32 | UInt64(row.caseNumber)).inserted { groups[number].figures.cases += 1 }
        }
        return groups.map { StepGroup(keys: $0.keys, name: $0.name, figures: $0.figures) }.sorted {
            ($1.figures.steps, $0.keys.joined(separator: " ")) < ($0.figures.steps, $1.keys.joined(separator: " "))
        }
    }

    /// Returns the steps that a figure of a slice counts, the latest first; for cases, the last step of each.
    ///
    /// - Parameters:
    ///   - slice: which steps.
    ///   - figure: what is counted.
    ///   - end: only steps before this one of the table, so that a list goes on behind its last line.
    ///   - limit: so many at most.
    ///   - calendar: the working days.
    /// - Returns: the lines, the latest first.
    package func lines(
        _ slice: StepSlice,
        of figure: StepFigure = .steps,
        before end: Int = .max,
        limit: Int,
        _ calendar: WorkingCalendar
    ) -> [StepLine] {
        var days: [Int: Int] = [:]
        var rows: [Int] = []
        var ofCase: [UInt32: Int] = [:]
        SlicePass(self, slice, calendar).each { row in
            guard figure.isOf(row) else { return }
            days[row.number] = row.days
            if figure == .cases { ofCase[row.caseNumber] = row.number } else { rows.append(row.number) }
        }
        if figure == .cases { rows = ofCase.values.sorted() }
        return rows.prefix { $0 < end }.suffix(limit).reversed().map { line($0, days: days[$0] ?? 0) }
    }

    private func line(_ number: Int, days: Int) -> StepLine {
        let row = self[number]
        let place = places[row.place]
        return StepLine(
            number: number,
            caseNumber: row.caseNumber,
            itemName: place.itemName,
            agencyName: place.agencyName,
            stepName: place.stepName,
            post: row.post,
            entered: Instant(milliseconds: Int64(row.entered) * 1_000),
            done: Instant(milliseconds: Int64(row.done) * 1_000),
            days: days,
            limit: place.limit
        )
    }

    private func keys(_ row: SlicePass.Row, _ grouping: StepGrouping) -> (keys: [String], name: String) {
        let place = places[row.place]
        return switch grouping {
        case .none: ([], "")
        case .agency: ([place.agency], place.agencyName)
        case .areas(let areas): ([areas[place.agency] ?? place.agency], place.agencyName)
        case .post: ([people[row.post]], "")
        case .caseNumber: ([cases[Int(row.caseNumber)]], place.itemName)
        case .step: ([place.stepName], place.stepName)
        case .item: ([place.item], place.itemName)
        case .month: ([String(row.day.description.prefix(7))], "")
        case .itemStep: ([place.item, place.stepName], place.itemName)
        }
    }
}

extension StepGrouping {
    fileprivate var isOfPlace: Bool {
        switch self {
        case .none, .agency, .areas, .step, .item, .itemStep: true
        case .post, .caseNumber, .month: false
        }
    }
}

extension StepFigure {
    /// Whether a step is counted.
    fileprivate func isOf(_ row: SlicePass.Row) -> Bool {
        switch self {
        case .cases, .steps: true
        case .late: row.isLate
        case .use: row.limit != nil
        }
    }
}

extension StepFigures {
    fileprivate mutating func take(_ row: SlicePass.Row) {
        steps += 1
        guard let limit = row.limit else { return }
        limited += 1
        late += row.isLate ? 1 : 0
        used += StepLine.thousandths(row.days, of: limit)
    }
}

/// One pass over the steps of a slice.
struct SlicePass {
    struct Row {
        let number: Int
        let caseNumber: UInt32
        let place: Int
        let post: Int
        /// 0 for nobody.
        let officer: Int
        /// Seconds.
        let entered: Int
        let done: Int
        /// The day it was done.
        let day: Day
        /// The working days it took.
        let days: Int
        /// The days between on which nobody works.
        let idleDays: Int
        let limit: Int?
        /// Hours from the act to its entry.
        let delay: Int

        var isLate: Bool { limit.map { days > $0 } ?? false }
        var doneAt: Instant { Instant(milliseconds: Int64(done) * 1_000) }
        /// How long it took, without the days on which nobody works.
        var minutes: Int { max(0, (done - entered) / 60 - idleDays * 24 * 60) }
    }

    private let table: StepTable
    private let slice: StepSlice
    /// Whether a place belongs to the slice.
    private let isAsked: [Bool]
    private let rows: Range<Int>
    private let post: Int?
    private let caseNumber: Int?
    /// Working days up to and including each, from `firstDay`.
    private let workingDays: [Int32]
    private let firstDay: Int

    init(_ table: StepTable, _ slice: StepSlice, _ calendar: WorkingCalendar) {
        self.table = table
        self.slice = slice
        isAsked = table.places.map { place in
            (slice.agencies?.contains(place.agency) ?? true) && (slice.item ?? place.item) == place.item
                && (slice.step ?? place.stepName) == place.stepName
        }
        rows = table.rows(from: Instant(slice.days.lowerBound), before: Instant(slice.days.upperBound + 1))
        post = slice.post.map { post in table.people.firstIndex(of: post) ?? -1 }
        caseNumber = slice.caseNumber.map { number in table.cases.firstIndex(of: number) ?? -1 }
        // A step may have been entered long before the first day of the slice.
        let earliest = table.earliestEntry(in: rows).map(SlicePass.day) ?? slice.days.lowerBound
        let first = min(earliest, slice.days.lowerBound)
        workingDays = calendar.cumulative(in: first...slice.days.upperBound)
        firstDay = first.ordinal
    }

    func each(_ body: (Row) -> Void) {
        for number in rows {
            let row = table.numbers(number)
            guard isAsked[row.place], post.map({ $0 == row.post }) ?? true,
                caseNumber.map({ $0 == Int(row.caseNumber) }) ?? true
            else { continue }
            let (begun, ended) = (SlicePass.day(row.entered), SlicePass.day(row.done))
            let days = Int(workingDays[ended.ordinal - firstDay] - workingDays[begun.ordinal - firstDay])
            body(
                Row(
                    number: number,
                    caseNumber: row.caseNumber,
                    place: row.place,
                    post: row.post,
                    officer: row.officer,
                    entered: row.entered,
                    done: row.done,
                    day: ended,
                    days: days,
                    idleDays: ended - begun - days,
                    limit: table.places[row.place].limit,
                    delay: row.delay
                )
            )
        }
    }

    private static func day(_ seconds: Int) -> Day { Instant(milliseconds: Int64(seconds) * 1_000).day }
}
