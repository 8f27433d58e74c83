package import Codes

/// What someone looks for in the catalog.
package struct CatalogQuery: Hashable, Sendable {
    /// Who asks: the public does not see drafts and secret items.
    package enum Audience: Hashable, Sendable {
        case everyone
        case officers
    }

    /// Words apart from each other must all be found; empty finds everything.
    ///
    /// Only the first 64 characters count.
    package var text: String
    package var category: PowerCategory?
    /// The name of a category that a division adds.
    package var localCategory: String?
    package var agencyName: String?
    /// Twelve digits.
    package var division: String?
    package var standing: ItemStanding?
    /// Those that are exercised there, perhaps at other levels too.
    package var level: ExerciseLevel?
    package var audience: Audience
    package var limit: Int
    /// The last item of the page before.
    package var after: PowerItem.ID?

    package init(
        _ text: String = "",
        category: PowerCategory? = nil,
        localCategory: String? = nil,
        agencyName: String? = nil,
        division: String? = nil,
        standing: ItemStanding? = nil,
        level: ExerciseLevel? = nil,
        audience: Audience = .everyone,
        limit: Int = 20,
        after: PowerItem.ID? = nil
    ) {
        self.text = text
        self.category = category
        self.localCategory = localCategory
        self.agencyName = agencyName
        self.division = division
        self.standing = standing
        self.level = level
        self.audience = audience
        self.limit = limit
        self.after = after
    }

    static let longestText = 64
}

/// What was found: a page of it, and how the whole divides.
package struct CatalogAnswer: Hashable, Sendable {
    package struct Count<Value: Hashable & Sendable>: Hashable, Sendable {
        package let value: Value
        package let count: Int
    }

    /// Whether nothing was found as written, and these are what was probably meant.
    package let isNear: Bool
    package let total: Int
    /// The best first: names that are or begin with the query, then names that hold it, then other fields.
    package let entries: [CatalogEntry]
    /// Whether there are entries after the last one of the page.
    package let hasMore: Bool
    /// Found items a category, the other filters chosen but the category left open; the largest first.
    ///
    /// So are the counts by local category, agency, division, standing and level.
    package let categories: [Count<PowerCategory>]
    /// By name; items of the national categories alone are in none.
    package let localCategories: [Count<String>]
    package let agencies: [Count<String>]
    /// By the division's twelve digits.
    package let divisions: [Count<String>]
    package let standings: [Count<ItemStanding>]
    /// An item counts at each level where it is exercised; from the nation down.
    package let levels: [Count<ExerciseLevel>]
}
