/// Reads what a list states of the things an applicant hands in: their names in one cell, in others a line for each.
extension RowCheck {
    /// What a list writes where an item asks for nothing.
    private static let none: Set = ["无", "不需要", CatalogField.noMaterials]

    mutating func materials(into details: inout ListedDetails) {
        guard let text = text(columns[.materials], longest: RowCheck.longestLines, takesLines: true) else { return }
        guard !RowCheck.none.contains(text) else {
            details.materials = []
            return
        }
        let names = CellParts.read(text)
        var rows = names.map { ListedMaterial($0) }
        for (place, part) in parts(.materialNecessity, of: names) {
            rows[place].necessity = choice(part, .materialNecessity, of: Material.Necessity.self, \.chinese)
        }
        for (place, part) in parts(.materialForm, of: names) {
            rows[place].form = choice(part, .materialForm, of: Material.Form.self, \.chinese)
        }
        for (place, part) in parts(.materialSource, of: names) {
            rows[place].source = choice(part, .materialSource, of: Material.Source.self, \.chinese)
        }
        for (place, part) in parts(.materialOriginals, of: names) {
            rows[place].originals = copies(part, .materialOriginals)
        }
        for (place, part) in parts(.materialCopies, of: names) {
            rows[place].copies = copies(part, .materialCopies)
        }
        for (field, path) in RowCheck.texts {
            for (place, part) in parts(field, of: names) { rows[place][keyPath: path] = part }
        }
        if rows.allSatisfy(\.isBare) {
            details.materials = names.isEmpty ? nil : names
        } else {
            details.materialRows = rows
        }
    }

    private static let texts: [(ItemColumns.Field, any WritableKeyPath<ListedMaterial, String?> & Sendable)] = [
        (.materialCondition, \.condition), (.materialSample, \.sample), (.materialNote, \.note),
        (.materialSourceNote, \.sourceNote), (.materialSpecification, \.specification),
        (.materialAcceptance, \.acceptance), (.materialBasis, \.basis), (.materialRemark, \.remark),
    ]

    /// The stated parts of a cell with the places of their materials; none where they are not as many as the materials.
    private mutating func parts(_ field: ItemColumns.Field, of names: [String]) -> [(Int, String)] {
        guard let column = columns[field], let text = text(column, longest: RowCheck.longestLines, takesLines: true)
        else { return [] }
        // What is said of a single material may hold what parts several.
        let hasLines = text.contains(where: \.isNewline)
        let parts = hasLines ? CellParts.lines(text) : names.count == 1 ? [text] : text.statedParts
        guard parts.count == names.count else {
            doubt(column, expected: "与\(names.count)项申请材料一一对应，每项一行", found: "\(parts.count) 行；没有采用")
            return []
        }
        return parts.indices.compactMap { place in parts.stated(at: place).map { (place, $0) } }
    }

    private mutating func choice<Value: CaseIterable>(
        _ text: String,
        _ field: ItemColumns.Field,
        of type: Value.Type,
        _ chinese: (Value) -> String
    ) -> Value? {
        if let value = type.allCases.first(where: { chinese($0) == text }) { return value }
        doubt(columns[field] ?? "", expected: type.allCases.map(chinese).joined(separator: "、"), found: text)
        return nil
    }

    private mutating func copies(_ text: String, _ field: ItemColumns.Field) -> Int? {
        if let count = Int(text), (0...Material.mostCopies).contains(count) { return count }
        doubt(columns[field] ?? "", expected: "0 至 \(Material.mostCopies) 的份数", found: text)
        return nil
    }
}
