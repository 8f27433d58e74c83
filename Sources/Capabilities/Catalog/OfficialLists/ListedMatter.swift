package import Codes

/// What a row of an agency's list of enforcement is asked about: an item, by category, code and name.
///
/// A row speaks of an item when its 执法类别 is the item's (or 全部) and its 执法事项 is the item's code or name (or 全部).
package struct ListedMatter: Hashable, Sendable {
    package static let everything = "全部"

    package let category: PowerCategory
    package let code: String
    package let name: String

    package init(category: PowerCategory, code: String, name: String) {
        self.category = category
        self.code = code
        self.name = name
    }

    fileprivate func isNamed(category: String, item: String) -> Bool {
        [ListedMatter.everything, self.category.chinese].contains(category)
            && [ListedMatter.everything, code, name].contains(item)
    }
}

/// A row of a list, read by the names of its columns.
package struct ListedRow: Hashable, Sendable {
    private let cells: [String: String]

    package init(_ row: OfficialListRow, of kind: OfficialListKind) {
        cells = Dictionary(zip(kind.columns.map(\.name), row)) { first, _ in first }
    }

    /// The cell of a column; empty where the list has none.
    package subscript(_ column: String) -> String { cells[column] ?? "" }
}

extension OfficialList.Version {
    /// The rows that speak of an item, in their order.
    package func rows(about matter: ListedMatter, in kind: OfficialListKind) -> [ListedRow] {
        rows.lazy.map { ListedRow($0, of: kind) }.filter { matter.isNamed(category: $0["执法类别"], item: $0["执法事项"]) }
    }
}

extension OfficialListKind {
    /// The kind of a code that ships with the program, read once.
    package static func shipped(_ code: String) throws -> OfficialListKind {
        guard let kind = try read.get().first(where: { $0.code == code }) else {
            throw Fault.unreadable(reason: "no kind \(code)")
        }
        return kind
    }

    private static let read = Result { try OfficialListKind.shipped() }
}
