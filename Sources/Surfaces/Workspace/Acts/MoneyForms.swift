import Casework
import HTML
import Kernel
import Processes
import TimeLimits

/// The forms for money that is awaited, and for what stops the surcharge on it.
struct MoneyForms {
    typealias Form = (kind: SideActForm.Kind, address: String, prefix: String, label: String, posts: [Choice])

    let forms: [Form]

    /// - Parameters:
    ///   - content: the case as the officer sees it.
    ///   - approving: the officer's posts that approve.
    init(_ content: CaseContent, _ approving: [Choice]) {
        let (number, state) = (content.opening.number, content.state)
        let plan = state.waitsForMoney(content.definition) ? content.paymentPlan : nil
        var forms: [Form] = []
        func add(_ verb: CaseVerb, _ kind: SideActForm.Kind, _ prefix: String, _ posts: [Choice] = []) {
            forms.append((kind, WorkspacePath.money(number, prefix), prefix, verb.chinese, posts))
        }
        if let plan, plan.outstanding > .zero {
            if content.handling != nil { add(.recordPayment, .payment, ActForm.payment) }
            if content.definition.category.isPenalty, state.servedOn != nil, !approving.isEmpty {
                add(.deferPayment, .deferral(outstanding: plan.outstanding.grouped), ActForm.deferral, approving)
            }
        }
        if state.decision != nil, content.handling != nil {
            if let open = state.openRemedy {
                add(.endRemedy, .remedyEnd(what: open.sought.kind.chinese), ActForm.remedyEnd)
            } else {
                let kinds = RemedySought.Kind.allCases.map { Choice($0.rawValue, $0.chinese) }
                add(.recordRemedy, .remedy(kinds: kinds), ActForm.remedy)
            }
        }
        self.forms = forms
    }
}

extension CaseFile {
    /// Whether the case waits for a payment.
    func waitsForMoney(_ definition: ProcessDefinition) -> Bool {
        annulment == nil && position.steps.contains { definition.step($0)?.kind == .pay }
    }
}

extension CaseContent {
    /// What is to be paid by when; `nil` where nothing is owed.
    var paymentPlan: PaymentPlan? {
        (try? NationalCalendar.load()).flatMap { try? state.paymentPlan(definition, in: $0) }
    }
}
