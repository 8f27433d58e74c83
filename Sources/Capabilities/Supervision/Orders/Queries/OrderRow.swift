import Database
package import EventLog
package import Kernel
package import Participation

/// An order as lists show it.
package struct OrderRow: Hashable, Sendable {
    package let id: CorrectionOrder.ID
    package let position: Int64
    package let matter: FindingMatter
    package let finding: Int
    package let caseNumber: String
    package let itemName: String
    package let agencyName: String
    package let kind: OrderKind
    /// `nil` until two have signed.
    package let number: String?
    package let status: CorrectionOrder.Status
    package let isOverdue: Bool
    package let draftedOn: Day
    package let replyBy: Day?

    fileprivate init(_ row: Row) throws {
        id = CorrectionOrder.ID(try row["id"])
        position = try row["position"]
        matter = FindingMatter(try row["case_id"])
        finding = try row["finding"]
        caseNumber = try row["case_number"]
        itemName = try row["item_name"]
        agencyName = try row["agency_name"]
        kind = try FindingRow.value(row, "kind", OrderKind.init(rawValue:))
        number = try row["number"]
        status = try FindingRow.value(row, "status", CorrectionOrder.Status.init(rawValue:))
        isOverdue = try row["is_overdue"]
        draftedOn = try row["drafted_on"]
        replyBy = try row["reply_by"]
    }

    fileprivate static let columns: SQL = """
        id, position, case_id, finding, case_number, item_name, agency_name, kind, number, status, is_overdue, drafted_on,
        reply_by
        """
}

/// An order of which some time has run out.
package struct DueOrder: Hashable, Sendable {
    package let id: CorrectionOrder.ID
    package let at: Instant
}

extension EventReading {
    /// Returns the latest orders to `agencies`, the latest first.
    package func orders(to agencies: [String], limit: Int) throws -> [OrderRow] {
        try reader.rows(
            """
            SELECT \(OrderRow.columns)
              FROM correction_order
             WHERE realm = \(realm)
               AND agency IN (\(list: agencies))
             ORDER BY position DESC
             LIMIT \(limit)
            """
        ).map(OrderRow.init)
    }

    /// Returns the orders about a matter, oldest first.
    package func orders(about matter: FindingMatter) throws -> [OrderRow] {
        try reader.rows(
            """
            SELECT \(OrderRow.columns)
              FROM correction_order
             WHERE realm = \(realm)
               AND case_id = \(matter.text)
             ORDER BY position
            """
        ).map(OrderRow.init)
    }

    /// Returns the orders about upheld complaints, oldest first, by complaint.
    package func orders(aboutComplaints letters: [Letter.ID]) throws -> [Letter.ID: [OrderRow]] {
        let rows = try reader.rows(
            """
            SELECT \(OrderRow.columns), complaint
              FROM correction_order
             WHERE realm = \(realm)
               AND complaint IN (\(list: letters))
             ORDER BY position
            """
        ).map { (complaint: Letter.ID(try $0["complaint"]), order: try OrderRow($0)) }
        return Dictionary(grouping: rows, by: \.complaint).mapValues { $0.map(\.order) }
    }

    /// Returns the orders of which a timer must look at `now`, earliest first.
    package func dueOrders(at now: Instant, limit: Int) throws -> [DueOrder] {
        try reader.rows(
            """
            SELECT id, timer_at
              FROM correction_order
             WHERE realm = \(realm)
               AND timer_at <= \(now)
             ORDER BY timer_at, id
             LIMIT \(limit)
            """
        ).map { DueOrder(id: CorrectionOrder.ID(try $0["id"]), at: try $0["timer_at"]) }
    }

    /// Returns an order with what happened to it, oldest first; `nil` when there is none.
    package func orderRecord(_ id: CorrectionOrder.ID) throws -> OrderRecord? {
        let life = try events(of: CorrectionOrder.stream(id.text))
        var order = CorrectionOrder()
        for event in life {
            if let fact = event.as(OrderEvent.self) { order.evolve(fact, event.envelope) }
        }
        return try order.terms.map { terms in
            let complaint = try terms.complaint.flatMap { try state(Letter.self, $0.text).state.opening?.number }
            return OrderRecord(id: id, terms: terms, complaint: complaint, order: order, life: life)
        }
    }
}

/// One order with everything that is known of it.
package struct OrderRecord: Sendable {
    package let id: CorrectionOrder.ID
    package let terms: OrderTerms
    /// The number of the complaint it is about, if it is about one.
    package let complaint: String?
    package let order: CorrectionOrder
    package let life: [RecordedEvent]
}
