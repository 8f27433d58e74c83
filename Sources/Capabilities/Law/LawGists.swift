import CanonicalJSON

/// Our own one-sentence gists (要旨) of articles; the project ships no statute's text.
package struct LawGists: Sendable {
    private var sentences: [String: String] = [:]

    package static let none = LawGists()

    private init() {}

    /// Reads `{"行政许可法#26.1": "…。"}`.
    ///
    /// - Parameter bytes: the file `law-gists.json` of the definitions.
    /// - Throws: `JSONFault`, `DecodingError` or `LawError.badGist`.
    package init(_ bytes: [UInt8]) throws {
        let file = try CanonicalDecoder().decode([String: String].self, from: bytes)
        for (text, sentence) in file {
            guard let basis = LegalBasis(text), case .article = basis.place, sentence.hasSuffix("。"),
                sentences.updateValue(sentence, forKey: LawGists.key(basis)) == nil
            else { throw LawError.badGist(basis: text) }
        }
    }

    package var count: Int { sentences.count }

    /// Returns the gist of the cited place, or of its article when the place itself has none.
    package subscript(basis: LegalBasis) -> String? {
        guard case .article(let reference) = basis.place else { return nil }
        let article = LegalBasis(law: basis.law, place: .article(reference.whole))
        return sentences[LawGists.key(basis)] ?? sentences[LawGists.key(article)]
    }

    private static func key(_ basis: LegalBasis) -> String {
        guard case .article(let reference) = basis.place else { return basis.statute }
        return "\(basis.statute)#\(reference.short)"
    }
}
