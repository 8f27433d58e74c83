import Kernel
import Testing

@Suite("Days, instants and periods")
struct DayTests {
    @Test(
        "a day has its weekday and survives text",
        arguments: [("2026-11-22", 7), ("1970-01-01", 4), ("2024-02-29", 4), ("1900-01-01", 1), ("2999-12-31", 2)]
    )
    func weekday(text: String, weekday: Int) throws {
        let day = try #require(Day(text))
        #expect(day.description == text)
        #expect(day.weekday == weekday)
    }

    @Test(
        "text that names no day is refused",
        arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "", "2026-01-32", "二〇二六", "1899-12-31"]
    )
    func refused(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(
        "a month ends on the corresponding day or the month's last (民法典 §202)",
        arguments: [
            (start: "2026-01-31", months: 1, end: "2026-02-28"), (start: "2024-01-31", months: 1, end: "2024-02-29"),
            (start: "2025-11-30", months: 3, end: "2026-02-28"), (start: "2026-03-31", months: -1, end: "2026-02-28"),
        ] as [(start: Day, months: Int, end: Day)]
    )
    func months(start: Day, months: Int, end: Day) {
        #expect(start.adding(months: months) == end)
    }

    @Test("the civil day changes at midnight in Shanghai")
    func shanghai() {
        let beforeMidnight = Instant("2026-03-01", hour: 23, minute: 59, second: 59)
        #expect(beforeMidnight.day == "2026-03-01")
        #expect((beforeMidnight + .seconds(1)).day == "2026-03-02")
        #expect(beforeMidnight.description == "2026-03-01T23:59:59.000+08:00")
    }

    @Test("a period survives text", arguments: ["5wd", "90cd roll", "24h", "6mo"])
    func period(text: String) {
        #expect(Period(text)?.description == text)
    }

    @Test("text that is no period is refused", arguments: ["", "wd", "5", "5 wd", "-1wd", "5wd roll roll", "99999wd"])
    func noPeriod(text: String) {
        #expect(Period(text) == nil)
    }
}
