/// A value with its name.
package struct ChartPoint: Sendable {
    let label: String
    let value: Double
    let text: String

    /// A value with its name.
    ///
    /// - Parameters:
    ///   - label: its name.
    ///   - value: not negative; what is negative or not a number is drawn as 0.
    ///   - text: the value as shown; the value without decimals if nil.
    package init(_ label: String, _ value: Double, text: String? = nil) {
        self.label = label
        self.value = value.isFinite ? max(0, value) : 0
        self.text = text ?? SVGNumber.text(value.rounded())
    }
}

/// A drawing with its name, its description and the same values as a table.
struct ChartFigure: Component {
    let id: String
    let heading: String
    let description: String
    let size: (width: Double, height: Double)
    let points: [ChartPoint]
    let drawing: any HTML

    var body: any HTML {
        figure(.cssClass("chart")) {
            figcaption { heading }
            SVG.root(
                .viewBox(width: size.width, height: size.height),
                .role("img"),
                .aria(.labelledBy, "\(id)-title \(id)-desc")
            ) {
                SVG.title(heading, id: "\(id)-title")
                SVG.description(description, id: "\(id)-desc")
                drawing
            }
            details {
                summary { "数据表" }
                DataTable(
                    heading,
                    columns: [.init("名称"), .init("数值", .number)],
                    rows: points.map { .init([$0.label, $0.text]) },
                    narrow: .scroll
                )
            }
        }
    }
}

/// Where a scale ends and where its lines are.
enum ChartScale {
    /// Returns a round number not below `largest`: 1, 2, 2.5, 4 or 5 times a power of ten.
    static func top(above largest: Double) -> Double {
        guard largest.isFinite, largest > 0 else { return 1 }
        var power = 1.0
        while power * 10 <= largest { power *= 10 }
        while power > largest { power /= 10 }
        return ([1, 2, 2.5, 4, 5, 10].first { $0 * power >= largest } ?? 10) * power
    }
}
