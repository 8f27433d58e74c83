import Kernel
import Law

/// What a version of an item rests on, as the law stood on the day from which the version is in force.
struct Citations: Hashable, Sendable {
    let bases: [LegalBasis]
    let inForceFrom: Day
    /// The first day on which the version is not in force any more; `Day.last` while none is known.
    let inForceUntil: Day

    init(bases: [LegalBasis], inForceFrom: Day, inForceUntil: Day?) {
        self.bases = bases
        self.inForceFrom = inForceFrom
        self.inForceUntil = inForceUntil ?? .last
    }

    init(_ version: ItemVersion) {
        self.init(
            bases: version.content.bases,
            inForceFrom: version.inForceFrom,
            inForceUntil: version.inForceUntil
        )
    }

    /// Returns what changes of law did to the citations by `day`, in the order of the citations.
    func effects(
        until day: Day,
        under statutes: [String: Statute],
        comparing comparisons: StatuteComparisons = StatuteComparisons()
    ) -> [BasisEffect] {
        bases.compactMap { basis in
            statutes[basis.statute]?.effect(on: basis, citedOn: inForceFrom, until: day, comparing: comparisons)
        }
    }

    /// Returns also what will be done to them by changes that are known and come later, each effect once.
    func knownEffects(
        on day: Day,
        under statutes: [String: Statute],
        comparing comparisons: StatuteComparisons = StatuteComparisons()
    ) -> [BasisEffect] {
        let present = effects(until: day, under: statutes, comparing: comparisons)
        return present
            + effects(until: .last, under: statutes, comparing: comparisons).filter { !present.contains($0) }
    }

    /// For how long a change of law touches the citations.
    struct Span: Hashable, Sendable {
        let change: LegalChange
        /// The day on which the library heard of the change.
        let knownOn: Day
        let from: Day
        /// The first day on which it does not touch them any more.
        var until: Day
    }

    /// Returns on which days of the version's life each known change touches the citations: what `knownEffects` says
    /// of every day, in stretches.
    func spans(under statutes: [String: Statute], comparing comparisons: StatuteComparisons) -> [Span] {
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
            for effect in knownEffects(on: day, under: statutes, comparing: comparisons)
            where seen.insert(effect.change).inserted {
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
