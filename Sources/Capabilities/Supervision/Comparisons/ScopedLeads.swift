package import TimeLimits

/// Something that stands out, with the rule as it holds there and the parameters it comes from.
package struct ScopedLead: Sendable {
    package let lead: Lead
    let rule: any ComparisonRule
    let parameters: RuleParameters
}

extension RuleBook {
    /// Returns what stands out, each lead under the parameters that hold where its cases lie.
    ///
    /// A rule looks at all steps of its slice under each set of parameters that holds anywhere, and only what lies where
    /// they hold is kept: no scope cuts the group that something is compared to. A lead lies in a scope when all its cases
    /// do; a scope that names a step is about the rules of single cases.
    ///
    /// - Parameters:
    ///   - table: all steps.
    ///   - calendar: the working days.
    ///   - slice: which steps a rule is asked about.
    /// - Returns: the leads, by rule, then the earliest first.
    /// - Throws: `RuleParameters.Fault` when the parameters of a scope do not fit together.
    package func leads(
        in table: StepTable,
        _ calendar: WorkingCalendar,
        _ slice: (any ComparisonRule) -> StepSlice
    ) throws(RuleParameters.Fault) -> [ScopedLead] {
        var found: [ScopedLead] = []
        for rule in comparisons {
            let code = type(of: rule).code
            let speaking = scopes.indices.filter { scopes[$0].step == nil && parameters.names(code, at: $0) }
            for places in self.places(speaking, in: table) {
                let own = places.isEmpty ? parameters : parameters.within(places)
                let held: (any ComparisonRule)? =
                    try places.isEmpty ? rule : RuleBook.comparisons(own).first { type(of: $0).code == code }
                guard let held else { continue }
                found += held.leads(in: table, slice(held), calendar)
                    .filter { lead in
                        speaking.isEmpty || self.places(speaking, of: table.grounds(of: lead)) == places
                    }
                    .map { ScopedLead(lead: $0, rule: held, parameters: own) }
            }
        }
        return found
    }

    /// The sets of scopes that hold anywhere in the table, none among them.
    private func places(_ speaking: [Int], in table: StepTable) -> [[Int]] {
        guard !speaking.isEmpty else { return [[]] }
        var sets = Set(table.grounds.map { ground in places(speaking, of: [ground]) } + [[]])
        // Cases that lie in different scopes lie together in what these have in common.
        var fresh = sets
        while !fresh.isEmpty {
            let met = fresh.flatMap { own in sets.map { other in own.filter(other.contains) } }
            fresh = Set(met).subtracting(sets)
            sets.formUnion(fresh)
        }
        return sets.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func places(_ speaking: [Int], of grounds: [StepTable.Ground]) -> [Int] {
        guard !grounds.isEmpty else { return [] }
        return speaking.filter { place in grounds.allSatisfy(scopes[place].covers) }
    }
}

extension StepTable {
    /// Where the cases of a lead lie; of one that is about a single case, where that does.
    fileprivate func grounds(of lead: Lead) -> [Ground] {
        let cases: [String] = if case .caseNumber(let number) = lead.subject { [number] } else { lead.comparison.cases }
        return Array(Set(cases.compactMap(ground)))
    }
}

extension RuleScope {
    fileprivate func covers(_ ground: StepTable.Ground) -> Bool {
        covers(division: ground.division, category: ground.category, item: ground.item)
    }
}
