import Kernel
import Testing

@Suite("Periods as people write them")
struct PeriodTests {
    @Test(
        "periods are read as people write them",
        arguments: [
            ("5个工作日", "5wd"), ("5 工作日", "5wd"), ("当场", "0wd"), ("90日", "90cd"), ("7天", "7cd"), ("24小时", "24h"),
            ("6个月", "6mo"), ("10日顺延", "10cd roll"), ("5wd", "5wd"),
        ]
    )
    func periods(text: String, form: String) { #expect(Period(written: text)?.description == form) }

    @Test("what is no period is none", arguments: ["", "五日", "-5日", "5", "个工作日", "99999999日"])
    func noPeriods(text: String) { #expect(Period(written: text) == nil) }

    @Test(
        "what is written is read back",
        arguments: [Period.workingDays(0), .months(6), .hours(24), Period(10, .calendarDay, rollsToWorkingDay: true)]
    )
    func round(period: Period) { #expect(Period(written: period.written) == period) }
}
