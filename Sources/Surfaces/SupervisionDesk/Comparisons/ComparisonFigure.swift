import HTML
import Kernel
import Supervision

/// The group something stands out from, itself marked, and the cases it rests on.
struct ComparisonFigure: Component {
    /// How many of a group are drawn; the one that stands out is always among them.
    private static let drawn = 10

    private let id: String
    private let comparison: Comparison
    private let subject: FindingSubject
    private let names: ComparedNames

    init(_ id: String, _ comparison: Comparison, of subject: FindingSubject, _ names: ComparedNames) {
        self.id = id
        self.comparison = comparison
        self.subject = subject
        self.names = names
    }

    var body: any HTML {
        BarChart(id: id, heading: comparison.measure, points: points)
        if comparison.size > ComparisonFigure.drawn {
            p(.cssClass("quiet")) { "共\(comparison.size)个，画出本对象和数值最大的。" }
        }
        p {
            "办件："
            for number in comparison.cases {
                a(.href(SupervisionPath.caseFile(number))) { number }
                " "
            }
        }
    }

    /// The first of the group is the one that stands out.
    private var points: [ChartPoint] {
        let members = comparison.members.prefix(ComparisonFigure.drawn)
        let labels = ComparisonFigure.apart(members.map { names.name(of: $0.subject, else: $0.name) })
        return zip(labels, members).enumerated().map { place, pair in
            ChartPoint((place == 0 ? "▶" : "") + pair.0, Double(pair.1.value))
        }
    }

    /// Case numbers of one division begin alike, and a label has room for their end only.
    static func apart(_ names: [String]) -> [String] {
        guard names.count > 1, let first = names.first else { return names }
        let common = names.dropFirst().reduce(first[...]) { common, name in
            common.prefix(zip(common, name).prefix { $0 == $1 }.count)
        }
        guard let hyphen = common.lastIndex(of: "-") else { return names }
        let length = common.distance(from: common.startIndex, to: hyphen) + 1
        return names.map { String($0.dropFirst(length)) }
    }
}
