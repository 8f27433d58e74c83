import Kernel

extension ProcessChart {
    /// Returns the chart as one SVG element that stands alone or in a page.
    ///
    /// Text is escaped; no script, style attribute or outside reference is in it, so the strictest content policy shows
    /// it. Boxes take the keyboard focus in reading order and say their whole content.
    ///
    /// - Parameter width: the width in pixels to lay out for; more lanes than fit make the chart wider.
    /// - Returns: the element from `<svg` to `</svg>`, the same bytes for the same chart.
    package func svg(width: Int) -> String { drawing(width: width).text }

    /// Returns the same chart in pieces, for a page that escapes words by itself.
    package func pieces(width: Int) -> [MarkupPiece] { drawing(width: width).pieces }

    private func drawing(width: Int) -> MarkupText {
        let layout = ChartLayout(self, width: Double(width))
        // Several charts of one process may stand on a page.
        let prefix = "chart-\(id.text)-\(audience.rawValue)\(breach.map { "-\($0)" } ?? "")"
        var svg = MarkupText()
        svg.open(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("class", "process-chart"), ("role", "group"),
                ("aria-labelledby", "\(prefix)-title \(prefix)-desc"), ("width", MarkupText.number(layout.width)),
                ("height", MarkupText.number(layout.height)),
                ("viewBox", "0 0 \(MarkupText.number(layout.width)) \(MarkupText.number(layout.height))"),
                ("font-family", "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"),
            ]
        )
        svg.element("title", [("id", "\(prefix)-title")], title)
        svg.element("desc", [("id", "\(prefix)-desc")], description)
        drawLanes(layout, &svg)
        for connector in layout.connectorsFromBelow { draw(connector, &svg) }
        svg.open("g", [("role", "list")])
        for (box, frame) in zip(boxes, layout.frames) { draw(box, frame, layout, &svg) }
        svg.close("g")
        svg.close("svg")
        return svg
    }

    package var title: String {
        if let breach { return "\(name)：第\(breach)处不符的路径" }
        switch audience {
        case .external: return "\(name)：外部流程图"
        case .internal: return "\(name)：内部流程图"
        case .author: return "\(name)：全部环节"
        }
    }

    private var description: String {
        let current = boxes.filter { $0.state == .current }.map(\.name)
        let steps = "共\(boxes.filter { $0.number != nil }.count)个环节"
        let word = breach == nil ? "当前环节" : "不符的环节"
        return current.isEmpty ? steps : "\(steps)，\(word)：\(current.joined(separator: "、"))"
    }

    private func drawLanes(_ layout: ChartLayout, _ svg: inout MarkupText) {
        for (index, lane) in lanes.enumerated() {
            let edge = layout.lanes[index]
            svg.element(
                "rect",
                [
                    ("x", MarkupText.number(edge.left)), ("y", "0"),
                    ("width", MarkupText.number(edge.right - edge.left)), ("height", MarkupText.number(layout.height)),
                    ("fill", index.isMultiple(of: 2) ? "#f4f6f9" : "#ffffff"),
                ]
            )
            svg.element(
                "text",
                [
                    ("x", MarkupText.number((edge.left + edge.right) / 2)), ("y", "28"), ("text-anchor", "middle"),
                    ("font-size", "15"), ("font-weight", "bold"), ("fill", "#1f2a37"),
                ],
                lane
            )
        }
    }

    private func draw(_ connector: ChartLayout.Connector, _ svg: inout MarkupText) {
        let color = connector.isTaken ? (breach == nil ? "#0b5cad" : "#b42318") : "#8a94a3"
        let points = connector.points.map { "\(MarkupText.number($0.x)),\(MarkupText.number($0.y))" }
        svg.element(
            "polyline",
            [
                ("points", points.joined(separator: " ")), ("fill", "none"), ("stroke", color),
                ("stroke-width", MarkupText.number(connector.strokeWidth)),
            ]
        )
        let corners = connector.arrow.map { "\(MarkupText.number($0.x)),\(MarkupText.number($0.y))" }
        svg.element("polygon", [("points", corners.joined(separator: " ")), ("fill", color)])
    }

    private func draw(_ box: ChartBox, _ frame: ChartLayout.Frame, _ layout: ChartLayout, _ svg: inout MarkupText) {
        let look = Look(box, isBreach: breach != nil)
        svg.open(
            "g",
            [("role", "listitem"), ("tabindex", "0"), ("class", look.name), ("aria-label", label(of: box))]
        )
        svg.element(
            "rect",
            [
                ("x", MarkupText.number(frame.x)), ("y", MarkupText.number(frame.y)),
                ("width", MarkupText.number(frame.width)), ("height", MarkupText.number(frame.height)),
                ("rx", box.number == nil ? "18" : "6"), ("fill", look.fill), ("stroke", look.stroke),
                ("stroke-width", look.strokeWidth),
            ]
        )
        for line in frame.lines {
            let exit = line.exit.map { box.exits[$0] }
            svg.element(
                "text",
                [
                    ("x", MarkupText.number(frame.x + 10 + (exit == nil ? 0 : 10))), ("y", MarkupText.number(line.y)),
                    ("font-size", MarkupText.number(line.size)),
                    ("font-weight", line.isBold || exit?.isTaken ?? false ? "bold" : "normal"),
                    ("fill", exit == nil ? (line.isBold ? "#111827" : "#46505e") : "#0b4a8a"),
                ],
                line.text
            )
        }
        svg.close("g")
    }

    private func label(of box: ChartBox) -> String {
        let state: String =
            switch box.state {
            case .ahead: ""
            case .passed: breach == nil ? "已完成" : "在不符的路径上"
            case .current: breach == nil ? "当前环节" : "不符的环节"
            }
        return ([box.title, state, box.post, box.limit] + box.notes + box.exits.map(\.text))
            .filter { !$0.isEmpty }.joined(separator: "；")
    }
}

/// How a box looks in its state; the state is also told in words, never by color alone.
private struct Look {
    let name: String
    let fill: String
    let stroke: String
    let strokeWidth: String

    init(_ box: ChartBox, isBreach: Bool) {
        switch box.state {
        case .ahead: (name, fill, stroke, strokeWidth) = ("step", "#ffffff", "#5b6675", "1.2")
        case .passed where isBreach:
            (name, fill, stroke, strokeWidth) = ("step is-on-path", "#fdf0ee", "#b42318", "1.8")
        case .current where isBreach:
            (name, fill, stroke, strokeWidth) = ("step is-at-fault", "#fbd9d4", "#b42318", "3")
        case .passed: (name, fill, stroke, strokeWidth) = ("step is-passed", "#e8f1fb", "#0b5cad", "1.8")
        case .current: (name, fill, stroke, strokeWidth) = ("step is-current", "#fff4d6", "#9a5b00", "3")
        }
    }
}
