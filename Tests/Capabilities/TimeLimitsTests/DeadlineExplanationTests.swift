import Kernel
import Testing
import TimeLimits

@Suite("Explained deadlines")
struct DeadlineExplanationTests {
    let calendar: WorkingCalendar

    init() throws {
        calendar = try NationalCalendar.load()
    }

    @Test("every day is told with its reason")
    func lines() throws {
        let stop = ExcludedSpan(.appraisal, stopped: "2025-09-30", ended: "2025-10-09")
        let clock = try DeadlineClock(start: "2025-09-29", period: .workingDays(3), excluded: [stop])
        let explanation = try DeadlineExplanation(clock, in: calendar, asOf: "2025-09-29")
        let notice = "《国务院办公厅关于2025年部分节假日安排的通知》（国办发明电〔2024〕12号）"
        let excluded = "不计：鉴定所需时间，《中华人民共和国行政许可法》第四十五条"
        #expect(
            explanation.chineseLines == [
                "2025-09-29 星期一 起算日，不计入；期限3个工作日", "2025-09-30 星期二 计第1日：工作日",
                "2025-10-01 星期三 \(excluded)", "2025-10-02 星期四 \(excluded)", "2025-10-03 星期五 \(excluded)",
                "2025-10-04 星期六 \(excluded)", "2025-10-05 星期日 \(excluded)", "2025-10-06 星期一 \(excluded)",
                "2025-10-07 星期二 \(excluded)", "2025-10-08 星期三 \(excluded)", "2025-10-09 星期四 \(excluded)",
                "2025-10-10 星期五 计第2日：工作日", "2025-10-11 星期六 计第3日：国庆节调休上班，\(notice)",
                "2025-10-11 星期六 届满",
            ]
        )
    }

    @Test("an end that moves names the rest days it passes and the day it stops on")
    func rolled() throws {
        let clock = try DeadlineClock(start: "2025-12-31", period: Period(2, .calendarDay, rollsToWorkingDay: true))
        let explanation = try DeadlineExplanation(clock, in: calendar, asOf: "2025-12-31")
        #expect(explanation.entries.map(\.account) == [.counted(number: 1), .counted(number: 2), .movedPast, .movedTo])
        #expect(explanation.deadline == .due("2026-01-04", isProvisional: false))
    }

    @Test("used and remaining days add up, before, during and after a stop")
    func usage() throws {
        let stop = ExcludedSpan(.testing, stopped: "2025-03-05", ended: "2025-03-10")
        let clock = try DeadlineClock(start: "2025-03-03", period: .workingDays(5), excluded: [stop])
        let explanation = try DeadlineExplanation(clock, in: calendar, asOf: "2025-03-03")
        let table: [(Day, Int, Int)] = [
            ("2025-03-03", 0, 5), ("2025-03-05", 2, 3), ("2025-03-07", 2, 3), ("2025-03-10", 2, 3),
            ("2025-03-11", 3, 2), ("2025-03-13", 5, 0), ("2025-04-01", 5, 0),
        ]
        for (today, used, remaining) in table {
            #expect(explanation.used(on: today) == used, "on \(today)")
            #expect(explanation.remaining(after: today) == remaining, "on \(today)")
        }
    }

    @Test("a clock that stands is told up to today and keeps what it had")
    func standing() throws {
        let open = ExcludedSpan(.testing, stopped: "2025-03-05", ended: nil)
        let clock = try DeadlineClock(start: "2025-03-03", period: .workingDays(5), excluded: [open])
        let explanation = try DeadlineExplanation(clock, in: calendar, asOf: "2025-03-07")
        #expect(explanation.entries.last?.day == "2025-03-07")
        #expect(explanation.used(on: "2025-03-07") == 2)
        #expect(explanation.remaining(after: "2025-03-07") == 3)
        #expect(explanation.chineseLines.last == "2025-03-05起因检测停止计时，恢复后尚余3日")
    }

    @Test("the walk and the tables agree on ten thousand clocks", arguments: 1...10)
    func agreement(seed: UInt64) throws {
        var random = SeededNumbers(state: seed)
        let units: [Period.Unit] = [.workingDay, .calendarDay, .month]
        for _ in 0..<1000 {
            let start = Day("2004-01-01") + random.below(9_000)
            func period() -> Period {
                let unit = units[random.below(3)]
                return Period(random.below(unit == .month ? 5 : 60), unit, rollsToWorkingDay: random.below(3) == 0)
            }
            let spans = (0..<random.below(4)).map { _ in
                let stopped = start + (random.below(60) - 5)
                return ExcludedSpan(.hearing, stopped: stopped, ended: stopped + random.below(20))
            }
            let clock = try DeadlineClock(
                start: start,
                period: period(),
                prolongations: (0..<random.below(3)).map { _ in period() },
                excluded: spans
            )
            let explanation = try DeadlineExplanation(clock, in: calendar, asOf: start)
            try requireAgreement(explanation)
        }
    }

    /// The last day is the only one on which the count is complete and, where the period rolls, a working day.
    func requireAgreement(_ explanation: DeadlineExplanation) throws {
        let clock = explanation.clock
        guard let last = explanation.entries.last else { return }
        let ends: Bool
        switch last.account {
        case .counted: ends = !clock.rolls || last.standing.isWorked
        case .movedTo: ends = clock.rolls
        case .skipped, .excluded, .movedPast: ends = false
        }
        let early = explanation.entries.dropLast().contains { $0.account == .movedTo }
        let counted = explanation.entries.count { $0.isCounted }
        let inMonths = clock.parts.contains { $0.unit == .month }
        let total = clock.parts.reduce(0) { $0 + $1.count }
        if !ends || early || (!inMonths && counted != total) {
            Issue.record("\(clock) ends on \(last.day): \(explanation.chineseLines.joined(separator: "\n"))")
        }
    }
}

/// A small generator (xorshift) so that a failing clock can be made again from its seed.
struct SeededNumbers {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }
}
