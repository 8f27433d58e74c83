import Casework
import Directory
import EventLog
import Kernel

extension CommandSession {
    /// Returns the supervisor if an officer acts whose agency looks after the supervisor's division.
    func keptSupervisor(_ id: PublicSupervisor.ID) throws -> PublicSupervisor {
        let supervisor = try load(PublicSupervisor.self, id.text).state
        guard let appointment = supervisor.appointment else { throw ParticipationError.supervisor(.unknown) }
        try requireOfficer(over: appointment.division.value)
        return supervisor
    }

    /// Refuses unless an officer acts whose agency belongs to the division or one above it.
    func requireOfficer(over division: String) throws {
        guard actor.kind == .officer,
            let agency = try load(OfficerEntry.self, actor.id).state.officer?.agency(on: today),
            let home = try load(AgencyEntry.self, agency.text).state.agency?.profile.division
        else { throw ParticipationError.notAnOfficer }
        guard let place = Division.Code(division), home.contains(place) else {
            throw ParticipationError.supervisor(.otherDivision)
        }
    }

    /// Refuses an agency that is not of the supervisor's division.
    func requireAgency(_ subject: LetterSubject, in division: String) throws {
        guard let place = Division.Code(division), let home = Division.Code(subject.division), place.contains(home)
        else { throw ParticipationError.supervisor(.outsideDivision) }
    }
}
