import Documents
import Foundation
import ProcessTrials
import Processes
import Testing

@Suite("Process charts as plain shapes, measured")
struct ChartPictureTests {
    static let widths: [(ProcessChart.Audience, Int)] = [
        (.external, 374), (.external, 620), (.internal, 1264), (.internal, 374),
    ]

    private static func processes() throws -> [ProcessDefinition] {
        // Choices, loops and branches that meet again, thirty to sixty steps long.
        try ProcessTemplate.allCases.map { try $0.definition() }
            + [40, 50, 60].map { try LongProcess.definition(steps: $0) }
    }

    private struct Rectangle {
        let left: Double
        let top: Double
        let right: Double
        let bottom: Double

        func meets(_ other: Rectangle) -> Bool {
            left < other.right - 0.2 && other.left < right - 0.2 && top < other.bottom - 0.2
                && other.top < bottom - 0.2
        }

        func holds(_ other: Rectangle) -> Bool {
            left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
        }
    }

    /// What a picture shows, as rectangles: boxes, words as wide as a Chinese font sets them, stretches of connectors.
    private struct Measured {
        var boxes: [Rectangle] = []
        var words: [Rectangle] = []
        var heads: [Rectangle] = []
        var lines: [Rectangle] = []
        var isStraight = true

        init(_ picture: Picture) {
            for shape in picture.shapes {
                switch shape {
                case .box(let frame, let radius, _, _):
                    guard radius > 0 else { continue }
                    boxes.append(
                        Rectangle(
                            left: frame.x,
                            top: frame.y,
                            right: frame.x + frame.width,
                            bottom: frame.y + frame.height
                        )
                    )
                case .words(let text):
                    let width = text.text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2000 ? 1 : 0.62) } * text.size
                    let left = text.at.x - (text.isCentered ? width / 2 : 0)
                    let place = Rectangle(
                        left: left,
                        top: text.at.y - text.size * 0.88,
                        right: left + width,
                        bottom: text.at.y + text.size * 0.12
                    )
                    if text.isCentered { heads.append(place) } else { words.append(place) }
                case .line(let points, _):
                    for (from, to) in zip(points, points.dropFirst()) {
                        if from.x != to.x, from.y != to.y { isStraight = false }
                        lines.append(
                            Rectangle(
                                left: min(from.x, to.x) - 0.3,
                                top: min(from.y, to.y) - 0.3,
                                right: max(from.x, to.x) + 0.3,
                                bottom: max(from.y, to.y) + 0.3
                            )
                        )
                    }
                case .area: continue
                }
            }
        }
    }

    @Test(
        "no two boxes and no two labels touch, each label stays in a box, no connector meets a label",
        arguments: widths
    )
    func nothingTouches(audience: ProcessChart.Audience, width: Int) throws {
        for process in try Self.processes() {
            let picture = ProcessChart(process, for: audience).picture(width: width)
            let shown = Measured(picture)
            #expect(shown.isStraight)
            for (number, box) in shown.boxes.enumerated() {
                #expect(!shown.boxes.dropFirst(number + 1).contains { $0.meets(box) }, "\(process.name)")
                #expect(box.right <= picture.width && box.bottom <= picture.height)
            }
            for (number, label) in shown.words.enumerated() {
                #expect(!shown.words.dropFirst(number + 1).contains { $0.meets(label) }, "\(process.name)")
                #expect(shown.boxes.contains { $0.holds(label) }, "\(process.name)")
                #expect(!shown.lines.contains { $0.meets(label) }, "\(process.name)")
            }
            for head in shown.heads {
                #expect(!shown.lines.contains { $0.meets(head) } && !shown.boxes.contains { $0.meets(head) })
            }
        }
    }

    @Test("image, paper and SVG show the same: one layout, drawn twice", arguments: widths)
    func sameLayout(audience: ProcessChart.Audience, width: Int) throws {
        let chart = ProcessChart(try LongProcess.definition(steps: 60), for: audience)
        let drawing = try Drawing(chart.svg(width: width))
        let shown = Measured(chart.picture(width: width))
        #expect(shown.boxes.count == drawing.boxes.count && shown.lines.count == drawing.segments.count)
        for (one, other) in zip(shown.boxes, drawing.boxes) {
            #expect(abs(one.left - other.x) < 0.06 && abs(one.top - other.y) < 0.06)
        }
    }

    @Test("a chart becomes an image and a page with its text, the same bytes each time")
    func files() async throws {
        let chart = ProcessChart(try ProcessTemplate.licensingGeneral.definition(), for: .external)
        let renderer = DocumentRenderer()
        let image = try await renderer.render(chart.picture(width: 374), as: .png)
        #expect(image.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let page = try await renderer.render(chart.picture(width: 374), as: .pdf)
        #expect(String(decoding: page.prefix(5), as: UTF8.self) == "%PDF-")
        #expect(try await renderer.render(chart.picture(width: 374), as: .pdf) == page)
    }
}
