/// Divides pieces into pages.
struct Paginator {
    struct Placed {
        let piece: Piece
        let top: Double
    }

    private(set) var pages: [[Placed]] = [[]]
    private var used = 0.0

    static let pageLimit = 500

    /// Places all pieces; those that keep together move to the next page together, unless they fill more than one.
    init(_ pieces: [Piece]) throws(DocumentError) {
        var group: [Piece] = []
        for piece in pieces {
            group.append(piece)
            if !piece.keepsWithNext {
                try place(group)
                group = []
            }
        }
        try place(group)
    }

    private mutating func place(_ group: [Piece]) throws(DocumentError) {
        if let piece = group.first, group.count == 1, piece.isAtFoot, !fits(piece.height), placeBeside(piece) { return }
        let height = group.reduce(0) { $0 + $1.height }
        if !fits(height), height <= Sheet.textHeight { try turnPage() }
        for piece in group {
            if !fits(piece.height) { try turnPage() }
            place(piece)
        }
    }

    private mutating func place(_ piece: Piece) {
        let isFresh = pages[pages.count - 1].isEmpty
        if isFresh, piece.isSpace, pages.count > 1 { return }
        if isFresh { piece.head.forEach { append($0) } }
        if piece.isAtFoot { used = max(used, Sheet.textHeight - piece.height) }
        append(piece)
    }

    /// Places a piece at the foot beside the last one, rather than alone on a page.
    private mutating func placeBeside(_ piece: Piece) -> Bool {
        let top = Sheet.textHeight - piece.height
        guard let last = pages[pages.count - 1].last, last.piece.leavesLeft, last.top - Sheet.top <= top else {
            return false
        }
        used = top
        append(piece)
        return true
    }

    private mutating func append(_ piece: Piece) {
        pages[pages.count - 1].append(Placed(piece: piece, top: Sheet.top + used))
        used += piece.height
    }

    private func fits(_ height: Double) -> Bool {
        used == 0 || used + height <= Sheet.textHeight + 0.01
    }

    private mutating func turnPage() throws(DocumentError) {
        guard pages.count < Paginator.pageLimit else { throw .tooManyPages(limit: Paginator.pageLimit) }
        pages.append([])
        used = 0
    }
}
