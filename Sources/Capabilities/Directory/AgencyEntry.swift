package import EventLog
package import Kernel

/// What the directory holds of one agency.
package struct AgencyEntry: Aggregate {
    package static let category = "agency"
    /// `nil` until it is registered.
    package private(set) var agency: Agency?

    package init() {}

    package mutating func evolve(_ event: AgencyEvent, _ envelope: Envelope) {
        switch event {
        case .registered(let registered):
            agency = Agency(
                id: Agency.ID(envelope.stream.key),
                profile: registered.profile.value,
                offices: [],
                registeredOn: registered.from.value
            )
        case .profileChanged(let changed):
            agency?.profile = changed.profile.value
        case .officeOpened(let opened):
            agency?.offices.append(
                Office(id: opened.office.value, name: opened.name.value, openedOn: opened.from.value)
            )
        case .officeClosed(let closed):
            guard let index = agency?.offices.firstIndex(where: { $0.id == closed.office.value }) else { return }
            agency?.offices[index].closedOn = closed.from.value
        case .managementSet(let set):
            agency?.management.set(set.management.value, from: set.from.value)
        case .planIssued(let issued):
            agency?.plans.append(issued.plan.value)
        case .closed(let closed):
            agency?.closedOn = closed.from.value
        case .reorganized(let reorganized):
            agency?.successions.append(
                AgencySuccession(
                    successor: reorganized.successor.value,
                    from: reorganized.from.value,
                    items: reorganized.items.value,
                    reason: reorganized.reason,
                    recordedAt: envelope.recordedAt
                )
            )
        }
    }

    /// Returns the agency if it may act on `day`.
    package func existing(_ id: Agency.ID, on day: Day) throws(DirectoryError) -> Agency {
        guard let agency else { throw .unknownAgency(id) }
        guard agency.exists(on: day) else { throw .gone(on: day) }
        return agency
    }
}
