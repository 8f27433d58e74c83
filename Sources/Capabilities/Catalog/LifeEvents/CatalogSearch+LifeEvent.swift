package import EventLog

extension CatalogSearch {
    /// Returns the public items that belong to a life event, in the order of its words, each once.
    ///
    /// - Parameters:
    ///   - event: what somebody wants to do.
    ///   - reading: the catalog as it is seen.
    ///   - limit: how many items one word brings at most.
    /// - Returns: items whose name or main item holds one of the words.
    /// - Throws: what reading the database throws.
    package func items(for event: LifeEvent, in reading: EventReading, limit: Int = 60) throws -> [CatalogEntry] {
        var seen: Set<PowerItem.ID> = []
        var found: [CatalogEntry] = []
        for word in event.words {
            for entry in try search(CatalogQuery(word, limit: limit), in: reading).entries
            where entry.name.contains(word) || entry.mainName?.contains(word) == true {
                if seen.insert(entry.id).inserted { found.append(entry) }
            }
        }
        return found
    }
}
