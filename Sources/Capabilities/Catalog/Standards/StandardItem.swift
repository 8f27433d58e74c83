package import EventLog
package import Kernel

/// A published item that others adopt (基本目录): what of it they may not state otherwise.
///
/// Its stream bears the item's identifier; a version is a version of the item, taken as it was published.
///
/// - Source: 国办发〔2015〕86号 part 2; GB/T 39554.1-2020 (基本目录 and 实施清单).
package struct StandardItem: Aggregate {
    package static let category = "standard"

    package struct Version: Hashable, Sendable {
        /// From 1.
        package let number: Int
        package let content: ItemContent
        package let locked: Set<ItemField>
        package let definedOn: Day
        package let definedBy: String
    }

    package private(set) var versions: [Version] = []

    package init() {}

    package mutating func evolve(_ event: StandardItemEvent, _ envelope: Envelope) {
        switch event {
        case .defined(let defined):
            versions.append(
                Version(
                    number: versions.count + 1,
                    content: defined.content.value,
                    locked: Set(defined.locked.value),
                    definedOn: envelope.occurred.at.day,
                    definedBy: envelope.actor.id
                )
            )
        }
    }

    package var current: Version? { versions.last }
}

/// Which version of which standard an item implements.
package struct StandardReference: Hashable, Sendable, Codable {
    package let item: PowerItem.ID
    package let version: Int

    package init(item: PowerItem.ID, version: Int) {
        self.item = item
        self.version = version
    }
}

/// What happens to a standard.
package enum StandardItemEvent: EventFamily {
    case defined(StandardDefined)

    package static let members = [EventMember(StandardDefined.self, StandardItemEvent.defined)]

    package var payload: any EventPayload {
        switch self {
        case .defined(let payload): payload
        }
    }
}

/// A version of an item became the standard, or its next version.
package struct StandardDefined: EventPayload {
    package static let type = "StandardItem.Defined"
    package let number: Open<Int>
    package let content: Open<ItemContent>
    package let locked: Open<[ItemField]>
}
