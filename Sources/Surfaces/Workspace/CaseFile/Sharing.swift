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

    /// An officer and the post from which the officer helps.
    struct Assistant: Sendable {
        let officer: String
        let post: String
        let label: String

        var value: String { "\(officer) \(post)" }
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
        handings: [],
        helpers: [],
        helping: [],
        recall: nil,
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
    /// To whom the reader may hand on an own step.
    let handings: [Giving]
    /// Who may be asked to help with the case, each from one post; for those who do a step of it.
    let helpers: [Assistant]
    /// Who helps, for those who may release them.
    let helping: [Assistant]
    /// The step that the reader may take back.
    let recall: Step?
    let signings: [Signing]
    /// Who may be asked to sign.
    let colleagues: [OfficerRow]
    /// What the reader may do with cases at all; signing needs no more.
    let action: Action
    /// The post of the process from which the reader gives steps; `nil` for those who neither review nor approve.
    let leading: String?
}

extension Sharing {
    /// The step done last by the reader, while it may be taken back.
    private static func recall(
        _ reader: Officer.ID,
        _ state: CaseFile,
        _ process: PublishedProcess.Published
    ) -> Step? {
        guard CaseVerb.recall.rule.stages.contains(state.stage.name),
            let recall = try? state.recall(by: reader.text, in: process.flow)
        else { return nil }
        return process.definition.step(recall.step)
    }

    /// Colleagues who do nothing in the case yet, each from the first of their posts.
    private static func helpers(
        _ pairs: [(post: PostRow, officer: OfficerRow)],
        _ reader: Officer.ID,
        _ state: CaseFile
    ) -> [Assistant] {
        var taken = Set(state.assistants + Array(state.assignees.values) + [reader.text])
        return pairs.filter { taken.insert($0.officer.id.text).inserted }.map { pair in
            Assistant(
                officer: pair.officer.id.text,
                post: pair.post.id.text,
                label: "\(pair.officer.name)（\(pair.post.name)）"
            )
        }
    }

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
        let untaken = try own.filter { own in
            try state.assignees[own.step.id] == nil && own.posts.contains { try holders(of: $0).count > 1 }
        }
        let functions = Set(held.flatMap { $0.responsibility.processPosts })
        let leading = definition.posts.first {
            ($0.kind == .review || $0.kind == .approve) && functions.contains($0.id.text)
        }
        let all =
            leading != nil || !own.isEmpty
            ? try reading.reader.posts(ofAgency: agency, in: reading.realm, on: today) : []
        let pairs = try all.flatMap { post in try holders(of: post).map { (post: post, officer: $0) } }
        func takers(of steps: [Step]) -> [Giving] {
            steps.flatMap { step in
                pairs.filter { pair in
                    pair.post.responsibility.processPosts.contains(step.post.text)
                        && pair.officer.id.text != state.assignees[step.id]
                        && !state.assistants.contains(pair.officer.id.text)
                }.map { Giving(step: step, officer: $0.officer, post: $0.post) }
            }
        }
        let free = own.map(\.step).filter { step in
            state.assignees[step.id].map { $0 == reader.text } ?? true
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
            claimable: untaken.map(\.step),
            taken: own.map(\.step).filter { state.assignees[$0.id] == reader.text },
            givings: leading == nil ? [] : takers(of: waiting),
            handings: takers(of: free).filter { $0.officer.id != reader },
            helpers: own.isEmpty ? [] : Sharing.helpers(pairs, reader, state),
            helping: try own.isEmpty
                ? []
                : state.assistants.map { officer in
                    let name = try reading.reader.officer(Officer.ID(officer), in: reading.realm)?.name
                    return Assistant(officer: officer, post: "", label: name ?? officer)
                },
            recall: Sharing.recall(reader, state, process),
            signings: signings,
            colleagues: signings.contains(where: \.isOwn)
                ? try reading.reader.officers(ofAgency: agency, in: reading.realm, on: today) : [],
            action: Workspace.working.first { AccessDecision.decide(principal, .permission($0.action)) == .allowed }?
                .action ?? .readCase,
            leading: leading?.id.text
        )
    }
}
