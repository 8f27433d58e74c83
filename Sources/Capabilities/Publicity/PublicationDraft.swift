package import Casework
package import Directory
import EventLog
import Kernel
package import Parties

/// What a decision would look like once published, and the names behind it; pure.
package struct PublicationDraft: Hashable, Sendable {
    package let record: PublicDecision
    /// Each published field beside what it was made from.
    let fields: [PublicationPreview.Field]
    let names: OriginalNames
    /// Whose section the names belong to.
    let subject: String

    /// Masks a decided case.
    ///
    /// - Parameters:
    ///   - state: the case; it must be decided.
    ///   - party: the applicant.
    ///   - agency: the deciding agency, if the directory has it.
    ///   - text: what the officer adds and hides by hand.
    ///   - policy: which form of names the public sees.
    /// - Throws: `PublicityError.notDecided`, `.partyErased`.
    package init(
        _ state: CaseFile,
        party: Party,
        agency: Agency?,
        _ text: ProposedText,
        _ policy: MaskingPolicy
    ) throws(PublicityError) {
        guard let opening = state.opening, let decision = state.decision else {
            throw .notDecided(state.opening?.number ?? "")
        }
        guard let masked = policy.party(party), let names = OriginalNames(of: party) else {
            throw .partyErased(party.id)
        }
        switch party.identity {
        case .person: subject = party.id.text
        case .organization: subject = "\(party.id)-R"
        }
        self.names = names
        let hidden = text.hidden.joined(SubmittedNames(state, besides: names).parts)
        let content = policy.masked(decision.content, names: names, of: masked, hiding: hidden)
        let remarks = text.remarks.map { policy.masked($0, names: names, of: masked, hiding: hidden) }
        let found = state.unmaskedPenalty
        let facts = found?.facts.map { policy.masked($0, names: names, of: masked, hiding: hidden) }
        let document = state.documents.last { $0.number == decision.number && $0.name.hasSuffix("决定书") }
        record = PublicDecision(
            caseNumber: opening.number,
            item: opening.item.code,
            itemName: opening.item.name,
            party: masked,
            documentName: document?.name ?? decision.title,
            documentNumber: decision.number,
            permitName: decision.permitNumber.flatMap { _ in opening.item.permitName },
            permitNumber: decision.permitNumber,
            content: content.text,
            decidedOn: decision.decidedOn,
            validFrom: decision.validFrom,
            validThrough: decision.validThrough,
            agency: (state.decidingItem ?? opening.item).agency,
            agencyName: (state.decidingItem ?? opening.item).agencyName,
            agencyCode: agency?.profile.code,
            remarks: remarks?.text,
            category: opening.item.category,
            licenseKind: opening.item.licenseKind,
            penalty: found?.masked { policy.masked($0, names: names, of: masked, hiding: hidden).text }
        )
        fields = PublicationDraft.sideBySide(
            [
                ("行政相对人名称", names.name, masked.name, masked.name == names.name ? [] : [.name]),
                ("法定代表人", names.representative, masked.representative, []),
                ("决定内容", decision.content, content.text, content.reasons),
                ("违法事实", found?.facts, facts?.text, facts?.reasons ?? []),
                ("备注", text.remarks, remarks?.text, remarks?.reasons ?? []),
            ]
        )
    }

    private static func sideBySide(
        _ rows: [(String, String?, String?, Set<MaskReason>)]
    ) -> [PublicationPreview.Field] {
        rows.compactMap { name, original, shown, reasons in
            original.map { original in
                let found = original != shown && reasons.isEmpty ? [.name] : reasons
                return PublicationPreview.Field(
                    name: name,
                    original: original,
                    shown: shown ?? "（不公开）",
                    reasons: found.sorted()
                )
            }
        }
    }

    func published(
        _ policy: MaskingPolicy,
        review: PublicationReview?,
        shownThrough: Day?
    ) -> PublicationEvent {
        .published(
            DecisionPublished(
                record: .init(record),
                original: .present(subject: subject, names),
                policy: policy.version,
                review: review,
                shownThrough: shownThrough
            )
        )
    }
}
