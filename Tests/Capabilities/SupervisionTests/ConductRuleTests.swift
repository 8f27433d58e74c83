import Directory
import EventLog
import Kernel
import Processes
import Testing
import TimeLimits

@testable import Casework
@testable import Supervision

@Suite("Rules about who acted, in which order, and when it was entered")
struct ConductRuleTests {
    /// A rule, a case that raises it, and one that does not.
    struct Pair: Sendable, CustomTestStringConvertible {
        let code: RuleCode
        let level: FindingLevel
        let breaks: SupervisedCase
        let keeps: SupervisedCase
        let message: String

        var testDescription: String { code.rawValue }
    }

    private static func act(
        on day: Day = "2025-10-13",
        enteredAt: Instant? = nil,
        step: SupervisedAct.StepDone? = nil,
        isCorrection: Bool = false
    ) -> SupervisedAct {
        SupervisedAct(
            version: 7,
            name: "环节“审查”",
            occurred: Occurrence(at: Instant(day, hour: 9), precision: .instant, origin: .stated),
            recordedAt: enteredAt ?? Instant(day, hour: 10),
            step: step,
            isCorrectionNotice: isCorrection
        )
    }

    /// An act whose papers were filled in on site, by a device three days ahead, so many hours before they were sent.
    private static func onSite(hours: Int64) -> SupervisedAct {
        let (sent, received) = (Instant("2025-10-17", hour: 9), Instant("2025-10-14", hour: 9))
        var act = SupervisedAct(version: 7, name: "环节“审查”", occurred: .now(received), recordedAt: received)
        act.onSite = FieldTimes(
            madeAt: Instant(milliseconds: sent.milliseconds - hours * 3_600_000),
            sentAt: sent,
            receivedAt: received
        )
        return act
    }

    private static func caseFile(_ change: (inout SupervisedCase) -> Void) -> SupervisedCase {
        var caseFile = Sample.caseFile
        caseFile.receivedOn = "2025-10-09"
        change(&caseFile)
        return caseFile
    }

    private static func done(_ officers: [String]?, uncertified: [String] = []) -> SupervisedAct.StepDone {
        SupervisedAct.StepDone(
            id: "verify",
            officersRequired: 2,
            officers: officers,
            uncertified: uncertified.map {
                .init(officer: $0, refusal: .certificateNotValid("16010001", .expired(on: "2025-09-30")))
            }
        )
    }

    private static func closed(_ change: (inout SupervisedCase) -> Void) -> SupervisedCase {
        caseFile {
            $0.decision = Sample.granted(on: "2025-10-13")
            $0.closedOn = "2025-10-15"
            $0.acceptedOn = "2025-10-09"
            $0.stepsDone = 6
            change(&$0)
        }
    }

    private static func statement(endedOn day: Day, byParty: Bool) -> SupervisedCase {
        caseFile {
            $0.act = act(
                on: day,
                step: .init(
                    id: "statement",
                    entered: Instant("2025-10-13", hour: 15),
                    partyTime: PartyTime(
                        since: "2025-10-13",
                        periods: [.init(period: .workingDays(5), source: "行政许可法§47")]
                    ),
                    isEndedByParty: byParty
                )
            )
        }
    }

    static let pairs: [Pair] = [
        Pair(
            code: .registration,
            level: .reminder,
            breaks: caseFile { $0.act = act(on: "2025-09-30") },
            keeps: caseFile { $0.act = act(on: "2025-10-09") },
            message: "环节“审查”注明于2025年9月30日办理，早于收件登记日"
        ),
        Pair(
            code: .backfill,
            level: .warning,
            breaks: caseFile { $0.act = act(enteredAt: Instant("2025-10-14", hour: 9)) },
            keeps: caseFile { $0.act = act(enteredAt: Instant("2025-10-14", hour: 8)) },
            message: "环节“审查”在办理24小时后才录入系统"
        ),
        Pair(
            code: .backfill,
            level: .warning,
            breaks: caseFile { $0.act = onSite(hours: 24) },
            keeps: caseFile { $0.act = onSite(hours: 23) },
            message: "环节“审查”在办理24小时后才录入系统"
        ),
        Pair(
            code: .afterClosing,
            level: .reminder,
            breaks: closed { $0.act = act(on: "2025-10-16") },
            keeps: closed { $0.act = act(on: "2025-10-15") },
            message: "案件已于2025年10月15日办结，此后仍有环节“审查”的记录"
        ),
        Pair(
            code: .noProcess,
            level: .reminder,
            breaks: closed { $0.stepsDone = 0 },
            keeps: closed { $0.stepsDone = 1 },
            message: "案件已决定并办结，没有任何环节的办理记录"
        ),
        Pair(
            code: .acceptanceDocument,
            level: .reminder,
            breaks: closed { _ in },
            keeps: closed { $0.documents = [.init(name: "受理通知书", number: "广安教许受〔2025〕1号")] },
            message: "案件已办结，案卷中没有受理通知书"
        ),
        Pair(
            code: .material,
            level: .reminder,
            breaks: caseFile {
                $0.acceptedOn = "2025-10-10"
                $0.materials = 0
            },
            keeps: caseFile { $0.materials = 0 },
            message: "申请于2025年10月10日受理，案卷中没有申请材料"
        ),
        Pair(
            code: .correctionAfterAcceptance,
            level: .redCard,
            breaks: caseFile {
                $0.acceptedOn = "2025-10-10"
                $0.act = act(isCorrection: true)
            },
            keeps: caseFile { $0.act = act(isCorrection: true) },
            message: "申请已于2025年10月10日受理，此后又要求补正"
        ),
        // The same officer named twice is one officer.
        Pair(
            code: .twoOfficers,
            level: .redCard,
            breaks: caseFile { $0.act = act(step: done(["01O1", "01O1"])) },
            keeps: caseFile { $0.act = act(step: done(["01O1", "01O2"])) },
            message: "环节“审查”应由2名以上持证人员办理，仅有1名"
        ),
        Pair(
            code: .certificate,
            level: .redCard,
            breaks: caseFile { $0.act = act(step: done(["01O1", "01O2", "01O3"], uncertified: ["01O3"])) },
            keeps: caseFile { $0.act = act(step: done(["01O1", "01O2", "01O3"])) },
            message: "环节“审查”由1名当日没有有效证件的人员办理"
        ),
        // The window of five working days from 13 October ends on the 20th.
        Pair(
            code: .early,
            level: .redCard,
            breaks: statement(endedOn: "2025-10-20", byParty: false),
            keeps: statement(endedOn: "2025-10-21", byParty: false),
            message: "环节“审查”于2025年10月20日结束，当事人的期限至2025年10月20日"
        ),
    ]

    @Test("each is raised by what breaks it and by nothing else", arguments: pairs)
    func pair(pair: Pair) throws {
        let supervisor = Supervisor(try RuleBook(.shipped()), try Sample.calendar())
        let now = Instant("2025-10-21", hour: 18)
        let raised = try supervisor.judge(pair.breaks, Findings(), at: now).raised.filter { $0.rule == pair.code }
        #expect(raised.map(\.message) == [pair.message])
        #expect(raised.map(\.level) == [pair.level])
        #expect(raised.allSatisfy { !$0.article.isEmpty && !$0.facts.isEmpty })
        #expect(try !supervisor.judge(pair.keeps, Findings(), at: now).raised.contains { $0.rule == pair.code })
    }

    @Test("the party's own request ends its time early; companions that were not recorded accuse nobody")
    func notAccused() throws {
        let calendar = try Sample.calendar()
        let asked = Self.statement(endedOn: "2025-10-14", byParty: true)
        #expect(try EndedTooEarly().breaches(in: asked, calendar).isEmpty)
        let old = Self.caseFile { $0.act = Self.act(step: Self.done(nil)) }
        #expect(try TooFewOfficers().breaches(in: old, calendar).isEmpty)
    }

    @Test("who has no valid certificate does not count as the second officer")
    func uncertifiedCompanion() throws {
        let caseFile = Self.caseFile { $0.act = Self.act(step: Self.done(["01O1", "01O2"], uncertified: ["01O2"])) }
        #expect(try TooFewOfficers().breaches(in: caseFile, Sample.calendar()).count == 1)
    }
}
