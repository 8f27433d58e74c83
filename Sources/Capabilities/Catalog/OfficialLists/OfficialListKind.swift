package import Definitions
import Foundation
package import Kernel

/// One of the lists that are kept and published beside the items (清单): its columns, and who keeps it.
///
/// - Source: 聊政办发〔2017〕74号 (五单一网); 国办发〔2018〕118号 for the lists of enforcement.
package struct OfficialListKind: Hashable, Sendable, Codable {
    package enum Keeper: String, Hashable, Sendable, Codable {
        /// One list for the division.
        case division
        /// One list an agency; the page of the division says who has none.
        case agency
    }

    package struct Column: Hashable, Sendable, Codable {
        package let name: String
        package let isRequired: Bool
        /// The only values it may hold; `nil` for free text.
        package let choices: [String]?
    }

    /// By when a published version is filed with the legal office.
    ///
    /// - Source: 聊政办发〔2017〕74号; 江苏某市行政权力网上公开透明运行实施办法 art. 17(3) (ten working days for an answer).
    package struct FilingPeriods: Hashable, Sendable, Codable {
        /// From publication.
        package let handedInWithin: Period
        /// From the handing in: received or sent back.
        package let answeredWithin: Period
        /// From the day it was sent back.
        package let handedInAgainWithin: Period
    }

    package enum Fault: Error, Hashable {
        case missing(DefinitionMissing)
        case unreadable(reason: String)
    }

    /// Stands in addresses and streams; never changed.
    package let code: String
    package let chinese: String
    package let keeper: Keeper
    package let columns: [Column]
    /// The columns that no two rows may have alike.
    package let key: [String]
    /// By when it is filed; `nil` where nobody asks.
    package let filing: FilingPeriods?
    /// What of an item its rows are about: a version that states it otherwise makes the list out of date; `nil` where only
    /// an item's end does.
    package let follows: [ItemField]?
    package let source: String

    /// The row with a cell for every column: what was written before a column came has it empty.
    package func whole(_ row: OfficialListRow) -> OfficialListRow {
        row + Array(repeating: "", count: max(0, columns.count - row.count))
    }

    /// What ships with the program, in the order of pages.
    package static func shipped() throws(Fault) -> [OfficialListKind] {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("catalog/lists.json") } catch { throw .missing(error) }
        do {
            return try JSONDecoder().decode([OfficialListKind].self, from: Data(bytes))
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }
}

/// One row: a cell for every column, in their order.
package typealias OfficialListRow = [String]
