package import RuleTables

/// Why the record of a collective discussion does not carry a decision.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43, 57.2.
package enum DiscussionFault: Error, Hashable, Sendable {
    case notYetHeld
    case namedTwice(String)
    case notMember(String)
    /// Who is recused neither counts nor speaks.
    case recusedTookPart(String)
    /// The log says that the member is recused, the record does not.
    case recusalUnrecorded(String)
    /// Nobody decided yet whether the member is recused.
    case recusalUndecided(String)
    /// Begins with none of 同意, 不同意, 弃权.
    case unclear(String, found: String)
    case chairAbsent(String)
    case chairNotHead(String)
    case dissentMissing([String])
    /// `present` of `entitled` came, which the table in force finds too few.
    case noQuorum(present: Int, entitled: Int, TableInForce.Answer)
}
