/// Small shapes that say without color what a color says.
package enum Icon: Component {
    /// A circle with a check: in time, done.
    case check
    /// A triangle: soon, caution.
    case triangle
    /// An octagon: overdue, stop.
    case octagon
    /// Two bars in a circle: suspended.
    case pause
    /// An i in a circle: for your knowledge.
    case note
    /// A hollow circle: not begun.
    case circle
    /// A half-filled circle: under way.
    case half

    package var body: any HTML {
        SVG.root(.viewBox(width: 16, height: 16), .cssClass("icon"), .aria(.hidden, "true")) { SVG.path(outline) }
    }

    private var outline: String {
        switch self {
        case .check: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm-1.1 10.1L3.6 7.8l1.2-1.2 2.1 2.1 4.3-4.3 1.2 1.2z"
        case .triangle: "M8 1 .6 14.5h14.8zM7.2 6h1.6v4.4H7.2zm0 5.4h1.6V13H7.2z"
        case .octagon: "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1zM7.2 4h1.6v5H7.2zm0 6.3h1.6V12H7.2z"
        case .pause: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM5.4 4.8h1.8v6.4H5.4zm3.4 0h1.8v6.4H8.8z"
        case .note: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM7.2 4h1.6v1.7H7.2zm0 2.8h1.6V12H7.2z"
        case .circle: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.7a5.3 5.3 0 1 1 0 10.6A5.3 5.3 0 0 1 8 2.7z"
        case .half: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.7v10.6A5.3 5.3 0 0 1 8 2.7z"
        }
    }
}
