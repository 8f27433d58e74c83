@testable import Casework
import EventLog
import Kernel
import Processes

extension EventExamples {
    /// What becomes of a decision that never had effect.
    static func voiding() throws -> [any EventPayload] {
        [
            DecisionDeclaredVoid(
                ground: Open(.noBasis),
                authority: Open(""),
                reasons: Open("所依据的规定已经废止"),
                declaredOn: Open(day),
                collected: Open(.zero),
                position: nil
            ),
            DecisionDeclaredVoid(
                ground: Open(.judgment),
                authority: Open("演示区人民法院〔2026〕演01行初1号判决，2026年3月2日"),
                reasons: Open("判决已经生效"),
                declaredOn: Open(day),
                collected: Open(.yuan(5_000)),
                position: try position()
            ),
            MeasureTaken(
                since: day,
                limit: StepLimit(.calendarDays(30), source: "行政强制法§25"),
                due: DueDays(promised: "2026-04-01", statutory: "2026-04-01", isProvisional: false)
            ),
            MeasureEnded(on: day, way: .released),
            PaymentDeferred(
                appliedOn: day,
                reasons: ForParty("当事人经营困难，提供了证明", party: "1P1"),
                instalments: [Instalment(due: "2026-04-10", amount: .yuan(5_000))],
                paidBefore: .zero
            ),
            PaymentReceived(
                amount: .yuan(100),
                surcharge: .zero,
                paidOn: day,
                receipt: "51160026030003",
                collection: OnSpotCollection(ground: .small, handedInOn: day),
                ofSurcharge: .zero
            ),
            RemedySought(kind: .reconsideration, since: day, authority: "演示区人民政府，演府复〔2026〕3号"),
            RemedyEnded(on: day, result: "维持"),
            RefundRecorded(amount: Open(.yuan(5_000)), paidOn: Open(day), voucher: "退字第1号"),
        ]
    }

    /// What is decided anew.
    static func reopening() throws -> [any EventPayload] {
        let origin = ReopeningOrigin(
            caseFile: "1C1",
            number: "511602-20260302-00001",
            ground: .judgment,
            authority: "演示区人民法院〔2026〕演01行初1号判决，2026年3月2日",
            within: "2026-06-01",
            foundOn: day
        )
        return [
            received(channel: .window, permitName: nil, at: try position(), reopening: origin),
            CaseReopened(
                ground: Open(.judgment),
                authority: Open(origin.authority),
                within: origin.within,
                reasons: ForParty("判决已经生效，依法重新作出决定", party: "1P1"),
                caseFile: "1C2",
                number: Open("511602-20260401-00002")
            ),
            CaseReopened(
                ground: Open(.ownError),
                authority: Open(""),
                within: nil,
                reasons: ForParty("原不予立案的决定有误，应予查处", party: "1P1"),
                caseFile: "1C2",
                number: Open("511602-20260401-00002")
            ),
        ]
    }

    /// What becomes of a permit: its renewal and change.
    static func followUps() throws -> [any EventPayload] {
        let position = try position()
        let renewal = PriorPermit(
            purpose: .renewal,
            caseFile: "1C1",
            number: "511602-20260302-00001",
            decisionNumber: "演示教许准〔2026〕1号",
            permitNumber: "5116022026000001",
            validFrom: day,
            validThrough: "2029-03-01",
            applyBy: "2029-01-30",
            rule: "有效期届满三十日前提出（行政许可法§50.1）",
            isLate: true,
            note: "继续办学"
        )
        let change = PriorPermit(
            purpose: .change,
            caseFile: "1C1",
            number: "511602-20260302-00001",
            decisionNumber: "演示教许准〔2026〕1号",
            permitNumber: nil,
            validFrom: nil,
            validThrough: nil,
            applyBy: nil,
            rule: nil,
            isLate: false,
            note: ""
        )
        return [
            received(channel: .online, permitName: "民办学校办学许可证", at: position, prior: renewal),
            received(channel: .window, permitName: nil, at: position, prior: change),
            FollowUpReceived(
                purpose: .renewal,
                caseFile: "1C2",
                number: Open("511602-20290105-00001"),
                receivedOn: "2029-01-05"
            ),
            FollowUpEnded(
                caseFile: "1C2",
                outcome: Open(.granted),
                decision: Open("演示教许准〔2029〕1号"),
                on: "2029-02-01",
                validThrough: "2032-03-01"
            ),
            FollowUpEnded(
                caseFile: "1C2",
                outcome: Open(.ended),
                decision: Open(""),
                on: "2029-02-01",
                validThrough: nil
            ),
            RenewalDeemed(
                through: "2029-03-01",
                passed: [.init(step: "examine", outcome: "proposed"), .init(step: "decide", outcome: "granted")],
                position: position
            ),
        ]
    }
}
