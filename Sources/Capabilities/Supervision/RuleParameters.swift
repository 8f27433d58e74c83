package import Definitions
import Foundation

/// The thresholds and levels of the rules, as a version of `Definitions/supervision/rules.json` sets them.
///
/// What the file does not name keeps the rule's default; what it names wrongly stops the start.
package struct RuleParameters: Sendable, Codable {
    /// Cited by every finding.
    package let version: String
    private let rules: [String: Entry]

    private struct Entry: Sendable, Codable {
        let isOn: Bool?
        let level: FindingLevel?
        let numbers: [String: Int]?
    }

    package enum Fault: Error, Hashable, Sendable {
        case missing(DefinitionMissing)
        case unreadable(reason: String)
        case unknownRule(String)
        case outOfRange(rule: RuleCode, key: String, expected: ClosedRange<Int>, found: Int)
    }

    package static let defaults = RuleParameters(version: "defaults", rules: [:])

    private init(version: String, rules: [String: Entry]) {
        self.version = version
        self.rules = rules
    }

    /// Reads a parameter file.
    package init(json bytes: [UInt8]) throws(Fault) {
        do {
            self = try JSONDecoder().decode(RuleParameters.self, from: Data(bytes))
        } catch {
            throw .unreadable(reason: "\(error)")
        }
        for name in rules.keys.sorted() where RuleCode(rawValue: name) == nil { throw .unknownRule(name) }
    }

    /// Returns the parameters that ship with the program.
    package static func shipped() throws(Fault) -> RuleParameters {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("supervision/rules.json") } catch { throw .missing(error) }
        return try RuleParameters(json: bytes)
    }

    package func isOn(_ rule: RuleCode) -> Bool { rules[rule.rawValue]?.isOn ?? true }

    /// The thresholds the file sets for `rule`, by key; what it does not name keeps the rule's default.
    package func numbers(of rule: RuleCode) -> [String: Int] { rules[rule.rawValue]?.numbers ?? [:] }

    package func level(_ rule: RuleCode, default level: FindingLevel) -> FindingLevel {
        rules[rule.rawValue]?.level ?? level
    }

    package func number(
        _ rule: RuleCode,
        _ key: String,
        default number: Int,
        within range: ClosedRange<Int>
    ) throws(Fault) -> Int {
        let number = rules[rule.rawValue]?.numbers?[key] ?? number
        guard range.contains(number) else {
            throw .outOfRange(rule: rule, key: key, expected: range, found: number)
        }
        return number
    }
}
