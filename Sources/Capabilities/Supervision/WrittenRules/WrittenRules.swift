package import EventLog
package import Kernel

/// The rules that supervisors of a realm wrote: every version, and through which hands it went.
package struct WrittenRules: Aggregate {
    package static let category = "written-rules"
    /// One stream a realm, so that an act asks once.
    package static let key = "supervision"

    package enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
        case draft
        /// It runs, and what it finds is shown to supervisors alone and costs no points.
        case shadow
        case live
        case ended

        package var chinese: String {
            switch self {
            case .draft: "草稿"
            case .shadow: "试运行"
            case .live: "正式运行"
            case .ended: "已停用"
            }
        }
    }

    /// A stage it came into: when, by whom, why.
    package struct Passage: Hashable, Sendable {
        package let stage: Stage
        package let at: Instant
        package let by: Actor
        package let reason: String
    }

    /// A trial that was asked for and has no result yet.
    package struct Trial: Hashable, Sendable {
        package let begun: WrittenRuleTrialBegun
        /// Where it was asked for in the log; everything before is judged.
        package let before: Int64
        package let at: Instant
        package let by: Actor
    }

    package struct Version: Hashable, Sendable {
        /// From 1 within the code.
        package let number: Int
        package fileprivate(set) var rule: WrittenRule
        /// Everyone who wrote it.
        package fileprivate(set) var authors: Set<String>
        /// The last trial of what now stands in it.
        package fileprivate(set) var trial: WrittenRuleTried?
        /// The trial under way.
        package fileprivate(set) var trying: Trial?
        /// Why the last trial came to no result, if it was the last thing that happened to the draft.
        package fileprivate(set) var trialEnded: WrittenRuleTrialEnded.Reason?
        /// In the order of time; the first is the draft.
        package fileprivate(set) var passages: [Passage]

        package var stage: Stage { passages.last?.stage ?? .draft }

        /// The stage it was in at a moment; `nil` before it was written.
        package func stage(at moment: Instant) -> Stage? { passages.last { $0.at <= moment }?.stage }

        /// How a finding cites it: `LOC-NIGHT@2`.
        package var citation: String { "\(rule.code.rawValue)@\(number)" }
    }

    /// By code, then number.
    package private(set) var all: [Version] = []

    package init() {}

    package mutating func evolve(_ event: WrittenRuleEvent, _ envelope: Envelope) {
        switch event {
        case .drafted(let drafted): draft(drafted, envelope)
        case .trialBegun(let begun):
            change(begun.code, begun.number) { version in
                version.trying = Trial(
                    begun: begun,
                    before: envelope.position,
                    at: envelope.recordedAt,
                    by: envelope.actor
                )
                version.trialEnded = nil
            }
        case .trialEnded(let ended):
            change(ended.code, ended.number) { version in
                version.trying = nil
                version.trialEnded = ended.reason
            }
        case .tried(let tried):
            change(tried.code, tried.number) { version in
                version.trial = tried
                version.trying = nil
            }
        case .shadowed(let moved): pass(moved.code, moved.number, to: .shadow, moved.reason, envelope)
        case .enacted(let moved): pass(moved.code, moved.number, to: .live, moved.reason, envelope)
        case .ended(let moved): pass(moved.code, moved.number, to: .ended, moved.reason, envelope)
        }
    }

    /// The versions of one rule, in the order of their numbers.
    package func versions(of code: RuleCode) -> [Version] { all.filter { $0.rule.code == code } }

    package func version(_ code: RuleCode, _ number: Int) -> Version? {
        all.first { $0.rule.code == code && $0.number == number }
    }

    /// The versions whose trial is under way, in the order in which they were asked for.
    package var beingTried: [Version] {
        all.filter { $0.trying != nil }.sorted { ($0.trying?.before ?? 0) < ($1.trying?.before ?? 0) }
    }

    /// Those in `stage` at a moment.
    package func versions(in stage: Stage, at moment: Instant) -> [Version] {
        all.filter { $0.stage(at: moment) == stage }
    }

    /// Returns these rules as if `rule` alone had always been live; for trials.
    package func trying(_ rule: WrittenRule) -> WrittenRules {
        var rules = WrittenRules()
        let passage = Passage(stage: .live, at: Instant(milliseconds: .min), by: .system("trial"), reason: "")
        rules.all = [Version(number: 0, rule: rule, authors: [], trial: nil, passages: [passage])]
        return rules
    }

    private mutating func draft(_ drafted: WrittenRuleDrafted, _ envelope: Envelope) {
        let author = envelope.actor.id
        if let index = all.firstIndex(where: { $0.rule.code == drafted.rule.code && $0.number == drafted.number }) {
            all[index].rule = drafted.rule
            all[index].authors.insert(author)
            all[index].trial = nil
            all[index].trying = nil
            all[index].trialEnded = nil
            return
        }
        let passage = Passage(stage: .draft, at: envelope.recordedAt, by: envelope.actor, reason: "")
        all.append(
            Version(number: drafted.number, rule: drafted.rule, authors: [author], trial: nil, passages: [passage])
        )
        all.sort { ($0.rule.code.rawValue, $0.number) < ($1.rule.code.rawValue, $1.number) }
    }

    /// Of one rule at most one version is in shadow and one live: the new one ends the old one.
    private mutating func pass(
        _ code: RuleCode,
        _ number: Int,
        to stage: Stage,
        _ reason: String,
        _ envelope: Envelope
    ) {
        let (at, by) = (envelope.recordedAt, envelope.actor)
        for index in all.indices
        where all[index].rule.code == code && all[index].number != number && all[index].stage == stage
            && stage != .ended
        {
            all[index].passages.append(Passage(stage: .ended, at: at, by: by, reason: "由第\(number)版取代"))
        }
        change(code, number) { version in
            version.passages.append(Passage(stage: stage, at: at, by: by, reason: reason))
            version.trying = nil
        }
    }

    private mutating func change(_ code: RuleCode, _ number: Int, _ body: (inout Version) -> Void) {
        guard let index = all.firstIndex(where: { $0.rule.code == code && $0.number == number }) else { return }
        body(&all[index])
    }
}

extension WrittenRules {
    /// What a supervisor may do next with a version: pure, from its stage and who acts.
    func drafting(_ rule: WrittenRule) throws(SupervisionError) -> WrittenRuleEvent {
        try rule.requireSound()
        let last = versions(of: rule.code).last
        let number = last.map { $0.stage == .draft ? $0.number : $0.number + 1 } ?? 1
        return .drafted(WrittenRuleDrafted(number: number, rule: rule))
    }

    /// A draft is tried once it is proved, and one trial of it at a time.
    func trying(_ code: RuleCode, _ number: Int, in days: ClosedRange<Day>) throws(SupervisionError) -> WrittenRuleEvent
    {
        let version = try require(code, number, in: [.draft])
        try version.rule.requireProved()
        guard version.trying == nil else { throw .trialUnderWay(code) }
        return .trialBegun(
            WrittenRuleTrialBegun(code: code, number: number, from: days.lowerBound, through: days.upperBound)
        )
    }

    /// Ends the trial under way without a result.
    func endingTrial(
        _ code: RuleCode,
        _ number: Int,
        _ reason: WrittenRuleTrialEnded.Reason
    ) throws(SupervisionError) -> WrittenRuleEvent {
        guard try require(code, number, in: [.draft]).trying != nil else { throw .noTrial(code) }
        return .trialEnded(WrittenRuleTrialEnded(code: code, number: number, reason: reason))
    }

    /// A draft runs in the shadow once it is proved and was tried on history.
    func shadowing(_ code: RuleCode, _ number: Int, _ reason: String) throws(SupervisionError) -> WrittenRuleEvent {
        let version = try require(code, number, in: [.draft])
        try version.rule.requireProved()
        guard version.trial != nil else { throw .notTried(code) }
        return .shadowed(WrittenRuleMoved(code: code, number: number, reason: reason))
    }

    /// Another supervisor than its authors lets a rule in the shadow go live.
    func enacting(
        _ code: RuleCode,
        _ number: Int,
        _ reason: String,
        by actor: Actor
    ) throws(SupervisionError) -> WrittenRuleEvent {
        let version = try require(code, number, in: [.shadow])
        guard !version.authors.contains(actor.id) else { throw .sameAuthor }
        return .enacted(WrittenRuleMoved(code: code, number: number, reason: reason))
    }

    func ending(_ code: RuleCode, _ number: Int, _ reason: String) throws(SupervisionError) -> WrittenRuleEvent {
        _ = try require(code, number, in: [.draft, .shadow, .live])
        return .ended(WrittenRuleMoved(code: code, number: number, reason: reason))
    }

    func require(_ code: RuleCode, _ number: Int, in stages: Set<Stage>) throws(SupervisionError) -> Version {
        guard let version = version(code, number) else { throw .noSuchRule(code, number) }
        guard stages.contains(version.stage) else { throw .wrongRuleStage(version.stage) }
        return version
    }
}
