package import BlobStore
package import EventLog
package import Kernel

/// The decisions about a list: pure, from its state and who acts.
extension OfficialList {
    /// Returns the fact that the next version was written; a version after the first says what it rests on.
    ///
    /// - Source: 江苏某市行政权力网上公开透明运行实施方案 art. 4(1) (lists are adjusted as the catalog is).
    package func drafting(
        _ rows: [OfficialListRow],
        of kind: OfficialListKind,
        for owner: String,
        reason: String,
        adjustment: ItemAdjustment? = nil,
        by actor: Actor
    ) throws(CatalogError) -> OfficialListEvent {
        try PowerItem.requireOfficer(actor)
        guard draft?.submitted == nil else { throw .wrongStage(expected: "drafted", found: "submitted") }
        let faults = kind.faults(of: rows)
        guard faults.isEmpty else { throw .importRefused(faults) }
        let isSame = draft.map { $0.rows == rows && (adjustment ?? $0.adjustment) == $0.adjustment }
        guard isSame.map({ !$0 }) ?? (versions.last?.rows != rows) else { throw .unchanged }
        guard !reason.isBlank else { throw .reasonMissing }
        if !versions.isEmpty {
            guard (adjustment ?? draft?.adjustment)?.evidence.isBlank == false else { throw .evidenceMissing }
        }
        let facts = OfficialListDrafted(
            kind: kind.code,
            owner: owner,
            rows: rows,
            reason: reason,
            adjustment: adjustment
        )
        return .drafted(facts)
    }

    /// Returns the fact that the draft was handed in, with the report that the head signed; what it rests on is proved by
    /// the report's files.
    package func submitting(
        _ report: SubmissionReport,
        along routes: ConfirmationRoutes = .officeOnly,
        by actor: Actor,
        today: Day
    ) throws(CatalogError)
        -> OfficialListEvent
    {
        try PowerItem.requireOfficer(actor)
        guard let draft, draft.submitted == nil else { throw .wrongStage(expected: "drafted", found: stage) }
        guard !report.document.isBlank, !report.head.isBlank, report.signedOn <= today else { throw .reportMissing }
        if let adjustment = draft.adjustment {
            try routes.ground(of: adjustment.trigger)?.require(adjustment.proved(by: report.files ?? []), today: today)
        }
        guard !routes.demandsReport || report.files != nil else { throw .fileMissing }
        return .submitted(OfficialListSubmitted(report: report, reviewWithin: routes.reviewWithin))
    }

    package func returning(_ reason: String, by actor: Actor) throws(CatalogError) -> OfficialListEvent {
        try PowerItem.requireOfficer(actor)
        guard draft?.submitted != nil else { throw .wrongStage(expected: "submitted", found: stage) }
        guard !reason.isBlank else { throw .reasonMissing }
        return .returned(OfficialListReturned(reason: reason))
    }

    /// Returns the fact that the list is confirmed and public from a day, by someone who did not write it.
    ///
    /// - Source: 国办发〔2018〕118号 part 2 (lists are public before enforcement).
    package func publishing(from day: Day, by actor: Actor, today: Day) throws(CatalogError) -> OfficialListEvent {
        try PowerItem.requireOfficer(actor)
        guard let draft, let submitted = draft.submitted, let kind, let owner else {
            throw .wrongStage(expected: "submitted", found: stage)
        }
        try PowerItem.requireOther(
            actor,
            as: .publisher,
            than: draft.drafters.map { ($0, .drafter) } + [(submitted.by, .submitter)]
        )
        let earliest = versions.last.map { max(today, $0.inForceFrom + 1) } ?? today
        guard day >= earliest else { throw .dayTooEarly(found: day, earliest: earliest) }
        return .published(
            OfficialListPublished(
                kind: Open(kind),
                owner: Open(owner),
                number: Open(versions.count + 1),
                rows: Open(draft.rows),
                inForceFrom: Open(day)
            )
        )
    }

    /// Returns the fact that the newest version was handed in for filing, sealed.
    package func handingIn(
        _ files: [Attachment],
        note: String?,
        by actor: Actor
    ) throws(CatalogError) -> OfficialListEvent {
        let last = try requireFiled(by: actor)
        try last.filing.requireHandingIn(files)
        return .handedIn(OfficialListHandedIn(number: last.number, note: note, files: files))
    }

    /// Returns the fact that the filing of the newest version went back to who keeps the list.
    package func returningFiling(_ comment: String, by actor: Actor) throws(CatalogError) -> OfficialListEvent {
        let last = try requireFiled(by: actor)
        try last.filing.requireAnswering(by: actor)
        guard !comment.isBlank else { throw .reasonMissing }
        return .filingReturned(OfficialListFilingReturned(number: last.number, comment: comment))
    }

    /// Refuses to receive the filing of the newest version, by whom or when it may not be.
    package func requireReceiving(by actor: Actor) throws(CatalogError) {
        try requireFiled(by: actor).filing.requireAnswering(by: actor)
    }

    /// Returns the fact that the filing of the newest version was received under a number.
    package func receiving(
        under receipt: String,
        comment: String?,
        by actor: Actor
    ) throws(CatalogError) -> OfficialListEvent {
        try requireReceiving(by: actor)
        return .filed(OfficialListFiled(number: try requireFiled(by: actor).number, receipt: receipt, remark: comment))
    }

    /// The newest version; only what is published is filed.
    private func requireFiled(by actor: Actor) throws(CatalogError) -> Version {
        try PowerItem.requireOfficer(actor)
        guard let last = versions.last else { throw .wrongStage(expected: "published", found: "none") }
        return last
    }

    private var stage: String { draft.map { $0.submitted == nil ? "drafted" : "submitted" } ?? "none" }
}

extension OfficialListKind {
    package static let greatestRows = 5_000
    package static let longestCell = 2_000

    /// Returns what is wrong with rows, each fault with its row from 1 and its column.
    package func faults(of rows: [OfficialListRow]) -> [ImportFault] {
        guard !rows.isEmpty else {
            return [ImportFault(row: 1, column: "1", expected: "至少一行", found: "没有")]
        }
        guard rows.count <= OfficialListKind.greatestRows else {
            return [
                ImportFault(
                    row: rows.count,
                    column: "1",
                    expected: "不超过 \(OfficialListKind.greatestRows) 行",
                    found: "\(rows.count) 行"
                )
            ]
        }
        var faults: [ImportFault] = []
        var seen: [OfficialListRow: Int] = [:]
        for (index, row) in rows.enumerated() {
            for (column, cell) in zip(columns, row) {
                if let fault = column.fault(of: cell, in: index + 1) { faults.append(fault) }
            }
            let key = zip(columns, row).filter { self.key.contains($0.0.name) }.map(\.1)
            if let first = seen.updateValue(index + 1, forKey: key), !key.isEmpty {
                let found = "与第 \(first) 行相同"
                faults.append(ImportFault(row: index + 1, column: self.key[0], expected: "不重复", found: found))
            }
        }
        if faults.isEmpty, code == LocalCategory.kind {
            return LocalCategory.faults(of: rows, under: columns.map(\.name))
        }
        return faults
    }
}

extension OfficialListKind.Column {
    fileprivate func fault(of cell: String, in row: Int) -> ImportFault? {
        if isRequired, cell.isBlank {
            return ImportFault(row: row, column: name, expected: "已填写", found: "空")
        }
        if cell.count > OfficialListKind.longestCell {
            let expected = "不超过 \(OfficialListKind.longestCell) 个字"
            return ImportFault(row: row, column: name, expected: expected, found: "\(cell.count) 个字")
        }
        guard let choices, !cell.isEmpty, !choices.contains(cell) else { return nil }
        return ImportFault(
            row: row,
            column: name,
            expected: choices.joined(separator: "、"),
            found: String(cell.prefix(40))
        )
    }
}
