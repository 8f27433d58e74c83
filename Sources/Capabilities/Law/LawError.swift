package import Kernel

/// Every refusal of the law library.
package enum LawError: Error, Hashable, Sendable {
    case tooLong(bytes: Int, limit: Int)
    case notUTF8
    case noTitle
    case titleTooLong(limit: Int)
    /// Nothing in the file has the form of an article.
    case noArticle(title: String)
    /// A list of articles that cannot be read, in `row`; both in Chinese, without a full stop.
    case unreadableList(row: Int, expected: String, found: String)
    /// What is said of one text was said of a file with several.
    case statementOfSeveral(statutes: Int)
    /// The very text is in the library already.
    case alreadyImported(title: String, version: Int)
    /// Another text is in the library that applies from the same day; a correction must say so.
    case dayTaken(title: String, inForceFrom: Day, version: Int)
    /// A gist in the definitions is no sentence or cites no article.
    case badGist(basis: String)
    case unknownStatute(String)
    case alreadyRepealed(title: String, from: Day)
    /// A repeal names the decision it rests on.
    case groundMissing
}
