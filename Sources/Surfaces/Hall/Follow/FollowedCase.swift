import Access
import Casework
import Cryptography
import EventLog
import Kernel
import Participation
import Parties
import Processes
import Publicity
import Supervision

/// How somebody came to a case or letter that is theirs.
///
/// A way is found anew with every request: a mandate that ended opens nothing.
enum FollowedWay: Hashable, Sendable {
    /// Number and query code were shown.
    case code(QueryCode)
    /// It belongs to the account that is signed in.
    case account
    /// It is a firm's, whose agent is signed in.
    case agent(Party.ID)
    /// The code was shown that is served on the other party of an adjudication.
    case respondent(QueryCode)

    /// The query code; empty when the account opened it.
    var codeText: String {
        switch self {
        case .code(let code), .respondent(let code): code.text
        case .account, .agent: ""
        }
    }
}

/// A case as its applicant may see it, found by number and query code or in the own account.
struct FollowedCase: Sendable {
    let summary: CaseRowSummary
    let way: FollowedWay
    let state: CaseFile
    /// The version of the stream that the page shows.
    let version: Int
    let opening: CaseFile.Opening
    let history: [RecordedEvent]
    let process: ProcessDefinition?
    let rating: Rating
    /// What the party and the agency wrote to each other.
    let conversation: CaseConversation
    /// Why it is beyond its promised day, in the agency's words.
    let delayReason: String?
    /// By when its permit is to be renewed; `nil` where it has none, or one without an end.
    let renewalTime: RenewalTime?
    /// When it was found to be late, earliest first.
    let overruns: [Overrun]
    /// Who is signed in and opened it as their own; `nil` for whoever showed number and code.
    var reader: Principal?

    /// One limit that passed without a decision, as supervision found it by itself.
    struct Overrun: Sendable {
        let finding: Int
        let foundAt: Instant
        let lateness: Lateness

        /// `nil` for what is no lateness, or was withdrawn as unfounded.
        init?(_ finding: Finding) {
            guard let lateness = finding.breach.lateness, finding.status.name != .withdrawn else { return nil }
            self.finding = finding.number
            foundAt = finding.raisedAt
            self.lateness = lateness
        }
    }

    var address: String {
        switch way {
        case .code(let code), .respondent(let code): HallPath.caseFile(summary.number, code.text)
        case .account, .agent: HallPath.ownCase(summary.number)
        }
    }

    func address(of part: HallPath.CasePart) -> String { "\(address)/\(part.rawValue)" }

    /// Where the renewal or change of its permit is asked for.
    func address(of purpose: FollowUp.Purpose) -> String { "\(address)/permit/\(purpose.rawValue)" }

    /// Why its permit is not renewed or changed today; `nil` when that may be asked for.
    func fault(_ purpose: FollowUp.Purpose, on today: Day) -> FollowUpFault? {
        state.followUpFault(purpose, isLicense: process?.category == .licensing, on: today)
    }

    /// A document, by its place in order of issue from 1.
    func address(ofDocument place: Int) -> String { "\(address)/documents/\(place)" }

    /// The chart of the case in one of its shapes.
    func address(ofChart shape: CaseChart.Shape) -> String { "\(address)/chart/\(shape.rawValue)" }

    /// Reads the case; nil unless number and code belong together.
    ///
    /// The code of the other party of an adjudication opens it only where the reading is for both.
    static func read(
        number: String,
        code: QueryCode,
        isForBoth: Bool = false,
        from parts: HallParts
    ) async throws -> FollowedCase? {
        let digest = code.digest(under: parts.queryKey)
        return try await parts.read { [today = parts.today, key = parts.queryKey] reading in
            if let summary = try reading.caseFile(number: number, queryDigest: digest) {
                return try FollowedCase(summary, by: .code(code), reading, on: today)
            }
            guard isForBoth, code == QueryCode(respondentOf: number, under: key),
                let summary = try reading.caseFile(number: number)
            else { return nil }
            let found = try FollowedCase(summary, by: .respondent(code), reading, on: today)
            return found.flatMap { $0.state.isServedOnRespondent ? $0 : nil }
        }
    }

    /// Reads a case of the account's own; nil unless it is.
    static func read(number: String, of own: Own, from parts: HallParts) async throws -> FollowedCase? {
        let found = try await parts.read { reading -> (CaseRowSummary, code: String?)? in
            guard let summary = try reading.caseFile(number: number) else { return nil }
            return (summary, try reading.creditCode(of: Party.ID(summary.party)))
        }
        guard let (summary, code) = found else { return nil }
        let way: FollowedWay
        if try await parts.accounts.owns(Belonging(.caseFile, summary.id.text), own.principal) {
            way = .account
        } else if let mandate = own.mandates.first(where: { $0.code == code && $0.isInForce(on: parts.today) }) {
            way = .agent(mandate.agent)
        } else {
            return nil
        }
        return try await parts.read { [today = parts.today] reading in
            try FollowedCase(summary, by: way, reading, on: today)
        }
    }

    private init?(_ summary: CaseRowSummary, by way: FollowedWay, _ reading: EventReading, on today: Day) throws {
        let loaded = try reading.state(CaseFile.self, summary.id.text)
        // The agent of a firm is told of a matter that an agency took up itself by the papers it serves, not here.
        guard let opening = loaded.state.opening, !opening.isExOfficio else { return nil }
        let pin = opening.item.process
        let key = PublishedProcess.key(id: pin.id, version: pin.version)
        self.summary = summary
        self.way = way
        state = loaded.state
        version = loaded.version
        self.opening = opening
        let history = try reading.history(of: summary.id)
        self.history = way.isRespondent ? FollowedCase.sinceTold(history) : history
        process = try reading.state(PublishedProcess.self, key).state.published?.definition
        delayReason = try reading.state(Delay.self, summary.id.text).state.explained?.reason.value
        renewalTime = try reading.renewalTime(of: state, on: today)
        overruns = try reading.findings(of: summary.id).all.compactMap(Overrun.init)
        let all = try reading.conversation(of: summary.id).state
        conversation = way.isRespondent ? all.since(self.history.first?.envelope.recordedAt) : all
        rating = try reading.state(Rating.self, summary.id.text).state
    }

    /// The applicant, or who acts for it.
    var actor: Actor {
        switch way {
        case .code, .account: Actor(kind: .party, id: opening.party)
        case .respondent: Actor(kind: .party, id: CaseConversation.respondent)
        case .agent(let agent): Actor(kind: .party, id: agent.text, onBehalfOf: opening.party)
        }
    }

    /// On which side of the case the reader stands.
    var side: CaseConversation.Side { way.isRespondent ? .respondent : .party }

    /// The documents that are for the reader, each with its place in order of issue from 1.
    ///
    /// To the other party go what it is told, heard by and decided; its own notice, which bears its code, goes to nobody else.
    var ownDocuments: [(place: Int, document: IssuedDocument)] {
        let heard: Set<StepKind> = [.notice, .statement, .hearing, .mediate, .decide]
        let names = Set(
            (process?.steps ?? []).filter { heard.contains($0.kind) }
                .flatMap { step in step.documents + step.outcomes.flatMap(\.documents) }.map(\.name)
        )
        return state.documents.enumerated().map { (place: $0 + 1, document: $1) }.filter { _, document in
            guard document.isForParty else { return false }
            return way.isRespondent ? names.contains(document.name) : document.name != CaseFile.respondentNotice
        }
    }

    /// What happened since the other party was told of the case, that with it.
    private static func sinceTold(_ history: [RecordedEvent]) -> [RecordedEvent] {
        let told = history.firstIndex { event in
            guard case .written(let given)? = event.as(CaseFileEvent.self) else { return false }
            return given.documents.value?.contains { $0.document == CaseFile.respondentNotice } ?? false
        }
        return told.map { Array(history[$0...]) } ?? []
    }

    /// The notice that waits for an answer.
    var openNotice: CorrectionNotice? {
        guard !way.isRespondent else { return nil }
        return switch state.stage {
        case .correction(let notice): notice
        case .intake, .inquiry, .examination, .decided, .closed: nil
        }
    }

    /// Whether the application can still be taken back.
    var mayWithdraw: Bool {
        guard !way.isRespondent else { return false }
        return switch state.stage {
        case .intake, .correction, .examination: true
        case .inquiry, .decided, .closed: false
        }
    }
}
