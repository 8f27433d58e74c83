import Kernel

/// Where everything of a chart stands: a row for every box, a column for every lane, all connectors beside the boxes.
///
/// Labels stand inside their boxes. Connectors run only in the gutter to the right of each lane and in the gap above
/// each row, where no box and no label ever is, so nothing written can be crossed. The same chart gives the same layout.
struct ChartLayout {
    struct Line {
        let text: String
        let size: Double
        let isBold: Bool
        /// The baseline, from the top of the chart.
        let y: Double
        /// The exit whose label this is; `nil` for the rest.
        let exit: Int?
    }

    struct Frame {
        let x: Double
        let y: Double
        let width: Double
        let height: Double
        let lines: [Line]
        var right: Double { x + width }
        var bottom: Double { y + height }
        var center: Double { x + width / 2 }
    }

    struct Connector {
        let from: Int
        let to: Int
        let points: [(x: Double, y: Double)]
        let isTaken: Bool

        var strokeWidth: Double { isTaken ? 2.5 : 1.3 }

        /// The corners of the arrow's head at its end.
        var arrow: [(x: Double, y: Double)] {
            guard let end = points.last, let before = points.dropLast().last else { return [] }
            let wings =
                before.x == end.x
                ? [(end.x - 4, end.y - 7), (end.x + 4, end.y - 7)]
                : [(end.x + 7, end.y - 4), (end.x + 7, end.y + 4)]
            return [end] + wings
        }
    }

    /// A vertical stretch in the gutter of a lane, shared by all exits of the lane that lead to one box.
    private struct Bus: Hashable {
        let lane: Int
        let target: Int
    }

    static let margin = 8.0
    private static let gap = 28.0
    private static let padding = 10.0
    /// A chart of few lanes does not stretch its boxes across the page.
    private static let widestInLane = 420.0
    private static let trackWidth = 9.0

    let width: Double
    let height: Double
    let header: Double
    /// Left and right edge of each lane, its gutter included.
    let lanes: [(left: Double, right: Double)]
    private(set) var frames: [Frame] = []
    private(set) var connectors: [Connector] = []

    /// The ways not taken first, so that those taken lie above them.
    var connectorsFromBelow: [Connector] { connectors.filter { !$0.isTaken } + connectors.filter(\.isTaken) }

    init(_ chart: ProcessChart, width wanted: Double) {
        let count = max(chart.lanes.count, 1)
        let numbers = Dictionary(
            chart.boxes.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let tracks = ChartLayout.tracks(chart, numbers)
        let gutters = (0..<count).map { lane in
            Double((tracks.filter { $0.key.lane == lane }.values.max() ?? -1) + 1) * ChartLayout.trackWidth + 18
        }
        let boxWidth = max(
            min(
                (wanted - 2 * ChartLayout.margin - gutters.reduce(0, +)) / Double(count),
                chart.lanes.isEmpty ? wanted : ChartLayout.widestInLane
            ),
            chart.lanes.isEmpty ? 220 : 170
        )
        var lanes: [(left: Double, right: Double)] = []
        var x = ChartLayout.margin
        for gutter in gutters {
            lanes.append((x, x + boxWidth + gutter))
            x += boxWidth + gutter
        }
        self.lanes = lanes
        width = x + ChartLayout.margin
        header = chart.lanes.isEmpty ? 0 : 44
        var y = header + (chart.lanes.isEmpty ? ChartLayout.margin : 0)
        for box in chart.boxes {
            y += frames.isEmpty && chart.lanes.isEmpty ? 0 : ChartLayout.gap
            let frame = ChartLayout.frame(
                box,
                isBreach: chart.breach != nil,
                x: lanes[box.lane].left + 6,
                y: y,
                width: boxWidth - 6,
                hasLanes: !chart.lanes.isEmpty
            )
            frames.append(frame)
            y = frame.bottom
        }
        height = y + ChartLayout.margin + 4
        connectors = chart.boxes.indices.flatMap { connect($0, chart, numbers, tracks) }
    }

    private static func frame(
        _ box: ChartBox,
        isBreach: Bool,
        x: Double,
        y: Double,
        width: Double,
        hasLanes: Bool
    ) -> Frame {
        var lines: [Line] = []
        var bottom = y + padding
        func add(_ text: String, size: Double, isBold: Bool = false, exit: Int? = nil, indent: Double = 0) {
            for line in ChartText.lines(text, width: width - 2 * padding - indent, size: size) {
                bottom += size * 1.4
                lines.append(Line(text: line, size: size, isBold: isBold, y: bottom - size * 0.35, exit: exit))
            }
        }
        let mark = box.state == .current ? (isBreach ? "（不符）" : "（当前）") : ""
        add(box.title + mark, size: 15, isBold: true)
        if !box.post.isEmpty { add(hasLanes ? "时限：\(box.limit)" : "\(box.post) · \(box.limit)", size: 12.5) }
        for note in box.notes { add(note, size: 12) }
        bottom += box.exits.isEmpty ? 0 : 5
        for (index, exit) in box.exits.enumerated() { add(exit.text, size: 12.5, exit: index, indent: 10) }
        return Frame(x: x, y: y, width: width, height: bottom + padding - y, lines: lines)
    }

    /// Whether an exit needs no gutter: it leads to the box right below.
    private static func isStraight(_ from: Int, _ to: Int, _ chart: ProcessChart) -> Bool {
        to == from + 1 && chart.boxes[from].lane == chart.boxes[to].lane
    }

    /// Gives every bus a track, so that two that overlap never share one; short ones lie nearest to the boxes.
    private static func tracks(_ chart: ProcessChart, _ numbers: [Step.ID: Int]) -> [Bus: Int] {
        var spans: [Bus: ClosedRange<Int>] = [:]
        for (from, box) in chart.boxes.enumerated() {
            for to in box.exits.flatMap(\.targets).compactMap({ numbers[$0] }) where !isStraight(from, to, chart) {
                let bus = Bus(lane: box.lane, target: to)
                let span = min(from, to)...max(from, to)
                let old = spans[bus] ?? span
                spans[bus] = min(old.lowerBound, span.lowerBound)...max(old.upperBound, span.upperBound)
            }
        }
        var tracks: [Bus: Int] = [:]
        let order = spans.sorted { left, right in
            (left.value.count, left.key.target, left.key.lane) < (right.value.count, right.key.target, right.key.lane)
        }
        for (bus, span) in order {
            let taken = Set(
                order.filter { $0.key.lane == bus.lane && $0.value.overlaps(span) }.compactMap { tracks[$0.key] }
            )
            tracks[bus] = (0...taken.count).first { !taken.contains($0) }
        }
        return tracks
    }

    private func connect(
        _ from: Int,
        _ chart: ProcessChart,
        _ numbers: [Step.ID: Int],
        _ tracks: [Bus: Int]
    ) -> [Connector] {
        let box = chart.boxes[from]
        let frame = frames[from]
        var connectors: [Connector] = []
        for (index, exit) in box.exits.enumerated() {
            let exitY = frame.lines.last { $0.exit == index }.map { $0.y - 4 } ?? frame.bottom
            for to in exit.targets.compactMap({ numbers[$0] }) {
                let goal = frames[to]
                if ChartLayout.isStraight(from, to, chart) {
                    let points = [(frame.center, frame.bottom), (frame.center, goal.y)]
                    connectors.append(Connector(from: from, to: to, points: points, isTaken: exit.isTaken))
                    continue
                }
                let track = tracks[Bus(lane: box.lane, target: to)] ?? 0
                let trackX = frame.right + 10 + Double(track) * ChartLayout.trackWidth
                var points = [(x: frame.right, y: exitY), (x: trackX, y: exitY)]
                if chart.boxes[to].lane == box.lane {
                    points += [(trackX, goal.y + 18), (goal.right, goal.y + 18)]
                } else {
                    let channel = goal.y - ChartLayout.gap / 2
                    points += [(trackX, channel), (goal.center, channel), (goal.center, goal.y)]
                }
                connectors.append(Connector(from: from, to: to, points: points, isTaken: exit.isTaken))
            }
        }
        return connectors
    }
}
