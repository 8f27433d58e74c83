package import BlobStore
package import Directory
package import EventLog
package import Kernel

/// The decisions about a draft: pure, from the item's state and who acts.
extension PowerItem {
    /// Returns the fact that a draft was written, for a new item or as the next version.
    package func drafting(
        _ content: ItemContent,
        by actor: Actor,
        reason: String?,
        adjustment: ItemAdjustment? = nil
    ) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        if let abolition { throw .abolished(on: abolition.from) }
        // A submitted draft lies with the confirmer: it comes back by being returned.
        if let stage = draft?.stage, stage != .drafted { throw .wrongStage(expected: "drafted", found: stage.name) }
        let isSame = draft.map { $0.content == content && (adjustment ?? $0.adjustment) == $0.adjustment }
        if adjustment?.kind == .abolished {
            guard let last = versions.last else {
                throw .wrongStage(expected: "published", found: draft?.stage.name ?? "none")
            }
            guard content == last.content else { throw .abolitionChanges }
            if isSame == true { throw .unchanged }
        } else if isSame ?? (versions.last?.content == content) {
            throw .unchanged
        }
        guard versions.isEmpty || (reason ?? draft?.reason)?.isBlank == false else { throw .reasonMissing }
        if let adjustment {
            guard !adjustment.evidence.isBlank else { throw .evidenceMissing }
            guard !adjustment.kind.needsRelated || !adjustment.related.isEmpty else { throw .relatedMissing }
        }
        return .drafted(ItemDrafted(content: content, reason: reason, adjustment: adjustment))
    }

    /// Returns the fact that the draft was handed in, with the route it takes.
    ///
    /// `routes` say what is handed in with it and who agrees after the legal office, `mode` who leads the agency.
    package func submitting(
        by actor: Actor,
        note: String?,
        report: SubmissionReport? = nil,
        along routes: ConfirmationRoutes = .officeOnly,
        under mode: ManagementMode = .local,
        today: Day = .last
    ) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        guard let draft, case .drafted = draft.stage else { throw wrongStage("drafted") }
        let faults = draft.content.faults
        guard faults.isEmpty || draft.endsItem else { throw .incomplete(faults) }
        // What adopts a standard rests on the standard, which the catalog holds itself.
        if let adjustment = draft.adjustment, draft.content.standard == nil {
            try routes.ground(of: adjustment.trigger)?.require(adjustment, today: today)
        }
        if let report {
            guard !report.document.isBlank, !report.head.isBlank, report.signedOn <= today else {
                throw .reportMissing
            }
            guard !routes.demandsReport || report.files != nil else { throw .fileMissing }
        } else if routes.demandsReport {
            throw .reportMissing
        }
        // Whoever agrees to a power that is added agrees to its end.
        let former = draft.endsItem ? nil : versions.last?.content
        let stations = routes.stations(for: draft.content, after: former, under: mode)
        return .submitted(
            ItemSubmitted(
                note: note,
                report: report,
                stations: stations.isEmpty ? nil : stations,
                reviewWithin: routes.reviewWithin
            )
        )
    }

    /// Returns the fact that the draft went back, from the legal office or from one of those after it.
    package func returning(
        by actor: Actor,
        reason: String,
        comments: [FieldComment] = []
    ) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        switch draft?.stage {
        case .submitted?, .confirmed?: break
        case .drafted?, nil: throw wrongStage("submitted")
        }
        guard !reason.isBlank else { throw .reasonMissing }
        return .returned(ItemReturned(reason: reason, comments: comments.isEmpty ? nil : comments))
    }

    /// Returns the fact that the draft was confirmed, by someone who neither wrote nor submitted it.
    ///
    /// - Source: 川办发〔2011〕45号 (only what was examined and confirmed enters the catalog).
    package func confirming(
        by actor: Actor,
        opinion: String?,
        comments: [FieldComment] = [],
        code: String? = nil
    ) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        guard let draft, case .submitted(let submitter, _) = draft.stage else { throw wrongStage("submitted") }
        try PowerItem.requireOther(
            actor,
            as: .confirmer,
            than: draft.drafters.map { ($0, .drafter) } + [(submitter, .submitter)]
        )
        return .confirmed(
            ItemConfirmed(opinion: opinion, comments: comments.isEmpty ? nil : comments, code: code)
        )
    }

    /// Returns the fact that the station whose turn it is agreed, by someone who did not write the draft.
    package func agreeing(
        as station: Station,
        by actor: Actor,
        opinion: String,
        document: String?,
        files: [Attachment] = []
    ) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        guard let draft, case .confirmed(let submitter, _, _) = draft.stage else { throw wrongStage("confirmed") }
        guard draft.nextStation == station else { throw .notAwaited(station, awaited: draft.nextStation) }
        try PowerItem.requireOther(
            actor,
            as: .station,
            than: draft.drafters.map { ($0, .drafter) } + [(submitter, .submitter)]
        )
        guard !opinion.isBlank else { throw .reasonMissing }
        guard !station.isRecorded || document?.isBlank == false else { throw .documentMissing(station) }
        return .agreed(
            ItemAgreed(
                station: station,
                opinion: opinion,
                document: document,
                files: files.isEmpty ? nil : files
            )
        )
    }

    /// Returns the fact that the confirmed draft is in force from a day, published or exempt on its recorded ground; of a
    /// draft to abolish the item, that it ends on that day.
    ///
    /// - Source: 川办发〔2011〕45号 (published before it is exercised).
    package func publishing(from day: Day, by actor: Actor, today: Day) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        guard let draft, case .confirmed(let submitter, let confirmer, _) = draft.stage else {
            throw wrongStage("confirmed")
        }
        if let station = draft.nextStation { throw .consentMissing(station) }
        try PowerItem.requireOther(
            actor,
            as: .publisher,
            than: draft.drafters.map { ($0, .drafter) } + [(submitter, .submitter), (confirmer, .confirmer)]
        )
        if draft.endsItem, let adjustment = draft.adjustment {
            return try ending(from: day, by: adjustment, because: draft.reason ?? "", today: today)
        }
        try requireEarliest(day, today: today)
        let number = versions.count + 1
        return draft.content.secrecy == nil
            ? .published(
                ItemPublished(number: Open(number), content: Open(draft.content), inForceFrom: Open(day))
            )
            : .exempted(ItemExempted(number: number, content: draft.content, inForceFrom: day))
    }

    /// Returns the fact that the item ends on a day, as an adjustment of it, or of what it is merged into, says.
    func ending(
        from day: Day,
        by adjustment: ItemAdjustment,
        because reason: String,
        today: Day
    ) throws(CatalogError) -> PowerItemEvent {
        if let abolition { throw .abolished(on: abolition.from) }
        try requireEarliest(day, today: today)
        return .abolished(
            ItemAbolished(
                from: day,
                ground: "\(reason)（\(adjustment.evidence)）",
                trigger: adjustment.trigger,
                files: adjustment.files
            )
        )
    }

    private func requireEarliest(_ day: Day, today: Day) throws(CatalogError) {
        let earliest = versions.last.map { max(today, $0.inForceFrom + 1) } ?? today
        guard day >= earliest else { throw .dayTooEarly(found: day, earliest: earliest) }
    }

    private func wrongStage(_ expected: String) -> CatalogError {
        .wrongStage(expected: expected, found: draft?.stage.name ?? "none")
    }

    static func requireOfficer(_ actor: Actor) throws(CatalogError) {
        guard actor.kind == .officer else { throw .officerRequired(found: actor.kind) }
    }

    static func requireOther(
        _ actor: Actor,
        as role: CatalogError.Role,
        than others: [(person: String, role: CatalogError.Role)]
    ) throws(CatalogError) {
        guard let same = others.first(where: { $0.person == actor.id }) else { return }
        throw .samePerson(actor: actor.id, role: role, heldRole: same.role)
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
