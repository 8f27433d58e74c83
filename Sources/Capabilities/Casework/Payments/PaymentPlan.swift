package import Kernel
package import Processes
import Sanctions
package import TimeLimits

/// What is to be paid by when, and what a payment that comes late costs besides.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 66, 67, 72, 73.3.
package struct PaymentPlan: Sendable {
    /// All that the decision imposes.
    package let owed: Money
    /// The part on which a surcharge runs.
    package let fine: Money
    /// What of it came in.
    package let paid: Money
    /// What is or was to be paid by when, the first first.
    package let instalments: [Instalment]
    /// What had come in before the instalments were set.
    package let paidBefore: Money
    /// Reconsiderations and suits, from the day each began; the last may be open.
    package let remedies: [Remedy]

    package var outstanding: Money { paid < owed ? owed - paid : .zero }

    /// The last day of all.
    package var lastDay: Day? { instalments.last?.due }

    /// What is still to be paid by when.
    package var open: [Instalment] {
        var covered = paid - min(paid, paidBefore)
        return instalments.compactMap { part in
            let used = min(covered, part.amount)
            covered = covered - used
            return used < part.amount ? Instalment(due: part.due, amount: part.amount - used) : nil
        }
    }

    /// Returns what the law adds to the parts that a payment covers, for the days each of them came late.
    ///
    /// The fine is taken to be paid before what is confiscated. Days of a remedy do not count.
    package func surcharge(on amount: Money, paidOn day: Day) -> Money {
        var (left, from, total) = (amount, paid, Money.zero)
        for part in open where left > .zero {
            let piece = min(left, part.amount)
            let fined = min(from + piece, fine) - min(from, fine)
            total = total + Surcharge.amount(on: fined, due: part.due, paid: day, excluded: pending(part.due, day))
            (left, from) = (left - piece, from + piece)
        }
        return total
    }

    /// The days after the due day, up to the day of payment, on which a remedy was pending; each counts once.
    private func pending(_ due: Day, _ paid: Day) -> Int {
        guard paid > due else { return 0 }
        return (1...(paid - due)).count { offset in remedies.contains { $0.isPending(on: due + offset) } }
    }
}

/// One reconsideration or suit.
package struct Remedy: Sendable {
    package let sought: RemedySought
    package internal(set) var ended: RemedyEnded?

    package func isPending(on day: Day) -> Bool {
        day >= sought.since && ended.map { day <= $0.on } ?? true
    }
}

extension CaseFile {
    /// Works out what is to be paid by when: what a penalty imposes within the days of the law, anything else within those
    /// of its step of paying, from the day of service on.
    ///
    /// - Returns: `nil` where nothing is known to be owed.
    /// - Throws: `TimeLimitError` when a day lies beyond the calendar.
    /// - Source: Administrative Penalty Law (行政处罚法) art. 67.3.
    package func paymentPlan(
        _ definition: ProcessDefinition,
        in calendar: WorkingCalendar
    ) throws(TimeLimitError) -> PaymentPlan? {
        guard let owed = owed(definition), owed > .zero else { return nil }
        let period =
            definition.category.isPenalty
            ? CaseworkRules.paymentPeriod : definition.steps.first { $0.kind == .pay }?.limit?.period
        var lawful: [Instalment] = []
        if let period, let from = servedOn ?? decision?.decidedOn {
            let due = try SourcedPeriod(period, source: "").day(from: from, in: calendar)
            lawful = [Instalment(due: due, amount: owed)]
        }
        return PaymentPlan(
            owed: owed,
            fine: decision?.sanctions.fine ?? .zero,
            paid: paid,
            instalments: deferral?.instalments ?? lawful,
            paidBefore: deferral?.paidBefore ?? .zero,
            remedies: remedies
        )
    }

    /// What came in of what the decision imposes; a surcharge told apart is beside it.
    package var paid: Money { payments.reduce(.zero) { $0 + $1.amount - ($1.ofSurcharge ?? .zero) } }
}
