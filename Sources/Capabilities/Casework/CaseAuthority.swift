import Directory
import EventLog
import Kernel
import Processes

/// Asks the directory whether the acting officer may act on a case today, and with which process posts.
enum CaseAuthority {
    /// Refuses who may not act on the case, and who is recused from it; at a step that decides also whose recusal is open;
    /// at a legal review who is not qualified for it.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 43, 58.2.
    static func officer(
        of run: CaseRun,
        at step: Step? = nil,
        companions: [String] = [],
        in session: CommandSession
    ) throws -> CaseFile.StepActor {
        let actor = try colleague(of: run, companions: companions, in: session)
        let deciding = step.flatMap { $0.kind.isDeciding ? $0.id : nil }
        try run.requireNotRecused([actor.officer] + companions, deciding: deciding)
        if let step { try run.requireQualified(actor, at: step) }
        return actor
    }

    /// For what also somebody may do who is recused: to hand a step on, or to remind of it.
    static func colleague(
        of run: CaseRun,
        companions: [String] = [],
        in session: CommandSession
    ) throws -> CaseFile.StepActor {
        try officer(of: run.opening.item, companions: companions, in: session)
    }

    static func officer(
        of item: ItemPin,
        companions: [String],
        in session: CommandSession
    ) throws -> CaseFile.StepActor {
        guard session.actor.kind == .officer, let post = session.actor.post else { throw CaseworkError.notAnOfficer }
        guard let place = Division.Code(item.division) else { throw CaseworkError.detailsMissing("行政区划") }
        let category = EnforcementCategory(nationalCode: item.category)
        let officer = session.actor.id
        let authority = try session.authority(
            of: Officer.ID(officer),
            at: Post.ID(post),
            for: category,
            in: place
        )
        guard authority.agency.text == item.agency else { throw CaseworkError.otherAgency(item.agencyName) }
        for companion in companions {
            _ = try session.authority(of: Officer.ID(companion), at: Post.ID(post), for: category, in: place)
        }
        return CaseFile.StepActor(
            officer: officer,
            deputyFor: authority.deputyFor?.text,
            companions: companions,
            functions: authority.responsibility.processPosts
        )
    }
}

extension CaseAuthority {
    /// Returns the posts of a process that an officer could fill from `post` today.
    static func functions(
        of officer: Officer.ID,
        at post: Directory.Post.ID,
        for item: ItemPin,
        in session: CommandSession
    ) throws -> Set<String> {
        guard let place = Division.Code(item.division) else { throw CaseworkError.detailsMissing("行政区划") }
        let category = EnforcementCategory(nationalCode: item.category)
        let authority = try session.authority(of: officer, at: post, for: category, in: place)
        guard authority.agency.text == item.agency else { throw CaseworkError.otherAgency(item.agencyName) }
        return authority.responsibility.processPosts
    }

    /// Refuses somebody whom the agency does not employ today.
    static func requireColleague(_ officer: String, of item: ItemPin, in session: CommandSession) throws {
        let person = try session.load(OfficerEntry.self, officer).state.officer
        guard person?.agency.value(on: session.today)??.text == item.agency else {
            throw CaseworkError.otherAgency(item.agencyName)
        }
    }
}

extension CaseRun {
    /// Refuses who does not take in applications: the post of the first step does.
    func requireWindow(_ actor: CaseFile.StepActor) throws(CaseworkError) {
        let post = definition.step(definition.first)?.post.text ?? ""
        guard actor.functions.contains(post) else { throw .notYourStep(step: definition.first, post: post) }
    }

    /// Refuses who holds none of the posts that handle such cases.
    func requireHandler(_ actor: CaseFile.StepActor) throws(CaseworkError) {
        let handling = definition.posts.filter { $0.kind == .handle }.map(\.id.text)
        guard !actor.functions.isDisjoint(with: handling) else {
            throw .notYourStep(step: definition.first, post: handling.first ?? "")
        }
    }
}

extension Responsibility {
    /// The posts of a process that a directory post of this responsibility fills.
    package var processPosts: Set<String> {
        switch self {
        case .reception: ["window"]
        case .handle: ["examiner", "handler"]
        case .review: ["reviewer"]
        case .approve: ["approver", "panel"]
        case .legalReview: ["legalReviewer", "legal"]
        case .hearingChair: ["chair"]
        case .supervision: []
        }
    }
}

extension EnforcementCategory {
    /// The kind of act for a national category code, as `01`; unknown ones are other powers.
    package init(nationalCode: String) {
        switch nationalCode {
        case "01": self = .license
        case "02": self = .penalty
        case "03": self = .coercion
        case "04": self = .levy
        case "05": self = .grant
        case "06": self = .inspection
        case "07": self = .confirmation
        case "08": self = .reward
        case "09": self = .adjudication
        default: self = .other
        }
    }
}
