import Casework
import Directory
import EventLog
import Kernel
import Parties
import Processes

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
        let matter: CaseMatter
        /// The words of the division on that day; `nil` for as shipped.
        var wording: WordingInForce?
    }

    let id: CaseFile.ID
    let opening: CaseFile.Opening
    let applicant: String
    let materials: [String]
    let open: [Open]

    /// Reads what is open; with `again`, what is issued already is read too, as it was when it was made.
    init(_ id: CaseFile.ID, again: Bool = false, in reading: EventReading) throws {
        let state = try reading.state(CaseFile.self, id.text).state
        guard let opening = state.opening else { throw DecisionsError.noSuchCase(id) }
        guard let party = try reading.party(Party.ID(opening.party)), let applicant = party.name else {
            throw DecisionsError.applicantErased(id)
        }
        let pin = opening.item.process
        let key = PublishedProcess.key(id: pin.id, version: pin.version)
        guard let process = try reading.state(PublishedProcess.self, key).state.published else {
            throw DecisionsError.noSuchCase(id)
        }
        self.id = id
        self.opening = opening
        self.applicant = applicant
        materials = state.submission?.materials.map(\.material) ?? []
        var matter = CaseMatter(process.definition.category, party: party)
        matter.prolongation = process.definition.prolongation?.limit.source
        let division = Division.Code(opening.item.division)
        open = try Dossier.open(
            reading.history(of: id),
            process.definition,
            matter,
            issued: again ? [] : state.documents,
            officers: OfficersActing(in: reading)
        ).map { open in
            var open = open
            if open.document.isOutgoing {
                open.wording = try reading.wording(of: open.document.name, in: division, on: open.at.day)
            }
            return open
        }
    }

    /// Returns the documents that the facts call for, without the first ones of each name, which are issued.
    private static func open(
        _ history: [RecordedEvent],
        _ definition: ProcessDefinition,
        _ matter: CaseMatter,
        issued: [IssuedDocument],
        officers: OfficersActing
    ) throws -> [Open] {
        var matter = matter
        var counts: [String: Int] = [:]
        var open: [Open] = []
        var outgoing = OutgoingPapers()
        for event in history {
            guard let fact = event.as(CaseFileEvent.self) else { continue }
            matter.hear(fact)
            for document in CaseDocument.documents(for: fact, in: definition, decision: matter.decision) {
                let ordinal = counts[document.name, default: 0] + 1
                counts[document.name] = ordinal
                let served = outgoing.take(document)
                let former = document.formerName
                let made = issued.count { $0.name == document.name || $0.name == former }
                guard ordinal > made else { continue }
                matter.officers = try officers.acting(in: event, of: history)
                open.append(
                    Open(
                        document: document,
                        ordinal: ordinal,
                        at: event.envelope.occurred.at,
                        officer: matter.officers.first?.name ?? "",
                        served: served,
                        correlation: event.envelope.command.correlation,
                        matter: matter
                    )
                )
            }
        }
        return open
    }
}

/// The papers that wait to be brought to the party, so that a receipt of service names what was served.
private struct OutgoingPapers {
    private var names: [String] = []
    private var holdsDecision = false
    private var lastServed = ""

    /// Takes note of a document; returns the titles that it brings if it is a service, else nothing.
    ///
    /// With a decision go the papers made after it, as the list of what is seized; any other paper goes by itself.
    mutating func take(_ document: CaseDocument) -> String {
        switch document {
        case .service, .noticeService:
            if !names.isEmpty { lastServed = names.map { "《\($0)》" }.joined() }
            names = []
            holdsDecision = false
            return lastServed
        case .decision, .nonAcceptance:
            names = [document.name]
            holdsDecision = true
        case .acceptance, .correction, .specialProcedure, .prolongation, .deferral, .termination, .written, .opinion,
            .payment,
            .certificate, .upkeep, .jurisdiction:
            guard document.isForParty else { return "" }
            names = holdsDecision ? names + [document.name] : [document.name]
        // Whoever is served something of the matter meanwhile is not served this with it.
        case .recusal: break
        }
        return ""
    }
}

/// Who acted together in one event, with their certificates.
private struct OfficersActing {
    let reading: EventReading

    init(in reading: EventReading) {
        self.reading = reading
    }

    func acting(in event: RecordedEvent, of history: [RecordedEvent]) throws -> [ActingOfficer] {
        let actor = event.envelope.actor
        guard actor.kind == .officer else { return [] }
        let companions = history.lazy.filter { $0.envelope.command == event.envelope.command }.compactMap { other in
            if case .completed(let given)? = other.as(CaseFileEvent.self) { given.companions } else { [String]?.none }
        }
        return try ([actor.id] + (companions.first ?? [])).compactMap { id in
            try officer(id, on: event.envelope.occurred.at.day, shown: id == actor.id ? actor.certificate : nil)
        }
    }

    private func officer(_ id: String, on day: Day, shown: String?) throws -> ActingOfficer? {
        guard let officer = try reading.state(OfficerEntry.self, id).state.officer else { return nil }
        let held = officer.certificates.first { certificate in
            certificate.terms.kind == .enforcement && certificate.standing(on: day) == .valid
        }
        let number = shown.flatMap { $0.split(separator: "@").first }.map(String.init) ?? held?.number.text ?? ""
        return ActingOfficer(name: officer.name, certificate: number)
    }
}
