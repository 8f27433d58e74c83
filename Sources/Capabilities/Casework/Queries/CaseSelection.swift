import Database
package import EventLog
package import Kernel

/// Which cases are counted, and listed: the same conditions for both, so that a number and its list agree.
package struct CaseSelection: Hashable, Sendable {
    /// Only these agencies' cases; nobody's when empty.
    package var agencies: [String]
    /// Only cases that are not closed.
    package var isOpen: Bool
    package var stage: Stage.Name?
    /// Only those that are late on this day; see `CaseloadRow.overdue`.
    package var overdueOn: Day?
    /// Only those in which something was done at this moment or since.
    package var touchedSince: Instant?

    package init(
        agencies: [String],
        isOpen: Bool = false,
        stage: Stage.Name? = nil,
        overdueOn: Day? = nil,
        touchedSince: Instant? = nil
    ) {
        self.agencies = agencies
        self.isOpen = isOpen
        self.stage = stage
        self.overdueOn = overdueOn
        self.touchedSince = touchedSince
    }

    /// Whether a case is late: its answer or its promised decision is past its last day.
    static func isOverdue(on today: Day) -> SQL {
        """
        ((stage = 'intake' AND answer_due < \(today)) OR (stage = 'examination' AND promised_due < \(today)))
        """
    }

    fileprivate func conditions(in realm: Realm) -> SQL {
        let open: SQL = isOpen ? "AND stage <> 'closed'" : ""
        let stage: SQL = stage.map { "AND stage = \($0.rawValue)" } ?? ""
        let overdue: SQL = overdueOn.map { "AND \(CaseSelection.isOverdue(on: $0))" } ?? ""
        let touched: SQL = touchedSince.map { "AND last_act_at >= \($0)" } ?? ""
        return """
            realm = \(realm)
               AND agency IN (\(list: agencies))
               \(open)
               \(stage)
               \(overdue)
               \(touched)
            """
    }
}

extension EventReading {
    /// Returns how many cases a selection has.
    package func caseCount(_ selection: CaseSelection) throws -> Int {
        try reader.value("SELECT count(*) FROM case_file WHERE \(selection.conditions(in: realm))") ?? 0
    }

    /// Returns the cases of a selection, those touched last first, behind the key if given.
    package func cases(
        _ selection: CaseSelection,
        before: (lastActAt: Instant, id: CaseFile.ID)? = nil,
        limit: Int
    ) throws -> [CaseRowSummary] {
        let from = before ?? (Instant(milliseconds: .max), CaseFile.ID(""))
        return try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE \(selection.conditions(in: realm))
               AND (last_act_at, id) < (\(from.lastActAt), \(from.id))
             ORDER BY last_act_at DESC, id DESC
             LIMIT \(limit)
            """
        ).map(CaseRowSummary.init)
    }
}
