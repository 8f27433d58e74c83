import Catalog
import HTML
import Kernel

extension Filing.Stage {
    var chinese: String {
        switch self {
        case .handedIn: "已报送备案"
        case .returned: "备案已退回"
        case .received: "已备案"
        }
    }
}

/// What is to be done next about a filing, by whom and by when.
struct DatedFilingDuty: Hashable, Sendable {
    let side: FilingDuty.Side
    /// Whether it was sent back and is handed in again.
    let isAgain: Bool
    /// The last day in time.
    let due: Day

    func words(on today: Day) -> String {
        let act =
            switch side {
            case .keeper: isAgain ? "重新报送备案" : "报送备案"
            case .office: "由法制机构答复"
            }
        return due < today ? "应在\(due.chinese)前\(act)，已逾期" : "应在\(due.chinese)前\(act)"
    }
}

/// A duty as a badge.
struct DutyLine: Component {
    let duty: DatedFilingDuty
    let today: Day

    var body: any HTML { p { Badge(duty.words(on: today), tone: duty.due < today ? .bad : .caution) } }
}

/// Every handing in of a version with its papers, and what the receiving office answered.
struct FilingHistory: Component {
    let filing: Filing
    let address: String
    /// The names of officers.
    let names: [String: String]
    /// Where the receipt is.
    let receipt: String

    var body: any HTML {
        if filing.rounds.isEmpty {
            EmptyState("还没有报送备案")
        } else {
            DataTable(
                "备案的经过",
                columns: [.init("报送", .whole), .init("材料"), .init("答复")],
                rows: filing.rounds.map { round in DataTable.Row([handedIn(round), papers(round), answer(round)]) },
                showsTitle: false
            )
        }
    }

    private func handedIn(_ round: Filing.Round) -> any HTML {
        "\(names[round.by] ?? round.by)，\(round.on.chinese)\(round.note.map { "；\($0)" } ?? "")"
    }

    private func papers(_ round: Filing.Round) -> any HTML {
        CitedFilesList(files: CitedFile.all(round.files, at: round.place, under: address))
    }

    private func answer(_ round: Filing.Round) -> any HTML {
        guard let answer = round.answer else { return "待答复" }
        let who = "\(names[answer.by] ?? answer.by)，\(answer.on.chinese)"
        let comment = answer.comment.map { "；意见：\($0)" } ?? ""
        guard let number = answer.receipt else { return "退回（\(who)）\(comment)" }
        return div {
            "准予备案，\(number)（\(who)）\(comment)。"
            // A receipt bears the seal of who received it.
            if answer.agency != nil { a(.href(receipt)) { "备案回执（pdf）" } }
        }
    }
}
