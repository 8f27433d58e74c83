package import Kernel

/// What a version of an item, or of its benchmark, rests on, as the law stood on the day from which the version is in force.
package struct Citations: Hashable, Sendable {
    package let bases: [LegalBasis]
    package let inForceFrom: Day
    /// The first day on which the version is not in force any more; `Day.last` while none is known.
    package let inForceUntil: Day

    package init(bases: [LegalBasis], inForceFrom: Day, inForceUntil: Day?) {
        self.bases = bases
        self.inForceFrom = inForceFrom
        self.inForceUntil = inForceUntil ?? .last
    }

    /// Returns what changes of law did to the citations by `day`, in the order of the citations.
    package func effects(
        until day: Day,
        under statutes: [String: Statute],
        comparing comparisons: StatuteComparisons = StatuteComparisons()
    ) -> [BasisEffect] {
        bases.compactMap { basis in
            statutes[basis.statute]?.effect(on: basis, citedOn: inForceFrom, until: day, comparing: comparisons)
        }
    }

    /// Returns also what will be done to them by changes that are known and come later, each effect once.
    package func knownEffects(
        on day: Day,
        under statutes: [String: Statute],
        comparing comparisons: StatuteComparisons = StatuteComparisons()
    ) -> [BasisEffect] {
        let present = effects(until: day, under: statutes, comparing: comparisons)
        return present
            + effects(until: .last, under: statutes, comparing: comparisons).filter { !present.contains($0) }
    }

    /// For how long a change of law touches the citations.
    package struct Span: Hashable, Sendable {
        package let change: LegalChange
        /// The day on which the library heard of the change.
        package let knownOn: Day
        package let from: Day
        /// The first day on which it does not touch them any more.
        package var until: Day
    }

    /// Returns on which days of the version's life each known change touches the citations: what `knownEffects` says
    /// of every day, in stretches.
    package func spans(under statutes: [String: Statute], comparing comparisons: StatuteComparisons) -> [Span] {
        spans(under: statutes) { knownEffects(on: $0, under: statutes, comparing: comparisons) }
    }

    /// Returns on which days of the version's life a citation has fallen, by what change.
    package func falls(under statutes: [String: Statute], comparing comparisons: StatuteComparisons) -> [Span] {
        spans(under: statutes) { day in
            effects(until: day, under: statutes, comparing: comparisons).filter { $0.outcome == .fell }
        }
    }

    private func spans(under statutes: [String: Statute], _ effects: (Day) -> [BasisEffect]) -> [Span] {
        var turns: Set<Day> = [inForceFrom]
        for basis in bases {
            guard let statute = statutes[basis.statute] else { continue }
            turns.formUnion(statute.standings.compactMap(\.inForceFrom))
            if let repeal = statute.repeal { turns.insert(repeal.from) }
        }
        let days = turns.filter { inForceFrom <= $0 && $0 < inForceUntil }.sorted()
        var spans: [Span] = []
        for (place, day) in days.enumerated() {
            let until = place + 1 < days.count ? days[place + 1] : inForceUntil
            var seen: Set<LegalChange> = []
            for effect in effects(day) where seen.insert(effect.change).inserted {
                if let open = spans.firstIndex(where: { $0.change == effect.change && $0.until == day }) {
                    spans[open].until = until
                } else {
                    spans.append(Span(change: effect.change, knownOn: effect.recordedOn, from: day, until: until))
                }
            }
        }
        return spans
    }
}
