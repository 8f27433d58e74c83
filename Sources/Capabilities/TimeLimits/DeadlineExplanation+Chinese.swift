package import Kernel

extension DeadlineExplanation {
    /// The explanation as lines of text: the start, each day, the end.
    package var chineseLines: [String] {
        let prolonged = clock.prolongations.map { "，延长\($0.chinese)" }.joined()
        let head = "\(clock.start) \(clock.start.chineseWeekday) 起算日，不计入；期限\(clock.period.chinese)\(prolonged)"
        return [head] + entries.map(\.chinese) + [closing]
    }

    private var closing: String {
        switch deadline {
        case .due(let day, let isProvisional):
            "\(day) \(day.chineseWeekday) 届满\(isProvisional ? "（暂定：所涉年份的放假安排尚未公布）" : "")"
        case .stopped(let since, let ground, let remaining):
            "\(since)起因\(ground.chinese)停止计时，恢复后尚余\(remaining)日"
        }
    }
}

extension DeadlineExplanation.Entry {
    package var chinese: String { "\(day) \(day.chineseWeekday) \(reason)" }

    private var reason: String {
        switch account {
        case .counted(let number): "计第\(number)日：\(standing.chinese)"
        case .skipped: "不计：\(standing.chinese)"
        case .excluded(let ground): "不计：\(ground.chinese)所需时间，\(ground.article)"
        case .movedPast: "顺延：\(standing.chinese)"
        case .movedTo: "顺延至此日：\(standing.chinese)"
        }
    }
}

extension Day {
    package var chineseWeekday: String {
        switch weekday {
        case 1: "星期一"
        case 2: "星期二"
        case 3: "星期三"
        case 4: "星期四"
        case 5: "星期五"
        case 6: "星期六"
        default: "星期日"
        }
    }
}
