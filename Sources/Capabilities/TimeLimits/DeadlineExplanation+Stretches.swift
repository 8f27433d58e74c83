package import Kernel

extension DeadlineExplanation {
    /// Some days in a row that are treated alike, for people who do not want to read every day.
    package struct Stretch: Hashable, Sendable {
        package let first: Day
        package let last: Day
        /// As `计入 5 日` or `不计入`.
        package let treatment: String
        package let reason: String

        /// One day, or from the first to the last.
        package var days: String { first == last ? first.description : "\(first) 至 \(last)" }
    }

    /// The days from the start to the end, those treated alike drawn together; the start day stands first.
    package var stretches: [Stretch] {
        var stretches = [Stretch(first: clock.start, last: clock.start, treatment: "不计入", reason: "起算当日")]
        var run: (first: Day, last: Day, count: Int, kind: Kind)?
        for entry in entries {
            let kind = Kind(entry)
            if let open = run, open.kind == kind {
                run = (open.first, entry.day, open.count + 1, kind)
            } else {
                if let open = run { stretches.append(open.kind.stretch(open.first, open.last, open.count)) }
                run = (entry.day, entry.day, 1, kind)
            }
        }
        if let open = run { stretches.append(open.kind.stretch(open.first, open.last, open.count)) }
        return stretches
    }

    private enum Kind: Hashable {
        case counted(reason: String)
        case skipped(reason: String)
        case excluded(ExcludedTime)
        case movedPast(reason: String)
        case movedTo

        init(_ entry: Entry) {
            switch entry.account {
            case .counted: self = .counted(reason: entry.standing.chinese)
            case .skipped: self = .skipped(reason: entry.standing.chinese)
            case .excluded(let ground): self = .excluded(ground)
            case .movedPast: self = .movedPast(reason: entry.standing.chinese)
            case .movedTo: self = .movedTo
            }
        }

        func stretch(_ first: Day, _ last: Day, _ count: Int) -> Stretch {
            switch self {
            case .counted(let reason):
                Stretch(first: first, last: last, treatment: "计入 \(count) 日", reason: reason)
            case .skipped(let reason): Stretch(first: first, last: last, treatment: "不计入", reason: reason)
            case .excluded(let ground):
                Stretch(
                    first: first,
                    last: last,
                    treatment: "暂停 \(count) 日",
                    reason: "\(ground.chinese)所需时间，\(ground.article)"
                )
            case .movedPast(let reason): Stretch(first: first, last: last, treatment: "顺延", reason: reason)
            case .movedTo: Stretch(first: first, last: last, treatment: "顺延至此日", reason: "节假日后第一个工作日")
            }
        }
    }
}
