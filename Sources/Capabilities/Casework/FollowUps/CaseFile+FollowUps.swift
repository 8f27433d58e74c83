import EventLog
package import Kernel

/// The chain of a permit, seen from one of its cases.
extension CaseFile {
    /// What renewed or changed the permit, latest last; its decision is in force.
    package var successor: PermitSuccessor? { successors.last { $0.outcome == .granted } }

    /// The last day of the permit as it is now: put off by a renewal, not by a change.
    package var permitThrough: Day? {
        successors.last { $0.outcome == .granted && $0.purpose == .renewal }?.validThrough ?? decision?.validThrough
    }

    /// Why the permit is not followed today for a purpose; `nil` when it may be.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 49, 50, 70.
    package func followUpFault(_ purpose: FollowUp.Purpose, isLicense: Bool, on today: Day) -> FollowUpFault? {
        guard isLicense, let decision, decision.kind == .granted else {
            return .noPermit(number: opening?.number ?? "")
        }
        if let lostEffectOn { return .revoked(on: lostEffectOn) }
        if let cancellation { return .cancelled(on: cancellation.cancelledOn.value) }
        if let successor { return .superseded(number: successor.number) }
        if let asked = successors.last(where: { $0.purpose == purpose && $0.outcome == nil }) {
            return .asked(number: asked.number)
        }
        if let last = decision.validThrough, last < today { return .expired(on: last) }
        if purpose == .renewal, decision.validThrough == nil { return .noLastDay }
        return nil
    }
}

extension PriorPermit {
    /// The first and the last day of the permit that is granted now, where the decision leaves them open.
    ///
    /// A renewal lasts as long as the permit did, from the day after its last day; no statute says otherwise. One that is
    /// decided after that day begins when it is decided.
    ///
    /// - Throws: `FollowUpFault` for days that leave a gap, overlap, or move what a change does not move.
    /// - Source: Administrative License Law (行政许可法) art. 49, 50.
    func validity(
        _ from: Day?,
        _ through: Day?,
        decidedOn day: Day
    ) throws(CaseworkError) -> (from: Day?, through: Day?) {
        switch purpose {
        case .change:
            if let through, through != validThrough {
                throw .followUp(.movesEnd(expected: validThrough, found: through))
            }
            return (from ?? day, validThrough)
        case .renewal:
            guard let old = validThrough else { return (from, through) }
            let first = old < day ? day : old + 1
            if let from, from != first { throw .followUp(.notFromOldEnd(expected: first, found: from)) }
            return (first, through ?? PriorPermit.end(of: first, like: validFrom, through: old))
        }
    }

    /// The last day of a time that begins on `first` and is as long as the old one, in whole months where that was.
    private static func end(of first: Day, like from: Day?, through: Day) -> Day? {
        guard let from, from <= through else { return nil }
        for months in 1...600 {
            let end = from.adding(months: months) - 1
            if end == through { return first.adding(months: months) - 1 }
            if end > through { break }
        }
        return first + (through - from)
    }
}
