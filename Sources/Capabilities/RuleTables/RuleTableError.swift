package import DecisionTables
package import EventLog
package import Kernel

/// Every refusal about rule tables.
package enum RuleTableError: Error, Hashable, Sendable {
    /// The table looks at something the use has no such fact for.
    case foreignInput(String)
    /// The table must say one thing, yes or no.
    case foreignOutput
    /// The proof failed, with everything it found.
    case unproved([TableFault])
    /// There is no draft.
    case notDrafted
    /// Who acts now wrote the draft.
    case samePerson(String)
    case officerRequired(found: Actor.Kind)
    case unchanged
    /// The document that sets the threshold is not named.
    case basisMissing
    case reasonMissing
    case dayTooEarly(found: Day, earliest: Day)
    /// The shipped tables begin later.
    case noneInForce(TableUse, on: Day)
}
