/// How several things stand in one cell of a list, so that what is written is read back as it was.
///
/// Between semicolons, as agencies write them; one a line where a part itself holds a semicolon.
enum CellParts {
    /// Keeps the place of what is not stated, and makes a single part a line.
    static let unstated = "—"

    /// Returns `nil` for no parts.
    static func written(_ parts: [String]?) -> String? {
        guard let parts, !parts.isEmpty else { return nil }
        let lines = parts.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
        guard parts.contains(where: { $0.contains(where: isSeparator) }) else { return lines.joined(separator: "；") }
        return (lines.count == 1 ? lines + [unstated] : lines).joined(separator: "\n")
    }

    /// Returns the parts of a cell, trimmed; empty ones are left out.
    static func read(_ cell: String) -> [String] {
        guard cell.contains(where: \.isNewline) else { return cell.statedParts }
        return lines(cell).filter { $0 != unstated }
    }

    /// Returns the lines of a cell, trimmed; empty ones are left out.
    static func lines(_ cell: String) -> [String] {
        cell.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// Writes a line for each of several things, of what is stated of them; `nil` where nothing is of any.
    static func column(_ stated: [String?]) -> String? {
        guard stated.contains(where: { $0 != nil }) else { return nil }
        return stated.map { $0?.split(whereSeparator: \.isNewline).joined(separator: " ") ?? unstated }
            .joined(separator: "\n")
    }

    private static func isSeparator(_ character: Character) -> Bool {
        "；;".contains(character) || character.isNewline
    }
}

extension [String] {
    /// What is stated at a place of a column; `nil` where nothing is.
    func stated(at place: Int) -> String? {
        indices.contains(place) && self[place] != CellParts.unstated ? self[place] : nil
    }
}
