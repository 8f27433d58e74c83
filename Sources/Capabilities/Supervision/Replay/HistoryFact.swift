import Casework
import EventLog
import Publicity

/// One fact of a case's history that rules see: of the case itself, or of the publication of its decision.
struct HistoryFact {
    enum Kind {
        case caseFile(CaseFileEvent)
        case publication(PublicationEvent)
    }

    let event: RecordedEvent
    let kind: Kind

    /// Returns `nil` for what rules about cases do not see.
    init?(_ event: RecordedEvent) {
        self.event = event
        if let fact = event.as(CaseFileEvent.self) {
            kind = .caseFile(fact)
        } else if let fact = event.as(PublicationEvent.self) {
            kind = .publication(fact)
        } else {
            return nil
        }
    }

    /// Whether it became durable with `others`: by the same command, or in answer to one of them.
    func belongs(to others: [HistoryFact]) -> Bool {
        guard let first = others.first?.event.envelope, first.stream.key == event.envelope.stream.key else {
            return false
        }
        if first.command.key == event.envelope.command.key { return true }
        guard case .publication = kind, let cause = event.envelope.command.event else { return false }
        return others.contains { $0.event.envelope.id == cause }
    }

    /// Whether supervision answered it when it happened.
    var isAnswered: Bool {
        switch kind {
        case .caseFile: true
        // What a reactor appends, no other one hears of.
        case .publication(let fact): fact.changesDuty && event.envelope.command.event == nil
        }
    }
}

/// A case and the publication of its decision, as far as their history has been read.
struct SupervisedHistory {
    private(set) var state = CaseFile()
    private(set) var publication = Publication()

    mutating func evolve(_ fact: HistoryFact) {
        switch fact.kind {
        case .caseFile(let event): state.evolve(event, fact.event.envelope)
        case .publication(let event): publication.evolve(event, fact.event.envelope)
        }
    }
}

extension PublicationEvent {
    /// Whether afterwards a decision is to be public that was not, or need not be any more.
    var changesDuty: Bool {
        switch self {
        case .awaited, .published, .withdrawn, .exemptionDecided: true
        case .proposed, .reviewed, .exemptionProposed, .performed, .corrected, .ended: false
        }
    }
}
