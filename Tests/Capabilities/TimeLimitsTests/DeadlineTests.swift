import Kernel
import Testing
import TimeLimits

@Suite("Deadlines")
struct DeadlineTests {
    let calendar: WorkingCalendar

    init() throws {
        calendar = try NationalCalendar.load()
    }

    func due(_ start: Day, _ period: String, excluded: [ExcludedSpan] = [], prolonged: [Period] = []) throws -> Day? {
        let period = try #require(Period(period))
        let clock = try DeadlineClock(start: start, period: period, prolongations: prolonged, excluded: excluded)
        guard case .due(let day, _) = try clock.deadline(in: calendar) else { return nil }
        return day
    }

    @Test(
        "the start day and holidays are not counted, make-up workdays are",
        arguments: [
            ("2025-09-29", "5wd", "2025-10-13"),  // 11 October is a make-up Saturday
            ("2025-09-29", "7wd", "2025-10-15"), ("2025-09-29", "20wd", "2025-11-03"),
            ("2025-01-24", "5wd", "2025-02-07"),  // 26 January and 8 February are worked Sunday and Saturday
            ("2025-01-24", "20wd", "2025-02-27"), ("2025-04-30", "2wd", "2025-05-07"),
            ("2026-02-10", "20wd", "2026-03-16"), ("2026-02-13", "3wd", "2026-02-25"),
            ("2025-01-25", "1wd", "2025-01-26"),  // from a Saturday to the make-up Sunday
            ("2025-10-01", "1wd", "2025-10-09"),  // from within the holiday
            ("2025-10-10", "1wd", "2025-10-11"), ("2025-10-10", "2wd", "2025-10-13"),
            ("2020-01-23", "1wd", "2020-02-03"),  // the holiday was extended to 2 February by a second notice
            ("2015-09-02", "2wd", "2015-09-07"),  // 3 and 4 September off, Sunday the 6th worked
            ("2018-12-28", "1wd", "2018-12-29"), ("2018-12-28", "2wd", "2019-01-02"),
            ("2022-12-30", "1wd", "2023-01-03"), ("2024-02-09", "3wd", "2024-02-20"),
            ("2008-05-12", "20wd", "2008-06-10"), ("2004-01-01", "1wd", "2004-01-02"),
            ("2025-06-30", "0wd", "2025-06-30"),
        ] as [(Day, String, Day)]
    )
    func workingDays(start: Day, period: String, expected: Day) throws {
        #expect(try due(start, period) == expected)
    }

    @Test(
        "calendar days run through holidays and roll only where the period says so",
        arguments: [
            ("2025-07-03", "90cd roll", "2025-10-09"), ("2025-07-03", "90cd", "2025-10-01"),
            ("2025-12-03", "60cd roll", "2026-02-02"), ("2025-12-03", "60cd", "2026-02-01"),
            ("2026-01-17", "30cd roll", "2026-02-24"), ("2026-01-17", "30cd", "2026-02-16"),
            ("2025-01-11", "15cd roll", "2025-01-26"),  // a make-up Sunday is no rest day
            ("2025-03-03", "15cd roll", "2025-03-18"), ("2024-02-28", "1cd", "2024-02-29"),
            ("2026-12-31", "15cd", "2027-01-15"), ("1950-01-01", "15cd", "1950-01-16"),
        ] as [(Day, String, Day)]
    )
    func calendarDays(start: Day, period: String, expected: Day) throws {
        #expect(try due(start, period) == expected)
    }

    @Test(
        "months end on the corresponding day or the month's last (民法典 §202)",
        arguments: [
            ("2025-01-31", "1mo", "2025-02-28"), ("2024-01-31", "1mo", "2024-02-29"),
            ("2025-08-31", "6mo", "2026-02-28"), ("2025-03-15", "3mo", "2025-06-15"),
            ("2025-03-15", "3mo roll", "2025-06-16"), ("2025-07-01", "3mo roll", "2025-10-09"),
            ("2025-11-30", "3mo roll", "2026-02-28"),  // a make-up Saturday
        ] as [(Day, String, Day)]
    )
    func months(start: Day, period: String, expected: Day) throws {
        #expect(try due(start, period) == expected)
    }

    @Test(
        "the day a stop begins counts, the days through its end do not",
        arguments: [
            // Monday 3 March, five days: 4 5 6 7 10.
            ("2025-03-03", "5wd", [("2025-03-05", "2025-03-07")], "2025-03-12"),
            ("2025-03-03", "5wd", [("2025-03-03", "2025-03-03")], "2025-03-10"),  // ended the day it began
            ("2025-03-03", "5wd", [("2025-03-03", "2025-03-04")], "2025-03-11"),
            ("2025-03-03", "5wd", [("2025-03-01", "2025-03-04")], "2025-03-11"),  // began before the start
            ("2025-03-03", "5wd", [("2025-03-07", "2025-03-09")], "2025-03-10"),  // a weekend excludes no working day
            ("2025-03-03", "5wd", [("2025-03-10", "2025-03-31")], "2025-03-10"),  // began on the last day
            ("2025-03-03", "5wd", [("2025-03-11", "2025-03-31")], "2025-03-10"),  // began after it
            ("2025-03-03", "5wd", [("2025-03-04", "2025-03-06"), ("2025-03-05", "2025-03-07")], "2025-03-13"),
            ("2025-03-03", "5wd", [("2025-03-11", "2025-03-12"), ("2025-03-04", "2025-03-05")], "2025-03-11"),
            // Over the national holiday: 30 September counts, 1–8 October are rest days anyway, 9 and 10 are excluded.
            ("2025-09-29", "5wd", [("2025-09-30", "2025-10-10")], "2025-10-15"),
            ("2025-09-29", "5wd", [("2025-10-01", "2025-10-08")], "2025-10-13"),
            ("2025-03-03", "30cd", [("2025-03-10", "2025-03-20")], "2025-04-12"),
            ("2025-09-01", "30cd roll", [("2025-09-10", "2025-09-11")], "2025-10-09"),  // raw end 2 October
            ("2025-01-31", "1mo", [("2025-02-10", "2025-02-20")], "2025-03-10"),
            // The raw end, 1 October, rolls to the 9th, which a stop excludes.
            ("2025-07-03", "90cd roll", [("2025-10-02", "2025-10-12")], "2025-10-13"),
        ] as [(Day, String, [(Day, Day)], Day)]
    )
    func stops(start: Day, period: String, stops: [(Day, Day)], expected: Day) throws {
        let spans = stops.map { ExcludedSpan(.appraisal, stopped: $0.0, ended: $0.1) }
        #expect(try due(start, period, excluded: spans) == expected)
    }

    @Test(
        "a prolongation continues the count where it stood (行政许可法 §42)",
        arguments: [
            ("2025-09-01", "20wd", ["10wd"], "2025-10-17"),
            ("2025-09-01", "60cd", ["30cd"], "2025-11-30"),
            ("2025-01-31", "1mo", ["1mo"], "2025-03-31"),  // two months, not one after 28 February
            ("2025-03-03", "5wd", ["10cd"], "2025-03-20"),
            ("2025-06-02", "60cd", ["30cd roll"], "2025-09-01"),  // raw end Sunday 31 August
        ] as [(Day, String, [String], Day)]
    )
    func prolonged(start: Day, period: String, by: [String], expected: Day) throws {
        #expect(try due(start, period, prolonged: by.map { try #require(Period($0)) }) == expected)
    }

    @Test("a clock that stands has no due day, but says since when and how much is left")
    func standing() throws {
        let open = [ExcludedSpan(.testing, stopped: "2025-03-05", ended: nil)]
        let table: [(Period, Int)] = [(.workingDays(20), 18), (.calendarDays(20), 18), (.months(1), 29)]
        for (period, remaining) in table {
            let clock = try DeadlineClock(start: "2025-03-03", period: period, excluded: open)
            let expected = Deadline.stopped(since: "2025-03-05", ground: .testing, remaining: remaining)
            #expect(try clock.deadline(in: calendar) == expected)
        }
    }

    @Test(
        "a deadline counted in a year without notice is provisional",
        arguments: [
            ("2026-12-30", "1wd", "2026-12-31", false), ("2026-12-30", "2wd", "2027-01-04", true),
            ("2027-02-03", "2wd", "2027-02-09", true),  // New Year's Eve and three days of Spring Festival
            ("2026-12-20", "30cd", "2027-01-19", false),  // no calendar is consulted
            ("2026-12-20", "30cd roll", "2027-01-19", true), ("2026-12-02", "1mo roll", "2027-01-04", true),
            ("2027-09-29", "2wd", "2027-10-04", true),  // Friday to Sunday; only a notice could give days in exchange
        ] as [(Day, String, Day, Bool)]
    )
    func provisional(start: Day, period: String, expected: Day, isProvisional: Bool) throws {
        let clock = try DeadlineClock(start: start, period: try #require(Period(period)))
        #expect(try clock.deadline(in: calendar) == .due(expected, isProvisional: isProvisional))
    }

    @Test("a published year takes the place of the provisional one and its deadlines are final")
    func adopting() throws {
        let notice = CalendarNotice(title: "国务院办公厅关于2027年部分节假日安排的通知", number: nil)
        let days: [SpecialDay] = [
            SpecialDay(day: "2026-12-31", kind: .holiday, occasion: "元旦", notice: notice),
            SpecialDay(day: "2027-01-01", kind: .holiday, occasion: "元旦", notice: notice),
        ]
        let year = CalendarYear(year: 2027, standing: .announced(revision: 1), days: days)
        let published = try calendar.adopting(year)
        let clock = try DeadlineClock(start: "2026-12-30", period: .workingDays(1))
        #expect(try clock.deadline(in: calendar) == .due("2026-12-31", isProvisional: false))
        #expect(try clock.deadline(in: published) == .due("2027-01-04", isProvisional: false))
        #expect(throws: TimeLimitError.self) {
            try calendar.adopting(CalendarYear(year: 2060, standing: .provisional, days: []))
        }
    }

    @Test("beyond the calendar a working day is refused, not guessed")
    func ends() throws {
        for (start, period) in [("2003-12-31", "1wd"), ("2056-12-29", "5wd"), ("2990-01-01", "5wd")] as [(Day, String)]
        {
            #expect(throws: TimeLimitError.self) { try due(start, period) }
        }
        #expect(throws: TimeLimitError.outsideDays(last: .last)) { try due("2999-12-30", "5cd") }
        #expect(throws: TimeLimitError.outsideDays(last: .last)) { try due("2999-12-30", "36500mo") }
    }

    @Test("what cannot be a clock is refused")
    func refused() throws {
        let back = ExcludedSpan(.hearing, stopped: "2025-03-05", ended: "2025-03-04")
        #expect(throws: TimeLimitError.resumedBeforeStopped(back)) {
            try DeadlineClock(start: "2025-03-03", period: .workingDays(5), excluded: [back])
        }
        #expect(throws: TimeLimitError.hoursNeedMoment(.hours(24))) {
            try DeadlineClock(start: "2025-03-03", period: .hours(24))
        }
        let limit = TimeLimit(name: "扣押", period: .calendarDays(30), isPausable: false, source: "行政强制法第二十五条")
        let span = ExcludedSpan(.hearing, stopped: "2025-03-05", ended: "2025-03-06")
        #expect(throws: TimeLimitError.notPausable(limit: "扣押")) {
            try DeadlineClock(start: "2025-03-03", limit: limit, excluded: [span])
        }
    }

    @Test(
        "hours begin with the next full hour and run through nights and rest days",
        arguments: [
            ("2025-09-30", 9, 20, "24h", "2025-10-01 10:00"), ("2025-09-30", 9, 0, "24h", "2025-10-01 10:00"),
            ("2025-09-30", 23, 59, "1h", "2025-10-01 01:00"), ("2025-09-30", 9, 20, "24h roll", "2025-10-09 10:00"),
            ("2025-12-31", 22, 30, "1h", "2026-01-01 00:00"),
        ] as [(Day, Int, Int, String, String)]
    )
    func hours(day: Day, hour: Int, minute: Int, period: String, expected: String) throws {
        let start = Instant(day, hour: hour, minute: minute)
        let clock = HourClock(start: start, period: try #require(Period(period)))
        #expect(try clock.end(in: calendar).moment.minuteText == expected)
    }
}
