package import Kernel

/// What is done next with the draft of an item, and from when within which period.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施办法 art. 17(1), 17(3) (the legal office answers and updates the library).
package struct ItemDraftDuty: Hashable, Sendable {
    package enum Step: Hashable, Sendable {
        /// The agency applies for what a dated ground demands.
        case handIn
        /// The legal office confirms it or sends it back.
        case review
        /// One of those after the legal office agrees, or sends it back.
        case consent(Station)
        /// Everybody agreed.
        case publish
    }

    package let step: Step
    package let from: Day
    package let within: Period
}

extension ConfirmationRoutes {
    /// Returns what is done next with a draft; `nil` where no period runs.
    ///
    /// What was sent back had been handed in; no text says by when it comes again.
    package func duty(about draft: ItemDraft) -> ItemDraftDuty? {
        switch draft.stage {
        case .drafted:
            guard draft.returnReason == nil, let adjustment = draft.adjustment,
                let applied = application(of: adjustment)
            else { return nil }
            return ItemDraftDuty(step: .handIn, from: applied.from, within: applied.within)
        case .submitted(_, let day):
            return draft.reviewWithin.map { ItemDraftDuty(step: .review, from: day, within: $0) }
        case .confirmed(_, _, let confirmed):
            let from = draft.consents.values.map(\.on).reduce(confirmed, max)
            return draft.nextStation.map { ItemDraftDuty(step: .consent($0), from: from, within: agreeWithin) }
                ?? ItemDraftDuty(step: .publish, from: from, within: publishWithin)
        }
    }
}
