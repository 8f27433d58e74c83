import Kernel
import Testing
import TimeLimits

@Suite("The working calendar")
struct WorkingCalendarTests {
    let calendar: WorkingCalendar

    init() throws {
        calendar = try NationalCalendar.load()
    }

    @Test(
        "an announced year has as many working days as its notices leave",
        // Counted apart from the program: weekdays of the year, less holidays on weekdays, plus worked weekends.
        arguments: [
            (2004, 252), (2005, 250), (2006, 251), (2007, 249), (2008, 251), (2009, 250), (2010, 250), (2011, 250),
            (2012, 249), (2013, 250), (2014, 250), (2015, 249), (2016, 250), (2017, 249), (2018, 250), (2019, 250),
            (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248),
        ] as [(Int, Int)]
    )
    func workingDaysOfYear(year: Int, count: Int) throws {
        let eve = try #require(Day(year: year, month: 1, day: 1))
        let last = try #require(Day(year: year, month: 12, day: 31))
        let found = try calendar.workingDays(after: eve, through: last) + (calendar.isWorkingDay(eve) ? 1 : 0)
        #expect(found == count)
    }

    @Test("every year from 2004 to 2026 is announced by a notice, later ones are provisional")
    func announced() {
        #expect(calendar.range == 2004...2056)
        #expect(calendar.years.filter { !$0.isProvisional }.map(\.year) == Array(2004...2026))
        #expect(calendar.years.flatMap(\.days).count == 771 + 387)
        let revised = calendar.years.filter { $0.standing == .announced(revision: 2) }.map(\.year)
        #expect(revised == [2015, 2019, 2020])
    }

    @Test(
        "a day says why it is worked or not",
        arguments: [
            ("2025-10-11", "国庆节调休上班，《国务院办公厅关于2025年部分节假日安排的通知》（国办发明电〔2024〕12号）"),
            ("2025-10-06", "中秋放假，《国务院办公厅关于2025年部分节假日安排的通知》（国办发明电〔2024〕12号）"),
            ("2020-01-31", "春节放假，《国务院办公厅关于延长2020年春节假期的通知》（国办发明电〔2020〕1号）"),
            ("2018-12-29", "元旦调休上班，《国务院办公厅关于2019年部分节假日安排的通知》（国办发明电〔2018〕15号）"),
            ("2005-10-03", "国庆节放假，《国务院办公厅关于2005年部分节假日安排的通知》"),
            ("2027-06-09", "端午放假，《全国年节及纪念日放假办法》"),
            ("2025-11-22", "周末休息日"), ("2025-11-24", "工作日"),
        ] as [(Day, String)]
    )
    func standing(day: Day, chinese: String) {
        #expect(calendar.standing(of: day).chinese == chinese)
    }

    @Test("adding and counting working days undo each other on every day of the calendar")
    func inverse() throws {
        var day: Day = "2004-01-01"
        while day < "2056-10-01" {
            let later = try calendar.day(20, workingDaysAfter: day)
            if try !calendar.isWorkingDay(later) || calendar.workingDays(after: day, through: later) != 20 {
                Issue.record("20 working days after \(day) are not \(later)")
            }
            day = day + 1
        }
    }

    @Test("a calendar whose years leave a gap is refused")
    func gap() {
        #expect(throws: TimeLimitError.yearsNotInRow([2024, 2026])) {
            try WorkingCalendar(years: [2026, 2024].map { CalendarYear(year: $0, standing: .provisional, days: []) })
        }
        #expect(throws: TimeLimitError.yearsNotInRow([])) { try WorkingCalendar(years: []) }
    }

    @Test("an addition is a look-up: far below the cost of a walk")
    func cost() throws {
        let clock = ContinuousClock()
        var sum = 0
        let start: Day = "2004-01-01"
        let elapsed = try clock.measure {
            for place in 0..<100_000 { sum &+= try calendar.day(20, workingDaysAfter: start + place % 18_000).ordinal }
        }
        #expect(sum != 0)
        #expect(elapsed < .seconds(2), "100,000 additions took \(elapsed)")
    }
}
