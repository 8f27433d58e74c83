package import EventLog
package import Kernel

/// Every change of a division against the list that ships with the program.
package enum DivisionEvent: EventFamily {
    case added(DivisionAdded)
    case renamed(DivisionRenamed)
    case ended(DivisionEnded)
    case hallSet(DivisionHallSet)

    package static let members = [
        EventMember(DivisionAdded.self, DivisionEvent.added),
        EventMember(DivisionRenamed.self, DivisionEvent.renamed),
        EventMember(DivisionEnded.self, DivisionEvent.ended),
        EventMember(DivisionHallSet.self, DivisionEvent.hallSet),
    ]

    package var payload: any EventPayload {
        switch self {
        case .added(let payload): payload
        case .renamed(let payload): payload
        case .ended(let payload): payload
        case .hallSet(let payload): payload
        }
    }
}

package struct DivisionAdded: EventPayload {
    package static let type = "Division.Added"
    package let name: Open<String>
    package let from: Open<Day>
    /// The document by which it was set up.
    package let basis: Open<String>
}

package struct DivisionRenamed: EventPayload {
    package static let type = "Division.Renamed"
    package let name: Open<String>
    package let from: Open<Day>
    package let basis: Open<String>
}

package struct DivisionEnded: EventPayload {
    package static let type = "Division.Ended"
    /// The first day on which the code no longer stands for anything.
    package let from: Open<Day>
    package let successor: Open<Division.Code?>
    package let basis: Open<String>
}

package struct DivisionHallSet: EventPayload {
    package static let type = "Division.HallSet"
    /// Whether it runs a Hall of its own, or shares that of the division above.
    package let runsHall: Open<Bool>
    package let from: Open<Day>
}

/// What is recorded of one division; a listed one has facts only where it changed.
package struct DivisionEntry: Aggregate {
    package static let category = "division"
    package private(set) var addedOn: Day?
    package private(set) var names = Timeline<String>()
    package private(set) var endedOn: Day?
    package private(set) var successor: Division.Code?
    package private(set) var halls = Timeline<Bool>()

    package init() {}

    package mutating func evolve(_ event: DivisionEvent, _ envelope: Envelope) {
        switch event {
        case .added(let added):
            addedOn = added.from.value
            names.set(added.name.value, from: added.from.value)
        case .renamed(let renamed): names.set(renamed.name.value, from: renamed.from.value)
        case .ended(let ended):
            endedOn = ended.from.value
            successor = ended.successor.value
        case .hallSet(let set): halls.set(set.runsHall.value, from: set.from.value)
        }
    }
}
