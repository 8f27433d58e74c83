import DecisionTables
import Directory
import EventLog
import Kernel
import RuleTables
import TimeLimits

/// What the acts of a dispute over jurisdiction share: who may do them, by when, and how the case moves.
extension CaseRun {
    enum DisputePhase {
        case consultation
        case designation

        /// As the table of the division names it.
        var chinese: String {
            switch self {
            case .consultation: "协商"
            case .designation: "指定管辖"
            }
        }
    }

    /// Loads a case for an act of one of the two sides.
    static func disputed(
        _ id: CaseFile.ID,
        seen: Int,
        by verb: CaseVerb,
        because opinion: String,
        in session: CommandSession
    ) throws -> (run: CaseRun, side: JurisdictionDispute.Side) {
        let run = try CaseRun(id, in: session)
        try session.requireSeen(seen, CaseFile.self, id.text)
        let side = try run.actingSide(in: run.openDispute)
        try run.requireAllowed(verb, because: opinion)
        return (run, side)
    }

    var openDispute: JurisdictionDispute {
        get throws(CaseworkError) {
            guard let dispute = state.dispute, dispute.isOpen else { throw .dispute(.noneOpen) }
            return dispute
        }
    }

    /// Refuses what would decide or end the case while it is open whose it is.
    func requireUndisputed() throws(CaseworkError) {
        guard let dispute = state.dispute, dispute.isOpen else { return }
        throw .dispute(.held(other: dispute.other.name))
    }

    func requireUnreported() throws(CaseworkError) {
        guard case .reported = try openDispute.stage else { return }
        throw .dispute(.reported(superior: try openDispute.superior.name))
    }

    /// For which side the acting officer approves such cases.
    private func actingSide(in dispute: JurisdictionDispute) throws -> JurisdictionDispute.Side {
        let own = try opening.item
        switch try session.agencyOfActor()?.text {
        case own.agency:
            let actor = try CaseAuthority.officer(of: own, companions: [], in: session)
            try requireHolder(of: .approver, actor)
            try requireNotRecused([actor.officer])
            return .holder
        case dispute.other.agency:
            let (pin, run) = try receiving(under: dispute.other.item)
            try run.requireHolder(of: .approver, CaseAuthority.officer(of: pin, companions: [], in: session))
            return .other
        default: throw CaseworkError.dispute(.notASide(holder: own.agencyName, other: dispute.other.name))
        }
    }

    /// Refuses who does not approve for the superior; for one outside the system the holder records what was reported.
    func requireSuperior(of dispute: JurisdictionDispute) throws {
        let superior = dispute.superior
        guard let agency = superior.agency else {
            guard try actingSide(in: dispute) == .holder else {
                throw CaseworkError.otherAgency(try opening.item.agencyName)
            }
            guard dispute.report != nil else { throw CaseworkError.dispute(.notReported(superior: superior.name)) }
            return
        }
        let post = try session.actor.post.flatMap { try session.load(PostEntry.self, $0).state.post }
        let (officer, today) = (Officer.ID(session.actor.id), session.today)
        guard session.actor.kind == .officer, let post, post.agency == agency, post.responsibility == .approve,
            post.officers(on: today).contains(officer) || post.absentHolder(of: officer, on: today) != nil
        else { throw CaseworkError.dispute(.notTheSuperior(superior.name)) }
    }

    mutating func report(by side: JurisdictionDispute.Side, _ opinion: ForParty<String>) throws {
        let due = try disputeDue(.designation)
        try append(.disputeReported(DisputeReported(side: side, opinion: opinion, designateBy: due)))
    }

    /// The case goes to the other side.
    mutating func move(designation: String, because reasons: String) throws {
        guard let other = state.dispute?.other else { return }
        try handOver(to: give(under: other.item), designation: designation, because: reasons)
    }

    /// By when a phase ends that begins today, in the working days the table of the division allows.
    mutating func disputeDue(_ phase: DisputePhase) throws -> Day {
        let allowed = try allowedDays(.jurisdiction) { days in
            ["phase": .string(phase.chinese), "workingDays": .number(days)]
        }
        guard allowed > 0 else { throw CaseworkError.detailsMissing("管辖权争议\(phase.chinese)的期限") }
        return try SourcedPeriod(.workingDays(allowed), source: "").day(from: session.today, in: calendar)
    }
}
