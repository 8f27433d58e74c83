import CanonicalJSON
import Interchange
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

        /// The column in words; a column of the list keeps its own heading.
        package var heading: String {
            ItemColumns.Field(rawValue: column == "agency" ? "agencyName" : column)?.chinese ?? column
        }

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
        var names = SimilarNames(reading.rows.map(\.listing))
        for (index, row) in reading.rows.enumerated() {
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
            if let earlier = names.earlier(than: index) {
                let other = reading.rows[earlier.index]
                let likeness = earlier.percent == 100 ? "" : "“\(other.listing.name)”相近（\(earlier.percent)%）"
                let found = "\(listing.name)，与第 \(other.row) 行\(likeness)"
                remarks.append(Remark(kind: .duplicate, row: row.row, column: "name", found: found))
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

    /// The report as a file for a spreadsheet: refused rows and remarks, by row.
    ///
    /// - Parameter faults: why rows were refused, by their form or by the catalog.
    /// - Returns: csv with a heading in words.
    package func file(with faults: [ImportFault]) -> [UInt8] {
        var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)
        writer.append(["行", "种类", "栏", "说明"])
        let refused = faults.map { ($0.row, ["退回", $0.column, "应为\($0.expected)，实为\($0.found)"]) }
        let remarked = remarks.map { ($0.row, [$0.kind.chinese, $0.heading, $0.found]) }
        for (row, cells) in (refused + remarked).sorted(by: { $0.0 < $1.0 }) { writer.append([String(row)] + cells) }
        return writer.take()
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
