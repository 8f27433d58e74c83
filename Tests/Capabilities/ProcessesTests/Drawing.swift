import Foundation

/// Reads back what a chart draws, so that a test can measure it.
struct Drawing {
    struct Text {
        let content: String
        let x: Double
        let y: Double
        let size: Double
        /// Measured as a browser with a Chinese font does: full-width characters one em, others at most 0.62.
        var width: Double {
            content.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2000 ? 1 : 0.62) } * size
        }
    }

    struct Box {
        let x: Double
        let y: Double
        let width: Double
        let height: Double
        var texts: [Text]

        func isEntered(by line: Segment) -> Bool {
            max(line.x1, line.x2) > x + 0.2 && min(line.x1, line.x2) < x + width - 0.2
                && max(line.y1, line.y2) > y + 0.2 && min(line.y1, line.y2) < y + height - 0.2
        }
    }

    struct Segment {
        let x1: Double
        let y1: Double
        let x2: Double
        let y2: Double
    }

    private(set) var boxes: [Box] = []
    private(set) var segments: [Segment] = []

    init(_ svg: String) throws {
        for match in svg.matches(of: /<polyline points="([^"]*)"/) {
            let points = match.1.split(separator: " ").map { $0.split(separator: ",").compactMap { Double($0) } }
            for (from, to) in zip(points, points.dropFirst()) {
                segments.append(Segment(x1: from[0], y1: from[1], x2: to[0], y2: to[1]))
            }
        }
        for group in svg.components(separatedBy: "<g role=\"listitem\"").dropFirst() {
            guard let rect = group.firstMatch(of: /<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"/)
            else { continue }
            let texts = group.matches(of: /<text x="([^"]*)" y="([^"]*)" font-size="([^"]*)"[^>]*>([^<]*)</).map {
                Text(
                    content: String($0.4),
                    x: Double($0.1) ?? 0,
                    y: Double($0.2) ?? 0,
                    size: Double($0.3) ?? 0
                )
            }
            boxes.append(
                Box(
                    x: Double(rect.1) ?? 0,
                    y: Double(rect.2) ?? 0,
                    width: Double(rect.3) ?? 0,
                    height: Double(rect.4) ?? 0,
                    texts: texts
                )
            )
        }
    }
}
