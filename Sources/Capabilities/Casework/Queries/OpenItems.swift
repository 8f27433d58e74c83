import Database
package import EventLog
import Kernel

/// A power under which an agency has open cases, as the cases name it.
package struct OpenItem: Hashable, Sendable {
    /// The item's identifier, whatever code it has had.
    package let item: String
    package let code: String
    package let cases: Int
}

/// How many open cases of one power wait for one kind of post.
package struct OpenSteps: Hashable, Sendable {
    package let itemCode: String
    /// The post of the process, as `handler`.
    package let function: String
    package let cases: Int
}

extension EventReading {
    /// Returns the powers under which the agency has cases that are not closed, by code.
    package func openItems(of agency: String) throws -> [OpenItem] {
        try reader.rows(
            """
            SELECT item_code, MIN(id) AS one, count(*) AS cases
              FROM case_file
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND stage <> 'closed'
             GROUP BY item_code
             ORDER BY item_code
            """
        ).compactMap { row in
            // A code is one item's for ever; which one, any of its cases tells.
            let one: String = try row["one"]
            guard let item = try state(CaseFile.self, one).state.opening?.item.id else { return nil }
            return OpenItem(item: item, code: try row["item_code"], cases: try row["cases"])
        }
    }

    /// Returns how many cases of each power wait for each kind of post of the agency, by code and post.
    package func openSteps(of agency: String) throws -> [OpenSteps] {
        try reader.rows(
            """
            SELECT c.item_code AS item_code, i.function AS function, count(DISTINCT i.case_id) AS cases
              FROM inbox i
              JOIN case_file c ON c.realm = i.realm AND c.id = i.case_id
             WHERE i.realm = \(realm)
               AND i.agency = \(agency)
             GROUP BY c.item_code, i.function
             ORDER BY c.item_code, i.function
            """
        ).map { row in
            OpenSteps(itemCode: try row["item_code"], function: try row["function"], cases: try row["cases"])
        }
    }
}
