/// Statutes from a file, told by its name: a list of articles as csv or xlsx, else one statute as Markdown.
package enum StatuteFile {
    /// Reads every statute of the file.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - fileName: tells the form by its ending; gives title and day of a Markdown text that has none.
    /// - Returns: one reading a statute, in the order of the file.
    /// - Throws: `LawError`; then nothing of the file is taken.
    package static func read(_ bytes: [UInt8], fileName: String) throws(LawError) -> [StatuteReading] {
        guard bytes.count <= StatuteMarkdown.greatestBytes else {
            throw .tooLong(bytes: bytes.count, limit: StatuteMarkdown.greatestBytes)
        }
        let name = fileName.lowercased()
        return name.hasSuffix(".csv") || name.hasSuffix(".xlsx")
            ? try StatuteTable.read(bytes) : [try StatuteMarkdown.read(bytes, fileName: fileName)]
    }
}
