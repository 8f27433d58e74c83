import Casework
package import EventLog
import Kernel

/// Holds every act of a case against the rules, in the transaction of the act, and what becomes of its publication.
///
/// Registered behind the reactor of Publicity: what that one awaits, an act shows here already.
package struct SupervisionReactor: Reactor {
    package let name = "supervision"
    private let supervisor: Supervisor

    package init(_ supervisor: Supervisor) {
        self.supervisor = supervisor
    }

    package func react(to event: RecordedEvent, in session: CommandSession) throws {
        guard let fact = HistoryFact(event), fact.isAnswered else { return }
        _ = try session.supervise(CaseFile.ID(event.envelope.stream.key), after: event, supervisor)
    }
}
