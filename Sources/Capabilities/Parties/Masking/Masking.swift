/// Turns personal data into what others than its owner may see.
///
/// Which reader gets which form is a policy and belongs to Publicity; here is only how a form is made. Every function
/// shows nothing at all rather than too much when the text has another form than expected.
///
/// - Source: 行政处罚结果信息网上公示暂行办法; 国办发〔2018〕118号 (执法公示).
package enum Masking {
    /// Stands for a whole text that is hidden.
    package static let hidden = "***"

    /// Returns `510***********1234`, for the owner's own pages.
    ///
    /// Published text leaves the number out entirely.
    package static func identityNumber(_ text: String) -> String {
        kept(text, first: 3, last: 4, outOf: 18)
    }

    /// Returns `138****1234`.
    package static func mobile(_ text: String) -> String {
        kept(text, first: 3, last: 4, outOf: 11)
    }

    /// Returns the last four characters of an account, the others as asterisks.
    package static func bankAccount(_ text: String) -> String {
        guard text.count >= 9 else { return hidden }
        return String(repeating: "*", count: text.count - 4) + text.suffix(4)
    }

    private static func kept(_ text: String, first: Int, last: Int, outOf count: Int) -> String {
        guard text.count == count, text.allSatisfy(\.isASCII) else { return hidden }
        return text.prefix(first) + String(repeating: "*", count: count - first - last) + text.suffix(last)
    }
}
