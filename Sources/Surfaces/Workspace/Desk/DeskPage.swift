import HTML

/// The inbox of the officer's posts and the agency's cases by stage.
struct DeskPage: Component {
    /// One case as a line.
    struct Line: Sendable {
        let number: String
        let address: String
        let item: String
        let code: String
        let applicant: String
        let stage: String
        /// The steps that wait, each with the post it waits for.
        let waiting: [String]
        let since: String
        let received: String
        let decision: String
        let isMine: Bool
        let deadline: CaseDeadline
    }

    let heading: String
    let greeting: String
    /// Whether the officer may take matters up without an application.
    let opensMatters: Bool
    /// Whether the officer takes applications at a window.
    let takesApplications: Bool
    let messages: WaitingMessagesNotice
    let tabs: [NavigationLink]
    let posts: [FilterChips.Chip]
    let search: String
    let searched: String?
    let tools: DeskTools
    /// Whether lines that wait for the officer are marked; not where all of them do.
    let marksOwn: Bool
    let columns: [DeskColumn]
    let lines: [Line]
    /// Whether the list was narrowed, so that nothing here says nothing of what follows.
    let isNarrowed: Bool
    let first: String?
    let next: String?
    /// The list in the fields of the form that ticks cases; `nil` for those who only read.
    let ticking: [HiddenField]?

    var body: any HTML {
        h1 { heading }
        p(.cssClass("hint")) { greeting }
        if opensMatters || takesApplications {
            div(.cssClass("button-row")) {
                if takesApplications { LinkButton("窗口收件", to: WorkspacePath.intake, weight: .secondary) }
                if opensMatters { LinkButton("登记线索", to: WorkspacePath.opening, weight: .secondary) }
            }
        }
        messages
        SearchBox(
            to: WorkspacePath.desk,
            label: "查找办件",
            value: search,
            hint: "办件编号、文号、事项、当事人姓名名称、信用代码"
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
            tools
        }
        if lines.isEmpty {
            EmptyState(empty.title) { p { empty.text } }
            if next != nil { Pagination(previous: first, next: next, summary: "尚未看完") }
        } else {
            if let ticking { tickForm(ticking) } else { table }
            Pagination(previous: first, next: next, summary: "本页 \(lines.count) 件")
        }
    }

    private var empty: (title: String, text: String) {
        if searched != nil { return ("没有找到办件", "请换一个编号、文号、事项或者当事人再试；自然人须写全名。") }
        guard isNarrowed else { return ("这里没有办件", "新的办件到来时会出现在这里。") }
        return next == nil
            ? ("没有符合条件的办件", "可以放宽筛选条件。")
            : ("这一段没有符合条件的办件", "后面还有办件没有查看，请继续到下一页。")
    }

    private var table: any HTML {
        DataTable(
            heading,
            columns: [.init("办件编号")] + columns.map { .init($0.chinese) },
            rows: lines.enumerated().map { index, line in row(line, isFirst: index == 0) }
        )
    }

    /// The table in a form, so that one may tick cases without a script.
    private func tickForm(_ list: [HiddenField]) -> any HTML {
        let numbers = HiddenField(BatchForm.page, lines.map(\.number).joined(separator: " "))
        return FormFrame(to: WorkspacePath.chooseBatch, hidden: list + [numbers]) {
            table
            ButtonRow {
                SubmitButton("批量办理选取的办件", weight: .secondary)
                SubmitButton("选取本页 \(lines.count) 件", weight: .secondary, choice: (BatchForm.all, "page"))
                if searched == nil, first != nil || next != nil {
                    SubmitButton(
                        "选取由此起 \(BatchOffer.mostRows) 件以内",
                        weight: .secondary,
                        choice: (BatchForm.all, "list")
                    )
                }
            }
        }
    }

    private func row(_ line: Line, isFirst: Bool) -> DataTable.Row {
        let link = a(.href(line.address), .when(isFirst, Attribute("accesskey", "n"))) { line.number }
        let tick = input(
            .type("checkbox"),
            .name(BatchForm.ticked),
            .value(line.number),
            .aria(.label, "选取 \(line.number)")
        )
        let number: any HTML =
            ticking == nil
            ? link
            : div(.cssClass("choice")) {
                tick
                link
            }
        return DataTable.Row([number] + columns.map { cell($0, line) }, tone: line.deadline.tone)
    }

    private func cell(_ column: DeskColumn, _ line: Line) -> any HTML {
        switch column {
        case .item: line.item
        case .code: line.code
        case .applicant: line.applicant
        case .stage: line.stage
        case .step:
            span {
                for step in line.waiting { div { step } }
                if line.isMine, marksOwn { Badge("待我办", tone: .active) }
            }
        case .since: line.since
        case .received: line.received
        case .deadline: line.deadline.chip
        case .decision: line.decision
        }
    }
}
