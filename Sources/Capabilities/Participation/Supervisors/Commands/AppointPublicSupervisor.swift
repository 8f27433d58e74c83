import Casework
package import Directory
package import EventLog
package import Kernel
import Parties

/// The supervision office appoints somebody for a term and a division; the letter of appointment has number and code.
package struct AppointPublicSupervisor: Command {
    package static let name = "AppointPublicSupervisor"
    package let person: String
    package let unit: String
    package let kind: String
    package let division: Division.Code
    package let from: Day
    package let through: Day
    /// The keyed digest of the code on the letter of appointment.
    package let queryDigest: String
    private let rules: PublicSupervision

    package struct Answer: Hashable, Sendable, Codable {
        package let supervisor: PublicSupervisor.ID
        package let number: String
    }

    private enum CodingKeys: CodingKey {
        case person, unit, kind, division, from, through, queryDigest
    }

    package init(
        person: String,
        unit: String,
        kind: String,
        division: Division.Code,
        from: Day,
        through: Day,
        queryDigest: String,
        _ rules: PublicSupervision
    ) {
        self.person = person
        self.unit = unit
        self.kind = kind
        self.division = division
        self.from = from
        self.through = through
        self.queryDigest = queryDigest
        self.rules = rules
    }

    package func run(in session: CommandSession) throws -> Answer {
        guard let kind = rules.kind(kind) else { throw ParticipationError.supervisor(.unknownKind(kind)) }
        guard from <= through else { throw ParticipationError.supervisor(.termReversed(from: from, through: through)) }
        guard through >= session.today else { throw ParticipationError.supervisor(.ended(on: through)) }
        try session.requireOfficer(over: division.padded)
        let person = try checkedPerson()
        let unit = try ParticipationText.checked(unit, .unit, ParticipationText.names)
        let id: PublicSupervisor.ID = session.newIdentifier("V")
        let number = try session.nextNumber("public-supervisor", "V", at: division.padded, for: "supervisor/\(id.text)")
        let appointed = PublicSupervisorAppointed(
            name: Open(person),
            kind: Open(kind),
            unit: Open(unit),
            division: Open(division.padded),
            number: number,
            from: from,
            through: through,
            queryDigest: queryDigest
        )
        try session.append(
            .appointed(appointed),
            to: PublicSupervisor.self,
            id.text,
            uses: ["supervisors": rules.version]
        )
        return Answer(supervisor: id, number: number)
    }

    private func checkedPerson() throws(ParticipationError) -> String {
        do throws(PartiesError) {
            return try PartyChecks.name(person, greatest: PartyChecks.greatestPersonName)
        } catch {
            throw .writer(error)
        }
    }
}

/// The supervision office ends an appointment before its term.
package struct EndPublicSupervisor: Command {
    package static let name = "EndPublicSupervisor"
    package let supervisor: PublicSupervisor.ID
    package let reason: String

    package init(_ supervisor: PublicSupervisor.ID, reason: String) {
        self.supervisor = supervisor
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> PublicSupervisor.ID {
        let state = try session.keptSupervisor(supervisor)
        if let end = state.end { throw ParticipationError.supervisor(.ended(on: end.on)) }
        if let last = state.appointment?.through, last < session.today {
            throw ParticipationError.supervisor(.ended(on: last))
        }
        let reason = try ParticipationText.checked(reason, .reason, ParticipationText.reasons)
        let ended = PublicSupervisorEnded(on: session.today, reason: Open(reason))
        try session.append(.ended(ended), to: PublicSupervisor.self, supervisor.text)
        return supervisor
    }
}
