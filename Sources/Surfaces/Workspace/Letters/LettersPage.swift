import HTML
import Kernel
import Participation

/// The letters of an agency, the first due first.
struct LettersPage: Component {
    enum Tab: String, CaseIterable, Sendable {
        case open, replied, declined, closed

        var stages: [Letter.Stage.Name] {
            switch self {
            case .open: [.waiting, .handling]
            case .replied: [.replied]
            case .declined: [.declined]
            case .closed: [.closed]
            }
        }

        var chinese: String {
            switch self {
            case .open: "待办理"
            case .replied: "已答复"
            case .declined: "不予受理"
            case .closed: "已办结"
            }
        }
    }

    /// One letter; who wrote is not in a list.
    struct Line: Sendable {
        let number: String
        let kind: String
        let title: String
        let about: String
        let stage: String
        let filedOn: String
        let isPublic: Bool
        let deadline: LetterDeadline

        init(_ row: LetterRow, _ state: Letter, _ deadline: LetterDeadline) {
            number = row.number
            kind = row.kind.chinese
            title = state.opening?.content?.title ?? "内容已依法删除"
            about = state.subject?.item?.name ?? "本机关"
            stage = row.stage.chinese + (state.reopening != nil && row.stage == .handling ? "（重新办理）" : "")
            filedOn = row.filedOn.description
            isPublic = state.published != nil
            self.deadline = deadline
        }
    }

    let tab: Tab
    let counts: [Letter.Stage.Name: Int]
    let lines: [Line]
    let isFirst: Bool
    /// The number behind which the next page begins.
    let next: String?
    /// Where standard answers are kept; empty for who answers no questions.
    let standardAnswers: String

    var body: any HTML {
        h1 { "群众来信" }
        p(.cssClass("hint")) { "咨询、投诉、举报。来信人的姓名和联系方式只在办理页显示，不得透露或者转给被反映的人（信访工作条例§30）。" }
        if !standardAnswers.isEmpty {
            ButtonRow { LinkButton("标准答复", to: standardAnswers, weight: .secondary) }
        }
        Tabs(
            "来信状态",
            Tab.allCases.map { tab in
                NavigationLink(
                    tab.chinese,
                    to: WorkspacePath.letters(tab: tab.rawValue),
                    isCurrent: tab == self.tab,
                    count: tab.stages.reduce(0) { $0 + (counts[$1] ?? 0) }
                )
            }
        )
        if lines.isEmpty {
            EmptyState("这里没有来信") { p { "新的来信会出现在这里。" } }
        } else {
            DataTable(
                "群众来信",
                columns: [
                    .init("编号"), .init("类型"), .init("标题"), .init("所涉"), .init("状态"), .init("收到"), .init("期限"),
                ],
                rows: lines.map(row)
            )
            Pagination(
                previous: isFirst ? nil : WorkspacePath.letters(tab: tab.rawValue),
                next: next.map { "\(WorkspacePath.letters(tab: tab.rawValue))&after=\($0)" },
                summary: "本页 \(lines.count) 件"
            )
        }
    }

    private func row(_ line: Line) -> DataTable.Row {
        DataTable.Row(
            [
                a(.href(WorkspacePath.letter(line.number))) { line.number }, line.kind, line.title, line.about,
                span {
                    line.stage
                    if line.isPublic { Badge("已公开", tone: .good) }
                },
                line.filedOn, line.deadline.chip,
            ],
            tone: line.deadline.tone
        )
    }
}
