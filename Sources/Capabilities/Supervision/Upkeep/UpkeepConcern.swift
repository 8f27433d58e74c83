package import Directory
package import Kernel

/// What an agency keeps beside its cases and wants looking after.
package struct UpkeepConcern: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An item in force lacks what it must state.
        case fieldMissing
        /// The process of an item changed, and its chart was not published again in time.
        case chartOverdue
        /// A change of law waits for the agency's answer.
        case legalTaskOverdue
        /// A new version of the standard that an item implements was not adopted in time.
        case standardOutdated
        /// An adjustment of the catalog was drafted and not applied for in time.
        case adjustmentOverdue
        /// A draft that was handed in waits for the legal office, for one of those after it, or for its publication.
        case confirmationOverdue
        /// An agency's answer to a change of law waits for the legal office.
        case legalDecisionOverdue
        /// A benchmark lost what it rests on, and no further version was handed in in time.
        case benchmarkFallen
        /// The next version of such a benchmark waits for the legal office.
        case benchmarkUnanswered
        /// Nothing was done under an item for long.
        case itemIdle
        case listMissing
        /// A published list was not handed in for filing in time, or not again after it was sent back.
        case listNotFiled
        /// A filing that was handed in waits for the legal office.
        case filingUnanswered
        /// A list names items that ended or changed, and was not published anew in time.
        case listOutdated
        /// A further version of a list was drafted and not handed in in time.
        case listAdjustmentOverdue
        /// A list's draft that was handed in waits for the legal office.
        case listConfirmationOverdue
        /// A question, complaint or report beyond its clock.
        case letterOverdue
        /// The outcome of a complaint or report that is not public.
        case outcomeUnpublished
        case informationOverdue
        /// A bad rating that was not answered.
        case ratingUnanswered
        /// An opinion of a public supervisor that was not answered.
        case opinionUnanswered
        /// A dispute over jurisdiction that was neither settled nor designated in time.
        case disputeOverdue
    }

    package let kind: Kind
    package let agency: Agency.ID
    package let subject: FindingSubject
    /// What it is called: the item's name, the list's, the letter's number.
    package let name: String
    /// The fields that are missing, the law that changed, the kind of the letter; may be empty.
    package let detail: String
    /// The last day on which it would have been in time; `nil` where no day matters.
    package let due: Day?

    package init(
        _ kind: Kind,
        of agency: Agency.ID,
        _ subject: FindingSubject,
        name: String,
        detail: String = "",
        due: Day? = nil
    ) {
        self.kind = kind
        self.agency = agency
        self.subject = subject
        self.name = name
        self.detail = detail
        self.due = due
    }

    /// When it began to be so.
    func since(_ today: Day) -> Instant { Instant(due.map { $0 + 1 } ?? today) }

    /// The name and the day, as findings show them.
    func facts(_ label: String) -> [FindingFact] {
        [FindingFact(label, name)] + (due.map { [FindingFact("期限至", $0.description)] } ?? [])
    }
}
