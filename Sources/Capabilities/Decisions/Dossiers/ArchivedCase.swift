import Casework
import Directory
import EventLog
import Kernel
import Processes

/// A case as those see it who keep its dossier.
struct ArchivedCase: Sendable {
    let id: CaseFile.ID
    let state: CaseFile
    let version: Int
    let opening: CaseFile.Opening
    let definition: ProcessDefinition
    let record: DossierRecord

    init(_ id: CaseFile.ID, in session: CommandSession) throws {
        let loaded = try session.load(CaseFile.self, id.text)
        let record = try session.load(DossierRecord.self, id.text).state
        guard let pin = loaded.state.opening?.item.process else { throw DecisionsError.noSuchCase(id) }
        let key = PublishedProcess.key(id: pin.id, version: pin.version)
        let process = try session.load(PublishedProcess.self, key).state.published
        try self.init(id, loaded, record, process)
    }

    init(_ id: CaseFile.ID, in reading: EventReading) throws {
        let loaded = try reading.state(CaseFile.self, id.text)
        let record = try reading.state(DossierRecord.self, id.text).state
        guard let pin = loaded.state.opening?.item.process else { throw DecisionsError.noSuchCase(id) }
        let key = PublishedProcess.key(id: pin.id, version: pin.version)
        try self.init(id, loaded, record, try reading.state(PublishedProcess.self, key).state.published)
    }

    private init(
        _ id: CaseFile.ID,
        _ loaded: Versioned<CaseFile>,
        _ record: DossierRecord,
        _ process: PublishedProcess.Published?
    ) throws {
        guard let opening = loaded.state.opening, let process else { throw DecisionsError.noSuchCase(id) }
        self.id = id
        state = loaded.state
        version = loaded.version
        self.opening = opening
        definition = process.definition
        self.record = record
    }

    /// Establishes that who acts holds one of the posts in the agency of the case, with certificate and all.
    ///
    /// - Throws: `AuthorityRefusal`, `CaseworkError.notAnOfficer`, `DecisionsError.notKeeper`.
    func authority(_ posts: [Responsibility], in session: CommandSession) throws -> Authority {
        let actor = session.actor
        guard actor.kind == .officer, let post = actor.post, let place = Division.Code(opening.item.division) else {
            throw CaseworkError.notAnOfficer
        }
        let authority = try session.authority(
            of: Officer.ID(actor.id),
            at: Post.ID(post),
            for: EnforcementCategory(nationalCode: opening.item.category),
            in: place
        )
        guard authority.agency.text == opening.item.agency else {
            throw CaseworkError.otherAgency(opening.item.agencyName)
        }
        guard posts.contains(authority.responsibility) else { throw DecisionsError.notKeeper(posts.map(\.chinese)) }
        return authority
    }

    /// Refuses a case that cannot be bound on a day.
    func requireArchivable(_ keeping: DossierKeeping, on today: Day) throws(DecisionsError) {
        if let archived = record.archived { throw .alreadyArchived(on: archived.archivedOn) }
        guard let first = keeping.firstDay(of: state, definition.category) else { throw .notClosed(id) }
        guard first <= today else { throw .waitsForRemedies(until: first, source: keeping.remedies.source) }
    }

    func retention() throws -> Retention {
        try RetentionClasses.shipped().dossier(of: definition.category, isGrave: state.clue?.isGrave == true)
    }
}
