package import EventLog
package import Kernel
package import Law

extension PowerItem {
    /// Returns the version under which a case may begin on `day`: confirmed, published or exempt, and in force.
    ///
    /// - Parameters:
    ///   - day: the day the case begins.
    ///   - statutes: what the library knows of the statutes the item rests on, by their keys.
    /// - Returns: the version in force.
    /// - Throws: `CatalogError.notExecutable` with the obstacle.
    /// - Source: 川办发〔2011〕45号 (no power outside the catalog); 行政许可法 art. 5 (unpublished rules are no basis).
    package func requireExecutable(
        on day: Day,
        under statutes: [String: Statute]
    ) throws(CatalogError) -> ItemVersion {
        guard let version = version(on: day) else {
            throw .notExecutable(code: code ?? "", on: day, obstacle(on: day))
        }
        let fallen = fallenBases(of: version, on: day, under: statutes)
        guard fallen.isEmpty else { throw .notExecutable(code: version.content.code, on: day, .basisFell(fallen)) }
        return version
    }

    /// Loads the item and returns the version under which a case may begin today.
    ///
    /// - Throws: `CatalogError.unknownItem` or `.notExecutable`.
    package static func requireExecutable(_ id: ID, in session: CommandSession) throws -> ItemVersion {
        let item = try session.load(PowerItem.self, id.text)
        guard item.exists else { throw CatalogError.unknownItem(id.text) }
        let statutes = try session.statutes(of: item.state.version(on: session.today))
        return try item.state.requireExecutable(on: session.today, under: statutes)
    }

    private func obstacle(on day: Day) -> CatalogError.NotExecutable {
        if let abolition, abolition.from <= day { return .abolished(on: abolition.from) }
        if let next = versions.first(where: { $0.inForceFrom > day }) { return .notYetInForce(from: next.inForceFrom) }
        if let end = versions.last?.inForceUntil { return .ended(on: end) }
        guard case .confirmed? = draft?.stage else { return .notConfirmed }
        return .notPublished
    }
}
