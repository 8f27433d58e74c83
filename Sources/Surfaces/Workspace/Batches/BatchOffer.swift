import Casework
import Directory
import HTML
import Processes
import TimeLimits

/// What may be done to all the cases that an officer ticked, and why not what may not.
struct BatchOffer: Sendable {
    /// A ticked case, with the version the officer saw.
    struct Row: Sendable {
        let content: CaseContent
        let seen: Int
    }

    /// An act that every ticked case allows.
    struct Open: Sendable {
        let act: BatchAct
        let label: String
        /// The step of each case, in the order of the rows.
        let steps: [Step.ID]
        /// To choose from, where the act asks for one of several; common to all cases.
        let choices: [Choice]
    }

    /// An act that some ticked case does not allow.
    struct Closed: Sendable {
        let label: String
        let reasons: [String]
    }

    let rows: [Row]
    let open: [Open]
    let closed: [Closed]

    /// More cases are not dealt with in one go: nobody looks such a list over.
    static let mostRows = 200

    /// How many cases are named of those that do not allow an act.
    private static let named = 5

    /// Judges the ticked cases; with `only`, for that act alone.
    init(_ rows: [Row], only: BatchAct? = nil) {
        self.rows = rows
        var (open, closed): ([Open], [Closed]) = ([], [])
        for (act, label) in BatchOffer.candidates(rows) where only.map({ $0 == act }) ?? true {
            let standings = rows.map { act.standing(in: $0.content) }
            let choices = BatchOffer.choices(act, rows)
            let obstacles = BatchOffer.obstacles(standings, rows)
            if !obstacles.isEmpty {
                closed.append(Closed(label: label, reasons: obstacles))
            } else if let choices, choices.isEmpty {
                closed.append(Closed(label: label, reasons: [BatchOffer.nothingCommon(act)]))
            } else {
                open.append(Open(act: act, label: label, steps: standings.compactMap(\.step), choices: choices ?? []))
            }
        }
        (self.open, self.closed) = (open, closed + BatchOffer.individually(rows))
    }

    /// Steps that end alike in some of the cases, then what is done beside the steps.
    private static func candidates(_ rows: [Row]) -> [(BatchAct, String)] {
        var seen: Set<BatchAct> = []
        let ends = rows.flatMap { $0.content.together }.filter { seen.insert($0.act).inserted }
        return ends.map { ($0.act, $0.label) }
            + BatchAct.beside.filter(\.verb.isDoneTogether).map { ($0, $0.verb.chinese) }
    }

    /// Says which rows do not allow the act, those with the same reason together.
    private static func obstacles(_ standings: [BatchAct.Standing], _ rows: [Row]) -> [String] {
        var places: [String: [Int]] = [:]
        var order: [String] = []
        for (place, standing) in standings.enumerated() {
            guard let words = standing.obstacle else { continue }
            if places[words] == nil { order.append(words) }
            places[words, default: []].append(place + 1)
        }
        return order.map { words in
            let all = places[words] ?? []
            let named = all.prefix(BatchOffer.named).map { "\($0)" }.joined(separator: "、")
            let which =
                all.count == rows.count ? "全部" : "第 \(named) \(all.count > BatchOffer.named ? "等 \(all.count) 件" : "件")"
            return "\(which)：\(words)"
        }
    }

    /// Steps of the officer that are done case by case, whatever was ticked beside.
    private static func individually(_ rows: [Row]) -> [Closed] {
        var seen: Set<String> = []
        return rows.flatMap { $0.content.individually }.filter { seen.insert($0.name).inserted }.map { step in
            Closed(label: step.name, reasons: ["须逐件办理：请打开办件，按其情况写明意见、填写文书（行政许可法§34、§38，行政处罚法§5）"])
        }
    }

    /// What there is to choose from in every case; `nil` where the act asks for no such choice.
    private static func choices(_ act: BatchAct, _ rows: [Row]) -> [Choice]? {
        switch act {
        case .assign:
            return common(
                rows.map { row in
                    let first = row.content.sharing.givings.first?.step.id
                    return row.content.sharing.givings.filter { $0.step.id == first }.map { giving in
                        ("\(giving.officer.id) \(giving.post.id)", "\(giving.officer.name)（\(giving.post.name)）")
                    }
                }
            )
        case .suspend:
            return common(
                rows.map { row in
                    let step = row.content.own.first { !$0.step.pauses.isEmpty }?.step
                    return (step?.pauses ?? []).map { ($0.rawValue, $0.chinese) }
                }
            )
        case .claim, .release, .urge, .resume, .recall, .complete: return nil
        }
    }

    private static func common(_ lists: [[(String, String)]]) -> [Choice] {
        let sets = lists.map { Set($0.map(\.0)) }
        return (lists.first ?? []).filter { value, _ in sets.allSatisfy { $0.contains(value) } }
            .map { Choice($0.0, $0.1) }
    }

    private static func nothingCommon(_ act: BatchAct) -> String {
        act == .suspend ? "没有各件共同的特别程序（行政许可法§45）" : "没有能承办全部办件的人员"
    }
}
