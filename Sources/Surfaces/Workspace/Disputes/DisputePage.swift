import Acting
import Casework
import EventLog
import HTML
import Kernel
import WebServer

/// The open disputes over jurisdiction that concern an agency, the first due first.
struct DisputesPage: Component {
    let disputes: [DisputeContent]
    let today: Day

    var body: any HTML {
        h1 { "管辖权争议" }
        p(.cssClass("hint")) {
            "对管辖发生争议的，应当协商解决；协商不成的，报请共同的上一级行政机关指定管辖，也可以直接由其指定（行政处罚法§25）。在办件页面的“其他操作”中提出争议。"
        }
        if disputes.isEmpty {
            EmptyState("没有未解决的管辖权争议") { p { "本机关提出的、涉及本机关的和请本机关指定管辖的争议会出现在这里。" } }
        } else {
            DataTable(
                "未解决的管辖权争议",
                columns: [.init("办件编号"), .init("事项"), .init("承办机关"), .init("另一方机关"), .init("状态"), .init("期限")],
                rows: disputes.map { content in
                    DataTable.Row([
                        a(.href(WorkspacePath.dispute(content.number))) { content.number },
                        content.opening.item.name, content.name(of: .holder), content.name(of: .other),
                        content.standing, DisputeDue(content.dispute, on: today),
                    ])
                }
            )
        }
    }
}

/// By when the next thing of a dispute is to happen, and whether that day has passed.
struct DisputeDue: Component {
    private let due: Day?
    private let isPast: Bool

    init(_ dispute: JurisdictionDispute, on today: Day) {
        due = dispute.due
        isPast = dispute.due.map { $0 < today } ?? false
    }

    var body: any HTML {
        span {
            due.map { "\($0.chinese)前" } ?? "—"
            if isPast { Badge("已逾期", tone: .bad) }
        }
    }
}

/// One dispute over jurisdiction: what is disputed, what was said, and what may be done about it.
struct DisputePage: Component {
    let content: DisputeContent
    let today: Day
    let acts: [DisputeAct]
    let hidden: [HiddenField]
    let typed: FormValues
    let refused: (act: DisputeAct, wording: Wording)?

    private var dispute: JurisdictionDispute { content.dispute }

    var body: any HTML {
        h1 { "管辖权争议" }
        if let refused {
            AlertBox(refused.wording.full, tone: .bad) { p(.cssClass("hint")) { "本次没有办理任何事项。" } }
        }
        Panel("争议") { DefinitionList(facts) }
        Panel("双方的意见和处理") { Timeline(entries) }
        for act in acts { form(act) }
    }

    private var facts: [Definition] {
        let clue = content.state.clue
        var facts = [
            Definition("状态", content.standing),
            Definition("办件编号") {
                if content.part == .side(.holder) {
                    a(.href(WorkspacePath.caseFile(content.number))) { content.number }
                } else {
                    content.number
                }
            },
            Definition("承办机关", "\(content.name(of: .holder))（\(content.opening.item.name)）"),
            Definition("另一方机关", "\(dispute.other.name)（\(dispute.other.itemName)）"),
            Definition("共同的上一级机关", content.superior + (content.isSuperiorHere ? "" : "（不在本系统，由承办机关登记其决定）")),
            Definition("线索登记日期", content.opening.receivedOn.chinese),
            Definition("立案日期", content.state.clock?.acceptedOn.chinese ?? "尚未立案"),
        ]
        if let clue {
            facts.append(Definition("案情", clue.facts))
            if !clue.place.isEmpty { facts.append(Definition("地点", clue.place)) }
        }
        if dispute.isOpen { facts.append(Definition("期限") { DisputeDue(dispute, on: today) }) }
        if let moved = content.movedTo { facts.append(Definition("受移送机关的案号", moved)) }
        return facts
    }

    private var entries: [Timeline.Entry] {
        var entries = dispute.statements.enumerated().map { place, statement in
            Timeline.Entry(
                "\(place == 0 ? "提出争议" : "协商")：认为由\(content.name(of: statement.proposed))管辖",
                time: statement.on.description,
                actor: content.name(of: statement.side),
                tone: .active
            ) { p { statement.opinion } }
        }
        if let report = dispute.report {
            entries.append(
                Timeline.Entry(
                    "报请\(content.superior)指定管辖",
                    time: dispute.reportedOn?.description ?? "",
                    actor: content.name(of: report.side),
                    tone: .caution
                ) { p { report.opinion.value } }
            )
        }
        if let designated = dispute.designation {
            entries.append(
                Timeline.Entry(
                    "指定由\(content.name(of: designated.to.value))管辖",
                    time: dispute.designatedOn?.description ?? "",
                    actor: designated.authority.value,
                    tone: .good
                ) {
                    p { designated.document.value }
                    p { designated.reasons.value }
                }
            )
        }
        return entries
    }

    private func form(_ act: DisputeAct) -> any HTML {
        Panel(act == .designate && content.part != .superior ? "登记指定管辖的决定" : act.verb.chinese) {
            FormFrame(to: WorkspacePath.dispute(content.number, act.rawValue), hidden: hidden) {
                switch act {
                case .consult: side(act, "认为由哪个机关管辖", "双方写明同一机关的，即为协商一致：由另一方管辖的，案件随即移送")
                case .designate:
                    side(act, "指定由哪个机关管辖", "指定另一方机关的，案件随即移送；指定承办机关的，继续办理")
                    TextField(
                        caption(act, "document", "指定管辖决定的文号和日期", "不少于 10 个字"),
                        value: value(act, "document"),
                        maxLength: 200
                    )
                case .reportDispute: NoHTML()
                }
                TextArea(
                    caption(act, "reasons", "\(act.verb.chinese)理由", hint(act)),
                    value: value(act, "reasons"),
                    rows: 3,
                    maxLength: 4_000
                )
                ButtonRow { SubmitButton("确认：\(act.verb.chinese)", weight: act == .consult ? .primary : .secondary) }
            }
        }
    }

    private func hint(_ act: DisputeAct) -> String {
        switch act {
        case .consult: "不少于 10 个字，对方可见"
        case .reportDispute: "不少于 10 个字；协商不成的报请\(content.superior)，也可以不经协商直接报请（行政处罚法§25）"
        case .designate: "不少于 10 个字，双方可见（行政处罚法§25）"
        }
    }

    private func side(_ act: DisputeAct, _ label: String, _ hint: String) -> ChoiceField {
        ChoiceField(
            caption(act, "side", label, hint),
            choices: JurisdictionDispute.Side.allCases.map { side in
                Choice(side.rawValue, content.name(of: side), hint: side.chinese)
            },
            chosen: Set([value(act, "side")])
        )
    }

    private func value(_ act: DisputeAct, _ name: String) -> String { typed["\(act.rawValue)-\(name)"] ?? "" }

    private func caption(_ act: DisputeAct, _ name: String, _ label: String, _ hint: String) -> FieldCaption {
        FieldCaption("\(act.rawValue)-\(name)", label: label, hint: hint, isRequired: true)
    }
}
