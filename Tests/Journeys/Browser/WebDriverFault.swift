/// Why the browser did not do what a test asked.
package enum WebDriverFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The driver did not start; what it said.
    case notStarted(String)
    /// The driver refused a command, by its own word for it, such as `no such element`.
    case refused(command: String, word: String, message: String)
    /// What a test waited for did not come; the page's address and visible text.
    case waitedInVain(what: String, path: String, text: String)
    case unreadable(String)

    /// Whether a part of the page was meant that has gone with it: the page changed between finding and asking.
    ///
    /// While a page is being replaced, the driver passes on its browser's own words for it.
    var isOfAGonePage: Bool {
        guard case .refused(_, let word, let message) = self else { return false }
        return ["stale element reference", "no such element", "no such window", "detached shadow root"].contains(word)
            || message.contains("does not belong to the document")
    }

    package var description: String {
        switch self {
        case .notStarted(let words): "the driver did not start: \(words)"
        case .refused(let command, let word, let message): "\(command): \(word): \(message)"
        case .waitedInVain(let what, let path, let text): "waited in vain for \(what) on \(path):\n\(text)"
        case .unreadable(let answer): "expected an answer of the driver, found \(answer)"
        }
    }
}
