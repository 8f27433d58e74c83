package import EventLog
package import Kernel

/// Where the dossier of a case is: bound or not, in the archive or lent.
///
/// Its stream bears the identifier of the case.
package struct DossierRecord: Aggregate {
    package typealias Event = DossierEvent

    package static let category = "dossier"

    package struct Loan: Hashable, Sendable {
        package let borrower: String
        /// Who allowed it.
        package let approver: String
        package let reason: String
        package let lentOn: Day
        package let dueOn: Day
        /// `nil` while it is out.
        package fileprivate(set) var returnedOn: Day?
        package fileprivate(set) var finding = ""

        package func isOverdue(on today: Day) -> Bool { returnedOn == nil && dueOn < today }
    }

    package private(set) var archived: DossierArchived?
    /// Oldest first.
    package private(set) var loans: [Loan] = []

    package init() {}

    /// The loan that is out.
    package var openLoan: Loan? { loans.last.flatMap { $0.returnedOn == nil ? $0 : nil } }

    package mutating func evolve(_ event: DossierEvent, _ envelope: Envelope) {
        switch event {
        case .archived(let given): archived = given
        case .lent(let given):
            loans.append(
                Loan(
                    borrower: given.borrower,
                    approver: envelope.actor.id,
                    reason: given.reason,
                    lentOn: given.lentOn,
                    dueOn: given.dueOn
                )
            )
        case .returned(let given):
            guard let last = loans.indices.last else { return }
            loans[last].returnedOn = given.returnedOn
            loans[last].finding = given.finding
        }
    }
}
