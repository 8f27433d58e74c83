import Kernel
import Testing
import TimeLimits

@testable import Supervision

@Suite("Rules that compare the steps of many cases")
struct ComparisonTests {
    private static let days: ClosedRange<Day> = "2025-10-09"..."2025-12-31"
    /// A Monday.
    private static let monday: Day = "2025-10-13"

    /// Steps in the order in which they were done.
    private struct Work {
        var agency = "A"
        var officer: String
        var step = "审核"
        var limit: Int? = 3
        var entered = ComparisonTests.monday
        var done = ComparisonTests.monday
        /// Minutes after nine.
        var enteredMinute = 0
        var minute: Int
    }

    private static func table(_ works: [Work]) -> StepTable {
        var table = StepTable()
        let seconds = { (day: Day, minute: Int) in Int(Instant(day, hour: 9).milliseconds / 1_000) + minute * 60 }
        let ordered = works.enumerated().sorted {
            (seconds($0.element.done, $0.element.minute), $0.offset)
                < (seconds($1.element.done, $1.element.minute), $1.offset)
        }
        for (number, work) in ordered {
            let place = StepTable.Place(
                item: "i",
                itemName: "教师资格认定",
                agency: work.agency,
                agencyName: "单位\(work.agency)",
                step: work.step,
                stepName: work.step,
                limit: work.limit
            )
            table.append(
                "\(number)",
                place,
                entered: seconds(work.entered, work.enteredMinute),
                done: seconds(work.done, work.minute),
                officer: work.officer
            )
        }
        return table
    }

    private static func leads(_ rule: some ComparisonRule, _ works: [Work]) throws -> [Lead] {
        table(works).leads([rule], StepSlice(days: days), try Sample.calendar())
    }

    @Test(
        "five like steps of one officer within ten minutes stand out, four or eleven minutes do not",
        arguments: [
            ([0, 2, 4, 6, 10], 1), ([0, 2, 4, 6, 11], 0), ([0, 2, 4, 6], 0),
            // Two stretches, each told once.
            ([0, 1, 2, 3, 4, 5, 60, 61, 62, 63, 64], 2), ([0, 30, 31, 32, 33, 34], 1),
        ] as [([Int], Int)]
    )
    func bulk(minutes: [Int], count: Int) throws {
        let works =
            minutes.map { Work(officer: "X", minute: $0) } + [0, 100, 105].map { Work(officer: "Y", minute: $0) }
        let leads = try Self.leads(BulkCompletion(), works)
        #expect(leads.count == count)
        for lead in leads {
            #expect(lead.subject == .officer("X"))
            #expect(lead.group.map(\.subject) == [.officer("X"), .officer("Y")])
            #expect(lead.group.last?.value == 2)
        }
    }

    @Test("other officers, other steps and steps without a limit are not put together")
    func apart() throws {
        let works = (0..<10).flatMap { minute in
            [
                Work(officer: minute.isMultiple(of: 3) ? "X" : minute % 3 == 1 ? "Y" : "Z", minute: minute),
                Work(officer: "X", step: "归档", limit: nil, minute: minute), Work(officer: "", minute: minute),
            ]
        }
        #expect(try Self.leads(BulkCompletion(), works).isEmpty)
    }

    @Test(
        "an agency stands out when half of its steps wait for the last day and others do so half as often",
        arguments: [
            // Of 20 steps: own on the last day, others' on the last day, whether it stands out.
            (12, 4, true), (9, 0, false), (12, 7, false), (20, 10, true),
        ] as [(Int, Int, Bool)]
    )
    func atLimit(own: Int, others: Int, standsOut: Bool) throws {
        let works = [("A", own), ("B", others)].flatMap { agency, last in
            (0..<20).map { number in
                Work(
                    agency: agency,
                    officer: "X",
                    done: number < last ? "2025-10-16" : "2025-10-14",
                    minute: number
                )
            }
        }
        let leads = try Self.leads(ClusteredAtLimit(), works).filter { $0.subject.id == "A" }
        #expect(leads.isEmpty == !standsOut)
        guard let lead = leads.first else { return }
        #expect(lead.cases.count == own)
        #expect(lead.group.map(\.value) == [own * 5, others * 5])
    }

    @Test("an agency that nobody does the same as stands out of nothing")
    func alone() throws {
        let works = (0..<30).map { Work(officer: "X", done: "2025-10-16", minute: $0) }
        #expect(try Self.leads(ClusteredAtLimit(), works).isEmpty)
    }

    @Test(
        "an officer stands out whose median is at most a quarter of the others'",
        arguments: [(30, 120, true), (31, 120, false), (0, 120, true), (0, 0, false)] as [(Int, Int, Bool)]
    )
    func pace(own: Int, others: Int, standsOut: Bool) throws {
        let works = (0..<10).flatMap { number in
            [Work(officer: "X", minute: own), Work(officer: number.isMultiple(of: 2) ? "Y" : "Z", minute: others)]
        }
        let leads = try Self.leads(UnlikePace(), works)
        #expect(leads.map(\.subject) == (standsOut ? [.officer("X")] : []))
        #expect(leads.first.map { $0.group.map(\.value) } ?? [own, others, others] == [own, others, others])
    }

    @Test("the same table gives the same leads, whatever the order of sets")
    func same() throws {
        let works = (0..<300).map { number in
            Work(officer: "O\(number % 7)", step: "步骤\(number % 3)", minute: number / 9)
        }
        let first = try Self.leads(BulkCompletion(), works)
        #expect(!first.isEmpty)
        #expect(try Self.leads(BulkCompletion(), works) == first)
    }
}
