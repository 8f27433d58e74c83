import Codes

/// Finds items of a list that mean the same or nearly: of one agency and category, by the pairs of characters of their names.
///
/// Names are compared once marks, width, case and words that only join are taken away; those of one main item by what sets
/// them apart. Only names that share one of their rarest pairs are compared, so a list of a province takes seconds.
struct SimilarNames {
    /// Whose item it is; items of different owners are never compared.
    private struct Owner: Hashable {
        let category: PowerCategory
        let agency: String?
        let division: String?
    }

    private struct Name {
        let owner: Owner
        let scalars: [Unicode.Scalar]
        /// The rarest first; a pair that stands twice counts twice.
        var pairs: [UInt64]
    }

    private struct Place: Hashable {
        let owner: Owner
        let pair: UInt64
    }

    /// From which share of common pairs on (Dice) two names are alike.
    private static let least = 0.86
    /// Shorter names differ by what they are about even where they share most.
    private static let shortest = 8
    /// So many earlier names that share a pair are looked at, the nearest; a list of one pattern would compare all with all.
    private static let most = 50

    private let names: [Name]
    private var exact: [Owner: [[Unicode.Scalar]: Int]] = [:]
    private var places: [Place: [Int]] = [:]

    init(_ listings: [ImportedListing]) {
        var names = listings.map(SimilarNames.name)
        var counts: [UInt64: Int] = [:]
        for name in names { for pair in name.pairs { counts[pair, default: 0] += 1 } }
        for index in names.indices {
            names[index].pairs.sort { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
        }
        self.names = names
    }

    /// Returns the first earlier item that means the same, or else the one that is most alike; asked in the list's order.
    mutating func earlier(than index: Int) -> (index: Int, percent: Int)? {
        let name = names[index]
        if let same = exact[name.owner]?[name.scalars] { return (same, 100) }
        exact[name.owner, default: [:]][name.scalars] = index
        guard name.scalars.count >= SimilarNames.shortest else { return nil }
        let needed = Int((SimilarNames.least * Double(name.pairs.count) / (2 - SimilarNames.least)).rounded(.up))
        let rarest = Set(name.pairs.prefix(name.pairs.count - needed + 1))
        var best: (index: Int, share: Double)?
        let candidates = Set(
            rarest.flatMap { (places[Place(owner: name.owner, pair: $0)] ?? []).suffix(SimilarNames.most) }
        )
        for other in candidates.sorted() {
            let share = SimilarNames.share(name.pairs, names[other].pairs)
            guard share >= SimilarNames.least, share > best?.share ?? 0,
                !SimilarNames.isSetApart(name.scalars, names[other].scalars)
            else { continue }
            best = (other, share)
        }
        for pair in rarest { places[Place(owner: name.owner, pair: pair), default: []].append(index) }
        return best.map { ($0.index, min(99, Int(($0.share * 100).rounded()))) }
    }

    private static let joining = ["行为", "的", "之", "及", "和", "与", "或", "对"]

    private static func name(_ listing: ImportedListing) -> Name {
        var text = [listing.mainName, listing.name].compactMap(\.self).joined(separator: " ")
        for word in joining { text = text.replacing(word, with: "") }
        let scalars = SearchText(text).runs.flatMap(\.scalars)
        let pairs = zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
        let owner = Owner(category: listing.category, agency: listing.agency?.name, division: listing.division)
        return Name(owner: owner, scalars: scalars, pairs: pairs)
    }

    /// Twice the common pairs over all pairs of both.
    private static func share(_ left: [UInt64], _ right: [UInt64]) -> Double {
        var counts: [UInt64: Int] = [:]
        for pair in left { counts[pair, default: 0] += 1 }
        var common = 0
        for pair in right {
            guard let count = counts[pair], count > 0 else { continue }
            counts[pair] = count - 1
            common += 1
        }
        return 2 * Double(common) / Double(max(1, left.count + right.count))
    }

    /// What tells items apart that are otherwise called alike: levels, numbers, and which act of a permit's life it is.
    private static let apart = Set("省市县区乡镇国级一二三四五六七八九十甲乙丙丁初新变更延续补换注销增减撤备首再停复设分非未不".unicodeScalars)

    /// Whether the names differ only by such a mark between what they begin and end with alike.
    private static func isSetApart(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        let start = zip(left, right).prefix { $0 == $1 }.count
        let (left, right) = (left.dropFirst(start), right.dropFirst(start))
        let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        return (Array(left.dropLast(end)) + right.dropLast(end)).contains {
            apart.contains($0) || $0.properties.numericType != nil || $0.isASCII
        }
    }
}
