import EventLog
import HTML
import Kernel
import Participation

/// The requests of an agency, the first due first.
struct InformationRequestsPage: Component {
    enum Tab: String, CaseIterable, Sendable {
        case open, done

        var stages: [InformationRequest.Stage] {
            switch self {
            case .open: InformationRequest.Stage.open
            case .done: InformationRequest.Stage.done
            }
        }

        var chinese: String {
            switch self {
            case .open: "待办理"
            case .done: "已办结"
            }
        }
    }

    /// One request; who asks is not in a list.
    struct Line: Sendable {
        let number: String
        let description: String
        let applicant: String
        let stage: String
        let filedOn: String
        let isLate: Bool
        let awaitsExtension: Bool
        let deadline: InformationDeadline

        init(_ row: InformationRow, _ state: InformationRequest, _ deadline: InformationDeadline) {
            number = row.number
            let text = state.opening?.content.value?.description ?? "内容已依法删除"
            description = text.count > 40 ? "\(text.prefix(40))…" : text
            applicant = row.applicant.chinese
            stage = state.reply.map { $0.kind.value.chinese } ?? row.stage.chinese
            filedOn = row.filedOn.description
            isLate = row.lateOn != nil
            awaitsExtension = state.awaitsExtension
            self.deadline = deadline
        }
    }

    let tab: Tab
    let lines: [Line]
    let isFirst: Bool
    /// The number behind which the next page begins.
    let next: String?

    var body: any HTML {
        h1 { "依申请公开" }
        p(.cssClass("hint")) { "补正七个工作日内一次性告知；二十个工作日内答复；延长须经工作机构负责人同意并告知（政府信息公开条例§30、33）。" }
        ButtonRow { LinkButton("年度报告", to: WorkspacePath.informationReports, weight: .secondary) }
        Tabs(
            "申请状态",
            Tab.allCases.map { tab in
                NavigationLink(
                    tab.chinese,
                    to: WorkspacePath.information(tab: tab.rawValue),
                    isCurrent: tab == self.tab
                )
            }
        )
        if lines.isEmpty {
            EmptyState("这里没有申请") { p { "新的政府信息公开申请会出现在这里。" } }
        } else {
            DataTable(
                "政府信息公开申请",
                columns: [
                    .init("编号"), .init("所需信息"), .init("申请人"), .init("状态"), .init("收到", .whole), .init("期限"),
                ],
                rows: lines.map(row)
            )
            Pagination(
                previous: isFirst ? nil : WorkspacePath.information(tab: tab.rawValue),
                next: next.map { "\(WorkspacePath.information(tab: tab.rawValue))&after=\($0)" },
                summary: "本页 \(lines.count) 件"
            )
        }
    }

    private func row(_ line: Line) -> DataTable.Row {
        DataTable.Row(
            [
                a(.href(WorkspacePath.informationRequest(line.number))) { line.number }, line.description,
                line.applicant,
                span {
                    line.stage
                    if line.awaitsExtension { Badge("待批准延长", tone: .caution) }
                    if line.isLate { Badge("超期", tone: .bad) }
                },
                line.filedOn, line.deadline.chip,
            ],
            tone: line.deadline.tone
        )
    }
}
