import EventLog
package import Kernel

/// A change of law that items are held against: a further version of a statute, or its repeal.
package struct LegalChange: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The number of the version in the library.
        case version(Int)
        case repeal
    }

    /// The statute's key in the library.
    package let statute: String
    package let kind: Kind

    package init(_ statute: String, _ kind: Kind) {
        self.statute = statute
        self.kind = kind
    }

    /// Reads `风筝法@2` or `风筝法@repeal`; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        guard let mark = text.lastIndex(of: "@"), mark > text.startIndex else { return nil }
        let rest = text[text.index(after: mark)...]
        if rest == "repeal" {
            self.init(String(text[..<mark]), .repeal)
        } else if let number = Int(rest), number > 0 {
            self.init(String(text[..<mark]), .version(number))
        } else {
            return nil
        }
    }

    /// The change that an event of the library is; `nil` for the first version of a statute.
    package init?(_ event: StatuteEvent, of statute: String) {
        switch event {
        case .versionImported(let imported):
            guard imported.number.value > 1 else { return nil }
            self.init(statute, .version(imported.number.value))
        case .repealed: self.init(statute, .repeal)
        }
    }

    /// 《风筝法》废止, as pages and alerts say it.
    package var chinese: String {
        switch kind {
        case .version(let number): "《\(statute)》修改，第 \(number) 版"
        case .repeal: "《\(statute)》废止"
        }
    }

    package var text: String {
        switch kind {
        case .version(let number): "\(statute)@\(number)"
        case .repeal: "\(statute)@repeal"
        }
    }
}

extension LegalChange: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let change = LegalChange(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected a change as 法@2, found \(text)")
            )
        }
        self = change
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// What a change of law did to one citation of an item.
package struct BasisEffect: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        /// The same words stand under another number.
        case moved(to: ArticleReference)
        case amended(to: ArticleReference)
        /// The article is gone, or the statute as a whole: nothing is left to rest on.
        case fell
        /// The citation names no article, so that somebody must look.
        case unknown

        /// As pages say it beside the citation.
        package var chinese: String {
            switch self {
            case .moved(let article): "条文未变，改为\(article.chinese)"
            case .amended(let article): "条文修改，见\(article.chinese)"
            case .fell: "条文删除或者文件废止，依据失效"
            case .unknown: "引用未写明条文，需要人工核对"
            }
        }
    }

    package let basis: LegalBasis
    package let change: LegalChange
    /// The first day of the change.
    package let from: Day
    /// The day on which the library heard of it.
    package let recordedOn: Day
    package let outcome: Outcome
}

extension Statute {
    /// Returns what happened by `day` to a citation made when the law stood as on `cited`; the latest change counts.
    ///
    /// A citation of what the library never held is taken as it is: nothing can be said against it.
    ///
    /// `comparisons` keeps what was compared, for whoever asks about many citations.
    package func effect(
        on basis: LegalBasis,
        citedOn cited: Day,
        until day: Day,
        comparing comparisons: StatuteComparisons = StatuteComparisons()
    ) -> BasisEffect? {
        if let repeal, repeal.from <= day {
            return BasisEffect(
                basis: basis,
                change: LegalChange(basis.statute, .repeal),
                from: repeal.from,
                recordedOn: repeal.recordedOn,
                outcome: .fell
            )
        }
        guard let old = standing(on: cited), let new = standing(on: day), old.number != new.number,
            let from = new.inForceFrom, let outcome = outcome(of: basis, from: old, to: new, comparisons)
        else { return nil }
        return BasisEffect(
            basis: basis,
            change: LegalChange(basis.statute, .version(new.number)),
            from: from,
            recordedOn: new.takenOn,
            outcome: outcome
        )
    }

    private func outcome(
        of basis: LegalBasis,
        from old: Standing,
        to new: Standing,
        _ comparisons: StatuteComparisons
    ) -> BasisEffect.Outcome? {
        guard case .article(let reference) = basis.place else {
            return old.articles == new.articles ? nil : .unknown
        }
        switch comparisons.from(old, to: new, of: basis.statute).change(of: reference) {
        case .unchanged?, .added?: return nil
        case .moved(_, let article)?: return .moved(to: article.reference)
        case .amended(_, let article)?: return .amended(to: article.reference)
        case .repealed?: return .fell
        case nil: return .unknown
        }
    }
}
