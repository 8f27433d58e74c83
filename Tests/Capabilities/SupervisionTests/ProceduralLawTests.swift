import EventLog
import Kernel
import Processes
import TestSupport
import Testing
import TimeLimits

@testable import Casework
@testable import Supervision

@Suite("Every finding cites the law of its own category")
struct ProceduralLawTests {
    private static func caseFile(_ category: ProcessDefinition.Category) -> SupervisedCase {
        var caseFile = Sample.caseFile
        caseFile.law = ProceduralLaw(category)
        caseFile.decision = Sample.granted(on: "2025-09-29")
        caseFile.closedOn = "2025-10-20"
        return caseFile
    }

    @Test(
        "a decision is served within the days of its own law; where that names none, the step has its limit",
        arguments: [
            (.licensing, "2025-10-21", "行政许可法§44"), (.penalty, "2025-10-16", "行政处罚法§61"),
            (.penaltyHearing, "2025-10-16", "行政处罚法§61"), (.penaltySimple, "2025-09-30", "行政处罚法§52"),
            (.coerciveMeasure, nil, ""), (.grant, nil, ""), (.other, nil, ""),
        ] as [(ProcessDefinition.Category, Day?, String)]
    )
    func service(category: ProcessDefinition.Category, at day: Day?, article: String) throws {
        let rule = try ServiceOverdue()
        let caseFile = Self.caseFile(category)
        let points = try rule.watch(caseFile, Sample.calendar())
        #expect(points.map(\.at) == (day.map { [Instant($0)] } ?? []))
        #expect(points.map { rule.breach(at: $0, in: caseFile).article } == (day == nil ? [] : [article]))
    }

    @Test("what is set for serving can only be stricter than the law")
    func stricter() throws {
        let five = #"{"version":"1","rules":{"TIM-SERVE":{"numbers":{"workingDays":5}}}}"#
        let rule = try ServiceOverdue(RuleParameters(json: Array(five.utf8)))
        for category in [ProcessDefinition.Category.licensing, .penalty] {
            let limits = try rule.watch(Self.caseFile(category), Sample.calendar()).map(\.limit)
            #expect(limits == ["2025-10-13"])
        }
    }

    @Test(
        "the missing document and the missing officer are found under their own statute",
        arguments: [
            (.licensing, "行政许可法§38", "行政许可法§34"), (.penalty, "行政处罚法§59", "行政处罚法§42"),
            (.penaltySimple, "行政处罚法§52", "行政处罚法§42"),
            (.coerciveMeasure, "行政强制法§24", "行政强制法§18(二)"),
            (.grant, "国办发〔2018〕118号三", "参照行政许可法§34"),
        ] as [(ProcessDefinition.Category, String, String)]
    )
    func articles(category: ProcessDefinition.Category, document: String, officers: String) throws {
        let calendar = try Sample.calendar()
        var caseFile = Self.caseFile(category)
        #expect(try DecisionDocumentMissing().breaches(in: caseFile, calendar).map(\.article) == [document])
        caseFile.act = SupervisedAct(
            version: 7,
            name: "环节“核查”",
            occurred: .now(Instant("2025-09-29", hour: 9)),
            recordedAt: Instant("2025-09-29", hour: 9),
            step: .init(id: "verify", officersRequired: 2, officers: ["01O1"])
        )
        #expect(try TooFewOfficers().breaches(in: caseFile, calendar).map(\.article) == [officers])
    }

    @Test(
        "no category but licensing is held to the License Law, unless by analogy",
        arguments: ProcessDefinition.Category.allCases
    )
    func analogy(category: ProcessDefinition.Category) {
        let law = ProceduralLaw(category)
        let cited = [law.document, law.certificate, law.publication, law.collection, law.licensing("行政许可法§32(四)")]
        for article in cited where category != .licensing {
            #expect(!article.hasPrefix("行政许可法"), "\(category) \(article)")
        }
        #expect(law.licensing("行政许可法§32").hasSuffix("行政许可法§32"))
        #expect(law.isPenalty == category.chinese.hasPrefix("行政处罚"))
    }

    @Test("a statutory limit is cited as the item has it, and nobody breaks a promise that was not made")
    func limits() throws {
        let calendar = try Sample.calendar()
        var caseFile = Sample.examined(accepted: "2025-09-29", promised: .workingDays(20))
        let rule = try LimitExceeded()
        let point = try #require(try rule.watch(caseFile, calendar).first)
        #expect(point.basis == .statutory)
        #expect(rule.breach(at: point, in: caseFile).article == "行政许可法§42")
        #expect(try PromiseExceeded().watch(caseFile, calendar).count == 1)
        caseFile.isPromised = false
        #expect(try PromiseExceeded().watch(caseFile, calendar).isEmpty)
        let reminder = try #require(try LimitRunsOut().watch(caseFile, calendar).first)
        let breach = try LimitRunsOut().breach(at: reminder, in: caseFile)
        #expect(breach.message == "法定时限将于2025年11月3日届满，尚未作出决定")
        #expect(breach.article == "行政许可法§42")
    }

    @Test(
        "money long overdue is found where the case neither urges nor enforces, thirty days after the party's own time"
    )
    func collection() throws {
        let rule = try CollectionOverdue()
        var caseFile = Self.caseFile(.penalty)
        caseFile.servedOn = "2025-10-13"
        let limit = StepLimit(.calendarDays(15), source: "行政处罚法§67.3")
        let entered = Instant("2025-10-14", hour: 9)
        caseFile.steps = [.init(id: "pay", name: "缴款", kind: .pay, entered: entered, limit: limit)]
        let point = try #require(try rule.watch(caseFile, Sample.calendar()).first)
        #expect(point.limit == "2025-10-28")
        #expect(point.at == Instant("2025-11-28"))
        let breach = rule.breach(at: point, in: caseFile)
        #expect(breach.level == .reminder)
        #expect(breach.article == "行政处罚法§72；行政强制法§46")
        #expect(try StepLimitUsedUp().watch(caseFile, Sample.calendar()).isEmpty)
        caseFile.lostEffect = true
        #expect(try rule.watch(caseFile, Sample.calendar()).isEmpty)
    }

    @Test("publishing a decision is PUB-LATE's, publishing what nobody decided is the step's own")
    func publishing() throws {
        var caseFile = Self.caseFile(.inspection)
        let limit = StepLimit(.workingDays(20), source: "国办发〔2018〕118号")
        let entered = Instant("2025-09-29", hour: 9)
        caseFile.steps = [.init(id: "publish", name: "公开", kind: .publish, entered: entered, limit: limit)]
        #expect(try StepLimitUsedUp().watch(caseFile, Sample.calendar()).isEmpty)
        caseFile.decision = nil
        #expect(try StepLimitUsedUp().watch(caseFile, Sample.calendar()).map(\.limit) == ["2025-11-03"])
    }

    @Test("who signed a step before counts among those who did it", arguments: [1, 2])
    func countersigned(officers: Int) async throws {
        let log = try await SupervisedLog(on: .sqlite)
        let item = Sample.item("01", Sample.item.process)
        try await log.happen(.received("1", on: "2025-09-29", answerDue: "2025-10-13", item: item), key: "received")
        try await log.happen(.completed("accept", to: "verify"), key: "accepted")
        let signers = (1...officers).map { Actor(kind: .officer, id: "01O\($0)", post: "01W\($0)") }
        for (place, signer) in signers.enumerated() {
            let signed = StepSigned(
                step: "verify",
                agrees: true,
                opinion: "同意",
                outcome: place + 1 == officers ? "verified" : nil,
                position: CaseFileEvent.at(place + 1 == officers ? "examine" : "verify")
            )
            try await log.happen(.signed(signed), key: "signed \(place)", by: signer)
        }
        let found = try await log.findings().all.map(\.breach.rule).filter { $0 == .twoOfficers }
        #expect(found.count == (officers == 1 ? 1 : 0))
    }
}
