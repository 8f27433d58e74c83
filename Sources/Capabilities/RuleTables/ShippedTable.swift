package import DecisionTables
import Definitions
import Foundation
package import Kernel

/// A version of a table that ships with the program and holds where no division has its own.
package struct ShippedTable: Hashable, Sendable, Codable {
    /// From 1.
    package let number: Int
    package let inForceFrom: Day
    /// The statute and what the values follow.
    package let basis: String
    package let table: DecisionTable

    /// The versions of a use, in the order of their days.
    ///
    /// - Throws: `DefinitionMissing`, or `DecodingError` when a file is not of the form this code reads.
    package static func versions(of use: TableUse) throws -> [ShippedTable] { try all.get()[use] ?? [] }

    private static let all = Result<[TableUse: [ShippedTable]], any Error> {
        var all: [TableUse: [ShippedTable]] = [:]
        for use in TableUse.allCases {
            let bytes = try Definitions.bytes("decisions/\(use.rawValue).json")
            all[use] = try JSONDecoder().decode([ShippedTable].self, from: Data(bytes))
        }
        return all
    }
}
