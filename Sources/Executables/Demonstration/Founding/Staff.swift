import Access
import Directory
import EventLog

/// The officers of the demonstration, ready to act.
struct Staff: Sendable {
    struct Member: Sendable {
        let seat: StaffPlan.Seat
        let officer: Officer.ID
        let name: String
        let actor: Actor
    }

    let members: [Member]
    /// The directory's identifiers by agency name.
    let agencies: [String: Agency.ID]

    /// Returns the actor at a desk of an agency; where several sit, the one at `index`.
    ///
    /// Of several posts with that responsibility the first is meant: who answers requests for information goes along to
    /// no verification.
    func actor(_ responsibility: Responsibility, of agency: String, _ index: Int = 0) -> Actor? {
        let able = members.filter { $0.actor.agency == agency && $0.seat.responsibility == responsibility }
        let desk = able.filter { $0.actor.post == able.first?.actor.post }
        return desk.isEmpty ? nil : desk[index % desk.count].actor
    }

    func actor(named name: SignInName) -> Actor? { members.first { $0.seat.signInName == name }?.actor }
}
