import CanonicalJSON
import Codes
import Law

/// How good a list is that can be read: what is left out, doubtful, out of date or said twice.
///
/// Nothing of it stops an import; it is what an agency is asked to mend.
package struct ListQuality: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case missing
        case doubtful
        /// A basis that the library knows as repealed.
        case repealed
        /// Two items of one agency that mean the same.
        case duplicate

        package var chinese: String {
            switch self {
            case .missing: "字段缺失"
            case .doubtful: "编码等存疑"
            case .repealed: "依据已废止"
            case .duplicate: "疑似重复"
            }
        }
    }

    /// One thing to mend, in a row.
    package struct Remark: Hashable, Sendable {
        package let kind: Kind
        package let row: Int
        package let column: String
        package let found: String

        /// `row 3, 依据已废止, bases: 《…》`.
        package var line: String { "row \(row), \(kind.chinese), \(column): \(found)" }
    }

    package let rowCount: Int
    package let refusedCount: Int
    /// By row.
    package let remarks: [Remark]

    /// Looks a list over.
    ///
    /// - Parameters:
    ///   - reading: the list as it was read.
    ///   - repealed: the keys of the statutes that apply no more.
    package init(_ reading: ItemReading, repealed: Set<String>) {
        rowCount = reading.rows.count
        refusedCount = Set(reading.faults.map(\.row)).count
        var remarks: [Remark] = []
        var rowsOfMeanings: [Meaning: Int] = [:]
        for row in reading.rows {
            let listing = row.listing
            let stated: [(String, Bool)] = [
                ("agency", listing.agency != nil), ("division", listing.division != nil),
                ("levels", listing.levels != nil), ("bases", !listing.bases.isEmpty),
            ]
            for (field, isStated) in stated where !isStated {
                remarks.append(Remark(kind: .missing, row: row.row, column: field, found: "未填报"))
            }
            for doubt in row.doubts {
                let found = "应为\(doubt.expected)，实为\(doubt.found)"
                remarks.append(Remark(kind: .doubtful, row: row.row, column: doubt.column, found: found))
            }
            for basis in listing.bases where repealed.contains(basis.statute) {
                remarks.append(Remark(kind: .repealed, row: row.row, column: "bases", found: basis.chinese))
            }
            let meaning = Meaning(listing)
            if let earlier = rowsOfMeanings[meaning] {
                let found = "\(listing.name)，与第 \(earlier) 行"
                remarks.append(Remark(kind: .duplicate, row: row.row, column: "name", found: found))
            } else {
                rowsOfMeanings[meaning] = row.row
            }
        }
        self.remarks = remarks
    }

    package func count(_ kind: Kind) -> Int { remarks.count { $0.kind == kind } }

    /// One line for people.
    package var summary: String {
        let counts = Kind.allCases.map { "\($0.chinese) \(count($0)) 处" }.joined(separator: "，")
        return "可导入 \(rowCount) 项，拒绝 \(refusedCount) 行；\(counts)"
    }

    /// `{"doubtful":n,…,"refused":n,"remarks":[…],"rows":n}`.
    package var json: String {
        var members: [String: JSONValue] = [
            "rows": .integer(Int64(rowCount)), "refused": .integer(Int64(refusedCount)),
            "remarks": .array(
                remarks.map { remark in
                    .object([
                        "kind": .string(remark.kind.rawValue), "row": .integer(Int64(remark.row)),
                        "column": .string(remark.column), "found": .string(remark.found),
                    ])
                }
            ),
        ]
        for kind in Kind.allCases { members[kind.rawValue] = .integer(Int64(count(kind))) }
        return String(decoding: JSONValue.object(members).canonicalBytes, as: UTF8.self)
    }
}

/// What a name says once marks, width, case and words that only join are taken away, and whose power it is.
private struct Meaning: Hashable {
    private let words: String
    private let category: PowerCategory
    private let agency: String?
    private let division: String?

    private static let joining: Set<Character> = ["的", "之", "及", "和", "与", "或", "对"]

    init(_ listing: ImportedListing) {
        let text = [listing.mainName, listing.name].compactMap { $0 }.joined(separator: " ")
        let scalars = SearchText(text.filter { !Meaning.joining.contains($0) }).runs.flatMap(\.scalars)
        words = String(String.UnicodeScalarView(scalars))
        category = listing.category
        agency = listing.agency?.name
        division = listing.division
    }
}
