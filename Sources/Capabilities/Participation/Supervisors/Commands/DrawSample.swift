import Casework
import Cryptography
import Directory
package import EventLog
package import Kernel
import Parties

/// The supervision office has cases drawn for a supervisor: nobody chooses which.
///
/// Cases of a party of the supervisor's name are passed over, and those drawn for them before.
package struct DrawSample: Command {
    package static let name = "DrawSample"
    package let supervisor: PublicSupervisor.ID
    package let from: Day
    package let through: Day
    package let count: Int
    private let rules: PublicSupervision

    private enum CodingKeys: CodingKey {
        case supervisor, from, through, count
    }

    package init(for supervisor: PublicSupervisor.ID, from: Day, through: Day, count: Int, _ rules: PublicSupervision) {
        self.supervisor = supervisor
        self.from = from
        self.through = through
        self.count = count
        self.rules = rules
    }

    /// Answers how many were drawn.
    package func run(in session: CommandSession) throws -> Int {
        let state = try session.keptSupervisor(supervisor)
        guard let appointment = state.appointment, state.isInOffice(on: session.today) else {
            throw ParticipationError.supervisor(.notInOffice)
        }
        guard (1...rules.mostSampled).contains(count) else {
            throw ParticipationError.supervisor(.sampleSize(expected: 1...rules.mostSampled, found: count))
        }
        let last = min(through, session.today)
        guard from <= last else { throw ParticipationError.supervisor(.daysReversed(from: from, through: last)) }
        let pool = try session.reader.samplePool(
            of: appointment.division.value,
            days: from...last,
            in: session.realm
        )
        let seen = Set(state.sample)
        let draw = try SampleDraw(
            from: pool,
            days: from...last,
            count: count,
            seed: Hexadecimal.encode(session.randomness.bytes(16)),
            passingOver: { id in
                if seen.contains(id) { return true }
                guard let party = try session.load(CaseFile.self, id).state.opening?.party else { return true }
                return try session.load(PartyEntry.self, party).state.party?.name == appointment.name.value
            }
        )
        guard !draw.drawn.isEmpty else { throw ParticipationError.supervisor(.nothingToDraw) }
        try session.append(
            .sampleDrawn(SampleDrawn(draw: draw)),
            to: PublicSupervisor.self,
            supervisor.text,
            uses: ["supervisors": rules.version]
        )
        return draw.drawn.count
    }
}
