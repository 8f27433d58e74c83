/// The frame around a flow chart: it scrolls inside itself, and the same steps stand below in words.
package struct FlowChartFrame: Component {
    private let caption: String
    private let drawing: any HTML
    private let steps: [String]

    /// A frame.
    ///
    /// - Parameters:
    ///   - caption: what the chart shows.
    ///   - steps: the chart in words, one step a line.
    ///   - drawing: an `SVG.root` with its own title.
    package init(_ caption: String, steps: [String], @HTMLBuilder drawing: () -> any HTML) {
        self.caption = caption
        self.steps = steps
        self.drawing = drawing()
    }

    package var body: any HTML {
        figure(.cssClass("flow-chart")) {
            figcaption { caption }
            div(.cssClass("flow-chart-scroll"), .tabIndex(0), .role("region"), .aria(.label, caption)) { drawing }
            details {
                summary { "文字说明" }
                ol { for step in steps { li { step } } }
            }
        }
    }
}
