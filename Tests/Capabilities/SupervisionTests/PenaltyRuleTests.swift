import EventLog
import Kernel
import Processes
import Sanctions
import TestSupport
import Testing
import TimeLimits

@testable import Casework
@testable import Supervision

@Suite("Rules about what comes before a penalty, and what follows it")
struct PenaltyRuleTests {
    /// A rule, a case that raises it, and one that does not.
    struct Pair: Sendable, CustomTestStringConvertible {
        let code: RuleCode
        let level: FindingLevel
        let article: String
        let breaks: SupervisedCase
        let keeps: SupervisedCase
        let message: String

        var testDescription: String { code.rawValue }
    }

    private static func imposed(
        _ sanctions: Sanction...,
        by category: ProcessDefinition.Category = .penalty
    ) -> SupervisedCase {
        var caseFile = Sample.caseFile
        caseFile.law = ProceduralLaw(category)
        caseFile.receivedOn = "2025-09-29"
        caseFile.penalty = ImposedPenalty(party: .citizen)
        caseFile.decision = Decision(
            kind: .imposed,
            number: "广安教罚〔2025〕1号",
            decidedOn: "2025-10-13",
            reasons: "事实清楚，证据确凿",
            content: "",
            validFrom: nil,
            validThrough: nil,
            permitNumber: nil,
            title: "行政处罚决定书",
            sanctions: sanctions
        )
        return caseFile
    }

    private static let fine = Sanction(.fine, amount: .yuan(200))

    private static func changed(
        _ caseFile: SupervisedCase,
        _ change: (inout SupervisedCase) -> Void
    ) -> SupervisedCase {
        var changed = caseFile
        change(&changed)
        return changed
    }

    private static func paid(_ yuan: Int64, isSettled: Bool = true) -> SupervisedCase {
        changed(imposed(fine)) {
            $0.payment = ReceivedPayment(
                owed: .yuan(200),
                received: .yuan(yuan),
                lastOn: "2025-10-20",
                isSettled: isSettled
            )
        }
    }

    private static func acted(_ recused: [String]) -> SupervisedCase {
        changed(imposed(fine)) {
            $0.act = SupervisedAct(
                version: 7,
                name: "环节“调查”",
                occurred: .now(Instant("2025-10-13", hour: 9)),
                recordedAt: Instant("2025-10-13", hour: 9),
                step: .init(id: "investigate", officers: ["01O1", "01O2"], recused: recused)
            )
        }
    }

    static let pairs: [Pair] = [
        Pair(
            code: .recused,
            level: .redCard,
            article: "行政处罚法§43",
            breaks: acted(["01O2"]),
            keeps: acted([]),
            message: "环节“调查”由1名已决定回避的人员办理"
        ),
        Pair(
            code: .untold,
            level: .redCard,
            article: "行政处罚法§44、§62",
            breaks: changed(imposed(fine)) { $0.penalty?.wasTold = false },
            keeps: imposed(fine),
            message: "作出处罚决定前没有告知当事人拟处罚的内容、事实、理由、依据和权利"
        ),
        Pair(
            code: .unreviewed,
            level: .redCard,
            article: "行政处罚法§58",
            breaks: changed(imposed(fine)) {
                $0.penalty?.reviewDue = "经过听证程序"
                $0.penalty?.wasReviewed = false
            },
            keeps: changed(imposed(fine)) { $0.penalty?.wasReviewed = false },
            message: "应当法制审核的处罚决定，未经审核或者审核未通过即作出"
        ),
        Pair(
            code: .undiscussed,
            level: .redCard,
            article: "行政处罚法§57.2",
            breaks: changed(imposed(fine)) {
                $0.penalty?.discussionDue = "对公民较大数额的罚款"
                $0.penalty?.wasDiscussed = false
            },
            keeps: changed(imposed(fine)) { $0.penalty?.wasDiscussed = false },
            message: "重大违法行为的处罚决定，未经行政机关负责人集体讨论即作出"
        ),
        Pair(
            code: .simpleProcedure,
            level: .redCard,
            article: "行政处罚法§51",
            breaks: imposed(Sanction(.fine, amount: .yuan(201)), by: .penaltySimple),
            keeps: imposed(fine, by: .penaltySimple),
            message: "适用简易程序罚款201.00元，超出当场处罚的范围"
        ),
        Pair(
            code: .feeDeviation,
            level: .yellowCard,
            article: "行政处罚法§66、§76(二)",
            breaks: paid(211),
            keeps: paid(210),
            message: "应收200.00元，实收211.00元"
        ),
        Pair(
            code: .summary,
            level: .reminder,
            article: "行政处罚法§47",
            breaks: changed(imposed(fine)) { $0.summary = "无 证 经 营" },
            keeps: changed(imposed(fine)) { $0.summary = "无证经营的" },
            message: "登记的案情摘要仅4字，不足以说明案情"
        ),
    ]

    @Test("every rule finds what breaks it, under its article, and nothing in what keeps it", arguments: pairs)
    func table(pair: Pair) throws {
        let calendar = try Sample.calendar()
        let rule = try #require(try RuleSet(.defaults).acts.first { type(of: $0).code == pair.code })
        let breaches = try rule.breaches(in: pair.breaks, calendar)
        #expect(breaches.map(\.level) == [pair.level])
        #expect(breaches.map(\.article) == [pair.article])
        #expect(breaches.map(\.message) == [pair.message])
        #expect(try rule.breaches(in: pair.keeps, calendar).isEmpty)
    }

    @Test(
        "only warnings and small fines are imposed on the spot; whose kind nobody knows has the higher ceiling",
        arguments: [
            (.fine, 3_000, .organization, 0), (.fine, 3_001, .organization, 1), (.fine, 201, .citizen, 1),
            (.fine, 3_000, nil, 0), (.warning, nil, .citizen, 0), (.revocationOfPermit, nil, .organization, 1),
        ] as [(Sanction.Kind, Int64?, SanctionedParty?, Int)]
    )
    func simple(kind: Sanction.Kind, yuan: Int64?, party: SanctionedParty?, found: Int) throws {
        var caseFile = Self.imposed(Sanction(kind, amount: yuan.map(Money.yuan)), by: .penaltySimple)
        caseFile.penalty = ImposedPenalty(party: party)
        let rule = try SimpleProcedureExceeded()
        #expect(rule.breaches(in: caseFile, try Sample.calendar()).count == found)
        caseFile.law = ProceduralLaw(.penalty)
        #expect(rule.breaches(in: caseFile, try Sample.calendar()).isEmpty)
    }

    @Test(
        "too much is found at once, too little only when everything is said to be paid",
        arguments: [(190, true, 0), (189, true, 1), (189, false, 0), (211, false, 1), (200, true, 0)]
            as [(Int64, Bool, Int)]
    )
    func deviation(yuan: Int64, isSettled: Bool, found: Int) throws {
        let rule = try FeeDeviation()
        let caseFile = Self.paid(yuan, isSettled: isSettled)
        #expect(rule.breaches(in: caseFile, try Sample.calendar()).count == found)
        #expect(rule.breaches(in: Self.changed(caseFile) { $0.lostEffect = true }, try Sample.calendar()).isEmpty)
    }

    @Test("what fell is taken down within three working days")
    func shownAfterFall() throws {
        let rule = try WithdrawnLate()
        var caseFile = Self.imposed(Self.fine)
        #expect(try rule.watch(caseFile, Sample.calendar()).isEmpty)
        caseFile.publicSinceFall = "2025-09-29"
        let point = try #require(try rule.watch(caseFile, Sample.calendar()).first)
        #expect(point.at == Instant("2025-10-11"))
        let breach = rule.breach(at: point, in: caseFile)
        #expect(breach.message == "决定已于2025年9月29日失去效力，至2025年10月10日未撤回公开的信息")
        #expect(breach.article == "行政处罚法§48")
        caseFile.law = ProceduralLaw(.licensing)
        #expect(rule.breach(at: point, in: caseFile).article == "国办发〔2018〕118号")
    }
}
