package import Definitions
import Foundation

/// The thresholds and levels of the rules, as a version of `Definitions/supervision/rules.json` sets them.
///
/// What the file does not name keeps the rule's default; what it names wrongly stops the start. Scopes set apart what
/// differs by division, category, item and step.
package struct RuleParameters: Sendable, Codable {
    /// Cited by every finding.
    package let version: String
    private let rules: [String: Entry]
    private let scopes: [Scoped]?
    /// What was taken from a scope, by rule and key; the level's key is `level`.
    private var origins: [String: [String: ParameterOrigin]] = [:]

    private enum CodingKeys: String, CodingKey {
        case version, rules, scopes
    }

    private struct Entry: Sendable, Codable {
        let isOn: Bool?
        let level: FindingLevel?
        let numbers: [String: Int]?

        /// What `narrower` says, and what only this one says.
        func overridden(by narrower: Entry) -> Entry {
            Entry(
                isOn: narrower.isOn ?? isOn,
                level: narrower.level ?? level,
                numbers: (numbers ?? [:]).merging(narrower.numbers ?? [:]) { _, new in new }
            )
        }

        var keys: [String] { (level == nil ? [] : [RuleParameters.levelKey]) + (numbers ?? [:]).keys }
    }

    private static let levelKey = "level"

    private struct Scoped: Sendable, Codable {
        let scope: RuleScope
        let rules: [String: Entry]
        /// Not in a file: the supervisors' setting it comes from.
        var setting: ParameterCitation?

        enum CodingKeys: String, CodingKey {
            case scope, rules
        }
    }

    package enum Fault: Error, Hashable, Sendable {
        case missing(DefinitionMissing)
        case unreadable(reason: String)
        case unknownRule(String)
        case unsoundScope(RuleScope)
        case outOfRange(rule: RuleCode, key: String, expected: ClosedRange<Int>, found: Int)
    }

    package static let defaults = RuleParameters(version: "defaults", rules: [:], scopes: nil)

    private init(
        version: String,
        rules: [String: Entry],
        scopes: [Scoped]?,
        origins: [String: [String: ParameterOrigin]] = [:]
    ) {
        self.version = version
        self.rules = rules
        self.scopes = scopes
        self.origins = origins
    }

    /// Reads a parameter file.
    package init(json bytes: [UInt8]) throws(Fault) {
        do {
            self = try JSONDecoder().decode(RuleParameters.self, from: Data(bytes))
        } catch {
            throw .unreadable(reason: "\(error)")
        }
        for scoped in scopes ?? [] where !scoped.scope.isSound { throw .unsoundScope(scoped.scope) }
        for name in ([rules] + (scopes ?? []).map(\.rules)).flatMap(\.keys).sorted()
        where RuleCode(rawValue: name) == nil { throw .unknownRule(name) }
    }

    /// Returns the parameters that ship with the program.
    package static func shipped() throws(Fault) -> RuleParameters {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("supervision/rules.json") } catch { throw .missing(error) }
        return try RuleParameters(json: bytes)
    }

    /// The scopes, by their place in the file.
    package var scopeList: [RuleScope] { (scopes ?? []).map(\.scope) }

    /// Returns the parameters where the scopes at `places` hold, the narrowest of them last to speak.
    func within(_ places: [Int]) -> RuleParameters {
        let all = scopes ?? []
        let ordered = places.sorted { left, right in
            let (outer, inner) = (all[left].scope.narrowness, all[right].scope.narrowness)
            return outer == inner ? left < right : outer.lexicographicallyPrecedes(inner)
        }
        let merged = ordered.reduce(rules) { rules, place in
            rules.merging(all[place].rules) { wider, narrower in wider.overridden(by: narrower) }
        }
        var origins: [String: [String: ParameterOrigin]] = [:]
        for place in ordered {
            for (rule, entry) in all[place].rules {
                for key in entry.keys {
                    origins[rule, default: [:]][key] = ParameterOrigin(
                        scope: all[place].scope,
                        setting: all[place].setting
                    )
                }
            }
        }
        return RuleParameters(version: version, rules: merged, scopes: nil, origins: origins)
    }

    /// Returns these parameters with what supervisors have set; of equally narrow ones theirs win.
    func adding(_ settings: [RuleSettings.Entry]) -> RuleParameters {
        let added = settings.map { entry in
            Scoped(
                scope: entry.setting.scope,
                rules: [
                    entry.setting.rule.rawValue: Entry(
                        isOn: nil,
                        level: entry.setting.level,
                        numbers: entry.setting.numbers
                    )
                ],
                setting: ParameterCitation(number: entry.number, from: entry.setting.from)
            )
        }
        let latest = settings.last.map { "\(version)+\($0.number)" } ?? version
        return RuleParameters(version: latest, rules: rules, scopes: (scopes ?? []) + added)
    }

    /// Returns a fact for each value of `rule` that is not the general one, saying where it comes from.
    func citations(of rule: any SupervisionRule) -> [FindingFact] {
        let code = type(of: rule).code.rawValue
        guard let origins = origins[code] else { return [] }
        let level = origins[RuleParameters.levelKey].map { [("级别", rule.level.chinese, $0)] } ?? []
        let numbers = type(of: rule).numbers.compactMap { number in
            origins[number.key].map { (number.chinese, "\(rules[code]?.numbers?[number.key] ?? number.standard)", $0) }
        }
        return (level + numbers).map { FindingFact("\($0)的设定", "\($1)（\($2.chinese)）") }
    }

    /// What the scope at `place` says of `rule`: thresholds by key, and its level, where it says something.
    package func ownNumbers(of rule: RuleCode, at place: Int) -> [String: Int] {
        scopes?[place].rules[rule.rawValue]?.numbers ?? [:]
    }

    package func ownLevel(of rule: RuleCode, at place: Int) -> FindingLevel? {
        scopes?[place].rules[rule.rawValue]?.level
    }

    /// Whether the scope at `place` says anything of `rule`.
    func names(_ rule: RuleCode, at place: Int) -> Bool { scopes?[place].rules[rule.rawValue] != nil }

    package func isOn(_ rule: RuleCode) -> Bool { rules[rule.rawValue]?.isOn ?? true }

    /// The thresholds the file sets for `rule`, by key; what it does not name keeps the rule's default.
    package func numbers(of rule: RuleCode) -> [String: Int] { rules[rule.rawValue]?.numbers ?? [:] }

    package func level(_ rule: RuleCode, default level: FindingLevel) -> FindingLevel {
        rules[rule.rawValue]?.level ?? level
    }

    package func number(
        _ rule: RuleCode,
        _ threshold: RuleNumber
    ) throws(Fault) -> Int {
        let number = rules[rule.rawValue]?.numbers?[threshold.key] ?? threshold.standard
        guard threshold.limits.contains(number) else {
            throw .outOfRange(rule: rule, key: threshold.key, expected: threshold.limits, found: number)
        }
        return number
    }
}
