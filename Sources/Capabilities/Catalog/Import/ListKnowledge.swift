package import Codes

/// What rows of a list are held against: which divisions, local categories and category fields there are.
package struct ListKnowledge: Sendable {
    package let divisions: DivisionTable
    package let categories: LocalCategories
    package let fields: [CategoryField]

    package init(_ divisions: DivisionTable, _ categories: LocalCategories = .none, _ fields: [CategoryField] = []) {
        self.divisions = divisions
        self.categories = categories
        self.fields = fields
    }
}
