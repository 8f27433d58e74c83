import Database
package import Kernel

/// A finding as lists show it.
package struct FindingRow: Hashable, Sendable {
    package let position: Int64
    package let matter: FindingMatter
    package let number: Int
    package let rule: String
    package let dimension: Dimension
    package let level: FindingLevel
    package let status: Finding.Status.Name
    package let caseNumber: String
    package let item: String
    package let itemName: String
    package let agency: String
    package let agencyName: String
    package let message: String
    package let article: String
    /// The days counted for it; `nil` where nothing is counted.
    package let days: Int?
    package let since: Instant
    package let raisedAt: Instant
    package let explainBy: Day?

    static let columns: SQL = """
        position, case_id, number, rule, dimension, level, status, case_number, item_code, item_name, agency,
        agency_name, message, article, days, since, raised_at, explain_by
        """

    init(_ row: Row) throws {
        position = try row["position"]
        matter = FindingMatter(try row["case_id"])
        number = try row["number"]
        rule = try row["rule"]
        dimension = try FindingRow.value(row, "dimension", Dimension.init(rawValue:))
        level = try FindingRow.level(rank: row["level"])
        status = try FindingRow.value(row, "status", Finding.Status.Name.init(rawValue:))
        caseNumber = try row["case_number"]
        item = try row["item_code"]
        itemName = try row["item_name"]
        agency = try row["agency"]
        agencyName = try row["agency_name"]
        message = try row["message"]
        article = try row["article"]
        days = try row["days"]
        since = try row["since"]
        raisedAt = try row["raised_at"]
        explainBy = try row["explain_by"]
    }

    static func level(rank: Int) throws -> FindingLevel {
        guard let level = FindingLevel.allCases.first(where: { $0.rank == rank }) else {
            throw DatabaseError.column("level", expected: "0 to 3", found: "\(rank)")
        }
        return level
    }

    static func value<Value>(_ row: Row, _ column: String, _ make: (String) -> Value?) throws -> Value {
        let text: String = try row[column]
        guard let value = make(text) else {
            throw DatabaseError.column(column, expected: "\(Value.self)", found: text)
        }
        return value
    }
}
