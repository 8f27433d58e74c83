import HTML
import Kernel
import TimeLimits

/// How the days of a limit were counted: days in a row that are treated alike stand in one line.
struct CountedDays: Component {
    let explanation: DeadlineExplanation?

    var body: any HTML {
        if let explanation {
            Panel("期限计算", anchor: "days") {
                p { summary(explanation) }
                if !explanation.entries.isEmpty {
                    DataTable(
                        "期限是怎样计算的",
                        columns: [.init("日期"), .init("计算"), .init("原因")],
                        rows: CountedDays.stretches(explanation.entries).map { stretch in
                            DataTable.Row([stretch.days, stretch.treatment, stretch.reason])
                        },
                        narrow: .scroll
                    )
                }
            }
        }
    }

    private func summary(_ explanation: DeadlineExplanation) -> String {
        let clock = explanation.clock
        guard clock.period.count > 0 else { return "\(clock.start)应当场办理，不另计期限。" }
        let longer = clock.prolongations.map { "，延长\($0.chinese)" }.joined()
        let head = "\(clock.start)起算（当日不计入），期限\(clock.period.chinese)\(longer)，"
        return switch explanation.deadline {
        case .due(let day, let isProvisional): "\(head)\(day)届满\(isProvisional ? "（暂定：放假安排尚未公布）" : "")。"
        case .stopped(let since, let ground, let remaining):
            "\(head)\(since)起因\(ground.chinese)停止计时，恢复后尚余\(remaining)日。"
        }
    }

    struct Stretch: Hashable {
        let days: String
        let treatment: String
        let reason: String
    }

    static func stretches(_ entries: [DeadlineExplanation.Entry]) -> [Stretch] {
        var runs: [[DeadlineExplanation.Entry]] = []
        for entry in entries {
            if let last = runs.last?.last, isAlike(last, entry) {
                runs[runs.count - 1].append(entry)
            } else {
                runs.append([entry])
            }
        }
        return runs.compactMap { run in
            guard let first = run.first, let last = run.last else { return nil }
            return Stretch(
                days: run.count == 1 ? first.day.description : "\(first.day) 至 \(last.day)",
                treatment: treatment(first, last, run.count),
                reason: SupervisionWording.reason(first)
            )
        }
    }

    private static func isAlike(_ left: DeadlineExplanation.Entry, _ right: DeadlineExplanation.Entry) -> Bool {
        SupervisionWording.account(left.account) == SupervisionWording.account(right.account)
            && SupervisionWording.reason(left) == SupervisionWording.reason(right)
    }

    private static func treatment(
        _ first: DeadlineExplanation.Entry,
        _ last: DeadlineExplanation.Entry,
        _ count: Int
    ) -> String {
        let word = SupervisionWording.account(first.account)
        guard case .counted(let from) = first.account, case .counted(let to) = last.account else {
            return "\(word) \(count) 日"
        }
        return from == to ? "\(word)第 \(from) 日" : "\(word)第 \(from)–\(to) 日"
    }
}
