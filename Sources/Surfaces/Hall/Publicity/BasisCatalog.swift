import Catalog
import Kernel
import Law

/// Every article the published items of an agency rest on, by rank (执法依据目录).
///
/// - Source: 国办发〔2018〕118号 part 2 (事前公开: 执法依据).
struct BasisCatalog: Sendable {
    /// What an item cites an article for.
    enum Use: String, CaseIterable, Sendable {
        case power, limit, fee

        var chinese: String {
            switch self {
            case .power: "设定和实施依据"
            case .limit: "法定时限"
            case .fee: "收费依据"
            }
        }
    }

    struct Item: Hashable, Sendable {
        let code: String
        let name: String
        fileprivate(set) var uses: [Use]
    }

    /// An article or another place of a statute, with the items that cite it.
    struct Place: Sendable {
        /// 第二十六条第一款; empty for the statute as a whole.
        let chinese: String
        /// The place's heading on the statute's page; `nil` without one.
        let anchor: String?
        let order: [Int]
        fileprivate(set) var items: [Item]
    }

    struct Entry: Sendable {
        let statute: String
        let title: String
        /// `nil` where neither the library nor the name tells it.
        let level: LawLevel?
        /// Whether the library has its text.
        let isImported: Bool
        fileprivate(set) var places: [Place]
    }

    /// By rank, then by name; those of unknown rank last.
    let entries: [Entry]

    var placeCount: Int { entries.reduce(0) { $0 + $1.places.count } }

    /// - Parameters:
    ///   - items: what everybody may know of the agency's items.
    ///   - imported: the versions in the library.
    init(_ items: [ItemContent], imported: [ImportedStatute]) {
        let library = Dictionary(grouping: imported, by: \.statute)
        var entries: [String: Entry] = [:]
        for item in items {
            for (basis, use) in BasisCatalog.citations(of: item) {
                let key = basis.statute
                let known = library[key]?.last
                var entry =
                    entries[key]
                    ?? Entry(
                        statute: key,
                        title: known?.title ?? basis.law,
                        level: known?.level ?? LawLevel.shown(byCited: basis.law),
                        isImported: known != nil,
                        places: []
                    )
                entry.add(basis, Item(code: item.code, name: item.name, uses: [use]))
                entries[key] = entry
            }
        }
        self.entries = entries.values.map(\.sorted).sorted { left, right in
            (BasisCatalog.rank(left.level), left.title) < (BasisCatalog.rank(right.level), right.title)
        }
    }

    /// The entries of each rank, in the order of ranks.
    var levels: [(name: String, entries: [Entry])] {
        let ranks: [LawLevel?] = LawLevel.allCases + [nil]
        return ranks.compactMap { level in
            let found = entries.filter { $0.level == level }
            return found.isEmpty ? nil : (level?.chinese ?? BasisCatalog.unknownLevel, found)
        }
    }

    static let unknownLevel = "位阶未载明"

    private static func rank(_ level: LawLevel?) -> Int {
        level.flatMap(LawLevel.allCases.firstIndex) ?? LawLevel.allCases.count
    }

    private static func citations(of item: ItemContent) -> [(LegalBasis, Use)] {
        let charged = item.fee.map { fee in (fee.charges.map(\.basis) + [fee.freeBasis]).compactMap(\.self) } ?? []
        return item.bases.map { ($0, .power) } + (item.statutoryLimit.map { [($0.source, .limit)] } ?? [])
            + charged.map { ($0, .fee) }
    }
}

extension BasisCatalog.Entry {
    fileprivate mutating func add(_ basis: LegalBasis, _ item: BasisCatalog.Item) {
        let place = BasisCatalog.Place(basis.place, item)
        guard let found = places.firstIndex(where: { $0.chinese == place.chinese }) else { return places.append(place) }
        guard let same = places[found].items.firstIndex(where: { $0.code == item.code }) else {
            return places[found].items.append(item)
        }
        for use in item.uses where !places[found].items[same].uses.contains(use) {
            places[found].items[same].uses.append(use)
        }
    }

    fileprivate var sorted: BasisCatalog.Entry {
        var entry = self
        entry.places.sort { $0.order.lexicographicallyPrecedes($1.order) }
        return entry
    }
}

extension BasisCatalog.Place {
    fileprivate init(_ place: LegalBasis.Place, _ item: BasisCatalog.Item) {
        switch place {
        case .whole: self.init(chinese: "", anchor: nil, order: [0], items: [item])
        case .article(let reference):
            self.init(
                chinese: reference.chinese,
                anchor: LawPage.anchor(of: reference),
                order: [1, reference.article, reference.inserted ?? 0, reference.paragraph ?? 0, reference.item ?? 0],
                items: [item]
            )
        case .other(let text):
            let order = [2] + text.unicodeScalars.map { Int($0.value) }
            self.init(chinese: text, anchor: nil, order: order, items: [item])
        }
    }
}

extension BasisCatalog {
    /// The columns of the files, in their order.
    static let columns = ["位阶", "法律文件", "条款", "引用处", "事项编码", "事项名称"]

    /// A row for every use that an item makes of a place.
    var rows: [[String]] {
        levels.flatMap { level in
            level.entries.flatMap { entry in
                entry.places.flatMap { place in
                    place.items.flatMap { item in
                        item.uses.map { [level.name, entry.title, place.chinese, $0.chinese, item.code, item.name] }
                    }
                }
            }
        }
    }
}
