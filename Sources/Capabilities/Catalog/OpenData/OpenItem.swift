package import Kernel

/// One item as everyone may know it on a day: in its published version, or as a list named it.
package struct OpenItem: Hashable, Sendable {
    package let id: PowerItem.ID
    package let content: ItemContent
    /// The version in force that day; `nil` while it is only named by a list.
    package let version: ItemVersion?
    /// The list it came from, if it came from one.
    package let source: String?

    package init(id: PowerItem.ID, content: ItemContent, version: ItemVersion?, source: String?) {
        self.id = id
        self.content = content
        self.version = version
        self.source = source
    }

    package var standing: ItemStanding { version == nil ? .imported : .published }
}

extension PowerItem {
    /// Returns what everyone may know of the item on `day`.
    ///
    /// What is secret now was not public yesterday either: its files are read today. On the day of its abolition an
    /// item is in the catalog no more.
    ///
    /// - Returns: `nil` when the item was not in the catalog that day, or is secret.
    /// - Source: Regulations on Open Government Information (政府信息公开条例) art. 14.
    package func open(_ id: ID, on day: Day) -> OpenItem? {
        if let abolition, abolition.from <= day { return nil }
        guard versions.last?.isPublic ?? true else { return nil }
        if let version = version(on: day) {
            guard version.isPublic else { return nil }
            return OpenItem(id: id, content: version.content, version: version, source: origin?.source)
        }
        guard let origin, origin.on <= day, versions.allSatisfy({ $0.inForceFrom > day }) else { return nil }
        return OpenItem(id: id, content: origin.listing.content, version: nil, source: origin.source)
    }
}
