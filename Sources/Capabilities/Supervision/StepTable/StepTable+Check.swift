import Kernel

extension StepTable {
    /// How many seconds local days begin before those of UTC.
    private static let localSeconds = UInt32(86_400 - Instant("1970-01-02").milliseconds / 1_000)

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

    /// Holds every step against its limit and against the step before it in its case, in one pass; days are local ones.
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
        let local = StepTable.localSeconds
        last.withUnsafeMutableBufferPointer { last in
            workingDays.withUnsafeBufferPointer { workingDays in
                caseColumn.withUnsafeBufferPointer { caseColumn in
                    placeColumn.withUnsafeBufferPointer { placeColumn in
                        enteredColumn.withUnsafeBufferPointer { enteredColumn in
                            doneColumn.withUnsafeBufferPointer { doneColumn in
                                for row in 0..<caseColumn.count {
                                    let place = Int(placeColumn[row])
                                    let (begun, ended) = (
                                        (enteredColumn[row] &+ local) / 86_400 &- shift,
                                        (doneColumn[row] &+ local) / 86_400 &- shift
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
