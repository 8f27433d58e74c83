import Database

extension Row {
    /// Returns a column that holds the word of an enum.
    func word<Word: RawRepresentable<String>>(_ name: String) throws -> Word {
        let text: String = try self[name]
        guard let word = Word(rawValue: text) else {
            throw DatabaseError.column(name, expected: "\(Word.self)", found: text)
        }
        return word
    }
}
