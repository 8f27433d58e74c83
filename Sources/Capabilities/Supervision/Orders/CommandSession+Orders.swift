import Casework
import Directory
import EventLog
import Kernel
import TimeLimits

extension CommandSession {
    /// Returns an order as it stands.
    ///
    /// - Throws: `SupervisionError.noSuchOrder`.
    func order(_ id: CorrectionOrder.ID) throws -> CorrectionOrder {
        let loaded = try load(CorrectionOrder.self, id.text)
        guard loaded.exists else { throw SupervisionError.noSuchOrder }
        return loaded.state
    }

    /// The version of the case; 0 for a matter that has no acts.
    func version(of matter: FindingMatter) throws -> Int {
        try matter.caseFile.map { try load(CaseFile.self, $0.text).version } ?? 0
    }

    /// Appends what happened to an order, and when a timer is to look at it next; answers where it now stands.
    @discardableResult
    func append(_ events: [OrderEvent], to id: CorrectionOrder.ID) throws -> CorrectionOrder.Status {
        let calendar = try NationalCalendar.load()
        var state = try load(CorrectionOrder.self, id.text).state
        let uses = ["calendar": calendar.citation]
        for event in events { state = try append(event, to: CorrectionOrder.self, id.text, uses: uses) }
        let next = try state.nextMoment(in: calendar)
        if next != state.watched {
            try append(.planned(OrderWatchPlanned(at: next)), to: CorrectionOrder.self, id.text)
        }
        return state.status
    }
}
