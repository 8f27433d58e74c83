import Kernel
import Processes
import Testing
import TimeLimits

@testable import Supervision

@Suite("The four numbers of steps, at every level")
struct StepSliceTests {
    private static func place(_ agency: String, _ item: String, _ step: String, _ limit: Int?) -> StepTable.Place {
        StepTable.Place(
            item: item,
            itemName: "事项\(item)",
            agency: agency,
            agencyName: "单位\(agency)",
            step: step,
            stepName: step,
            limit: limit
        )
    }

    /// Steps of three cases around National Day: 2025-10-09 is a Thursday, 10-11 a make-up Saturday.
    private static let table: StepTable = {
        var table = StepTable()
        for (number, agency, item, step, limit, entered, done, post) in [
            ("1", "A", "i", "受理", 1, "2025-09-29", "2025-09-30", "p"),
            ("1", "A", "i", "审查", 3, "2025-09-30", "2025-10-11", "q"),
            ("2", "A", "j", "受理", 1, "2025-10-09", "2025-10-11", "p"),
            ("3", "B", "i", "受理", nil, "2025-10-10", "2025-10-13", "r"),
            ("2", "A", "j", "受理", 1, "2025-10-13", "2025-10-13", "p"),
            ("3", "B", "i", "审查", 2, "2025-10-13", "2025-10-17", "r"),
        ] as [(String, String, String, String, Int?, Day, Day, String)] {
            table.append(
                number,
                place(agency, item, step, limit),
                entered: Int(Instant(entered, hour: 1).milliseconds / 1_000),
                done: Int(Instant(done, hour: 2).milliseconds / 1_000),
                post: post
            )
        }
        return table
    }()

    private static let all: ClosedRange<Day> = "2025-09-01"..."2025-10-31"

    private static func told(_ groups: [StepGroup]) -> [String] {
        groups.map { group in
            let figures = group.figures
            return "\(group.keys.joined(separator: "/")) \(figures.cases) \(figures.steps) \(figures.late) "
                + (figures.averageUse.map { "\($0)%" } ?? "-")
        }
    }

    @Test(
        "what the party's own time keeps open is in time on the first working day after it",
        arguments: [
            (.workingDays(5), .workingDays(5), 6), (.workingDays(5), .workingDays(3), 5), (.workingDays(2), nil, 2),
            (.calendarDays(7), .workingDays(5), nil),
        ] as [(limit: Period, party: Period?, days: Int?)]
    )
    func partysTime(_ given: (limit: Period, party: Period?, days: Int?)) {
        let source = LegalSource("行政许可法§47")
        let step = Step(
            id: "statement",
            name: "听取陈述申辩",
            kind: .statement,
            post: "handler",
            limit: StepLimit(given.limit, source: source),
            earliest: given.party.map { StepLimit($0, source: source) },
            outcomes: []
        )
        #expect(step.workingDayLimit == given.days)
    }

    @Test(
        "each level has the same four numbers; working days are those of the calendar, days those of the place",
        arguments: [
            // 100, 100, 200 and 0 percent; and 200 percent of the one that has a limit.
            (StepGrouping.none, [" 3 6 2 120%"]), (.agency, ["A 2 4 1 100%", "B 1 2 1 200%"]),
            (.item, ["i 2 4 1 133%", "j 1 2 1 100%"]), (.step, ["受理 3 4 1 100%", "审查 2 2 1 150%"]),
            (.post, ["p 2 3 1 100%", "r 1 2 1 200%", "q 1 1 0 100%"]),
            (.caseNumber, ["1 1 2 0 100%", "2 1 2 1 100%", "3 1 2 1 200%"]),
            (.month, ["2025-10 3 5 2 125%", "2025-09 1 1 0 100%"]),
            (.itemStep, ["i/受理 2 2 0 100%", "i/审查 2 2 1 150%", "j/受理 1 2 1 100%"]),
        ] as [(StepGrouping, [String])]
    )
    func levels(grouping: StepGrouping, expected: [String]) throws {
        let groups = Self.table.groups(StepSlice(days: Self.all), by: grouping, try Sample.calendar())
        #expect(Self.told(groups) == expected)
    }

    @Test("a slice narrows by day, agency, item, step, post and case, and lists its steps, the latest first")
    func slices() throws {
        let calendar = try Sample.calendar()
        var slice = StepSlice(days: "2025-10-11"..."2025-10-13", agencies: ["A"])
        #expect(Self.told(Self.table.groups(slice, by: .agency, calendar)) == ["A 2 3 1 100%"])
        slice.item = "j"
        slice.post = "p"
        slice.step = "受理"
        #expect(Self.table.lines(slice, limit: 10, calendar).map(\.days) == [0, 2])
        #expect(Self.table.lines(slice, limit: 1, calendar).map(\.done.day) == ["2025-10-13"])
        #expect(Self.table.lines(slice, of: .late, limit: 10, calendar).map(\.caseNumber) == ["2"])
        slice.caseNumber = "1"
        #expect(Self.table.groups(slice, by: .agency, calendar).isEmpty)
        slice.caseNumber = "no such case"
        #expect(Self.table.lines(slice, limit: 10, calendar).isEmpty)
        #expect(Self.table.groups(StepSlice(days: "2024-01-01"..."2024-01-02"), by: .step, calendar).isEmpty)
    }
}
