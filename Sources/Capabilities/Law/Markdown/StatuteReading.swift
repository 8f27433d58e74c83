/// A statute read from a file, and what of the file has no place in it.
package struct StatuteReading: Hashable, Sendable {
    package let version: StatuteVersion
    /// In the order of the lines.
    package let unplaced: [UnplacedLine]
}

/// A line of a statute's file that was not placed, or was placed although it looks wrong.
package struct UnplacedLine: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// Text before the first article that is no heading.
        case beforeFirstArticle
        /// A heading that is no 编, 章 or 节.
        case unknownHeading
        /// The article was given before; the second one is left out.
        case articleTwice(number: Int)
        /// Placed, but the number does not follow the one before.
        case articleOutOfOrder(expected: Int, found: Int)
        /// An item (项) whose number does not follow the one before; placed.
        case itemOutOfOrder(expected: Int, found: Int)
        /// A note before the text that begins with no day.
        case noteWithoutDay
    }

    /// From 1.
    package let line: Int
    /// At most sixty characters of it.
    package let text: String
    package let reason: Reason

    package init(line: Int, text: String, reason: Reason) {
        self.line = line
        self.text = String(text.prefix(60))
        self.reason = reason
    }
}
