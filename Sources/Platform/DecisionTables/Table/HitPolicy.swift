/// What follows when several rules hold; raw values are the marks in the corner of the table.
///
/// - Source: DMN 1.3 clause 8.2.8.
package enum HitPolicy: String, Hashable, Sendable, Codable, CaseIterable {
    /// Only one rule may hold.
    case unique = "U"
    /// Several may hold if they say the same.
    case any = "A"
    /// The rule whose outputs stand first in the list of output values.
    case priority = "P"
    /// The rule written first.
    case first = "F"
    /// All of them, in no order.
    case collect = "C"
    case collectSum = "C+"
    case collectLeast = "C<"
    case collectGreatest = "C>"
    case collectCount = "C#"
    /// All of them, as they are written.
    case ruleOrder = "R"
    /// All of them, as the output values are ordered.
    case outputOrder = "O"

    /// Whether one set of outputs follows and not a list.
    package var isSingle: Bool {
        switch self {
        case .unique, .any, .priority, .first: true
        case .collect, .collectSum, .collectLeast, .collectGreatest, .collectCount, .ruleOrder, .outputOrder: false
        }
    }

    package var needsOrder: Bool { self == .priority || self == .outputOrder }

    var isAggregate: Bool {
        switch self {
        case .collectSum, .collectLeast, .collectGreatest, .collectCount: true
        case .unique, .any, .priority, .first, .collect, .ruleOrder, .outputOrder: false
        }
    }
}
