import HTML

/// The inbox of the officer's posts and the agency's cases by stage.
struct DeskPage: Component {
    /// One case as a line.
    struct Line: Sendable {
        let number: String
        let address: String
        let item: String
        let applicant: String
        /// The steps that wait, each with the post it waits for.
        let waiting: [String]
        let since: String
        let isMine: Bool
        let deadline: CaseDeadline
    }

    let heading: String
    let greeting: String
    /// Whether the officer may take matters up without an application.
    let opensMatters: Bool
    /// Whether the officer takes applications at a window.
    let takesApplications: Bool
    let tabs: [NavigationLink]
    let posts: [FilterChips.Chip]
    let search: String
    let searched: String?
    /// Whether lines that wait for the officer are marked; not where all of them do.
    let marksOwn: Bool
    let lines: [Line]
    let previous: String?
    let next: String?

    var body: any HTML {
        h1 { heading }
        p(.cssClass("hint")) { greeting }
        if opensMatters || takesApplications {
            div(.cssClass("button-row")) {
                if takesApplications { LinkButton("窗口收件", to: WorkspacePath.intake, weight: .secondary) }
                if opensMatters { LinkButton("登记线索", to: WorkspacePath.opening, weight: .secondary) }
            }
        }
        SearchBox(
            to: WorkspacePath.desk,
            label: "查找办件",
            value: search,
            hint: "办件编号、事项名称、申请人、统一社会信用代码"
        )
        if let searched {
            p(.cssClass("hint")) {
                searched
                " "
                a(.href(WorkspacePath.desk)) { "返回待办" }
            }
        } else {
            Tabs("办件状态", tabs)
            if posts.count > 2 { FilterChips("岗位", posts) }
        }
        if lines.isEmpty {
            EmptyState(searched == nil ? "这里没有办件" : "没有找到办件") {
                p { searched == nil ? "新的办件到来时会出现在这里。" : "请换一个编号、事项或者申请人再试。" }
            }
        } else {
            table
            Pagination(previous: previous, next: next, summary: "本页 \(lines.count) 件")
        }
    }

    private var table: any HTML {
        DataTable(
            heading,
            columns: [
                .init("办件编号"), .init("事项"), .init("申请人、当事人"), .init("当前环节"), .init("等待自"), .init("期限"),
            ],
            rows: lines.enumerated().map { index, line in row(line, isFirst: index == 0) }
        )
    }

    private func row(_ line: Line, isFirst: Bool) -> DataTable.Row {
        DataTable.Row(
            [
                a(.href(line.address), .when(isFirst, Attribute("accesskey", "n"))) { line.number },
                line.item,
                line.applicant,
                span {
                    for step in line.waiting { div { step } }
                    if line.isMine, marksOwn { Badge("待我办", tone: .active) }
                },
                line.since,
                line.deadline.chip,
            ],
            tone: line.deadline.tone
        )
    }
}
