import Foundation
import Kernel
import ProcessTrials
import Processes
import Testing
import WorkflowEngine

@Suite("The frame of licensing (行政许可法)")
struct LicensingFrameTests {
    static let limit = Period.workingDays(20)

    @Test("a lawful change is let through", arguments: Mutation.lawful)
    func lawful(_ mutation: Mutation) throws {
        var draft = try Draft()
        mutation.change(&draft)
        let faults = try draft.definition().check(promised: Self.limit, statutory: Self.limit)
        #expect(faults.map(\.summary) == [])
    }

    @Test("an unlawful change is refused by its rule, article and run", arguments: Mutation.unlawful)
    func unlawful(_ mutation: Mutation) throws {
        var draft = try Draft()
        mutation.change(&draft)
        let faults = try draft.definition().check(promised: Self.limit, statutory: Self.limit)
        let fault = try #require(
            faults.first { $0.rule?.code == mutation.code },
            "found instead: \(faults.map(\.summary))"
        )
        #expect(fault.source == fault.rule?.source)
        #expect(fault.pathText.hasSuffix(mutation.path), "found: \(fault.pathText)")
        #expect(!fault.path.isEmpty || mutation.code == "XK-42")
    }

    @Test("every rule of the frame is broken by some change of the table")
    func everyRule() {
        let codes = Frame.licensing.rules.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(Set(codes) == Set(Mutation.unlawful.map(\.code)))
    }

    @Test(
        "limits stay within promise, and promise within statute (§42)",
        arguments: [
            (
                "15wd", "20wd",
                .limitsExceedPromise(sum: .workingDays(20), promised: .workingDays(15))
            ),
            (
                "30wd", "20wd",
                .promiseExceedsStatute(promised: .workingDays(30), statutory: .workingDays(20))
            ),
            ("20cd", "20wd", .incomparable(.calendarDays(20), .workingDays(20))),
        ] as [(String, String, ProcessFault.Reason)]
    )
    func limits(promised: String, statutory: String, reason: ProcessFault.Reason) throws {
        let definition = try ProcessTemplate.licensingGeneral.definition()
        let faults = try definition.check(
            promised: #require(Period(promised)),
            statutory: #require(Period(statutory))
        )
        #expect(faults.map(\.reason).contains(reason))
    }

    @Test("the sum names the run that makes it")
    func sumPath() throws {
        let definition = try ProcessTemplate.licensingGeneral.definition()
        let fault = definition.check(promised: .workingDays(15), statutory: Self.limit).first
        let path = try #require(fault).pathText
        #expect(path.hasPrefix("审查 → 实地核查"))
        #expect(path.hasSuffix("审核 → 决定"))
    }

    @Test(
        "a definition that does not hang together is refused before the statute is asked",
        arguments: [
            ("decide", "nowhere", .malformed(.unknownTarget("nowhere", of: "decide")))
        ] as [(String, String, ProcessFault.Reason)]
    )
    func malformed(step: String, next: String, reason: ProcessFault.Reason) throws {
        var draft = try Draft()
        draft.lead(step, "refused", to: next)
        #expect(try draft.definition().check(promised: Self.limit, statutory: Self.limit).map(\.reason) == [reason])
    }

    @Test("votes settle nothing that somebody has to write: no decision is signed together")
    func signedDecision() throws {
        var draft = try Draft()
        draft.step("decide") {
            $0["countersign"] = ["quorum": "2/3", "inOrder": false, "agreed": "granted", "refused": "refused"]
        }
        let faults = try draft.definition().check(promised: Self.limit, statutory: Self.limit).map(\.reason)
        #expect(faults == [.signedEffect("decide", "granted"), .signedEffect("decide", "refused")])
    }

    @Test("a join that waits for a branch that never comes is refused with the run")
    func deadEnd() throws {
        var draft = try Draft()
        draft.lead("decide", "granted", to: "permit")
        draft.lead("decide", "refused", to: "publish")
        draft.remove("serveRefusal")
        let faults = try draft.definition().check(promised: Self.limit, statutory: Self.limit)
        #expect(faults.contains { $0.pathText.hasSuffix("决定〔不予〕 → 公开决定〔已公开〕") })
    }

    @Test(
        "a source is written as official documents write it",
        arguments: [
            ("行政许可法§42", "《行政许可法》第四十二条"), ("行政许可法§34.3", "《行政许可法》第三十四条第三款"),
            ("行政许可法§32(四)", "《行政许可法》第三十二条第（四）项"), ("国办发〔2018〕118号", "国办发〔2018〕118号"),
            ("民法典§1010", "《民法典》第一千零一十条"), ("民法典§202", "《民法典》第二百零二条"),
        ]
    )
    func source(text: String, chinese: String) {
        #expect(LegalSource(text).chinese == chinese)
        #expect(LegalSource(text).description == text)
    }
}

extension ProcessFault {
    var rule: FrameRule? {
        switch reason {
        case .unlawful(let rule): rule
        case .malformed, .unknownPost, .unknownStep, .reservedName, .duplicatePost, .unknownDemand, .signedEffect,
            .unprovable,
            .unsound,
            .limitsExceedPromise, .promiseExceedsStatute, .incomparable:
            nil
        }
    }

    var summary: String { "\(rule?.code ?? "\(reason)"): \(pathText)" }
}
