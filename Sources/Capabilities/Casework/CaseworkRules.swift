import Kernel

/// Lengths and periods of casework that no statute fixes or several share.
package enum CaseworkRules {
    /// By when an application must be answered, else it counts as accepted.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 32(4).
    static let answerPeriod = Period.workingDays(5)

    /// Shorter texts are no reasons; configurable default, after a real system's rule.
    static let shortestReasons = 10

    package static let shortestOpinion = 2

    /// Within which time of receipt a fine is paid without surcharge.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 67.3.
    static let paymentPeriod = Period(15, .calendarDay, rollsToWorkingDay: true)

    /// The most instalments in which a penalty is paid; ours, against plans without end.
    static let mostInstalments = 24

    /// The largest fine that officers may take themselves because it is small.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 68(1).
    static let mostCollectedOnSpot = Money.yuan(100)

    /// The hours of a day that are no night.
    ///
    /// - Source: Noise Pollution Law (噪声污染防治法) art. 88(2), as the Coercion Law (行政强制法) art. 43 does not say when night is.
    static let hoursOfDay = 6..<22

    /// How many days after an application came to the window it may still be entered; configurable default.
    static let longestEntryDelay = 30

    static let longestText = 4_000

    /// Returns the text without white space at both ends.
    @discardableResult
    package static func requireText(
        _ text: String,
        _ field: String,
        atLeast: Int
    ) throws(CaseworkError) -> String {
        let text = text.trimmed
        let length = text.count
        guard length >= atLeast else { throw .reasonsMissing(field: field, atLeast: atLeast) }
        guard length <= longestText else { throw .textTooLong(field: field, limit: longestText, found: length) }
        return text
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
