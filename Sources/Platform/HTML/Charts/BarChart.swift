/// Values of several names, as bars one under the other, each with its name and value beside it.
package struct BarChart: Component {
    private let id: String
    private let heading: String
    private let points: [ChartPoint]

    /// A bar chart.
    ///
    /// - Parameters:
    ///   - id: unique on the page.
    ///   - heading: what it shows, with unit and period.
    ///   - points: from top to bottom.
    package init(id: String, heading: String, points: [ChartPoint]) {
        self.id = id
        self.heading = heading
        self.points = points
    }

    private static let rowHeight = 30.0
    private static let nameWidth = 150.0
    private static let barWidth = 240.0

    package var body: any HTML {
        ChartFigure(
            id: id,
            heading: heading,
            description: points.map { "\($0.label) \($0.text)" }.joined(separator: "，"),
            size: (460, Double(points.count) * BarChart.rowHeight + 4),
            points: points,
            drawing: HTMLGroup(points.enumerated().map { bar($1, at: $0) })
        )
    }

    private func bar(_ point: ChartPoint, at index: Int) -> any HTML {
        let top = ChartScale.top(above: points.map(\.value).max() ?? 0)
        let length = point.value / top * BarChart.barWidth
        let y = Double(index) * BarChart.rowHeight + 4
        return point.linked {
            SVG.group {
                SVG.text(x: BarChart.nameWidth - 10, y: y + 17, anchor: .end, content: BarChart.shortened(point.label))
                SVG.rectangle(x: BarChart.nameWidth, y: y, width: length, height: 24, .cssClass("series-1"))
                SVG.text(x: BarChart.nameWidth + length + 8, y: y + 17, .cssClass("value"), content: point.text)
            }
        }
    }

    /// Returns as much as has room, eight characters of Chinese, of which two of Latin take one; the table below has all.
    static func shortened(_ label: String) -> String {
        var width = 0
        let fitting = label.prefix { character in
            width += character.isASCII ? 1 : 2
            return width <= 16
        }
        return fitting.count == label.count ? label : "\(label.prefix(max(1, fitting.count - 1)))…"
    }
}
