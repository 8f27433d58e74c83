package import Catalog

/// The guard of open cases whose ground fell: pure, asked before every act that works outward.
extension CaseFile {
    /// What fell under the case and no transition decision speaks of.
    package func undecided(_ fallen: [FallenGround]) -> [FallenGround] {
        let decided = Set(transitions.flatMap(\.grounds))
        return fallen.filter { !decided.contains($0.key) }
    }

    /// Whether it was decided that the case ends undecided, as its ground fell.
    package func isToBeEnded(under fallen: [FallenGround]) -> Bool {
        !fallen.isEmpty && transitions.last?.law == .ended
    }

    /// Refuses an act on the party until it is decided which law applies; a case to be ended is only ended.
    ///
    /// - Parameters:
    ///   - fallen: what fell under the version of the item that the case keeps, and under its benchmark.
    ///   - ends: whether the act ends the case without deciding it.
    /// - Throws: `transitionUndecided`, `transitionEnds`.
    /// - Source: Legislation Law (立法法) art. 104; Administrative Penalty Law (行政处罚法) art. 37; Administrative License
    ///   Law (行政许可法) art. 8.
    func requireTransition(_ fallen: [FallenGround], ends: Bool) throws(CaseworkError) {
        guard !fallen.isEmpty else { return }
        let open = undecided(fallen).filter(isHeld)
        guard open.isEmpty else { throw .transitionUndecided(open) }
        if isToBeEnded(under: fallen), !ends { throw .transitionEnds }
    }
}

extension CaseRun {
    /// Refuses an act that works outward while the ground of the case is gone and nobody decided what follows.
    func requireGround(ends: Bool = false) throws {
        try state.requireTransition(fallenGrounds(), ends: ends)
    }
}
