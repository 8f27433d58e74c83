import HTML
import Supervision

/// The level of a finding in its word, shape and color.
struct LevelBadge: Component {
    let level: FindingLevel

    init(_ level: FindingLevel) {
        self.level = level
    }

    var body: any HTML { Badge(level.chinese, tone: SupervisionWording.tone(level)) }
}

/// How many findings of each level there are, as one bar; the numbers stand beside it in words.
struct LevelBar: Component {
    let counts: [FindingLevel: Int]
    /// How many findings the whole width stands for.
    let greatest: Int

    private static let width = 160.0

    var body: any HTML {
        let words = FindingLevel.gravestFirst.map { "\($0.chinese)\(counts[$0] ?? 0)" }.joined(separator: "，")
        SVG.root(
            .viewBox(width: LevelBar.width, height: 12),
            .cssClass("level-bar"),
            .role("img"),
            .aria(.label, words)
        ) {
            for piece in pieces {
                SVG.rectangle(x: piece.start, y: 0, width: piece.length, height: 12, .cssClass(piece.mark))
            }
        }
    }

    private struct Piece {
        let start: Double
        let length: Double
        let mark: String
    }

    private var pieces: [Piece] {
        var start = 0.0
        return FindingLevel.gravestFirst.compactMap { level in
            guard let count = counts[level], count > 0, greatest > 0 else { return nil }
            let length = Double(count) / Double(greatest) * LevelBar.width
            defer { start += length }
            return Piece(start: start, length: length, mark: SupervisionWording.mark(level))
        }
    }
}

extension FindingLevel {
    static var gravestFirst: [FindingLevel] { allCases.sorted(by: >) }
}
