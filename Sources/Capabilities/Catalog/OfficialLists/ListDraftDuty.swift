package import Kernel

/// Who does the next thing about the draft of a list, and from when within which period.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施办法 art. 17(1), 17(3); 江苏某市行政权力网上公开透明运行实施方案 art. 4(1)
///   (lists are adjusted as the catalog is).
package struct ListDraftDuty: Hashable, Sendable {
    package enum Side: String, Hashable, Sendable {
        /// Who keeps the list hands the draft in.
        case keeper
        /// The legal office publishes it or sends it back.
        case office
    }

    package let side: Side
    package let from: Day
    package let within: Period
}

extension ConfirmationRoutes {
    /// Returns what is to be done next about a list's draft; `nil` where no period runs.
    ///
    /// What was sent back had been handed in; no text says by when it comes again.
    package func duty(about draft: OfficialList.Draft) -> ListDraftDuty? {
        if let submitted = draft.submitted {
            return ListDraftDuty(side: .office, from: submitted.on, within: submitted.reviewWithin ?? reviewWithin)
        }
        guard draft.returnReason == nil, let adjustment = draft.adjustment, let applied = application(of: adjustment)
        else { return nil }
        return ListDraftDuty(side: .keeper, from: applied.from, within: applied.within)
    }
}
