import Casework
import Directory
import EventLog
import Kernel
import Parties

/// What is read of a case before its documents are made.
struct Dossier: Sendable {
    /// A document that is called for and not issued yet.
    struct Open: Sendable {
        let document: CaseDocument
        /// Which document of its name in the case, from 1.
        let ordinal: Int
        let at: Instant
        let officer: String
        /// What a service brought to the party.
        let served: String
        let correlation: String
    }

    let id: CaseFile.ID
    let opening: CaseFile.Opening
    let applicant: String
    let materials: [String]
    let open: [Open]

    init(_ id: CaseFile.ID, in reading: EventReading) throws {
        let state = try reading.state(CaseFile.self, id.text).state
        guard let opening = state.opening else { throw DecisionsError.noSuchCase(id) }
        guard let applicant = try reading.party(Party.ID(opening.party))?.name else {
            throw DecisionsError.applicantErased(id)
        }
        self.id = id
        self.opening = opening
        self.applicant = applicant
        materials = state.submission?.materials.map(\.material) ?? []
        open = try Dossier.open(reading.history(of: id), issued: state.documents) { officer in
            try reading.reader.officer(Officer.ID(officer), in: reading.realm)?.name
        }
    }

    /// Returns the documents that the facts call for, without the first ones of each name, which are issued.
    private static func open(
        _ history: [RecordedEvent],
        issued: [IssuedDocument],
        officer: (String) throws -> String?
    ) throws -> [Open] {
        var counts: [String: Int] = [:]
        var open: [Open] = []
        var lastOutgoing = ""
        for event in history {
            guard let fact = event.as(CaseFileEvent.self), let document = CaseDocument(fact) else { continue }
            let ordinal = counts[document.name, default: 0] + 1
            counts[document.name] = ordinal
            if case .service = document {} else { lastOutgoing = "《\(document.name)》" }
            guard ordinal > issued.count(where: { $0.name == document.name }) else { continue }
            open.append(
                Open(
                    document: document,
                    ordinal: ordinal,
                    at: event.envelope.occurred.at,
                    officer: try officer(event.envelope.actor.id) ?? "",
                    served: lastOutgoing,
                    correlation: event.envelope.command.correlation
                )
            )
        }
        return open
    }
}
