import Foundation
import Kernel
import Supervision
import TimeLimits

/// The steps that are held, and the working days by which.
struct StepInput {
    private(set) var table = StepTable()
    let workingDays: [Int32]
    let firstDay: Int

    private static let stepsOfCase = 7
    private static let items = 100_000
    /// What the programs compared to take for the beginning of a day.
    private static let utcMidnight = 8 * 3_600

    /// Steps made up from a fixed seed.
    init(steps: Int) throws {
        let days: ClosedRange<Day> = "2021-01-01"..."2026-12-31"
        workingDays = try NationalCalendar.load().cumulative(in: days)
        firstDay = days.lowerBound - Day("1970-01-01")
        var random = SplitMix(state: 20_151_122)
        let limits = (0..<StepInput.items * StepInput.stepsOfCase).map { _ in Int(random.next() % 10) + 1 }
        let places = StepInput.places(limits, &table)
        let cases = steps / StepInput.stepsOfCase
        var rows: [(done: Int, entered: Int, caseNumber: UInt32, place: UInt32)] = []
        rows.reserveCapacity(cases * StepInput.stepsOfCase)
        for number in 0..<cases {
            let item = Int(random.next() % UInt64(StepInput.items))
            let caseNumber = table.number(of: "\(number)")
            let isSwapped = random.next() % 100 == 0
            var moment = (firstDay + 400 + Int(random.next() % 730)) * 86_400 + 32_400
            for step in 0..<StepInput.stepsOfCase {
                let ordinal = isSwapped && (step == 3 || step == 4) ? 7 - step : step
                let limit = limits[item * StepInput.stepsOfCase + ordinal]
                let entered = moment
                if step > 0 {
                    moment += 600 + Int(random.next() % UInt64(limit * 77_760))
                    if random.next() % 50 == 0 { moment += (limit * 3 + 20) * 86_400 }
                }
                rows.append((moment, entered, caseNumber, places[item * StepInput.stepsOfCase + ordinal]))
            }
        }
        rows.sort { $0.done < $1.done }
        table.reserve(rows.count)
        for row in rows {
            table.append(
                caseNumber: row.caseNumber,
                place: row.place,
                entered: row.entered - StepInput.utcMidnight,
                done: row.done - StepInput.utcMidnight
            )
        }
    }

    /// Steps of another program's table.
    init(events: String, rules: String) throws {
        let limits = try Data(contentsOf: URL(fileURLWithPath: rules))
        let head = StepInput.items * StepInput.stepsOfCase
        let dayCount = Int(limits.value(Int32.self, at: head))
        firstDay = Int(limits.value(Int32.self, at: head + 4))
        workingDays = (0..<dayCount).map { limits.value(Int32.self, at: head + 8 + $0 * 4) }
        let places = StepInput.places((0..<head).map { Int(limits.value(Int8.self, at: $0)) }, &table)
        let columns = try Data(contentsOf: URL(fileURLWithPath: events))
        let count = Int(columns.value(Int64.self, at: 0))
        let (items, times) = (8 + count * 4, 8 + count * 8)
        let steps = times + count * 8 + count * 2
        var last: [Int32: (number: UInt32, done: Int)] = [:]
        table.reserve(count)
        for row in 0..<count {
            let id = columns.value(Int32.self, at: 8 + row * 4)
            let item = Int(columns.value(Int32.self, at: items + row * 4))
            let done = Int(columns.value(Int64.self, at: times + row * 8))
            let step = Int(columns.value(Int8.self, at: steps + row))
            let known = last[id] ?? (table.number(of: "\(id)"), done)
            table.append(
                caseNumber: known.number,
                place: places[item * StepInput.stepsOfCase + step],
                entered: known.done - StepInput.utcMidnight,
                done: done - StepInput.utcMidnight
            )
            last[id] = (known.number, done)
        }
    }

    private static func places(_ limits: [Int], _ table: inout StepTable) -> [UInt32] {
        limits.enumerated().map { index, limit in
            let (item, step) = index.quotientAndRemainder(dividingBy: stepsOfCase)
            return table.number(
                of: StepTable.Place(
                    item: "\(item)",
                    itemName: "",
                    agency: "\(item % 500)",
                    agencyName: "",
                    step: "\(step)",
                    stepName: "",
                    limit: limit,
                    ordinal: step
                )
            )
        }
    }
}

extension Data {
    fileprivate func value<Value: FixedWidthInteger>(_ type: Value.Type, at offset: Int) -> Value {
        withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Value.self) }
    }
}

/// The same numbers on every machine.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
