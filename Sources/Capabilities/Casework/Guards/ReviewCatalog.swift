package import Catalog
package import Kernel
package import Sanctions

/// What an agency's catalog of the legal review (重大执法决定法制审核目录) says of the decisions of one item.
///
/// A value: who guards a decision reads the version in force and asks it; no rule looks at a database.
///
/// - Source: 国办发〔2018〕118号 part 4 (each agency lists its major decisions); Administrative Penalty Law (行政处罚法) art. 58.
package struct ReviewCatalog: Hashable, Sendable {
    /// The kind of list that it is.
    package static let list = "reviews"

    /// The version in force.
    package let version: Int
    /// The cases to be reviewed, in the list's words and as they are understood.
    package let entries: [Entry]

    package struct Entry: Hashable, Sendable {
        package let words: String
        let meaning: [Circumstance]
        /// What is handed in for the review.
        package let materials: [String]
        /// How long the review takes; `nil` where the list says nothing that is a time.
        package let limit: Period?
    }

    /// Returns the catalog in force on a day; `nil` when the agency has none, or it does not name the item.
    package init?(_ list: OfficialList, about item: ItemPin, on day: Day) throws {
        guard let version = list.version(on: day) else { return nil }
        let rows = try version.rows(about: item.listed, in: .shipped(ReviewCatalog.list))
        guard !rows.isEmpty else { return nil }
        self.version = version.number
        entries = rows.map { row in
            Entry(
                words: row["重大情形"],
                meaning: Circumstance.read(row["重大情形"]),
                materials: ReviewCatalog.materials(in: row["应提交材料"]),
                limit: ReviewCatalog.limit(in: row["审核时限"])
            )
        }
    }

    /// The words of the first case that a decision falls under; `nil` when it falls under none.
    package func ground(of facts: DecisionFacts) -> String? {
        entries.first { $0.meaning.contains { $0.covers(facts) } }?.words
    }
}

/// What of a decision tells whether it is a major one.
package struct DecisionFacts: Hashable, Sendable {
    package let party: SanctionedParty
    package let fine: Money
    package let confiscated: Money
    /// Revokes a permit, stops or closes a business, or bars somebody from it.
    package let endsBusiness: Bool
    package let wasHeard: Bool
    package let isGrave: Bool

    package init(
        party: SanctionedParty,
        fine: Money = .zero,
        confiscated: Money = .zero,
        endsBusiness: Bool = false,
        wasHeard: Bool = false,
        isGrave: Bool = false
    ) {
        self.party = party
        self.fine = fine
        self.confiscated = confiscated
        self.endsBusiness = endsBusiness
        self.wasHeard = wasHeard
        self.isGrave = isGrave
    }
}

extension ReviewCatalog {
    /// One case to be reviewed, read from the words in which agencies write it.
    package enum Circumstance: Hashable, Sendable {
        case every
        case heard
        case endsBusiness
        case grave
        case fine(atLeast: Money, of: SanctionedParty?)
        case confiscation(atLeast: Money)
        /// Words that no program can weigh: nothing is decided past them without a review.
        case unread

        /// Reads the words of a cell; parts stand between ；.
        static func read(_ words: String) -> [Circumstance] {
            words.split { "；;".contains($0) }.map { one(String($0).trimmed) }
        }

        private static func one(_ words: String) -> Circumstance {
            if let amount = amount(in: words) {
                if words.contains("罚款") { return .fine(atLeast: amount, of: party(in: words)) }
                return words.contains("没收") ? .confiscation(atLeast: amount) : .unread
            }
            if ["全部", "所有决定"].contains(words) { return .every }
            if ["经过听证", "经听证", "经过听证程序"].contains(words) { return .heard }
            if words.contains("生命健康") { return .grave }
            let ends = ["吊销", "停产停业", "责令关闭", "限制从业", "降低资质"]
            return ends.contains(where: words.contains) ? .endsBusiness : .unread
        }

        /// Reads 对公民罚款1万元以上: the digits before 元以上, with 万 or without.
        private static func amount(in words: String) -> Money? {
            guard let end = words.firstRange(of: "元以上")?.lowerBound else { return nil }
            let isMyriad = words[..<end].hasSuffix("万")
            let digits = words[..<end].dropLast(isMyriad ? 1 : 0).reversed().prefix { $0.isASCII && $0.isNumber }
            guard let yuan = Int64(String(digits.reversed())), yuan <= 1_000_000_000 else { return nil }
            return Money.yuan(isMyriad ? yuan * 10_000 : yuan)
        }

        private static func party(in words: String) -> SanctionedParty? {
            let isCitizen = ["公民", "个人", "自然人"].contains(where: words.contains)
            let isOrganization = ["法人", "组织", "单位", "企业"].contains(where: words.contains)
            return isCitizen == isOrganization ? nil : isCitizen ? .citizen : .organization
        }

        func covers(_ facts: DecisionFacts) -> Bool {
            switch self {
            case .every, .unread: true
            case .heard: facts.wasHeard
            case .endsBusiness: facts.endsBusiness
            case .grave: facts.isGrave
            case .fine(let amount, let party): facts.fine >= amount && (party ?? facts.party) == facts.party
            case .confiscation(let amount): facts.confiscated >= amount
            }
        }
    }
}
