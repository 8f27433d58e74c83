import Casework
import EventLog
import Kernel
import Parties
import Processes
import Supervision

/// One case as the log tells it, step by step.
struct CaseReplay: Sendable {
    /// One event, or one thing said about a finding, with what supervision found in it.
    struct Step: Sendable {
        let event: RecordedEvent
        let wording: CaseEventWording
        let actor: String
        let found: [FindingRaised]
        /// What was seen and said then; `nil` for what was said about a finding.
        let moment: ReplayMoment?
    }

    let caseFile: CaseFile.ID
    let opening: CaseFile.Opening
    let stage: Stage.Name
    /// The applicant's name as others than its owner may see it.
    let party: String
    let steps: [Step]
    let findings: [Finding]
}

extension EventReading {
    /// Returns the case with this number as it happened, or `nil` when there is none.
    func replay(_ number: String, _ supervisor: Supervisor) throws -> CaseReplay? {
        guard let row = try caseFile(number: number) else { return nil }
        let state = try state(CaseFile.self, row.id.text).state
        guard let opening = state.opening else { return nil }
        let pin = opening.item.process
        let process = try self.state(PublishedProcess.self, PublishedProcess.key(id: pin.id, version: pin.version))
            .state.published?.definition
        let acts = try history(of: row.id)
        let said = try events(of: Findings.stream(row.id.text))
        let answered = Set(acts.map(\.envelope.id))
        let events = (acts + said.filter { CaseReplay.isOwnStep($0, answered) }).sorted { $0.position < $1.position }
        let names = try actors(of: events)
        let moments = try moments(of: row.id, supervisor)
            .mapValues { try replayed($0, process, in: supervisor.calendar) }
        return CaseReplay(
            caseFile: row.id,
            opening: opening,
            stage: state.stage.name,
            party: try maskedName(of: Party.ID(opening.party)),
            steps: events.compactMap { event in
                CaseEventWording(event, process).map { wording in
                    CaseReplay.Step(
                        event: event,
                        wording: wording,
                        actor: names.text(event.envelope.actor),
                        found: CaseReplay.found(in: said, by: event),
                        moment: moments[event.position]
                    )
                }
            },
            findings: try findings(of: row.id).all
        )
    }

    private func maskedName(of id: Party.ID) throws -> String {
        guard let party = try state(PartyEntry.self, id.text).state.party, let name = party.name else {
            return Masking.hidden
        }
        return switch party.identity {
        case .person: Masking.name(name, .surname)
        case .organization: name
        }
    }
}

extension CaseReplay {
    /// A finding that answers an act is told with the act; what a timer raised or a person said stands alone.
    fileprivate static func isOwnStep(_ event: RecordedEvent, _ acts: Set<String>) -> Bool {
        switch event.as(FindingEvent.self) {
        case .raised, .released: !(event.envelope.command.event.map(acts.contains) ?? false)
        case .explained, .lapsed, .accepted, .withdrawn, .failed, .recovered: true
        case .planned, nil: false
        }
    }

    fileprivate static func found(in said: [RecordedEvent], by act: RecordedEvent) -> [FindingRaised] {
        said.filter { $0.envelope.command.event == act.envelope.id || $0.position == act.position }.compactMap {
            event in
            if case .raised(let raised)? = event.as(FindingEvent.self) { raised } else { nil }
        }
    }
}
