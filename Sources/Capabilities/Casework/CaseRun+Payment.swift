import EventLog
package import Kernel
package import Processes
import Sanctions
import TimeLimits

/// Performing what was decided: money that comes in, and what is done otherwise.
extension CaseRun {
    /// Records money received; what is owed is paid in full, with the surcharge of the days it came late beside it.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 67, 72.
    mutating func receive(_ given: PaymentDetails) throws {
        if let annulment = state.annulment {
            throw CaseworkError.voiding(.nothingOwed(on: annulment.declaredOn.value))
        }
        let from = try state.decision?.decidedOn ?? opening.receivedOn
        guard (from...session.today).contains(given.paidOn) else {
            throw CaseworkError.paymentDayInvalid(given.paidOn)
        }
        try CaseworkRules.requireText(given.receipt, "票据号码", atLeast: CaseworkRules.shortestOpinion)
        let owed = state.owed(definition) ?? .zero
        if definition.category.isPenalty, owed == .zero { throw CaseworkError.performance(.nothingToPay) }
        guard given.amount > .zero, given.amount >= owed else {
            throw CaseworkError.paymentShort(expected: owed, found: given.amount)
        }
        try append(
            .paid(
                PaymentReceived(
                    amount: given.amount,
                    surcharge: surcharge(paidOn: given.paidOn, servedOn: state.servedOn ?? from),
                    paidOn: given.paidOn,
                    receipt: given.receipt.trimmed
                )
            )
        )
    }

    private func surcharge(paidOn: Day, servedOn: Day) throws -> Money {
        let due = try SourcedPeriod(CaseworkRules.paymentPeriod, source: "行政处罚法§67.3")
            .day(from: servedOn, in: calendar)
        return Surcharge.amount(on: state.decision?.sanctions.fine ?? .zero, due: due, paid: paidOn)
    }

    /// Refuses to end the performance of a penalty without the money it imposes, and to enforce what needs no performing.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 66, 72.
    func requirePerformed(_ outcome: StepOutcome, at step: Step) throws {
        guard step.kind == .pay, definition.category.isPenalty, state.annulment == nil, let decision = state.decision
        else { return }
        if outcome.effect == .transferred {
            guard decision.sanctions.needPerformance else { throw CaseworkError.performance(.nothingToEnforce) }
        } else if decision.sanctions.owed > .zero {
            throw CaseworkError.performance(.unpaid(decision.sanctions.owed))
        }
    }
}

extension CaseFile {
    /// What is to be paid: what the penalty imposes, for a levy or charge what was assessed; `nil` where neither is known.
    package func owed(_ definition: ProcessDefinition) -> Money? {
        if let sanctions = decision?.sanctions, !sanctions.isEmpty { return sanctions.owed }
        return written.reversed().lazy
            .filter { definition.step($0.step)?.kind == .assess }
            .compactMap { Money(yuan: $0.record.text("amount")) }
            .first
    }
}

/// Why a decision does not count as performed in the way that was given.
package enum PerformanceFault: Hashable, Sendable {
    /// Money is imposed; without it nothing is performed.
    case unpaid(Money)
    /// The penalty imposes no money.
    case nothingToPay
    /// A warning or criticism has its effect by being served.
    case nothingToEnforce
}
