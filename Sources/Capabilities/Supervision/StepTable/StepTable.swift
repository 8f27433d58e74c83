import Kernel

/// Every step that was done, column by column, in the order of the log: what is asked of all steps is one pass.
///
/// Twenty bytes a step; what repeats (who, where, which step) is a number into a list. Times are seconds, UTC.
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

    package private(set) var places: [Place] = []
    package private(set) var cases: [String] = []
    /// Posts and officers by identifier; number 0 is nobody.
    package private(set) var people: [String] = [""]

    private var placeNumbers: [Place: UInt32] = [:]
    private var caseNumbers: [String: UInt32] = [:]
    private var peopleNumbers: [String: UInt32] = ["": 0]

    // The columns, a value a step.
    private var caseColumn: [UInt32] = []
    private var placeColumn: [UInt32] = []
    private var enteredColumn: [UInt32] = []
    private var doneColumn: [UInt32] = []
    private var postColumn: [UInt16] = []
    private var officerColumn: [UInt16] = []

    // The limits, a value a place, small enough to stay in the cache.
    private var limits: [Int8] = []
    private var ordinals: [Int8] = []

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
    func numbers(_ row: Int) -> (caseNumber: UInt32, place: Int, post: Int, officer: Int, entered: Int, done: Int) {
        (
            caseColumn[row], Int(placeColumn[row]), Int(postColumn[row]), Int(officerColumn[row]),
            Int(enteredColumn[row]), Int(doneColumn[row])
        )
    }

    /// The steps done from a moment on and before another; the table is in the order in which they were done.
    func rows(from first: Instant, before end: Instant) -> Range<Int> {
        let begin = row(notBefore: first)
        return begin..<max(begin, row(notBefore: end))
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
    }

    /// Adds a step; steps come in the order in which they were done.
    package mutating func append(
        _ caseNumber: String,
        _ place: Place,
        entered: Int,
        done: Int,
        post: String = "",
        officer: String = ""
    ) {
        append(
            caseNumber: number(of: caseNumber),
            place: number(of: place),
            entered: entered,
            done: done,
            post: UInt16(clamping: person(post)),
            officer: UInt16(clamping: person(officer))
        )
    }

    /// Adds a step whose case and place have their numbers already.
    package mutating func append(
        caseNumber: UInt32,
        place: UInt32,
        entered: Int,
        done: Int,
        post: UInt16 = 0,
        officer: UInt16 = 0
    ) {
        caseColumn.append(caseNumber)
        placeColumn.append(place)
        enteredColumn.append(UInt32(clamping: entered))
        doneColumn.append(UInt32(clamping: done))
        postColumn.append(post)
        officerColumn.append(officer)
    }

    package mutating func number(of place: Place) -> UInt32 {
        if let known = placeNumbers[place] { return known }
        let number = UInt32(places.count)
        places.append(place)
        placeNumbers[place] = number
        limits.append(place.limit.map { Int8(clamping: $0) } ?? Int8.max)
        ordinals.append(place.ordinal.map { Int8(clamping: $0) } ?? -1)
        return number
    }

    package mutating func number(of caseNumber: String) -> UInt32 {
        if let known = caseNumbers[caseNumber] { return known }
        let number = UInt32(cases.count)
        cases.append(caseNumber)
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

extension StepTable {
    /// What one pass over all steps found.
    package struct Check: Sendable {
        package struct Fault: Hashable, Sendable {
            package let row: Int
            package let isLate: Bool
            package let isOutOfOrder: Bool
        }

        /// In the order of the table.
        package internal(set) var faults: [Fault] = []
        package internal(set) var late = 0
        package internal(set) var outOfOrder = 0
        /// Faults by place.
        package internal(set) var byPlace: [Int]
    }

    /// Holds every step against its limit and against the step before it in its case, in one pass.
    ///
    /// - Parameters:
    ///   - workingDays: how many working days there were up to and including each day.
    ///   - firstDay: the first of these days, counted from 1970-01-01. Steps outside the days are not held.
    /// - Returns: every fault, in the order of the table.
    package func check(_ workingDays: [Int32], from firstDay: Int) -> Check {
        var check = Check(byPlace: [Int](repeating: 0, count: places.count))
        // The ordinal of the last step of each case.
        var last = [Int8](repeating: -1, count: cases.count)
        let days = UInt32(workingDays.count)
        let shift = UInt32(truncatingIfNeeded: firstDay)
        last.withUnsafeMutableBufferPointer { last in
            workingDays.withUnsafeBufferPointer { workingDays in
                caseColumn.withUnsafeBufferPointer { caseColumn in
                    placeColumn.withUnsafeBufferPointer { placeColumn in
                        enteredColumn.withUnsafeBufferPointer { enteredColumn in
                            doneColumn.withUnsafeBufferPointer { doneColumn in
                                for row in 0..<caseColumn.count {
                                    let place = Int(placeColumn[row])
                                    let (begun, ended) = (
                                        enteredColumn[row] / 86_400 &- shift, doneColumn[row] / 86_400 &- shift
                                    )
                                    let isLate =
                                        begun < days && ended < days
                                        && workingDays[Int(ended)] &- workingDays[Int(begun)] > Int32(limits[place])
                                    let ordinal = ordinals[place]
                                    let caseNumber = Int(caseColumn[row])
                                    let isOutOfOrder = ordinal >= 0 && last[caseNumber] != ordinal &- 1
                                    last[caseNumber] = ordinal
                                    if isLate || isOutOfOrder {
                                        check.faults.append(
                                            Check.Fault(row: row, isLate: isLate, isOutOfOrder: isOutOfOrder)
                                        )
                                        check.byPlace[place] += 1
                                        check.late += isLate ? 1 : 0
                                        check.outOfOrder += isOutOfOrder ? 1 : 0
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return check
    }
}
