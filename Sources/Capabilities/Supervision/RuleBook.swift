import Casework
import Directory
package import Kernel
import Processes
import Synchronization

/// The rules in force, in one version of their parameters, for every scope the parameters tell apart.
package struct RuleBook: Sendable {
    package let version: String
    package let parameters: RuleParameters
    /// The rules where no scope holds.
    package let general: RuleSet
    /// The rules that compare cases, those that are on.
    package let comparisons: [any ComparisonRule]
    let scopes: [RuleScope]
    private let sets = ScopedRuleSets()
    private let adjusted = AdjustedBooks()

    /// Puts the rules together, and each scope's once, so that a threshold outside its limits stops the start.
    package init(_ parameters: RuleParameters) throws(RuleParameters.Fault) {
        self.parameters = parameters
        version = "supervision@\(parameters.version)"
        general = try RuleSet(parameters)
        comparisons = try RuleBook.comparisons(parameters)
        scopes = parameters.scopeList
        for place in scopes.indices {
            let own = parameters.within([place])
            _ = try RuleSet(own)
            _ = try RuleBook.comparisons(own)
        }
    }

    static func comparisons(_ parameters: RuleParameters) throws(RuleParameters.Fault) -> [any ComparisonRule] {
        let all: [any ComparisonRule] = [
            try BulkCompletion(parameters), try ClusteredAtLimit(parameters), try UnlikePace(parameters),
            try SplitFine(parameters), try RepeatedDealing(parameters), try FarFromPeers(parameters),
            try OftenEnteredLate(parameters),
        ]
        return all.filter { parameters.isOn(type(of: $0).code) }
    }

    /// Returns a rule in code with its standard thresholds, whether it is on or not.
    package static func known(_ code: RuleCode) throws(RuleParameters.Fault) -> (any SupervisionRule)? {
        let all = try RuleSet(.defaults).known + comparisons(.defaults) as [any SupervisionRule]
        return all.first { type(of: $0).code == code }
    }

    /// Returns the rules with what supervisors have set and what of it holds on `day`.
    package func adjusted(by settings: RuleSettings, on day: Day) throws(RuleParameters.Fault) -> RuleBook {
        let inForce = settings.inForce(on: day)
        guard !inForce.isEmpty else { return self }
        return try adjusted.book(for: inForce) { () throws(RuleParameters.Fault) in
            try RuleBook(parameters.adding(inForce))
        }
    }

    /// The day as of which the articles of the rules in code were last held against the law; set anew with every release
    /// that looked them through.
    package static let lawAsOf: Day = "2026-11-01"

    /// The rules that judge one case or one agency.
    package var all: [any SupervisionRule] { general.all }

    /// Returns a rule in code that is on.
    package func rule(_ code: RuleCode) -> (any SupervisionRule)? {
        (all + comparisons as [any SupervisionRule]).first { type(of: $0).code == code }
    }

    package func passive(_ code: RuleCode) -> (any PassiveRule)? {
        general.passive.first { type(of: $0).code == code }
    }

    package func level(of code: RuleCode) -> FindingLevel? { all.first { type(of: $0).code == code }?.level }

    /// Returns the rules for the staff of agencies in `division`.
    func rules(in division: Division.Code) throws(RuleParameters.Fault) -> RuleSet {
        try rules { $0.covers(division) }
    }

    /// Returns the rules for cases of `item`.
    func rules(for item: ItemPin) throws(RuleParameters.Fault) -> RuleSet {
        try rules { $0.covers(item) }
    }

    private func rules(where covers: (RuleScope) -> Bool) throws(RuleParameters.Fault) -> RuleSet {
        guard !scopes.isEmpty else { return general }
        let places = scopes.indices.filter { covers(scopes[$0]) }
        guard !places.isEmpty else { return general }
        return try sets.set(at: places) { () throws(RuleParameters.Fault) in
            let whole = places.filter { scopes[$0].step == nil }
            var steps: [Step.ID: RuleSet] = [:]
            for step in Set(places.compactMap { scopes[$0].step }) {
                steps[step] = try RuleSet(parameters.within(whole + places.filter { scopes[$0].step == step }))
            }
            return try RuleSet(parameters.within(whole), steps: steps)
        }
    }
}

/// Keeps the sets that were put together, by the places of the scopes that hold in them.
private final class ScopedRuleSets: Sendable {
    private let sets = Mutex<[[Int]: RuleSet]>([:])

    func set(
        at places: [Int],
        make: () throws(RuleParameters.Fault) -> RuleSet
    ) throws(RuleParameters.Fault) -> RuleSet {
        if let known = sets.withLock({ $0[places] }) { return known }
        let made = try make()
        sets.withLock { $0[places] = made }
        return made
    }
}

/// Keeps the books of the latest settings; a handful of realms and days at once.
private final class AdjustedBooks: Sendable {
    private let books = Mutex<[[RuleSettings.Entry]: RuleBook]>([:])
    private static let most = 16

    func book(
        for settings: [RuleSettings.Entry],
        make: () throws(RuleParameters.Fault) -> RuleBook
    ) throws(RuleParameters.Fault) -> RuleBook {
        if let known = books.withLock({ $0[settings] }) { return known }
        let made = try make()
        books.withLock { books in
            if books.count >= AdjustedBooks.most { books.removeAll() }
            books[settings] = made
        }
        return made
    }
}
