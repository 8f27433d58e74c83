package import EventLog
package import Kernel
package import Law

/// What an agency says about its item after a change of law, and what the legal office says to that.
package struct LegalAnswer: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The change leaves the item as it is.
        case unaffected
        /// A changed version or the abolition of the item is on its way.
        case adjusting
        /// The basis fell, and cases may still begin on a ground that the answer names.
        case exception

        package var chinese: String {
            switch self {
            case .unaffected: "不受影响"
            case .adjusting: "申请调整"
            case .exception: "申请例外"
            }
        }
    }

    package struct Decision: Hashable, Sendable {
        package let by: String
        package let on: Day
        package let isAgreed: Bool
        package let opinion: String
    }

    package let kind: Kind
    package let reason: String
    package let by: String
    package let on: Day
    package internal(set) var decision: Decision?

    /// Where the task stands after it.
    package var progress: LegalTask.Progress {
        guard let decision else { return .answered }
        return decision.isAgreed ? .decided : .open
    }

    /// The day from which the next days run: of the decision, else of the answer.
    package var lastActOn: Day { decision?.on ?? on }

    /// Whether the item may be exercised although the change took its basis.
    package var isException: Bool { kind == .exception && decision?.isAgreed == true }
}

/// The decisions about changes of law: pure, from the item's state and who acts.
extension PowerItem {
    /// Returns the fact that the agency answered; what was refused is answered anew.
    package func answering(
        _ change: LegalChange,
        _ kind: LegalAnswer.Kind,
        reason: String,
        by actor: Actor
    ) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        if let answer = answers[change], answer.decision?.isAgreed != false {
            throw .wrongStage(expected: "unanswered", found: answer.decision == nil ? "answered" : "decided")
        }
        guard !reason.isBlank else { throw .reasonMissing }
        return .lawAnswered(ItemLawAnswered(change: change, kind: kind, reason: reason))
    }

    /// Returns the fact that the legal office agreed or refused; it is not the officer who answered.
    package func deciding(
        _ change: LegalChange,
        isAgreed: Bool,
        opinion: String,
        by actor: Actor
    ) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        guard let answer = answers[change] else { throw .wrongStage(expected: "answered", found: "unanswered") }
        guard answer.decision == nil else { throw .wrongStage(expected: "answered", found: "decided") }
        try PowerItem.requireOther(actor, as: .confirmer, than: [(answer.by, .submitter)])
        guard !opinion.isBlank else { throw .reasonMissing }
        return .lawDecided(ItemLawDecided(change: change, isAgreed: isAgreed, opinion: opinion))
    }

    /// Returns what changes of law did to the version's citations by `day`, in the order of the citations.
    package func effects(
        on version: ItemVersion,
        until day: Day,
        under statutes: [String: Statute]
    ) -> [BasisEffect] {
        Citations(version).effects(until: day, under: statutes)
    }

    /// Returns the fallen citations when no citation is left that carries the version; empty as long as one does.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 4; Administrative Penalty Law (行政处罚法) art. 4 (no power
    ///   without a basis in law).
    func fallenBases(of version: ItemVersion, on day: Day, under statutes: [String: Statute]) -> [BasisEffect] {
        let fallen = effects(on: version, until: day, under: statutes).filter { effect in
            effect.outcome == .fell && answers[effect.change]?.isException != true
        }
        return fallen.count == version.content.bases.count ? fallen : []
    }
}
