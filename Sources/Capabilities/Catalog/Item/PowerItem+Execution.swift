package import EventLog
package import Kernel

extension PowerItem {
    /// Returns the version under which a case may begin on `day`: confirmed, published or exempt, and in force.
    ///
    /// - Source: 川办发〔2011〕45号 (no power outside the catalog); 行政许可法 art. 5 (unpublished rules are no basis).
    package func requireExecutable(on day: Day) throws(CatalogError) -> ItemVersion {
        if let version = version(on: day) { return version }
        throw .notExecutable(code: code ?? "", on: day, obstacle(on: day))
    }

    /// Loads the item and returns the version under which a case may begin today.
    ///
    /// - Throws: `CatalogError.unknownItem` or `.notExecutable`.
    package static func requireExecutable(_ id: ID, in session: CommandSession) throws -> ItemVersion {
        let item = try session.load(PowerItem.self, id.text)
        guard item.exists else { throw CatalogError.unknownItem(id.text) }
        return try item.state.requireExecutable(on: session.today)
    }

    private func obstacle(on day: Day) -> CatalogError.NotExecutable {
        if let abolition, abolition.from <= day { return .abolished(on: abolition.from) }
        if let next = versions.first(where: { $0.inForceFrom > day }) { return .notYetInForce(from: next.inForceFrom) }
        if let end = versions.last?.inForceUntil { return .ended(on: end) }
        guard case .confirmed? = draft?.stage else { return .notConfirmed }
        return .notPublished
    }
}
