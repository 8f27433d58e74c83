/// A value with its name.
package struct ChartPoint: Sendable {
    let label: String
    let value: Double
    let text: String
    let address: String?

    /// A value with its name.
    ///
    /// - Parameters:
    ///   - label: its name.
    ///   - value: not negative; what is negative or not a number is drawn as 0.
    ///   - text: the value as shown; the value without decimals if nil.
    ///   - address: the list of what is counted; nil where there is none.
    package init(_ label: String, _ value: Double, text: String? = nil, to address: String? = nil) {
        self.label = label
        self.value = value.isFinite ? max(0, value) : 0
        self.text = text ?? SVGNumber.text(value.rounded())
        self.address = address
    }

    /// The value, leading to its list.
    var figure: any HTML { address.map { FigureLink(text, to: $0) } ?? text }

    /// A mark of a drawing, leading to the list of its value.
    ///
    /// It is a shortcut for a pointer: marks lie closer than a finger or the tabulator wants them, and the table below the
    /// drawing leads to the same lists.
    func linked(@HTMLBuilder mark: () -> any HTML) -> any HTML {
        guard let address else { return mark() }
        return a(.href(address), .tabIndex(-1), .aria(.label, "\(label)：\(text)")) { mark() }
    }
}

/// A number that leads to the list of exactly what it counts.
package struct FigureLink: Component {
    private let text: String
    private let address: String

    package init(_ text: String, to address: String) {
        self.text = text
        self.address = address
    }

    package var body: any HTML { a(.cssClass("figure"), .href(address)) { text } }
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
                // What is a picture has no links inside it.
                .role(points.contains { $0.address != nil } ? "group" : "img"),
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
                    rows: points.map { .init([$0.label, $0.figure]) },
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
