import Kernel
import Processes
import Testing
import TimeLimits

@testable import Supervision

@Suite("Rules about time")
struct TimeRuleTests {
    struct Limits: Sendable {
        let accepted: Day
        let promised: Period
        var statutory = Period.workingDays(20)
        var excluded: [ExcludedSpan] = []
        var prolongations: [Period] = []
        let remind: Day?
        let yellow: Day?
        let red: Day?
    }

    @Test(
        "reminder, yellow card and red card come on the working days the calendar says",
        arguments: [
            // 9-30 is day 1; the holiday ends on 10-08; Saturday 10-11 is worked. Day 19 is 10-31, day 20 is 11-03.
            Limits(
                accepted: "2025-09-29",
                promised: .workingDays(20),
                statutory: .months(2),
                remind: "2025-10-31",
                yellow: "2025-11-04",
                red: "2025-11-05"
            ),
            // Ninety hundredths of five days are used only with the fifth: its morning, one working day left.
            Limits(
                accepted: "2025-09-29",
                promised: .workingDays(5),
                remind: "2025-10-13",
                yellow: "2025-10-14",
                red: "2025-10-15"
            ),
            // Saturday 2026-02-28 is worked, so the yellow card falls on it and the red one on Monday.
            Limits(
                accepted: "2026-02-13",
                promised: .workingDays(5),
                remind: "2026-02-27",
                yellow: "2026-02-28",
                red: "2026-03-02"
            ),
            // The promise is the statutory limit itself: exceeded at all is red, on the very next day.
            Limits(
                accepted: "2026-02-13",
                promised: .workingDays(3),
                statutory: .workingDays(3),
                remind: "2026-02-25",
                yellow: "2026-02-26",
                red: "2026-02-26"
            ),
            // Due on Friday 2025-10-31: the statutory limit is exceeded on Saturday, the promise on Monday.
            Limits(
                accepted: "2025-10-24",
                promised: .workingDays(5),
                statutory: .workingDays(5),
                remind: "2025-10-31",
                yellow: "2025-11-03",
                red: "2025-11-01"
            ),
            // Stopped from 16 to 22 October: the four working days between do not count.
            Limits(
                accepted: "2025-10-13",
                promised: .workingDays(10),
                excluded: [ExcludedSpan(.hearing, stopped: "2025-10-16", ended: "2025-10-22")],
                remind: "2025-10-31",
                yellow: "2025-11-03",
                red: "2025-11-04"
            ),
            // While the clock stands nothing comes due.
            Limits(
                accepted: "2025-10-13",
                promised: .workingDays(10),
                excluded: [ExcludedSpan(.hearing, stopped: "2025-10-16", ended: nil)],
                remind: nil,
                yellow: nil,
                red: nil
            ),
            // Stopped when two days late would be one day off: the stop is not counted as being late.
            Limits(
                accepted: "2025-10-13",
                promised: .workingDays(5),
                excluded: [ExcludedSpan(.hearing, stopped: "2025-10-20", ended: "2025-10-24")],
                remind: "2025-10-20",
                yellow: "2025-10-27",
                red: "2025-10-28"
            ),
            // Ten days and ten more: the nineteenth and twentieth day as above.
            Limits(
                accepted: "2025-09-29",
                promised: .workingDays(10),
                statutory: .workingDays(20),
                prolongations: [.workingDays(10)],
                remind: "2025-10-31",
                yellow: "2025-11-04",
                red: "2025-11-05"
            ),
        ] as [Limits]
    )
    func ladder(limits: Limits) throws {
        let calendar = try Sample.calendar()
        let caseFile = Sample.examined(
            accepted: limits.accepted,
            promised: limits.promised,
            statutory: limits.statutory,
            prolongations: limits.prolongations,
            excluded: limits.excluded
        )
        let remind = try LimitRunsOut().watch(caseFile, calendar)
        let yellow = try PromiseExceeded().watch(caseFile, calendar)
        let red = try LimitExceeded().watch(caseFile, calendar)
        #expect(remind.map(\.at) == limits.remind.map { [Instant($0)] } ?? [])
        #expect(yellow.map(\.at) == limits.yellow.map { [Instant($0)] } ?? [])
        #expect(red.map(\.at) == limits.red.map { [Instant($0)] } ?? [])
    }

    @Test("a red card says which limit was broken, with its days and article")
    func redCardSpeaks() throws {
        let calendar = try Sample.calendar()
        let caseFile = Sample.examined(accepted: "2025-09-29", promised: .workingDays(5), statutory: .workingDays(5))
        let rule = try LimitExceeded()
        let point = try #require(try rule.watch(caseFile, calendar).first)
        let breach = rule.breach(at: point, in: caseFile)
        #expect(breach.message == "法定时限已于2025年10月13日届满，仍未作出决定")
        #expect(breach.level == .redCard)
        #expect(breach.article == "行政许可法§42")
        #expect(
            breach.facts == [
                FindingFact("起算日（不计入）", "2025-09-29"), FindingFact("时限", "5个工作日"),
                FindingFact("届满日", "2025-10-13"), FindingFact("法定依据", "行政许可法§42"),
            ]
        )
    }

    @Test("a broken promise is not called a broken statute")
    func redCardForAPromise() throws {
        let caseFile = Sample.examined(accepted: "2025-09-29", promised: .workingDays(5), statutory: .workingDays(20))
        let rule = try LimitExceeded()
        let point = try #require(try rule.watch(caseFile, Sample.calendar()).first)
        let breach = rule.breach(at: point, in: caseFile)
        #expect(breach.message == "承诺时限已于2025年10月13日届满，逾期2个工作日仍未作出决定")
        #expect(breach.article == "优化营商环境条例§36")
        #expect(!breach.facts.contains { $0.label == "法定依据" })
    }

    @Test("an application without an answer is found on the day after the fifth working day")
    func answer() throws {
        var caseFile = Sample.caseFile
        caseFile.answer = SupervisedCase.AnswerClock(received: "2025-09-29", due: "2025-10-13", round: 1)
        let point = try #require(try AnswerOverdue().watch(caseFile, Sample.calendar()).first)
        #expect(point.at == Instant("2025-10-14"))
        #expect(point.subject == .answer)
    }

    @Test("a renewal nobody decided is found on the day after the permit's last (行政许可法 §50.2)")
    func renewal() throws {
        var caseFile = Sample.caseFile
        caseFile.receivedOn = "2025-09-29"
        #expect(try RenewalOverdue().watch(caseFile, Sample.calendar()).isEmpty)
        caseFile.renewalDue = "2025-11-02"
        let rule = try RenewalOverdue()
        let point = try #require(rule.watch(caseFile, Sample.calendar()).first)
        #expect(point.at == Instant("2025-11-03") && point.limit == "2025-11-02")
        let breach = rule.breach(at: point, in: caseFile)
        #expect(breach.message == "至2025年11月2日有效期届满未作出是否准予延续的决定，依法视为准予延续")
        #expect(breach.article == "行政许可法§50.2" && breach.level == .redCard)
    }

    @Test(
        "a step's time is used up after its own limit, counted from the day it was entered",
        arguments: [
            (limit: .workingDays(2), kind: .examine, excluded: [], at: Instant("2025-10-11")),
            (limit: .workingDays(0), kind: .serve, excluded: [], at: Instant("2025-10-01")),
            (limit: .workingDays(5), kind: .receive, excluded: [], at: nil),
            (limit: .calendarDays(3), kind: .notice, excluded: [], at: Instant("2025-10-04")),
            (limit: .hours(24), kind: .notice, excluded: [], at: Instant("2025-10-01", hour: 10)),
            (
                limit: .workingDays(2), kind: .examine,
                excluded: [ExcludedSpan(.testing, stopped: "2025-10-09", ended: "2025-10-14")],
                at: Instant("2025-10-16")
            ),
            (limit: .workingDays(5), kind: .accept, excluded: [], at: nil),
            (limit: .workingDays(15), kind: .pay, excluded: [], at: nil),
            (limit: .workingDays(7), kind: .publish, excluded: [], at: Instant("2025-10-17")),
        ] as [(limit: Period, kind: StepKind, excluded: [ExcludedSpan], at: Instant?)]
    )
    func step(limit: Period, kind: StepKind, excluded: [ExcludedSpan], at: Instant?) throws {
        var caseFile = Sample.examined(accepted: "2025-09-29", promised: .workingDays(20), excluded: excluded)
        caseFile.steps = [
            SupervisedCase.WaitingStep(
                id: "examine",
                name: "审查",
                kind: kind,
                entered: Instant("2025-09-30", hour: 9, minute: 30),
                limit: StepLimit(limit, source: "行政许可法§42")
            )
        ]
        #expect(try StepLimitUsedUp().watch(caseFile, Sample.calendar()).first?.at == at)
    }

    @Test("what came in on a holiday is to be done on the spot on the first working day")
    func onTheSpot() throws {
        var caseFile = Sample.caseFile
        let limit = StepLimit(.workingDays(0), source: "行政许可法§32")
        let entered = Instant("2025-10-04", hour: 23)
        caseFile.steps = [.init(id: "serve", name: "送达", kind: .serve, entered: entered, limit: limit)]
        let point = try StepLimitUsedUp().watch(caseFile, Sample.calendar()).first
        #expect(point?.limit == "2025-10-09")
        #expect(point?.at == Instant("2025-10-10"))
    }

    /// - Source: Administrative License Law (行政许可法) art. 47 (five days to ask for a hearing).
    @Test("where the party's time takes all of a step's, ending it on the working day after is in time")
    func partyTime() throws {
        var caseFile = Sample.caseFile
        let limit = StepLimit(.workingDays(5), source: "行政许可法§42")
        let party = StepLimit(.workingDays(5), source: "行政许可法§47")
        let entered = Instant("2025-10-13", hour: 9)
        caseFile.steps = [
            .init(id: "statement", name: "听取陈述申辩", kind: .statement, entered: entered, limit: limit, earliest: party)
        ]
        let point = try #require(try StepLimitUsedUp().watch(caseFile, Sample.calendar()).first)
        #expect(point.limit == "2025-10-21")
        let breach = try StepLimitUsedUp().breach(at: point, in: caseFile)
        #expect(breach.facts.contains(FindingFact("当事人的期限", "5个工作日（行政许可法§47），其间不能办结")))
    }

    @Test("a hearing's own limit is watched although the decision's clock stands, other steps are not")
    func excludedStep() throws {
        let open = ExcludedSpan(.hearing, stopped: "2025-10-13", ended: nil)
        var caseFile = Sample.examined(accepted: "2025-09-29", promised: .workingDays(20), excluded: [open])
        let limit = StepLimit(.workingDays(20), source: "行政许可法§47")
        let entered = Instant("2025-10-13", hour: 9)
        caseFile.steps = [
            .init(id: "hearing", name: "举行听证", kind: .hearing, entered: entered, limit: limit, isExcluded: true),
            .init(id: "examine", name: "审查", kind: .examine, entered: entered, limit: limit),
        ]
        let points = try StepLimitUsedUp().watch(caseFile, Sample.calendar())
        #expect(points.map(\.subject) == [.step("hearing")])
        #expect(points.first?.limit == "2025-11-10")
    }

    @Test("ten working days to serve, seven to publish, the stop's told end")
    func others() throws {
        let calendar = try Sample.calendar()
        var caseFile = Sample.caseFile
        caseFile.decision = Sample.granted(on: "2025-09-29")
        caseFile.publishBy = "2025-10-15"
        #expect(try ServiceOverdue().watch(caseFile, calendar).map(\.at) == [Instant("2025-10-21")])
        #expect(try PublishedLate().watch(caseFile, calendar).map(\.at) == [Instant("2025-10-16")])
        caseFile.servedOn = "2025-10-09"
        caseFile.publishBy = nil
        #expect(try ServiceOverdue().watch(caseFile, calendar).isEmpty)
        #expect(try PublishedLate().watch(caseFile, calendar).isEmpty)
        caseFile = Sample.caseFile
        caseFile.decision = Sample.refused(on: "2025-09-29", reasons: "申请人不具备法定条件")
        #expect(try PublishedLate().watch(caseFile, calendar).isEmpty)

        caseFile = Sample.caseFile
        caseFile.suspension = SupervisedCase.Suspension(since: "2025-10-13", toldEnd: "2025-10-31")
        let overrun = try #require(try SuspensionOverrun().watch(caseFile, calendar).first)
        #expect(overrun.at == Instant("2025-11-01"))
    }
}
