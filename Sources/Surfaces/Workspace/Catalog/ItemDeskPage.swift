import Acting
import Casework
import Catalog
import Discretion
import HTML
import Kernel

/// An item as its keepers see it: its draft against the version in force, what is to be done, its versions, its way.
struct ItemDeskPage: Component {
    /// One fact of the item's way.
    struct Fact: Sendable {
        let heading: String
        let time: String
        let actor: String
        let lines: [String]
        var files: [CitedFile] = []
        /// Whether the draft became a version by it.
        var endsDraft = false
    }

    struct Running: Sendable {
        let version: Int
        let cases: Int
    }

    /// What was done under it lately: why it is kept, or need not be.
    struct Record: Sendable {
        let last: Day?
        /// Years without a case are left out.
        let years: [(year: String, cases: Int)]

        var words: String {
            guard let last else { return "没有办件" }
            let counts = years.map { "\($0.year)年 \($0.cases) 件" }.joined(separator: "、")
            return (counts.isEmpty ? "近两年没有办件" : counts) + "；最近一件\(last.chinese)收件"
        }
    }

    let id: String
    let state: PowerItem
    let today: Day
    /// Names of those who acted, by officer.
    let names: [String: String]
    /// The acts the reader may do now.
    let acts: Set<ItemAct>
    let mayDraft: Bool
    /// By when the agency hands the draft in, else the legal office answers.
    let clock: DeadlineChip?
    let record: Record
    /// By when a chart that changed is published again.
    let chartDue: Day?
    /// What the draft needs, promises and may take.
    let limits: ItemLimits?
    /// The version of the standard that the item implements.
    let standard: StandardItem.Version?
    let running: [Running]
    /// The other parts of what the draft splits that are on their way.
    let parts: [ItemPart]
    /// The main item and sub-items it belongs with.
    let family: ItemFamily?
    let history: [Fact]
    let publicAddress: String?
    let benchmark: ItemBenchmark
    let refused: Wording?
    let form: ItemActForms

    var body: any HTML {
        h1 { content?.name ?? "未命名的事项" }
        p(.cssClass("hint")) {
            content?.agency?.name ?? "实施主体未填报"
            "　编码 "
            span(.cssClass("code-line")) { content?.code ?? "" }
            if let reference = content?.standard {
                "　"
                a(.href(WorkspacePath.standard(reference.item.text))) { "采用基本目录第 \(reference.version) 版" }
            } else if state.version(on: today)?.isPublic == true {
                "　"
                a(.href(WorkspacePath.standard(id))) { "基本目录" }
            }
        }
        div(.cssClass("case-line")) {
            standing
            if let stage = state.draft?.stage {
                Badge(ItemDeskPage.words(stage), tone: .active)
            }
            if let clock { clock }
        }
        ButtonRow { LinkButton("裁量权基准：\(benchmarkWords)", to: WorkspacePath.benchmark(id), weight: .secondary) }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        if let draft = state.draft { draftPanel(draft) }
        if state.draft == nil, mayDraft, state.abolition == nil {
            ButtonRow {
                LinkButton(state.versions.isEmpty ? "补全这个事项" : "起草新版本", to: WorkspacePath.itemDraft(id))
            }
        }
        if let origin = state.origin, state.versions.isEmpty { originPanel(origin) }
        if let family { Panel("主项和子项") { outline(family) } }
        Panel("版本") { versions }
        if !running.isEmpty { Panel("在办件") { runningTable } }
        if !state.versions.isEmpty {
            Panel("运行情况") { DefinitionList([Definition("近年收件", record.words)]) }
        }
        if acts.contains(.abolish) {
            Panel("取消事项") {
                details {
                    summary { state.draft == nil ? "起草取消这一事项" : "修改取消的依据和理由" }
                    form.abolish
                }
            }
        }
        Panel("经过") {
            Timeline(
                history.map { fact in
                    Timeline.Entry(fact.heading, time: fact.time, actor: fact.actor, tone: .neutral) {
                        for line in fact.lines { p { line } }
                        if !fact.files.isEmpty { CitedFilesList(files: fact.files) }
                    }
                }
            )
        }
    }

    private var benchmarkWords: String {
        let inForce = benchmark.version(on: today).map { "第 \($0.number) 版施行中" }
        let draft = benchmark.draft.map { "草稿\($0.words)" }
        let words = [inForce, draft].compactMap(\.self)
        return words.isEmpty ? "没有" : words.joined(separator: "；")
    }

    private var content: ItemContent? { state.draft?.content ?? state.content(on: today) }

    @HTMLBuilder private var standing: any HTML {
        if let abolition = state.abolition {
            Badge("自\(abolition.from.chinese)起取消", tone: .bad)
        } else if let version = state.version(on: today) {
            Badge("第 \(version.number) 版施行中", tone: .good)
        } else if let coming = state.versions.last {
            Badge("第 \(coming.number) 版自\(coming.inForceFrom.chinese)起施行", tone: .neutral)
        } else {
            Badge(state.origin == nil ? "尚未公布" : "已导入、未确认", tone: .neutral)
        }
    }

    static func words(_ stage: ItemDraft.Stage) -> String {
        switch stage {
        case .drafted: "草稿：起草中"
        case .submitted: "草稿：待法制机构审核"
        case .confirmed: "草稿：已审核确认"
        }
    }

    private func draftPanel(_ draft: ItemDraft) -> any HTML {
        Panel("草稿", anchor: "draft") {
            DefinitionList(facts(of: draft))
            DraftPapers(history: history)
            if let reason = draft.returnReason {
                AlertBox("退回意见", tone: .caution) {
                    p { reason }
                    remarks(draft.comments)
                }
            } else if !draft.comments.isEmpty {
                AlertBox("审核时的意见", tone: .active) { remarks(draft.comments) }
            }
            if draft.stage == .drafted || acts.contains(.publish), !openFaults.isEmpty { faults(openFaults) }
            if draft.endsItem {
                AlertBox("拟取消这一事项", tone: .caution) { p { "内容不变；公布后自所定的日期起不再实施。" } }
            } else {
                h3 { state.versions.isEmpty ? "拟公布的内容" : "与第 \(state.versions.count) 版的不同" }
            }
            if acts.contains(.confirm) {
                form.review(changes)
            } else if !draft.endsItem {
                ItemChanges(changes: changes, comments: nil)
            }
            if !draft.stations.isEmpty { stations(draft) }
            if acts.contains(.publish) { beforePublication(of: draft) }
            if draft.stage == .drafted, mayDraft {
                ButtonRow {
                    LinkButton("修改草稿", to: WorkspacePath.itemDraft(id), weight: .secondary)
                    if !draft.endsItem, draft.content.materials?.isEmpty == false {
                        LinkButton("空白表格和样表", to: WorkspacePath.itemPapers(id), weight: .secondary)
                    }
                }
            }
            if acts.contains(.submit), openFaults.isEmpty { form.submit }
            if acts.contains(.agree) { form.agree(draft.nextStation) }
            if acts.contains(.record) { form.record(draft.nextStation) }
            if acts.contains(.publish), openFaults.isEmpty { form.publish(endsItem: draft.endsItem) }
            if acts.contains(.sendBack), !acts.contains(.confirm) { form.sendBack }
        }
    }

    var changes: [ItemComparison.Change] {
        state.draft.map { ItemComparison(state.versions.last?.content, $0.content).changes } ?? []
    }

    /// What stands between the draft and the next act: gaps, and steps that take longer than is promised.
    private var openFaults: [ContentFault] {
        guard let draft = state.draft, !draft.endsItem else { return [] }
        let content = draft.content
        return content.faults + (limits?.fault.map { [$0] } ?? []) + (standard?.deviations(of: content) ?? [])
    }

    private func facts(of draft: ItemDraft) -> [Definition] {
        var facts: [Definition] = []
        if let limits {
            let within = limits.fault == nil ? "不超过" : "超过"
            let statutory = limits.statutory.map { "；法定 \($0.chinese)" } ?? ""
            facts.append(
                Definition("时限", "各环节合计 \(limits.needed.chinese)，\(within)承诺 \(limits.promised.chinese)\(statutory)")
            )
        }
        if let adjustment = draft.adjustment {
            facts += [
                Definition("调整", "\(adjustment.kind.chinese)：\(adjustment.trigger.chinese)"),
                Definition("所依据的文件", adjustment.cited),
            ]
            if adjustment.trigger == .operation { facts.append(Definition("近年收件", record.words)) }
            if !adjustment.related.isEmpty {
                facts.append(Definition("有关事项", adjustment.related.joined(separator: "；")))
            }
        }
        if let reason = draft.reason { facts.append(Definition("修改理由", reason)) }
        if let report = draft.report {
            facts.append(
                Definition("报送报告", "\(report.document)，\(report.head)于\(report.signedOn.chinese)签发")
            )
        }
        facts.append(
            Definition("起草", draft.drafters.map { names[$0] ?? $0 }.sorted().joined(separator: "、"))
        )
        return facts
    }

    private func faults(_ faults: [ContentFault]) -> any HTML {
        AlertBox("报送、公布前还要补全", tone: .caution) {
            ul { for fault in faults { li { "\(fault.field.chinese)：应为\(fault.expected)，实为\(fault.found)" } } }
        }
    }

    private func remarks(_ comments: [FieldComment]) -> any HTML {
        ul { for comment in comments { li { "\(comment.field.chinese)：\(comment.text)" } } }
    }

    private func stations(_ draft: ItemDraft) -> any HTML {
        DataTable(
            "审核确认以后",
            columns: [.init("机关"), .init("意见"), .init("文件"), .init("日期", .whole)],
            rows: draft.stations.map { station in
                let consent = draft.consents[station]
                let words: String =
                    consent.map { "\($0.opinion)（\(names[$0.by] ?? $0.by)）" }
                    ?? (draft.nextStation == station && draft.stage.name == "confirmed" ? "等待同意" : "未到")
                return DataTable.Row([
                    station.chinese, words, consent?.document ?? "—", consent?.on.chinese ?? "—",
                ])
            }
        )
    }

    @HTMLBuilder
    private func beforePublication(of draft: ItemDraft) -> any HTML {
        h3 { "公布以后" }
        ul {
            if draft.endsItem {
                li { "自所定的日期起不再受理；本页和各版本保留，注明取消的日期和依据。" }
                li { casesWhenEnding }
            } else {
                li { "公布的版本不能再改，以后的调整以新版本进行。" }
                li { casesWhenChanging }
                if let adjustment = draft.adjustment, adjustment.kind.needsRelated {
                    li { ItemDeskPage.fate(of: adjustment, waiting: parts) }
                }
                li { "基本信息和外部流程图经法制机构审核确认，内部流程和裁量基准备案。" }
                if let chartDue { li { "流程图有改变，应在\(chartDue.chinese)前重新公布（粤府办〔2007〕76号）。" } }
            }
        }
    }

    private var casesWhenChanging: String {
        openCases == 0
            ? "本事项没有在办件。" : "在办的 \(openCases) 件继续按受理时的版本办理；新的申请自施行之日起按新版本办理。"
    }

    private var casesWhenEnding: String {
        openCases == 0
            ? "本事项没有在办件。" : "在办的 \(openCases) 件可以继续调查、审查，对外办理以前须逐件作出过渡决定（立法法§104）。"
    }

    private var openCases: Int { running.map(\.cases).reduce(0, +) }

    /// What becomes of the items that an adjustment names.
    private static func fate(of adjustment: ItemAdjustment, waiting parts: [ItemPart]) -> String {
        let waiting = parts.map { "“\($0.name)”（\($0.code)）" }.joined(separator: "、")
        let items = adjustment.related.joined(separator: "、")
        return switch adjustment.kind {
        case .merged: "并入的事项 \(items) 自同日起取消，其在办件对外办理以前须有过渡决定（立法法§104）。"
        case .split:
            "原事项 \(items) 在分设的事项都公布以后，自最后一个施行之日起取消，其在办件对外办理以前须有过渡决定（立法法§104）。"
                + "\(waiting.isEmpty ? "没有其他分设的事项待公布，公布即取消原事项；原事项继续作为分设事项之一的除外。" : "还有待公布的：\(waiting)。")"
        case .takenOver: "原由上级实施的事项 \(items)：上级受理的在办件由上级办结，公布以后的申请由本机关受理。"
        case .added, .changed, .delegated, .abolished: "有关事项：\(items)。"
        }
    }

    private func originPanel(_ origin: PowerItem.Origin) -> any HTML {
        Panel("来源清单") {
            DefinitionList([
                Definition("清单", origin.source), Definition("行", String(origin.row)),
                Definition("导入", origin.on.chinese),
            ])
            if !origin.doubts.isEmpty {
                ul { for doubt in origin.doubts { li { "\(doubt.column)：应为\(doubt.expected)，实为“\(doubt.found)”" } } }
            }
        }
    }

    @HTMLBuilder private var versions: any HTML {
        if state.versions.isEmpty {
            EmptyState("还没有公布的版本")
        } else {
            DataTable(
                "版本",
                columns: [
                    .init("版本"), .init("施行", .whole), .init("停止施行", .whole), .init("审核确认"), .init("公布"),
                    .init("与上一版"),
                ],
                rows: state.versions.reversed().map { version in
                    let before = state.versions.first { $0.number == version.number - 1 }
                    let changed = before.map {
                        ItemComparison($0.content, version.content).changes.map(\.field.chinese)
                    }
                    return DataTable.Row([
                        "第 \(version.number) 版\(version.isPublic ? "" : "（不公布）")", version.inForceFrom.chinese,
                        version.inForceUntil?.chinese ?? "—",
                        "\(names[version.confirmedBy] ?? version.confirmedBy)，\(version.confirmedOn.chinese)",
                        "\(names[version.publishedBy] ?? version.publishedBy)，\(version.publishedOn.chinese)",
                        changed?.joined(separator: "、") ?? "首版",
                    ])
                },
                showsTitle: false
            )
            if let publicAddress { p { a(.href(publicAddress)) { "公众看到的页面" } } }
        }
    }

    private func outline(_ family: ItemFamily) -> any HTML {
        func entry(_ member: ItemFamily.Member) -> Outline.Entry {
            Outline.Entry(
                member.name,
                note: member.standing.chinese,
                to: WorkspacePath.item(member.id.text),
                isCurrent: member.id.text == id
            )
        }
        return Outline(family.main.map(entry) ?? .init(family.name, to: nil), family.parts.map(entry))
    }

    private var runningTable: any HTML {
        DataTable(
            "没有办结的办件",
            columns: [.init("按哪一版办理"), .init("件数", .number)],
            rows: running.map { DataTable.Row(["第 \($0.version) 版", String($0.cases)]) },
            showsTitle: false
        )
    }
}
