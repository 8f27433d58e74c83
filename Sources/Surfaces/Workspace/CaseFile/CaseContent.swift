import Acting
import Access
import Casework
import Catalog
import Directory
import Discretion
import EventLog
import Kernel
import Parties
import Processes
import Supervision
import TimeLimits
import WorkflowEngine

/// Everything that the page of one case shows, read within one snapshot.
struct CaseContent: Sendable {
    /// A step that waits for the officer, and the own posts from which it can be done.
    struct OwnStep: Sendable {
        let step: Step
        let posts: [PostRow]
        /// Who else holds one of these posts, for steps that take two.
        let companions: [OfficerRow]
        let returnTargets: [Step]
    }

    /// From where the officer may add evidence, and who else may have obtained it.
    struct Collecting: Sendable {
        /// The post of the process that handles the case; `nil` for who only helps.
        let function: String?
        let posts: [PostRow]
        let companions: [OfficerRow]
    }

    let id: CaseFile.ID
    let number: String
    let today: Day
    let version: Int
    let state: CaseFile
    let opening: CaseFile.Opening
    let process: PublishedProcess.Published
    let party: Party?
    /// Who applied for the party; `nil` when it applied itself.
    let agent: Party?
    let history: [RecordedEvent]
    /// What the party and the officers wrote to each other.
    let conversation: CaseConversation
    let findings: [Finding]
    let officers: [String: String]
    let posts: [String: String]
    let own: [OwnStep]
    let sharing: Sharing
    /// `nil` for those who do not handle the case, and once it is decided.
    let collecting: Collecting?
    /// The post of the process from which the reader takes in what applicants bring; `nil` for others.
    let receiving: String?
    /// Whether the reader works on the case, or did.
    let isMine: Bool
    let responsible: [ResponsiblePerson]
    /// Own posts whose holder may prolong the limit.
    let prolonging: [PostRow]
    /// Whether the reader has a post in the case's agency.
    let isColleague: Bool
    /// The posts of the process that the reader's own posts in the agency fill.
    let functions: Set<String>
    /// Own posts whose holder approves such cases, and so may end them, correct and revoke what was decided.
    let approving: [PostRow]
    /// Whose recusal may be asked for here, and from where the reader decides about one.
    let recusing: Recusing
    /// The next case that waits for the officer.
    let next: String?
    /// The steps of the versions under which the case ran before, by the names they had there.
    let formerNames: [Step.ID: String]
    /// The party's cases in the agency, this one among them; empty for those who do not work on the case.
    let ofSameParty: [CaseRowSummary]
    /// Whether the reader may still take the case into another, or one out of it.
    let isRegroupable: Bool
    /// The party's cases under the same item that may lead, as they stand; the law of time is asked by the command.
    let mergeable: [LeadingCase]
    /// What the papers of the process ask.
    let forms: DocumentForms
    /// What the agency's list wants recorded.
    let recorded: RecordedSteps
    /// What the item's table says of the conditions, by what the application states.
    let verdict: ItemRules.Verdict?
    /// The item's discretion benchmarks that can count for a penalty.
    let benchmarks: [BenchmarkVersion]
    /// What fell under the case and awaits a transition decision; empty once nothing more is done.
    let fallen: [FallenGround]
    /// Those among it for which acts on the party wait.
    let holding: [FallenGround]
    /// Whether a transition decision ends the case undecided.
    let isToBeEnded: Bool
    /// What the reader filled in on site and no step has taken; read from the drafts, not from the log.
    var fieldRecords: [FieldRecord] = []
    /// What the reader typed into forms of this case and kept; read from the drafts, not from the log.
    var formDrafts: [FormDraft] = []
    /// What the catalog has for the words typed into a form that names another agency's item.
    var found: FoundItems?

    var definition: ProcessDefinition { process.definition }

    var place: Place { opening.item.place }

    /// Returns `nil` when there is no such case.
    init?(number: String, for principal: Principal, on today: Day, in reading: EventReading) throws {
        guard let summary = try reading.caseFile(number: number) else { return nil }
        let versioned = try reading.state(CaseFile.self, summary.id.text)
        guard let opening = versioned.state.opening, let process = try reading.process(opening.item.process) else {
            return nil
        }
        id = summary.id
        self.number = number
        self.today = today
        version = versioned.version
        state = versioned.state
        self.opening = opening
        self.process = process
        forms = try DocumentForms.shipped()
        recorded = try RecordedSteps(versioned.state, process.definition, on: today, in: reading)
        verdict = try reading.eligibility(of: versioned.state)
        benchmarks = try reading.benchmarks(for: versioned.state, process.definition, on: today)
        let isRunning = CaseVerb.decideTransition.rule.stages.contains(versioned.state.stage.name)
        let grounds =
            isRunning ? try reading.fallenGrounds(of: versioned.state, process.definition, on: today) : []
        fallen = versioned.state.undecided(grounds)
        holding = fallen.filter(versioned.state.isHeld)
        isToBeEnded = versioned.state.isToBeEnded(under: grounds)
        formerNames = try versioned.state.migrations.reduce(into: [:]) { names, migrated in
            let former = try reading.process(migrated.event.from)?.definition.names ?? [:]
            names.merge(former) { _, later in later }
        }
        party = try reading.party(Party.ID(opening.party))
        agent = try opening.agent.flatMap { try reading.party(Party.ID($0.party)) }
        history = try reading.history(of: summary.id)
        conversation = try reading.conversation(of: summary.id).state
        findings = try reading.findings(of: summary.id).all
        officers = try CaseContent.officers(in: history, reading)
        posts = try CaseContent.posts(of: opening.item.agency, on: today, reading)
        let isOwnAgency = principal.agency?.text == opening.item.agency
        let held = isOwnAgency ? principal.posts : []
        let open = versioned.state.position.steps.compactMap(process.definition.step)
        own = try open.compactMap { step in
            try CaseContent.own(step, held, principal, versioned.state, process, on: today, reading)
        }
        sharing = try Sharing.read(own, held, principal, versioned.state, process, on: today, reading)
        collecting = try CaseContent.collecting(held, principal, versioned.state, process, on: today, reading)
        let window = process.definition.step(process.definition.first)?.post.text
        receiving =
            held.contains { post in window.map(post.responsibility.processPosts.contains) ?? false } ? window : nil
        let approvers = process.definition.posts.filter { $0.kind == .approve }.map(\.id.text)
        approving = held.filter { !$0.responsibility.processPosts.isDisjoint(with: approvers) }
        isMine = !own.isEmpty || principal.officer.map { versioned.state.involves($0.text) } ?? false
        ofSameParty =
            isMine ? try RelatedPanel.cases(of: Party.ID(opening.party), in: opening.item.agency, reading) : []
        isRegroupable =
            !approving.isEmpty && holding.isEmpty && versioned.state.isRegroupable(process.definition)
        mergeable = isRegroupable ? try RelatedPanel.leading(versioned.state, id, reading) : []
        responsible = try reading.responsiblePersons(of: summary.id)
        let approver = process.definition.prolongation?.approvedBy.text
        prolonging = held.filter { post in approver.map { post.responsibility.processPosts.contains($0) } ?? false }
        isColleague = !held.isEmpty
        functions = held.reduce(into: []) { $0.formUnion($1.responsibility.processPosts) }
        recusing = try Recusing.read(held, principal.officer, opening, on: today, reading)
        next = try CaseContent.next(after: summary.id, state: versioned.state, held, reading)
    }

    private static func own(
        _ step: Step,
        _ held: [PostRow],
        _ principal: Principal,
        _ state: CaseFile,
        _ process: PublishedProcess.Published,
        on today: Day,
        _ reading: EventReading
    ) throws -> OwnStep? {
        let posts = held.filter { $0.responsibility.processPosts.contains(step.post.text) }
        guard !posts.isEmpty else { return nil }
        let holders =
            try step.officers > 1
            ? posts.flatMap { try reading.reader.officers(of: $0.id, in: reading.realm, on: today) } : []
        let targets = process.flow.returnTargets(from: step.id, in: state.position.marking)
        return OwnStep(
            step: step,
            posts: posts,
            companions: holders.filter { $0.id != principal.officer },
            returnTargets: targets.compactMap(process.definition.step)
        )
    }

    private static func collecting(
        _ held: [PostRow],
        _ principal: Principal,
        _ state: CaseFile,
        _ process: PublishedProcess.Published,
        on today: Day,
        _ reading: EventReading
    ) throws -> Collecting? {
        guard state.takesEvidence(in: process.definition) else { return nil }
        let handling = process.definition.posts.filter { $0.kind == .handle }.map(\.id.text)
        for function in handling {
            let posts = held.filter { $0.responsibility.processPosts.contains(function) }
            guard !posts.isEmpty else { continue }
            let holders = try posts.flatMap { try reading.reader.officers(of: $0.id, in: reading.realm, on: today) }
            return Collecting(
                function: function,
                posts: posts,
                companions: holders.filter { $0.id != principal.officer }
            )
        }
        guard let reader = principal.officer, state.assistants.contains(reader.text), !held.isEmpty else { return nil }
        return Collecting(function: nil, posts: held, companions: [])
    }

    private static func officers(in history: [RecordedEvent], _ reading: EventReading) throws -> [String: String] {
        var names: [String: String] = [:]
        var actors = history.map(\.envelope.actor).filter { $0.kind == .officer }.map(\.id)
        for fact in history.compactMap({ $0.as(CaseFileEvent.self) }) { actors += fact.namedOfficers }
        for officer in actors where names[officer] == nil {
            names[officer] = try reading.reader.officer(Officer.ID(officer), in: reading.realm)?.name
        }
        return names
    }

    private static func posts(of agency: String, on day: Day, _ reading: EventReading) throws -> [String: String] {
        let rows = try reading.reader.posts(ofAgency: Agency.ID(agency), in: reading.realm, on: day)
        return Dictionary(rows.map { ($0.id.text, $0.name) }) { first, _ in first }
    }

    /// The next line of the own inbox; from the top when this case no longer waits for one of the own posts.
    private static func next(
        after id: CaseFile.ID,
        state: CaseFile,
        _ held: [PostRow],
        _ reading: EventReading
    ) throws -> String? {
        let functions = Set(held.flatMap { $0.responsibility.processPosts }).sorted()
        guard let agency = held.first?.agency.text, !functions.isEmpty else { return nil }
        let entered = state.position.waiting.filter { functions.contains($0.post) }.compactMap {
            state.entered[$0.step]
        }
        let rows = try reading.deskInbox(
            of: agency,
            functions: functions,
            after: entered.max().map { ($0, id) },
            limit: 2
        )
        return rows.first { $0.summary.id != id }?.summary.number
    }
}

extension CaseContent {
    /// The post of the process from which the reader handles such cases; `nil` for others, and in another agency.
    var handling: String? {
        guard isColleague else { return nil }
        return definition.posts.first { $0.kind == .handle && functions.contains($0.id.text) }?.id.text
    }

    /// Whether the applicant may still take the application back.
    var isWithdrawable: Bool {
        !opening.isExOfficio && CaseVerb.withdraw.rule.stages.contains(state.stage.name)
    }
}

extension CaseFileEvent {
    /// The officers whom a fact names beside who did it.
    fileprivate var namedOfficers: [String] {
        switch self {
        case .evidenceAdded(let added): added.collectors
        case .recordingFiled(let filed): [filed.recorder]
        case .assigned(let assigned): assigned.officer.map { [$0] } ?? []
        case .signersChanged(let changed): changed.added + changed.removed
        case .assistantsChanged(let changed): changed.added + changed.removed
        default: []
        }
    }
}
