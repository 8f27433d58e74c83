/// The smallest part of a page that is never divided: a line, a row, a signature.
struct Piece {
    /// Where the piece came to stand.
    struct Place {
        let top: Double
        let opensPage: Bool
        let closesPage: Bool
    }

    let height: Double
    /// White space, which is not carried to the next page.
    var isSpace = false
    /// Stays on the page of the piece after it.
    var keepsWithNext = false
    /// Stands at the lower end of the text area.
    var isAtFoot = false
    /// Leaves the left half of its lines to a piece at the foot.
    var leavesLeft = false
    /// Repeated above the piece where it opens a page.
    var head: [Piece] = []
    let draw: (Canvas, Place) -> Void

    static func space(_ height: Double) -> Piece {
        Piece(height: height, isSpace: true, keepsWithNext: true) { _, _ in }
    }
}
