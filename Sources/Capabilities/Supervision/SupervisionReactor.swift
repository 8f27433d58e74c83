import Casework
package import EventLog
import Kernel

/// Holds every act of a case against the rules, in the transaction of the act.
package struct SupervisionReactor: Reactor {
    package let name = "supervision"
    private let supervisor: Supervisor

    package init(_ supervisor: Supervisor) {
        self.supervisor = supervisor
    }

    package func react(to event: RecordedEvent, in session: CommandSession) throws {
        guard event.as(CaseFileEvent.self) != nil else { return }
        _ = try session.supervise(CaseFile.ID(event.envelope.stream.key), after: event, supervisor)
    }
}
