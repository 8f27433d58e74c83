import Codes

extension CatalogIndex {
    /// Finds what `query` asks for.
    package func search(_ query: CatalogQuery) -> CatalogAnswer {
        let runs = SearchText(query.text.prefix(CatalogQuery.longestText)).runs
        var tally = Tally(query, of: self)
        var found = found(runs)
        if runs.isEmpty { tally.countAll() } else { tally.count(found.slots) }
        var isNear = false
        // Up to two characters, and the beginning of a word, are what they are: nothing else was meant.
        if !tally.sawAny, runs.contains(where: \.isLongerThanTwoCharacters) {
            found = Found(slots: near(runs), named: [])
            tally = Tally(query, of: self)
            tally.count(found.slots)
            isNear = tally.sawAny
        }
        let after = query.after.flatMap { slotOfItem[$0] }
        let page = Ranking(runs, of: self, in: tally, after: after, limit: max(query.limit, 0))
            .page(found.slots, named: found.named)
        return CatalogAnswer(
            isNear: isNear,
            total: tally.total,
            entries: page.slots.map(entry),
            hasMore: page.hasMore,
            categories: tally.categories,
            localCategories: tally.localCategories,
            agencies: tally.agencies,
            divisions: tally.divisions,
            standings: tally.standings,
            levels: tally.levels
        )
    }
}

extension SearchText.Run {
    fileprivate var isLongerThanTwoCharacters: Bool {
        switch self {
        case .word: false
        case .characters(let scalars): scalars.count > 2
        }
    }
}
