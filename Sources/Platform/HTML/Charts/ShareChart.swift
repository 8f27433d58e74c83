/// The parts of a whole, as one bar cut into pieces, with a legend that names each piece and its share.
package struct ShareChart: Component {
    private let id: String
    private let heading: String
    private let points: [ChartPoint]

    /// A chart of shares.
    ///
    /// - Parameters:
    ///   - id: unique on the page.
    ///   - heading: what the whole is.
    ///   - points: the parts, at most six; more are hard to tell apart.
    package init(id: String, heading: String, points: [ChartPoint]) {
        self.id = id
        self.heading = heading
        self.points = points
    }

    private static let width = 460.0

    package var body: any HTML {
        ChartFigure(
            id: id,
            heading: heading,
            description: pieces.map { "\($0.point.label) \($0.point.text)（\($0.percent)%）" }.joined(separator: "，"),
            size: (ShareChart.width, 44 + Double(points.count) * 26),
            points: points,
            drawing: drawing
        )
    }

    @HTMLBuilder private var drawing: any HTML {
        for piece in pieces {
            piece.point.linked {
                SVG.rectangle(
                    x: piece.start,
                    y: 2,
                    width: piece.length,
                    height: 30,
                    .cssClass("series-\(piece.number)")
                )
            }
        }
        for piece in pieces { piece.point.linked { legendEntry(piece) } }
    }

    private func legendEntry(_ piece: Piece) -> any HTML {
        let y = 44 + Double(piece.number - 1) * 26
        return SVG.group {
            SVG.rectangle(x: 0, y: y, width: 14, height: 14, .cssClass("series-\(piece.number)"))
            SVG.text(
                x: 22,
                y: y + 12,
                content: "\(piece.number). \(piece.point.label)　\(piece.point.text)（\(piece.percent)%）"
            )
        }
    }

    private struct Piece {
        let number: Int
        let point: ChartPoint
        let start: Double
        let length: Double
        let percent: String
    }

    private var pieces: [Piece] {
        let whole = points.reduce(0) { $0 + $1.value }
        var start = 0.0
        return points.enumerated().map { index, point in
            let share = whole > 0 ? point.value / whole : 0
            defer { start += share * ShareChart.width }
            return Piece(
                number: index + 1,
                point: point,
                start: start,
                length: share * ShareChart.width,
                percent: SVGNumber.text((share * 1000).rounded() / 10)
            )
        }
    }
}
