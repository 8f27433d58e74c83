package import EventLog
package import Kernel

/// Somebody appointed to look over the shoulder of the administration of a division for a term (社会监督员).
///
/// Name, kind and term are public: whoever supervises in public is known to the public.
package struct PublicSupervisor: Aggregate {
    package typealias ID = Identifier<PublicSupervisor>
    package static let category = "public-supervisor"

    /// `nil` before the appointment.
    package private(set) var appointment: PublicSupervisorAppointed?
    /// The last day, if it was not the appointed one.
    package private(set) var end: PublicSupervisorEnded?
    /// In order.
    package private(set) var draws: [SampleDraw] = []

    package init() {}

    package mutating func evolve(_ event: PublicSupervisorEvent, _ envelope: Envelope) {
        switch event {
        case .appointed(let event): appointment = event
        case .ended(let event): end = event
        case .sampleDrawn(let event): draws.append(event.draw)
        }
    }

    /// The cases drawn so far, in order.
    package var sample: [String] { draws.flatMap(\.drawn) }

    package func isInOffice(on day: Day) -> Bool {
        guard let appointment else { return false }
        return (appointment.from...appointment.through).contains(day) && end.map { day <= $0.on } ?? true
    }
}

/// Somebody is appointed for a term and a division.
package struct PublicSupervisorAppointed: EventPayload {
    package static let type = "PublicSupervisor.Appointed"
    package let name: Open<String>
    package let kind: Open<PublicSupervision.Kind>
    /// Where they come from: a delegation, a neighborhood, a newspaper.
    package let unit: Open<String>
    /// As 511602000000; the divisions in it too.
    package let division: Open<String>
    package let number: String
    package let from: Day
    package let through: Day
    /// The keyed digest of the code on the letter of appointment, by which the account is found.
    package let queryDigest: String
}

/// The appointment ends before its term.
package struct PublicSupervisorEnded: EventPayload {
    package static let type = "PublicSupervisor.Ended"
    /// The last day.
    package let on: Day
    package let reason: Open<String>
}

/// Cases were drawn for the supervisor to look at.
package struct SampleDrawn: EventPayload {
    package static let type = "PublicSupervisor.SampleDrawn"
    package let draw: SampleDraw
}

package enum PublicSupervisorEvent: EventFamily {
    case appointed(PublicSupervisorAppointed)
    case ended(PublicSupervisorEnded)
    case sampleDrawn(SampleDrawn)

    package static let members: [EventMember<PublicSupervisorEvent>] = [
        EventMember(PublicSupervisorAppointed.self, PublicSupervisorEvent.appointed),
        EventMember(PublicSupervisorEnded.self, PublicSupervisorEvent.ended),
        EventMember(SampleDrawn.self, PublicSupervisorEvent.sampleDrawn),
    ]

    package var payload: any EventPayload {
        switch self {
        case .appointed(let payload): payload
        case .ended(let payload): payload
        case .sampleDrawn(let payload): payload
        }
    }
}
