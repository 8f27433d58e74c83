import Definitions
import Foundation
package import Kernel

/// The limits of correction orders, as `Definitions/supervision/orders.json` sets them; an order keeps those it began with.
///
/// - Source: 山东省行政执法监督条例 §28, 29 (thirty days each, from receipt); 重庆市行政执法监督条例 §21 (objection within ten
///   working days, answered in fifteen); a Jiangsu city's measure §14 (five working days).
package struct OrderLimits: Hashable, Sendable, Codable {
    package let version: String
    /// An order that the agency does not acknowledge counts as received after so many working days.
    package let deemedReceived: Period
    package let urging: Period
    package let advice: Period
    package let opinion: Period
    package let decision: Period
    package let objection: Period
    package let objectionAnswer: Period

    package enum Fault: Error, Sendable {
        case unreadable(reason: String)
    }

    /// Returns the limits that ship with the program.
    package static func shipped() throws(Fault) -> OrderLimits {
        do {
            return try JSONDecoder().decode(
                OrderLimits.self,
                from: Data(Definitions.bytes("supervision/orders.json"))
            )
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    /// By when an order of `kind` is answered, from its receipt.
    package func reply(to kind: OrderKind) -> Period {
        switch kind {
        case .urging: urging
        case .advice: advice
        case .opinion: opinion
        case .decision: decision
        }
    }
}
