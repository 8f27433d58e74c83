import Kernel
import Testing
import TimeLimits

@testable import Casework
@testable import Supervision

@Suite("Rules about acts")
struct ActRuleTests {
    @Test("the first correction notice is lawful, each further one is found")
    func corrections() throws {
        let calendar = try Sample.calendar()
        var caseFile = Sample.caseFile
        caseFile.corrections = ["2025-09-29"]
        #expect(try RepeatedCorrection().breaches(in: caseFile, calendar).isEmpty)
        caseFile.corrections = ["2025-09-29", "2025-10-13", "2025-10-20"]
        let breaches = try RepeatedCorrection().breaches(in: caseFile, calendar)
        #expect(breaches.map(\.occurrence) == [2, 3])
        #expect(breaches.first?.level == .yellowCard)
        #expect(breaches.first?.message == "第2次要求补正，应当一次告知需要补正的全部内容")
    }

    @Test("what was not accepted is a reminder, and short reasons are found")
    func refusal() throws {
        let calendar = try Sample.calendar()
        var caseFile = Sample.caseFile
        #expect(try AcceptanceRefused().breaches(in: caseFile, calendar).isEmpty)
        caseFile.nonAcceptance = SupervisedCase.NonAcceptance(on: "2025-10-13", reasons: "不 符 合 条 件")
        #expect(try AcceptanceRefused().breaches(in: caseFile, calendar).map(\.level) == [.reminder])
        #expect(try ReasonsMissing().breaches(in: caseFile, calendar).map(\.subject) == [.acceptance])
    }

    @Test(
        "a refusal is reasoned in ten characters at least; a grant needs none",
        arguments: [
            (Sample.refused(on: "2025-10-13", reasons: "材料不齐"), 1),
            (Sample.refused(on: "2025-10-13", reasons: "申请人未取得规定的学历"), 0),
            (Sample.granted(on: "2025-10-13"), 0),
        ] as [(Decision, Int)]
    )
    func reasons(decision: Decision, found: Int) throws {
        var caseFile = Sample.caseFile
        caseFile.decision = decision
        #expect(try ReasonsMissing().breaches(in: caseFile, Sample.calendar()).count == found)
    }

    @Test("a penalty off its grade is a reminder for who supervises, with the reason that was approved")
    func departure() throws {
        let calendar = try Sample.calendar()
        var caseFile = Sample.caseFile
        caseFile.decision = Sample.refused(on: "2025-10-13", reasons: "事实清楚，证据确凿")
        #expect(try GradeDeparted().breaches(in: caseFile, calendar).isEmpty)
        caseFile.weighed = Sample.weighed(departures: [])
        #expect(try GradeDeparted().breaches(in: caseFile, calendar).isEmpty)
        caseFile.weighed = Sample.weighed(departures: ["罚款应为1.00元至2.00元，实为3.00元"])
        let breaches = try GradeDeparted().breaches(in: caseFile, calendar)
        #expect(breaches.map(\.subject) == [.decision])
        #expect(breaches.map(\.level) == [.reminder])
        #expect(breaches.first?.message == "处罚没有按裁量基准作出：罚款应为1.00元至2.00元，实为3.00元")
        caseFile.decision = nil
        #expect(try GradeDeparted().breaches(in: caseFile, calendar).isEmpty, "a proposal is not yet a penalty")
    }

    @Test("a case is closed with the document of its decision, not with any")
    func decisionDocument() throws {
        let calendar = try Sample.calendar()
        let rule = try DecisionDocumentMissing()
        var caseFile = Sample.caseFile
        caseFile.decision = Sample.granted(on: "2025-10-13")
        #expect(rule.breaches(in: caseFile, calendar).isEmpty)
        caseFile.closedOn = "2025-10-20"
        caseFile.documents = [.init(name: "受理通知书", number: "广安教许受〔2025〕1号")]
        #expect(rule.breaches(in: caseFile, calendar).count == 1)
        caseFile.documents.append(.init(name: "准予行政许可决定书", number: "广安教许准〔2025〕1号"))
        #expect(rule.breaches(in: caseFile, calendar).isEmpty)
    }

    @Test("every rule states the article of a law or the number of a document")
    func articles() throws {
        let book = try RuleBook(RuleParameters.shipped())
        let rules = book.all + book.comparisons as [any SupervisionRule]
        #expect(Set(rules.map { type(of: $0).code }) == Set(RuleCode.allCases + RuleCode.comparisons))
        for rule in rules {
            #expect(["§", "〔", "方案"].contains { rule.article.contains($0) }, "\(type(of: rule).code.rawValue)")
        }
    }

    @Test("a parameter outside its limits, an unknown rule and a broken file stop the start")
    func parameters() throws {
        let shipped = try RuleBook(RuleParameters.shipped())
        #expect(shipped.all.count == RuleCode.allCases.count)
        #expect(shipped.all.allSatisfy { !$0.article.isEmpty && !type(of: $0).title.isEmpty })
        let wrong = #"{"version":"1","rules":{"TIM-RED":{"numbers":{"workingDaysOver":0}}}}"#
        #expect(throws: RuleParameters.Fault.outOfRange(rule: .red, key: "workingDaysOver", expected: 1...60, found: 0))
        {
            try RuleBook(RuleParameters(json: Array(wrong.utf8)))
        }
        #expect(throws: RuleParameters.Fault.unknownRule("TIM-BLUE")) {
            try RuleParameters(json: Array(#"{"version":"1","rules":{"TIM-BLUE":{}}}"#.utf8))
        }
        let off = #"{"version":"2","rules":{"TIM-RED":{"isOn":false},"TIM-NODE":{"level":"warning"}}}"#
        let book = try RuleBook(RuleParameters(json: Array(off.utf8)))
        #expect(book.passive(.red) == nil)
        #expect(book.level(of: .node) == .warning)
        #expect(book.version == "supervision@2")
    }
}
