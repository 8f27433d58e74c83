package import EventLog
import Kernel

/// Makes the version in force of a published item the standard that others adopt, with the fields it holds fast.
///
/// - Source: 国办发〔2015〕86号 part 2; GB/T 39554.1-2020.
package struct DefineStandard: Command {
    package static let name = "DefineStandard"
    package let item: PowerItem.ID
    package let locked: [ItemField]

    package init(item: PowerItem.ID, locked: [ItemField]) {
        self.item = item
        self.locked = locked
    }

    /// Returns the number of the standard's version.
    ///
    /// - Throws: `CatalogError`.
    package func run(in session: CommandSession) throws -> Int {
        try PowerItem.requireOfficer(session.actor)
        let loaded = try session.load(PowerItem.self, item.text)
        guard loaded.exists else { throw CatalogError.unknownItem(item.text) }
        if let abolition = loaded.state.abolition { throw CatalogError.abolished(on: abolition.from) }
        guard let version = loaded.state.version(on: session.today), version.isPublic else {
            throw CatalogError.wrongStage(expected: "published", found: "none")
        }
        let content = version.content
        // A standard implements none: what is adopted is adopted from where it was defined.
        guard content.standard == nil else { throw CatalogError.standardAdopted(code: content.code) }
        let fields = StandardItem.lockable.filter(locked.contains)
        guard !fields.isEmpty else { throw CatalogError.nothingLocked }
        let standard = try session.load(StandardItem.self, item.text).state
        if let current = standard.current, current.content == content, current.locked == Set(fields) {
            throw CatalogError.unchanged
        }
        let number = standard.versions.count + 1
        try session.append(
            .defined(StandardDefined(number: Open(number), content: Open(content), locked: Open(fields))),
            to: StandardItem.self,
            item.text
        )
        return number
    }
}

extension CommandSession {
    /// Returns what the content states otherwise than its standard lets it; empty for an item that implements none.
    func deviations(of content: ItemContent) throws -> [ContentFault] {
        guard let reference = content.standard else { return [] }
        let standard = try load(StandardItem.self, reference.item.text).state
        guard let version = standard.versions.first(where: { $0.number == reference.version }) else {
            throw CatalogError.unknownItem(reference.item.text)
        }
        return version.deviations(of: content)
    }
}
