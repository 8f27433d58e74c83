import Kernel

/// Every step that was done, column by column, in the order of the log: what is asked of all steps is one pass.
///
/// Twenty-six bytes a step; what repeats (who, where, which step) is a number into a list. Times are seconds, UTC.
package struct StepTable: Sendable {
    /// Which step of which item at which agency, and the time it has.
    package struct Place: Hashable, Sendable {
        package let item: String
        package let itemName: String
        package let agency: String
        package let agencyName: String
        package let step: String
        package let stepName: String
        /// In working days; `nil` where another unit or no limit is set.
        package let limit: Int?
        /// Its place in a process without choices, from 0; `nil` where more than one step may come before.
        package let ordinal: Int?

        package init(
            item: String,
            itemName: String,
            agency: String,
            agencyName: String,
            step: String,
            stepName: String,
            limit: Int?,
            ordinal: Int? = nil
        ) {
            self.item = item
            self.itemName = itemName
            self.agency = agency
            self.agencyName = agencyName
            self.step = step
            self.stepName = stepName
            self.limit = limit
            self.ordinal = ordinal
        }
    }

    /// Where the cases of an item lie: what scopes of parameters ask.
    struct Ground: Hashable, Sendable {
        /// The code of the division in which the item takes effect.
        let division: String
        /// The national code of the category.
        let category: String
        let item: String
    }

    /// Every ground there is.
    private(set) var grounds: [Ground] = []
    private var groundNumbers: [Ground: UInt32] = [:]
    /// The ground of each case, by the numbers of the cases; the greatest number where it is not known.
    private var groundOfCase: [UInt32] = []

    package private(set) var places: [Place] = []
    package private(set) var cases: [String] = []
    /// Posts and officers by identifier; number 0 is nobody.
    package private(set) var people: [String] = [""]
    /// Decisions that impose something, in the order in which they were made.
    package private(set) var decisions: [ImposedDecision] = []
    /// The party of each case, by the numbers of the cases; empty where it is not known.
    package private(set) var parties: [String] = []

    private var placeNumbers: [Place: UInt32] = [:]
    private var caseNumbers: [String: UInt32] = [:]
    private var peopleNumbers: [String: UInt32] = ["": 0]

    // The columns, a value a step.
    private(set) var caseColumn: [UInt32] = []
    private(set) var placeColumn: [UInt32] = []
    private(set) var enteredColumn: [UInt32] = []
    private(set) var doneColumn: [UInt32] = []
    private var postColumn: [UInt32] = []
    private var officerColumn: [UInt32] = []
    /// How many hours after it was done each step was entered.
    private var delayColumn: [UInt16] = []

    // The limits, a value a place, small enough to stay in the cache.
    private(set) var limits: [Int16] = []
    private(set) var ordinals: [Int8] = []

    package init() {}

    package var count: Int { caseColumn.count }

    /// One step as it stands in the table.
    package struct Row: Hashable, Sendable {
        package let caseNumber: String
        package let place: Int
        package let entered: Int
        package let done: Int
        package let post: String
        package let officer: String
    }

    package subscript(_ row: Int) -> Row {
        Row(
            caseNumber: cases[Int(caseColumn[row])],
            place: Int(placeColumn[row]),
            entered: Int(enteredColumn[row]),
            done: Int(doneColumn[row]),
            post: people[Int(postColumn[row])],
            officer: people[Int(officerColumn[row])]
        )
    }

    /// The numbers of one step, without the lists they lead into.
    struct Numbers {
        let caseNumber: UInt32
        let place: Int
        let post: Int
        let officer: Int
        let entered: Int
        let done: Int
        let delay: Int
    }

    func numbers(_ row: Int) -> Numbers {
        Numbers(
            caseNumber: caseColumn[row],
            place: Int(placeColumn[row]),
            post: Int(postColumn[row]),
            officer: Int(officerColumn[row]),
            entered: Int(enteredColumn[row]),
            done: Int(doneColumn[row]),
            delay: Int(delayColumn[row])
        )
    }

    /// The steps done from a moment on and before another; the table is in the order in which they were done.
    func rows(from first: Instant, before end: Instant) -> Range<Int> {
        let begin = row(notBefore: first)
        return begin..<max(begin, row(notBefore: end))
    }

    /// The day on which the first of all steps was done.
    var firstDay: Day? { doneColumn.first.map { Instant(milliseconds: Int64($0) * 1_000).day } }

    /// Whether anything was done or imposed on `day`.
    func isWorked(on day: Day) -> Bool {
        !rows(from: Instant(day), before: Instant(day + 1)).isEmpty || decisions.contains { $0.decidedAt.day == day }
    }

    func earliestEntry(in rows: Range<Int>) -> Int? { enteredColumn[rows].min().map(Int.init) }

    private func row(notBefore moment: Instant) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if Int64(doneColumn[middle]) * 1_000 < moment.milliseconds { low = middle + 1 } else { high = middle }
        }
        return low
    }

    package mutating func reserve(_ rows: Int) {
        caseColumn.reserveCapacity(rows)
        placeColumn.reserveCapacity(rows)
        enteredColumn.reserveCapacity(rows)
        doneColumn.reserveCapacity(rows)
        postColumn.reserveCapacity(rows)
        officerColumn.reserveCapacity(rows)
        delayColumn.reserveCapacity(rows)
    }

    /// Adds a step; steps come in the order in which they were done.
    package mutating func append(
        _ caseNumber: String,
        _ place: Place,
        entered: Int,
        done: Int,
        post: String = "",
        officer: String = "",
        delay: Int = 0
    ) {
        append(
            caseNumber: number(of: caseNumber),
            place: number(of: place),
            entered: entered,
            done: done,
            post: person(post),
            officer: person(officer),
            delay: UInt16(clamping: delay)
        )
    }

    /// Adds a step whose case and place have their numbers already.
    package mutating func append(
        caseNumber: UInt32,
        place: UInt32,
        entered: Int,
        done: Int,
        post: UInt32 = 0,
        officer: UInt32 = 0,
        delay: UInt16 = 0
    ) {
        caseColumn.append(caseNumber)
        placeColumn.append(place)
        enteredColumn.append(UInt32(clamping: entered))
        doneColumn.append(UInt32(clamping: done))
        postColumn.append(post)
        officerColumn.append(officer)
        delayColumn.append(delay)
    }

    /// Says whose case it is.
    package mutating func name(_ party: String, of caseNumber: String) {
        parties[Int(number(of: caseNumber))] = party
    }

    /// Says where a case lies.
    mutating func lay(_ caseNumber: String, on ground: Ground) {
        let number = groundNumbers[ground] ?? UInt32(grounds.count)
        if groundNumbers[ground] == nil {
            grounds.append(ground)
            groundNumbers[ground] = number
        }
        groundOfCase[Int(self.number(of: caseNumber))] = number
    }

    /// Where a case lies; `nil` where it is not known.
    func ground(_ caseNumber: String) -> Ground? {
        guard let number = caseNumbers[caseNumber], groundOfCase[Int(number)] < grounds.count else { return nil }
        return grounds[Int(groundOfCase[Int(number)])]
    }

    /// Adds a decision; decisions come in the order in which they were made.
    package mutating func append(_ decision: ImposedDecision) { decisions.append(decision) }

    package mutating func number(of place: Place) -> UInt32 {
        if let known = placeNumbers[place] { return known }
        let number = UInt32(places.count)
        places.append(place)
        placeNumbers[place] = number
        limits.append(place.limit.map { Int16(clamping: $0) } ?? Int16.max)
        ordinals.append(place.ordinal.map { Int8(clamping: $0) } ?? -1)
        return number
    }

    package mutating func number(of caseNumber: String) -> UInt32 {
        if let known = caseNumbers[caseNumber] { return known }
        let number = UInt32(cases.count)
        cases.append(caseNumber)
        parties.append("")
        groundOfCase.append(.max)
        caseNumbers[caseNumber] = number
        return number
    }

    private mutating func person(_ id: String) -> UInt32 {
        if let known = peopleNumbers[id] { return known }
        let number = UInt32(people.count)
        people.append(id)
        peopleNumbers[id] = number
        return number
    }
}
