/// The measures of the paper, in points of 1/72 inch.
///
/// - Source: GB/T 9704-2012 §5.1 (A4), §5.2.1 (37 mm above, 28 mm left, text area 156 × 225 mm), §5.2.3 (22 lines of
///   28 characters).
enum Sheet {
    static let width = millimetres(210)
    static let height = millimetres(297)
    static let left = millimetres(28)
    static let top = millimetres(37)
    static let textWidth = millimetres(156)
    static let textHeight = millimetres(225)
    static let right = left + textWidth
    static let bottom = top + textHeight

    static let linesOnPage = 22
    static let charactersInLine = 28
    /// From one baseline to the next.
    static let pitch = textHeight / Double(linesOnPage)
    /// Size three (三号) is 16 points; 28 of them would be 2 mm too wide, so the grid decides.
    static let bodySize = textWidth / Double(charactersInLine)
    /// Size two (二号).
    static let titleSize = 22.0
    /// Size four (四号), for page numbers.
    static let pageNumberSize = 14.0
    static let tableSize = 12.0
    static let tablePitch = 18.0
    static let tablePadding = 4.0

    static func millimetres(_ value: Double) -> Double { value * 72 / 25.4 }
}
