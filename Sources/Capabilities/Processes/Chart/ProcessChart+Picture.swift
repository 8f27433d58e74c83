package import Documents
import Kernel

extension ProcessChart {
    /// Returns the chart as plain shapes, for an image or for paper; it stands where the SVG stands.
    ///
    /// - Parameter width: as for `svg(width:)`.
    /// - Returns: lanes, connectors and boxes, those above others last.
    package func picture(width: Int) -> Picture {
        let layout = ChartLayout(self, width: Double(width))
        var shapes: [Picture.Shape] = []
        for (index, lane) in lanes.enumerated() {
            let edge = layout.lanes[index]
            shapes.append(
                .box(
                    Picture.Rectangle(x: edge.left, y: 0, width: edge.right - edge.left, height: layout.height),
                    radius: 0,
                    fill: index.isMultiple(of: 2) ? 0xF4F6F9 : 0xFFFFFF,
                    stroke: nil
                )
            )
            let middle = Picture.Point((edge.left + edge.right) / 2, 28)
            shapes.append(.words(.init(lane, at: middle, size: 15, isBold: true, isCentered: true, color: 0x1F2A37)))
        }
        for connector in layout.connectorsFromBelow {
            let color: Picture.Color = connector.isTaken ? (breach == nil ? 0x0B5CAD : 0xB42318) : 0x8A94A3
            let stroke = Picture.Stroke(color, width: connector.strokeWidth)
            shapes.append(.line(connector.points.map { Picture.Point($0.x, $0.y) }, stroke))
            shapes.append(.area(connector.arrow.map { Picture.Point($0.x, $0.y) }, color))
        }
        for (box, frame) in zip(boxes, layout.frames) { shapes += self.shapes(of: box, frame) }
        return Picture(title: title, width: layout.width, height: layout.height, shapes: shapes)
    }

    private func shapes(of box: ChartBox, _ frame: ChartLayout.Frame) -> [Picture.Shape] {
        let (fill, edge, width): (Picture.Color, Picture.Color, Double) =
            switch box.state {
            case .ahead: (0xFFFFFF, 0x5B6675, 1.2)
            case .passed where breach != nil: (0xFDF0EE, 0xB42318, 1.8)
            case .current where breach != nil: (0xFBD9D4, 0xB42318, 3)
            case .passed: (0xE8F1FB, 0x0B5CAD, 1.8)
            case .current: (0xFFF4D6, 0x9A5B00, 3)
            }
        let rectangle = Picture.Rectangle(x: frame.x, y: frame.y, width: frame.width, height: frame.height)
        let outline = Picture.Shape.box(
            rectangle,
            radius: box.number == nil ? 18 : 6,
            fill: fill,
            stroke: Picture.Stroke(edge, width: width)
        )
        return [outline]
            + frame.lines.map { line in
                let exit = line.exit.map { box.exits[$0] }
                return .words(
                    Picture.Words(
                        line.text,
                        at: Picture.Point(frame.x + 10 + (exit == nil ? 0 : 10), line.y),
                        size: line.size,
                        isBold: line.isBold || exit?.isTaken ?? false,
                        color: exit != nil ? 0x0B4A8A : line.isBold ? 0x111827 : 0x46505E
                    )
                )
            }
    }
}
