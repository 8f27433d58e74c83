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
        comparison.members.prefix(ComparisonFigure.drawn).enumerated().map { place, member in
            let name = names.name(of: member.subject, else: member.name)
            return ChartPoint((place == 0 ? "▶" : "") + name, Double(member.value))
        }
    }
}
