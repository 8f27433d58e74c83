import CanonicalJSON
import Definitions

/// A code with which requests are refused, as the page of codes explains it.
///
/// `Definitions/api/problems.json` is recorded from the wordings by a test, so that none is missing and none is made up.
package struct ProblemKind: Hashable, Sendable, Codable {
    package let code: String
    package let status: Int
    /// The words of the refusal; `…` stands for what is filled in.
    package let words: String
    /// Empty where no law but order is behind it, or where the article depends on the case.
    package let article: String

    package init(code: String, status: Int, words: String, article: String) {
        self.code = code
        self.status = status
        self.words = words
        self.article = article
    }

    /// All, by code.
    package static func shipped() throws -> [ProblemKind] {
        try CanonicalDecoder().decode([ProblemKind].self, from: Definitions.bytes("api/problems.json"))
    }
}
