package import Kernel

/// A decision that fined, with what makes others like it.
package struct ImposedDecision: Hashable, Sendable {
    package let caseNumber: String
    package let item: String
    package let itemName: String
    package let agency: String
    package let agencyName: String
    package let party: String
    package let isCitizen: Bool
    /// The provision that was broken, as the proposal names it.
    package let broken: String
    /// The grade of the benchmark it was put in; empty where the item has none.
    package let grade: String
    package let fine: Money
    package let decidedAt: Instant

    package init(
        caseNumber: String,
        item: String,
        itemName: String,
        agency: String,
        agencyName: String,
        party: String,
        isCitizen: Bool,
        broken: String,
        grade: String,
        fine: Money,
        decidedAt: Instant
    ) {
        self.caseNumber = caseNumber
        self.item = item
        self.itemName = itemName
        self.agency = agency
        self.agencyName = agencyName
        self.party = party
        self.isCitizen = isCitizen
        self.broken = broken
        self.grade = grade
        self.fine = fine
        self.decidedAt = decidedAt
    }
}
