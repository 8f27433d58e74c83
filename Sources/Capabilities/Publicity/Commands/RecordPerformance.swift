package import Casework
package import EventLog
package import Kernel

/// Says how far a published decision has been carried out.
package struct RecordPerformance: Command {
    package static let name = "RecordPerformance"
    package let caseFile: CaseFile.ID
    /// The version of the publication that the officer saw.
    package let seen: Int
    package let state: Performance
    package let on: Day
    package let note: String

    package init(caseFile: CaseFile.ID, seen: Int, state: Performance, on: Day, note: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.state = state
        self.on = on
        self.note = note
    }

    package func run(in session: CommandSession) throws -> Performance {
        let loaded = try session.publication(caseFile)
        guard loaded.isPublic else { throw PublicityError.notPublished }
        try session.requireDecidingAgency(caseFile)
        try session.requireSeen(seen, Publication.self, caseFile.text)
        let category = try session.load(CaseFile.self, caseFile.text).state.opening?.item.category ?? ""
        guard state.fits(category), on <= session.today else { throw PublicityError.performanceDoesNotFit(state) }
        let recorded = PerformanceRecorded(state: Open(state), on: Open(on), note: note)
        try session.append(.performed(recorded), to: Publication.self, caseFile.text)
        return state
    }
}
