/// How a deadline stands today, and on request why: the days counted, skipped and suspended.
package struct DeadlineChip: Component {
    /// How the deadline stands.
    package enum Standing: Sendable {
        case inTime
        case dueSoon
        case overdue
        case suspended
        case decided
        case closed

        var tone: Tone {
            switch self {
            case .inTime: .good
            case .dueSoon: .caution
            case .overdue: .bad
            case .suspended: .active
            case .decided, .closed: .neutral
            }
        }

        var word: String {
            switch self {
            case .inTime: "期限内"
            case .dueSoon: "即将到期"
            case .overdue: "已超期"
            case .suspended: "已暂停"
            case .decided: "已决定"
            case .closed: "已办结"
            }
        }

        var icon: Icon {
            switch self {
            case .inTime, .decided, .closed: .check
            case .dueSoon: .triangle
            case .overdue: .octagon
            case .suspended: .pause
            }
        }
    }

    /// Some days in a row that are treated alike.
    package struct Stretch: Sendable {
        let days: String
        let treatment: String
        let reason: String

        /// Some days in a row.
        ///
        /// - Parameters:
        ///   - days: such as 2025-10-01 至 2025-10-08.
        ///   - treatment: such as 计入 5 日, 不计入, 暂停.
        ///   - reason: such as 国庆节放假, with its source.
        package init(_ days: String, _ treatment: String, reason: String) {
            self.days = days
            self.treatment = treatment
            self.reason = reason
        }
    }

    private let standing: Standing
    private let remaining: String
    private let facts: [Definition]
    private let stretches: [Stretch]

    /// A chip.
    ///
    /// - Parameters:
    ///   - standing: how the deadline stands.
    ///   - remaining: such as 余 3 个工作日; stands after the word of the standing.
    ///   - facts: due day, limit and its source.
    ///   - stretches: how the days were counted; if there are neither facts nor stretches there is nothing to open.
    package init(_ standing: Standing, remaining: String, facts: [Definition] = [], stretches: [Stretch] = []) {
        self.standing = standing
        self.remaining = remaining
        self.facts = facts
        self.stretches = stretches
    }

    package var body: any HTML {
        if facts.isEmpty && stretches.isEmpty {
            chip
        } else {
            details(.cssClass("deadline")) {
                summary(.title("查看期限计算说明")) { chip }
                div(.cssClass("deadline-panel")) {
                    DefinitionList(facts)
                    if !stretches.isEmpty { explanation }
                }
            }
        }
    }

    private var chip: any HTML {
        span(.cssClass("badge deadline-chip \(standing.tone.rawValue)")) {
            standing.icon
            strong { standing.word }
            span { remaining }
        }
    }

    private var explanation: any HTML {
        DataTable(
            "期限是怎样计算的",
            columns: [.init("日期"), .init("计算"), .init("原因")],
            rows: stretches.map { .init([$0.days, $0.treatment, $0.reason]) },
            narrow: .scroll,
            showsTitle: true
        )
    }
}
