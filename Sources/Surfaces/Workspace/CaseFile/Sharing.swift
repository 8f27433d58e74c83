import Access
import Casework
import Directory
import EventLog
import Kernel
import Processes
import WorkflowEngine

/// Who does a waiting step, where several could: taken, given, and signed by several.
struct Sharing: Sendable {
    /// A step and an officer who may be given it from a post.
    struct Giving: Sendable {
        let step: Step
        let officer: OfficerRow
        let post: PostRow

        /// The officer and post as one value of a list.
        var value: String { "\(step.id.text) \(officer.id.text) \(post.id.text)" }
        var label: String { "\(step.name)：\(officer.name)（\(post.name)）" }
    }

    /// A step that several sign, with how they voted so far.
    struct Signing: Sendable {
        struct Seat: Sendable {
            let officer: String
            let name: String
            /// `nil` while it is open.
            let agrees: Bool?
        }

        let step: Step
        let seats: [Seat]
        /// Whether the reader is asked and has not voted.
        let isAsked: Bool
        /// Whether the reader's post does the step, and so chooses who signs.
        let isOwn: Bool
    }

    static let none = Sharing(
        claimable: [],
        taken: [],
        givings: [],
        signings: [],
        colleagues: [],
        action: .readCase,
        leading: nil
    )

    /// Own steps that nobody has taken, where the post has several holders.
    let claimable: [Step]
    /// Own steps that the reader has.
    let taken: [Step]
    /// To whom the reader may give which step; empty for those who neither review nor approve.
    let givings: [Giving]
    let signings: [Signing]
    /// Who may be asked to sign.
    let colleagues: [OfficerRow]
    /// What the reader may do with cases at all; signing needs no more.
    let action: Action
    /// The post of the process from which the reader gives steps; `nil` for those who neither review nor approve.
    let leading: String?
}

extension Sharing {
    static func read(
        _ own: [CaseContent.OwnStep],
        _ held: [PostRow],
        _ principal: Principal,
        _ state: CaseFile,
        _ process: PublishedProcess.Published,
        on today: Day,
        _ reading: EventReading
    ) throws -> Sharing {
        guard let agency = held.first?.agency, let reader = principal.officer else { return .none }
        let definition = process.definition
        let waiting = state.position.steps.compactMap(definition.step)
        func holders(of post: PostRow) throws -> [OfficerRow] {
            try reading.reader.officers(of: post.id, in: reading.realm, on: today)
        }
        let free = try own.filter { own in
            try state.assignees[own.step.id] == nil && own.posts.contains { try holders(of: $0).count > 1 }
        }
        let functions = Set(held.flatMap { $0.responsibility.processPosts })
        let leading = definition.posts.first {
            ($0.kind == .review || $0.kind == .approve) && functions.contains($0.id.text)
        }
        let all = leading != nil ? try reading.reader.posts(ofAgency: agency, in: reading.realm, on: today) : []
        let givings = try waiting.flatMap { step in
            try all.filter { $0.responsibility.processPosts.contains(step.post.text) }.flatMap { post in
                try holders(of: post).filter { state.assignees[step.id] != $0.id.text }
                    .map { Giving(step: step, officer: $0, post: post) }
            }
        }
        let signings = try waiting.filter { $0.countersign != nil }.map { step in
            let seats = process.flow.seats(of: step.id, in: state.position.marking)
            return Signing(
                step: step,
                seats: try seats.map { seat in
                    let row = try reading.reader.officer(Officer.ID(seat.signer.text), in: reading.realm)
                    return Signing.Seat(
                        officer: seat.signer.text,
                        name: row?.name ?? seat.signer.text,
                        agrees: seat.agrees
                    )
                },
                isAsked: seats.contains { $0.signer.text == reader.text && $0.agrees == nil },
                isOwn: own.contains { $0.step.id == step.id }
            )
        }
        return Sharing(
            claimable: free.map(\.step),
            taken: own.map(\.step).filter { state.assignees[$0.id] == reader.text },
            givings: givings,
            signings: signings,
            colleagues: signings.contains(where: \.isOwn)
                ? try reading.reader.officers(ofAgency: agency, in: reading.realm, on: today) : [],
            action: Workspace.working.first { AccessDecision.decide(principal, .permission($0.action)) == .allowed }?
                .action ?? .readCase,
            leading: leading?.id.text
        )
    }
}
