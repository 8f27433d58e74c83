package import EventLog
package import Kernel

/// Records that the party took the decision to reconsideration or to court (登记复议、诉讼).
///
/// The decision goes on having effect; only the surcharge stands still.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 73; Administrative Reconsideration Law (行政复议法) art. 42;
///   Administrative Litigation Law (行政诉讼法) art. 56.
package struct RecordRemedy: Command {
    package static let name = "RecordRemedy"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let kind: RemedySought.Kind
    package let since: Day
    /// Before whom, under which number.
    package let authority: String

    package init(caseFile: CaseFile.ID, seen: Int, kind: RemedySought.Kind, since: Day, authority: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.kind = kind
        self.since = since
        self.authority = authority
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.recordRemedy, by: actor, because: "")
        guard run.state.openRemedy == nil else { throw CaseworkError.performance(.remedyOpen) }
        let from = try run.state.decision?.decidedOn ?? run.opening.receivedOn
        guard (from...session.today).contains(since) else { throw CaseworkError.performance(.remedyDay(since)) }
        let authority = try CaseworkRules.requireText(
            authority,
            "受理机关和文号",
            atLeast: CaseworkRules.shortestOpinion
        )
        try run.append(.remedySought(RemedySought(kind: kind, since: since, authority: authority)))
        return CaseAnswer(run)
    }
}

/// Records the end of the reconsideration or suit that is pending; from the next day on a surcharge runs again.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 73.3.
package struct EndRemedy: Command {
    package static let name = "EndRemedy"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let on: Day
    package let result: String

    package init(caseFile: CaseFile.ID, seen: Int, on: Day, result: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.on = on
        self.result = result
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.endRemedy, by: actor, because: "")
        guard let open = run.state.openRemedy else { throw CaseworkError.performance(.noRemedy) }
        guard (open.sought.since...session.today).contains(on) else {
            throw CaseworkError.performance(.remedyDay(on))
        }
        let result = try CaseworkRules.requireText(result, "结果和文号", atLeast: CaseworkRules.shortestOpinion)
        try run.append(.remedyEnded(RemedyEnded(on: on, result: result)))
        return CaseAnswer(run)
    }
}

extension CaseFile {
    /// The reconsideration or suit that has not ended.
    package var openRemedy: Remedy? { remedies.last.flatMap { $0.ended == nil ? $0 : nil } }
}
