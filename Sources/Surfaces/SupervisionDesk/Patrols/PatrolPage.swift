import HTML
import Kernel
import Supervision

/// The patrols of a month: what is owed, on which days too few were made, what was looked at and what came of it.
struct PatrolPage: Component {
    /// What was typed and refused.
    struct Answer: Sendable {
        var values: [String: String] = [:]
        var fault: String?

        subscript(_ name: String) -> String { values[name] ?? "" }
    }

    let desk: DeskSite
    let month: ScoreMonth
    let thisMonth: ScoreMonth
    let keeper: PatrolKeeper
    let log: PatrolLog
    let duties: SupervisionDuties
    let missed: [(day: Day, made: Int)]
    let agencies: [DeskAgency]
    let mayRecord: Bool
    /// Names of the officers who went, by identifier.
    let officers: [String: String]
    let hidden: [HiddenField]
    let today: Day
    let answer: Answer

    var body: any HTML {
        DeskFrame("巡查记录", desk, part: .patrols, crumbs: [Crumb("巡查记录")]) {
            div(.cssClass("heading-row")) {
                h1 { "\(month.chinese)巡查记录" }
                SheetLink(SupervisionPath.patrols(month))
            }
            if let fault = answer.fault { AlertBox("未能登记", tone: .bad) { p { fault } } }
            Tabs(
                "月份",
                [month.previous, month, month.next].filter { $0 <= thisMonth }.map { other in
                    NavigationLink(other.chinese, to: SupervisionPath.patrols(other), isCurrent: other == month)
                }
            )
            Panel("应做和已做", anchor: "duty") { duty }
            Panel("记录", anchor: "entries") { entries }
            if mayRecord, month == thisMonth || today - month.days.upperBound <= duties.entryDays {
                Panel("登记巡查", anchor: "record") { form }
            }
        }
    }

    private var owed: Int { duties.patrols(of: keeper) }

    @HTMLBuilder private var duty: any HTML {
        DefinitionList([
            Definition("应做", "\(whose)每个工作日不少于\(owed)次"), Definition("已登记", "\(log.entries.count)次"),
            Definition("不足的工作日") {
                if missed.isEmpty {
                    "没有"
                } else {
                    "\(missed.count)天："
                    missed.map { "\($0.day.chinese)（\($0.made)次）" }.joined(separator: "、")
                }
            },
            Definition("依据", duties.source),
        ])
    }

    private var whose: String {
        switch keeper {
        case .division: "权力运行监管部门"
        case .agency: "部门内部监察"
        }
    }

    @HTMLBuilder private var entries: any HTML {
        if log.entries.isEmpty {
            EmptyState("本月还没有登记巡查")
        } else {
            DataTable(
                "巡查记录",
                columns: [
                    .init("日期", .whole), .init("单位"), .init("查看的事项和办件"), .init("情况"), .init("结论"), .init("后续处理"),
                    .init("巡查人"), .init("登记", .whole),
                ],
                rows: log.entries.reversed().map(row)
            )
        }
    }

    private func row(_ entry: PatrolLog.Entry) -> DataTable.Row {
        let patrol = entry.patrol
        let looked = HTMLGroup(
            patrol.items.map { item in p { item.name } as any HTML }
                + patrol.cases.map { number in
                    p { a(.cssClass("figure"), .href(SupervisionPath.caseFile(number))) { number } } as any HTML
                }
        )
        return DataTable.Row([
            patrol.on.description, patrol.agencyName,
            patrol.items.isEmpty && patrol.cases.isEmpty ? "整体运行" : looked, patrol.found,
            Badge(patrol.outcome.chinese, tone: PatrolPage.tone(patrol.outcome)), patrol.next,
            officers[entry.by] ?? entry.by, entry.enteredAt.minuteText,
        ])
    }

    private static func tone(_ outcome: Patrol.Outcome) -> Tone {
        switch outcome {
        case .inOrder: .good
        case .mended: .active
        case .followed: .caution
        }
    }

    private var form: any HTML {
        FormFrame(to: SupervisionPath.patrols, hidden: hidden) {
            TextField(
                FieldCaption("on", label: "巡查日期", hint: "可补记\(duties.entryDays)天内的。", isRequired: true),
                value: answer.values["on"] ?? today.description,
                kind: .date,
                width: .short
            )
            SelectField(
                FieldCaption("agency", label: "巡查单位", isRequired: true),
                choices: agencies.map { Choice($0.id, $0.name) },
                chosen: answer["agency"]
            )
            TextArea(
                FieldCaption("items", label: "查看的事项", hint: "目录中的事项编码，每行一个；查看单位整体运行的不填。"),
                value: answer["items"],
                rows: 2,
                maxLength: 2_000
            )
            TextArea(
                FieldCaption("cases", label: "查看的办件", hint: "办件编号，每行一个。"),
                value: answer["cases"],
                rows: 2,
                maxLength: 2_000
            )
            TextArea(
                FieldCaption("found", label: "查看内容和情况", hint: "看了什么、核对了什么、发现什么。", isRequired: true),
                value: answer["found"],
                rows: 3,
                maxLength: 4_000
            )
            ChoiceField(
                FieldCaption("outcome", label: "结论", isRequired: true),
                choices: Patrol.Outcome.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: answer.values["outcome"].map { [$0] } ?? []
            )
            TextArea(
                FieldCaption("next", label: "后续处理", hint: "发现问题的必填：提醒了谁、要求什么、何时再看。"),
                value: answer["next"],
                rows: 2,
                maxLength: 4_000
            )
            ButtonRow { SubmitButton("登记") }
        }
    }

    /// The entries as lines.
    var sheet: DeskSheet {
        DeskSheet(
            title: "\(month.chinese)巡查记录",
            columns: ["日期", "单位", "事项", "办件", "情况", "结论", "后续处理", "巡查人", "登记"],
            rows: log.entries.map { entry in
                let patrol = entry.patrol
                return [
                    patrol.on.description, patrol.agencyName,
                    patrol.items.map { "\($0.code) \($0.name)" }.joined(separator: "；"),
                    patrol.cases.joined(separator: "；"), patrol.found, patrol.outcome.chinese, patrol.next,
                    officers[entry.by] ?? entry.by, entry.enteredAt.minuteText,
                ]
            } + missed.map { ["\($0.day)应巡查\(owed)次，已登记\($0.made)次"] },
            figures: []
        )
    }
}
