package import Kernel

/// What a post is for: its powers and what its holder answers for (岗位职责、执法责任).
///
/// - Source: 国办发〔2005〕37号 part 2 (分解执法职权, 确定执法责任).
package struct PostCharter: Hashable, Sendable, Codable {
    package var powers: [Power]
    package var duties: String?
    /// How well the work is to be done (工作标准).
    package var standards: String?
    /// By what the holder is measured (考核指标).
    package var indicators: String?
    package var liability: Liability?
    /// The longest stay of one holder; `nil` for posts without rotation.
    package var longestStayMonths: Int?

    package init(
        powers: [Power],
        duties: String? = nil,
        standards: String? = nil,
        indicators: String? = nil,
        liability: Liability? = nil,
        longestStayMonths: Int? = nil
    ) {
        self.powers = powers
        self.duties = duties
        self.standards = standards
        self.indicators = indicators
        self.liability = liability
        self.longestStayMonths = longestStayMonths
    }

    /// One item of the catalog, bound by its identity and never by a version.
    package struct Power: Hashable, Sendable, Codable {
        package let item: String
        package let name: String
        /// What of it the post does; empty for all.
        package let limits: String

        package init(item: String, name: String, limits: String = "") {
            self.item = item
            self.name = name
            self.limits = limits
        }
    }

    package struct Liability: Hashable, Sendable, Codable {
        package let kind: Kind
        package let content: String

        package init(kind: Kind, content: String) {
            self.kind = kind
            self.content = content
        }

        /// - Source: 重庆市行政执法责任制条例 art. 7 (领导责任, 主管责任, 直接责任).
        package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case direct
            case supervising
            case leading

            package var chinese: String {
                switch self {
                case .direct: "直接责任"
                case .supervising: "主管责任"
                case .leading: "领导责任"
                }
            }
        }
    }
}

/// That somebody acts for an absent holder of a post (代行职责).
package struct Delegation: Hashable, Sendable, Codable {
    package let from: Officer.ID
    package let to: Officer.ID
    /// Sorted; empty for every kind of act.
    package let categories: [EnforcementCategory]
    package let begins: Day
    /// The last day.
    package let ends: Day
    package let reason: String

    package init(
        from: Officer.ID,
        to: Officer.ID,
        categories: some Sequence<EnforcementCategory> = [],
        begins: Day,
        ends: Day,
        reason: String
    ) {
        self.from = from
        self.to = to
        self.categories = Set(categories).sorted { $0.rawValue < $1.rawValue }
        self.begins = begins
        self.ends = ends
        self.reason = reason
    }

    package func covers(_ day: Day) -> Bool { (begins...ends).contains(day) }

    package func covers(_ category: EnforcementCategory, on day: Day) -> Bool {
        covers(day) && (categories.isEmpty || categories.contains(category))
    }
}
