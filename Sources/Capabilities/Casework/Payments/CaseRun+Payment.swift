import EventLog
package import Kernel
package import Processes
import Sanctions
import TimeLimits

/// Performing what was decided: money that comes in, and what is done otherwise.
extension CaseRun {
    /// Records money received, with the surcharge of the days it came late beside it.
    ///
    /// - Parameters:
    ///   - given: what came in.
    ///   - isLast: whether nothing more is awaited; then all that is owed must have come in.
    /// - Throws: `CaseworkError` for what is owed no more, short, or taken by who may not take it.
    /// - Source: Administrative Penalty Law (行政处罚法) art. 67, 72.
    mutating func receive(_ given: PaymentDetails, isLast: Bool = true) throws {
        if let annulment = state.annulment {
            throw CaseworkError.voiding(.nothingOwed(on: annulment.declaredOn.value))
        }
        let from = try state.decision?.decidedOn ?? opening.receivedOn
        guard (from...session.today).contains(given.paidOn) else {
            throw CaseworkError.paymentDayInvalid(given.paidOn)
        }
        try CaseworkRules.requireText(given.receipt, "票据号码", atLeast: CaseworkRules.shortestOpinion)
        let plan = try paymentPlan()
        if definition.category.isPenalty, plan == nil { throw CaseworkError.performance(.nothingToPay) }
        let least = isLast ? plan?.outstanding ?? .zero : .zero
        let toSurcharge = given.ofSurcharge ?? .zero
        guard toSurcharge >= .zero, toSurcharge <= given.amount else {
            throw CaseworkError.performance(.surchargeExceeds(given.amount, found: toSurcharge))
        }
        let principal = given.amount - toSurcharge
        guard given.amount > .zero, principal >= least else {
            throw CaseworkError.paymentShort(expected: least, found: principal)
        }
        try requireCollectable(given)
        try append(
            .paid(
                PaymentReceived(
                    amount: given.amount,
                    surcharge: plan?.surcharge(on: principal, paidOn: given.paidOn) ?? .zero,
                    paidOn: given.paidOn,
                    receipt: given.receipt.trimmed,
                    collection: given.collection,
                    ofSurcharge: given.ofSurcharge
                )
            )
        )
    }

    /// What is to be paid by when; `nil` where nothing is owed.
    func paymentPlan() throws -> PaymentPlan? { try state.paymentPlan(definition, in: calendar) }

    /// The plan of a case that waits for money, or a refusal.
    func requirePaying() throws -> PaymentPlan {
        guard waitingSteps.contains(where: { $0.kind == .pay }), state.annulment == nil, let plan = try paymentPlan()
        else { throw CaseworkError.performance(.notPaying) }
        return plan
    }

    /// Whether all that is owed came in before the step of paying is completed.
    func isPaidUp() throws -> Bool { try paymentPlan().map { $0.outstanding == .zero } ?? false }

    /// Who decides does not collect; officers take money themselves only where the law lets them (G-SEP).
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 67–69, 71.
    private func requireCollectable(_ given: PaymentDetails) throws {
        guard let collection = given.collection else { return }
        let fine = state.decision?.sanctions.fine ?? .zero
        let isSimple = definition.category == .penaltySimple
        let isLawful =
            switch collection.ground {
            case .small: isSimple && fine <= CaseworkRules.mostCollectedOnSpot
            case .hardToEnforce: isSimple
            case .remote: definition.category.isPenalty
            }
        guard isLawful else { throw CaseworkError.performance(.notOnSpot(collection.ground, fine: fine)) }
        guard (given.paidOn...session.today).contains(collection.handedInOn) else {
            throw CaseworkError.performance(.handedIn(collection.handedInOn))
        }
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
