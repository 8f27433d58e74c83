/// How one value changed, as a line over equally spaced points.
package struct LineChart: Component {
    private let id: String
    private let heading: String
    private let points: [ChartPoint]

    /// A line chart.
    ///
    /// - Parameters:
    ///   - id: unique on the page.
    ///   - heading: what it shows, with unit and period.
    ///   - points: from left to right, in equal steps of time.
    package init(id: String, heading: String, points: [ChartPoint]) {
        self.id = id
        self.heading = heading
        self.points = points
    }

    private static let frame = (left: 48.0, top: 14.0, width: 398.0, height: 170.0)

    package var body: any HTML {
        ChartFigure(
            id: id,
            heading: heading,
            description: summaryText,
            size: (460, 220),
            points: points,
            drawing: drawing
        )
    }

    @HTMLBuilder private var drawing: any HTML {
        let top = ChartScale.top(above: points.map(\.value).max() ?? 0)
        let places = ChartLine.places(of: points.map(\.value), top: top, in: LineChart.frame)
        let parts = parts(of: top)
        for part in 0...parts { gridLine(at: Double(part) / Double(parts), top: top) }
        SVG.path(ChartLine.path(through: places), .cssClass("line-1"))
        for (point, place) in zip(points, places) {
            point.linked {
                if point.address != nil { band(around: place.x) }
                if places.count <= 31 { SVG.circle(x: place.x, y: place.y, radius: 3.5, .cssClass("series-1")) }
            }
        }
        for (index, point) in points.enumerated() where showsLabel(at: index) {
            SVG.text(x: places[index].x, y: 208, anchor: anchor(at: index), content: point.label)
        }
    }

    /// Things that are counted get no lines between two whole numbers.
    private func parts(of top: Double) -> Int {
        let isCounted = points.allSatisfy { $0.value == $0.value.rounded() }
        guard isCounted else { return 4 }
        return [4, 5, 2, 1].first { top.truncatingRemainder(dividingBy: Double($0)) == 0 } ?? 4
    }

    private func gridLine(at share: Double, top: Double) -> any HTML {
        let frame = LineChart.frame
        let y = frame.top + frame.height * (1 - share)
        return SVG.group {
            SVG.line(from: (frame.left, y), to: (frame.left + frame.width, y), .cssClass("grid"))
            SVG.text(x: frame.left - 8, y: y + 5, anchor: .end, content: SVGNumber.text(top * share))
        }
    }

    /// As broad as there is room between two points: a dot alone is hard to hit.
    private func band(around x: Double) -> any HTML {
        let frame = LineChart.frame
        let width = frame.width / Double(max(1, points.count - 1))
        return SVG.rectangle(x: x - width / 2, y: frame.top, width: width, height: frame.height, .cssClass("hit"))
    }

    /// At most five names fit under the line.
    private func showsLabel(at index: Int) -> Bool {
        let step = max(1, (points.count + 4) / 5)
        return index % step == 0
    }

    private func anchor(at index: Int) -> SVG.Anchor {
        if index == 0 { return .start }
        return index == points.count - 1 ? .end : .middle
    }

    private var summaryText: String {
        guard let first = points.first, let last = points.last, let highest = points.max(by: { $0.value < $1.value })
        else { return "没有数据" }
        return "\(first.label) \(first.text)，\(last.label) \(last.text)，最高 \(highest.label) \(highest.text)"
    }
}

/// A line without scale, as large as a word; the words around it say what it shows.
package struct Sparkline: Component {
    private let label: String
    private let values: [Double]

    package init(_ label: String, values: [Double]) {
        self.label = label
        self.values = values.map { $0.isFinite ? max(0, $0) : 0 }
    }

    package var body: any HTML {
        let top = max(values.max() ?? 0, 1)
        let places = ChartLine.places(of: values, top: top, in: (left: 3, top: 3, width: 114, height: 26))
        SVG.root(.viewBox(width: 120, height: 32), .cssClass("sparkline"), .role("img"), .aria(.label, label)) {
            SVG.path(ChartLine.path(through: places), .cssClass("line-1"))
            if let last = places.last { SVG.circle(x: last.x, y: last.y, radius: 3, .cssClass("series-1")) }
        }
    }
}

/// The geometry of lines.
enum ChartLine {
    typealias Place = (x: Double, y: Double)

    static func places(
        of values: [Double],
        top: Double,
        in frame: (left: Double, top: Double, width: Double, height: Double)
    ) -> [Place] {
        let step = values.count > 1 ? frame.width / Double(values.count - 1) : 0
        return values.enumerated().map { index, value in
            (frame.left + Double(index) * step, frame.top + frame.height * (1 - value / top))
        }
    }

    static func path(through places: [Place]) -> String {
        places.enumerated()
            .map { "\($0 == 0 ? "M" : "L")\(SVGNumber.text($1.x)) \(SVGNumber.text($1.y))" }
            .joined()
    }
}
