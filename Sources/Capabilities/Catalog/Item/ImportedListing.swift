package import Codes
package import Law

/// What a list of some authority says of an item; nothing of it is confirmed.
package struct ImportedListing: Hashable, Sendable, Codable {
    package let code: String
    package let name: String
    package let mainName: String?
    package let category: PowerCategory
    package let agency: AgencyReference?
    package let division: String?
    package let levels: [ExerciseLevel]?
    package let bases: [LegalBasis]
    /// What else the list states; `nil` where it states no more.
    package let details: ListedDetails?

    package init(
        code: String,
        name: String,
        mainName: String? = nil,
        category: PowerCategory,
        agency: AgencyReference? = nil,
        division: String? = nil,
        levels: [ExerciseLevel]? = nil,
        bases: [LegalBasis] = [],
        details: ListedDetails? = nil
    ) {
        self.code = code
        self.name = name
        self.mainName = mainName
        self.category = category
        self.agency = agency
        self.division = division
        self.levels = levels
        self.bases = bases
        self.details = details
    }

    /// The listing as an item's content, everything else unstated.
    package var content: ItemContent {
        var content = ItemContent(code: code, name: name, category: category, bases: bases)
        content.mainName = mainName
        content.agency = agency
        content.division = division
        content.levels = levels
        details?.state(in: &content)
        return content
    }
}

/// Something odd in a list that was kept, with the reason why.
package struct ItemDoubt: Hashable, Sendable, Codable {
    /// The column of the list.
    package let column: String
    package let expected: String
    package let found: String
    package let reason: String

    package init(column: String, expected: String, found: String, reason: String) {
        self.column = column
        self.expected = expected
        self.found = found
        self.reason = reason
    }
}
