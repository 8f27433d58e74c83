/// What became of every article between two versions of a statute.
///
/// An article that stands unchanged under another number has moved. Of the others, those that share most of their
/// words belong together, however they are numbered; the rest was repealed or is new.
package struct StatuteComparison: Hashable, Sendable {
    /// In the order of the newer text; what was repealed stands where it stood.
    package let changes: [ArticleChange]

    package init(from older: [Article], to newer: [Article]) {
        let partners = StatuteComparison.partners(older, newer)
        var changes: [ArticleChange] = []
        var gone = older.indices.filter { !partners.values.contains($0) }[...]
        for (place, article) in newer.enumerated() {
            if let partner = partners[place] {
                while let first = gone.first, first < partner {
                    changes.append(.repealed(older[first]))
                    gone.removeFirst()
                }
                changes.append(ArticleChange(from: older[partner], to: article))
            } else {
                changes.append(.added(article))
            }
        }
        self.changes = changes + gone.map { .repealed(older[$0]) }
    }

    /// Returns what became of an article of the older version; `nil` when that version had none of this number.
    package func change(of reference: ArticleReference) -> ArticleChange? {
        changes.first { $0.older?.reference == reference.whole }
    }

    package func count(_ kind: ArticleChange.Kind) -> Int { changes.count { $0.kind == kind } }

    /// The share of common pairs of characters from which on two texts are one article.
    private static let likeness = 0.5

    /// For each place of the newer text that has one, the place of the article it comes from.
    private static func partners(_ older: [Article], _ newer: [Article]) -> [Int: Int] {
        var partners: [Int: Int] = [:]
        var free = Set(older.indices)
        func join(_ old: Int, _ new: Int) {
            partners[new] = old
            free.remove(old)
        }
        let placeOfKey = Dictionary(older.enumerated().map { ($1.key, $0) }) { first, _ in first }
        for (new, article) in newer.enumerated() {
            if let old = placeOfKey[article.key], older[old].paragraphs == article.paragraphs { join(old, new) }
        }
        for (new, article) in newer.enumerated() where partners[new] == nil {
            if let old = free.sorted().first(where: { older[$0].paragraphs == article.paragraphs }) { join(old, new) }
        }
        let oldPairs = Dictionary(uniqueKeysWithValues: free.map { ($0, older[$0].characterPairs) })
        var likely: [(likeness: Double, old: Int, new: Int)] = []
        for (new, article) in newer.enumerated() where partners[new] == nil {
            let pairs = article.characterPairs
            for (old, others) in oldPairs {
                let common = 2 * Double(pairs.intersection(others).count) / Double(max(pairs.count + others.count, 1))
                if common >= likeness { likely.append((common, old, new)) }
            }
        }
        likely.sort { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) }
        for (_, old, new) in likely where free.contains(old) && partners[new] == nil { join(old, new) }
        return partners
    }
}

/// What became of one article.
package enum ArticleChange: Hashable, Sendable {
    case unchanged(Article)
    /// The same words under another number.
    case moved(from: Article, to: Article)
    case amended(from: Article, to: Article)
    case added(Article)
    case repealed(Article)

    package enum Kind: Hashable, Sendable, CaseIterable {
        case unchanged
        case moved
        case amended
        case added
        case repealed

        package var chinese: String {
            switch self {
            case .unchanged: "未变"
            case .moved: "条序调整"
            case .amended: "修改"
            case .added: "新增"
            case .repealed: "删去"
            }
        }
    }

    init(from old: Article, to new: Article) {
        if old.paragraphs != new.paragraphs {
            self = .amended(from: old, to: new)
        } else {
            self = old.key == new.key ? .unchanged(new) : .moved(from: old, to: new)
        }
    }

    package var kind: Kind {
        switch self {
        case .unchanged: .unchanged
        case .moved: .moved
        case .amended: .amended
        case .added: .added
        case .repealed: .repealed
        }
    }

    package var older: Article? {
        switch self {
        case .unchanged(let article), .repealed(let article): article
        case .moved(let old, _), .amended(let old, _): old
        case .added: nil
        }
    }

    package var newer: Article? {
        switch self {
        case .unchanged(let article), .added(let article): article
        case .moved(_, let new), .amended(_, let new): new
        case .repealed: nil
        }
    }
}

extension Article {
    /// All its lines, without headings.
    package var lines: [String] { paragraphs.flatMap(\.lines) }

    fileprivate var characterPairs: Set<String> {
        let characters = Array(lines.joined())
        return Set(zip(characters, characters.dropFirst()).map { String([$0, $1]) })
    }
}
