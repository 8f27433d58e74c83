import Casework
import HTML
import Kernel
import Processes
import TimeLimits

/// What is to be paid by when and how, and what was received.
struct PaymentPanel: Component {
    let facts: [Definition]
    let isOwed: Bool

    /// Nothing for a decision that imposes no money.
    init?(_ followed: FollowedCase, in calendar: WorkingCalendar) {
        let state = followed.state
        guard let definition = followed.process, state.decision?.kind == .imposed, state.annulment == nil,
            let owed = state.owed(definition), owed > .zero
        else { return nil }
        let limit = definition.steps.first { $0.kind == .pay }?.limit
        let plan = try? state.paymentPlan(definition, in: calendar)
        let due = state.servedOn == nil ? nil : plan?.lastDay
        let within = limit.map { "送达之日起\($0.period.chinese)（\($0.source.chinese)）" }
        let way = state.written.reversed().lazy.compactMap(\.record.paymentWay).first
        let received = state.payments.map { "\($0.paidOn.chinese)收到人民币\($0.amount.grouped)元，票据号码 \($0.receipt)" }
        isOwed = plan.map { $0.outstanding > .zero } ?? state.payments.isEmpty
        let parts =
            state.deferral == nil ? [] : (plan?.open ?? []).map { "\($0.due.chinese)前缴纳人民币\($0.amount.grouped)元" }
        facts =
            [Definition("应缴金额", "人民币\(owed.grouped)元")]
            + (!parts.isEmpty
                ? [] : due.map { [Definition("最迟缴纳", $0.chinese)] } ?? within.map { [Definition("缴纳期限", $0)] } ?? [])
            + (way.map { [Definition("缴纳方式", $0)] } ?? [])
            + (parts.isEmpty ? [] : [Definition("准予暂缓、分期缴纳", parts.joined(separator: "；"))])
            + [Definition("缴纳情况", received.isEmpty ? "尚未收到" : received.joined(separator: "；"))]
            + (isOwed && !received.isEmpty ? [Definition("尚未缴纳", "人民币\((plan?.outstanding ?? owed).grouped)元")] : [])
    }

    var body: any HTML {
        Panel("缴款", anchor: "payment") {
            if isOwed { p { "请按缴款通知书写明的方式缴纳，缴纳时报办件编号；缴清后由机关开具票据。" } }
            DefinitionList(facts)
        }
    }
}

extension DocumentRecord {
    /// What a notice says of how to pay; other papers have ways of other things.
    fileprivate var paymentWay: String? {
        entries.first { $0.label == "缴纳方式" && !$0.text.isEmpty }?.text
    }
}
