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

    /// The query code; empty when the account opened it.
    var codeText: String {
        switch self {
        case .code(let code): code.text
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
        case .code(let code): HallPath.caseFile(summary.number, code.text)
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
    static func read(number: String, code: QueryCode, from parts: HallParts) async throws -> FollowedCase? {
        let digest = code.digest(under: parts.queryKey)
        return try await parts.read { [today = parts.today] reading in
            guard let summary = try reading.caseFile(number: number, queryDigest: digest) else { return nil }
            return try FollowedCase(summary, by: .code(code), reading, on: today)
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
        history = try reading.history(of: summary.id)
        process = try reading.state(PublishedProcess.self, key).state.published?.definition
        delayReason = try reading.state(Delay.self, summary.id.text).state.explained?.reason.value
        renewalTime = try reading.renewalTime(of: state, on: today)
        overruns = try reading.findings(of: summary.id).all.compactMap(Overrun.init)
        conversation = try reading.conversation(of: summary.id).state
        rating = try reading.state(Rating.self, summary.id.text).state
    }

    /// The applicant, or who acts for it.
    var actor: Actor {
        switch way {
        case .code, .account: Actor(kind: .party, id: opening.party)
        case .agent(let agent): Actor(kind: .party, id: agent.text, onBehalfOf: opening.party)
        }
    }

    /// The notice that waits for an answer.
    var openNotice: CorrectionNotice? {
        switch state.stage {
        case .correction(let notice): notice
        case .intake, .inquiry, .examination, .decided, .closed: nil
        }
    }

    /// Whether the application can still be taken back.
    var mayWithdraw: Bool {
        switch state.stage {
        case .intake, .correction, .examination: true
        case .inquiry, .decided, .closed: false
        }
    }
}
