package import Codes

/// One item as lists and search show it.
package struct CatalogEntry: Hashable, Sendable {
    package let id: PowerItem.ID
    package let code: String
    package let name: String
    package let mainName: String?
    package let category: PowerCategory
    /// The name of the category of its division under which it is listed, if it is.
    package let localCategory: String?
    package let agencyName: String?
    /// Twelve digits.
    package let division: String?
    package let standing: ItemStanding
    /// The stage of the draft of a next version, if there is one: drafted, submitted, confirmed.
    package let draftStage: String?
    /// The newest version's number; 0 before the first.
    package let version: Int
    /// What else it is found by: the names of its materials, and of the statutes it rests on.
    package let terms: [String]
    /// At which levels it is exercised; empty where it is not stated.
    package let levels: Set<ExerciseLevel>

    package init(
        id: PowerItem.ID,
        code: String,
        name: String,
        mainName: String? = nil,
        category: PowerCategory,
        localCategory: String? = nil,
        agencyName: String? = nil,
        division: String? = nil,
        standing: ItemStanding,
        draftStage: String? = nil,
        version: Int = 0,
        terms: [String] = [],
        levels: Set<ExerciseLevel> = []
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.mainName = mainName
        self.category = category
        self.localCategory = localCategory
        self.agencyName = agencyName
        self.division = division
        self.standing = standing
        self.draftStage = draftStage
        self.version = version
        self.terms = terms
        self.levels = levels
    }

    /// The national category, and the local one where it has one.
    package var categoryText: String { [category.chinese, localCategory].compactMap(\.self).joined(separator: "　") }
}
