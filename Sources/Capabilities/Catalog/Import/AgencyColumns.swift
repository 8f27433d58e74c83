package import Directory
package import EventLog

/// How an agency's own lists are laid out, as it last said; one an agency.
package struct AgencyColumns: Aggregate {
    package static let category = "item-columns"

    package private(set) var columns: ItemColumns?

    package init() {}

    package mutating func evolve(_ event: AgencyColumnsEvent, _ envelope: Envelope) {
        switch event {
        case .remembered(let remembered): columns = remembered.columns
        }
    }
}

package enum AgencyColumnsEvent: EventFamily {
    case remembered(ItemColumnsRemembered)

    package static let members = [EventMember(ItemColumnsRemembered.self, AgencyColumnsEvent.remembered)]

    package var payload: any EventPayload {
        switch self {
        case .remembered(let payload): payload
        }
    }
}

/// A list was taken over under these columns; the agency's next one is read so.
package struct ItemColumnsRemembered: EventPayload {
    package static let type = "Catalog.ColumnsRemembered"
    package let agency: Agency.ID
    package let columns: ItemColumns
}
