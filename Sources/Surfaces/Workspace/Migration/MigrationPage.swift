import Acting
import Casework
import HTML
import Kernel
import Processes
import WorkflowEngine

/// Before or after a version is published: which cases run under an earlier one, and what the version means for each.
struct MigrationPage: Component {
    let survey: MigrationSurvey
    /// The page itself, for the form that maps steps.
    let address: String
    /// Versions that cases run under, with how many.
    let versions: [(version: Int, cases: Int)]
    /// Whether the version is published, and the reader may propose to take cases over to it.
    let mayPropose: Bool
    let isPublished: Bool
    let chosen: Set<String>
    let reason: String
    let refused: Wording?
    let hidden: [HiddenField]

    private var old: ProcessDefinition { survey.old }
    private var new: ProcessDefinition { survey.target.definition }

    var body: any HTML {
        h1 { "在办件：\(new.name)" }
        p(.cssClass("hint")) {
            "第 \(old.version) 版的在办件与第 \(new.version) 版\(isPublished ? "" : "（草稿）")。在办件不因公布新版而改变；经提出并由法制机构人员审核，可以改按新版办理，已用时间照算，对当事人的承诺不变。"
        }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        if versions.count > 1 {
            div(.cssClass("button-row")) {
                for entry in versions where entry.version != new.version {
                    LinkButton(
                        "第 \(entry.version) 版（\(entry.cases) 件）",
                        to: "\(address)?from=\(entry.version)",
                        weight: .secondary
                    )
                }
            }
        }
        Panel("各环节的在办件") { steps }
        Panel("环节对应") { mapping }
        Panel("逐件预演") { cases }
    }

    @HTMLBuilder private var steps: any HTML {
        let counts = survey.lines.reduce(into: [Step.ID: Int]()) { counts, line in
            for step in line.now { counts[step, default: 0] += 1 }
        }
        let comparison = ProcessComparison(old, new).changes
        let shown = old.steps.compactMap { step -> DataTable.Row? in
            let target = survey.mapping.target(of: step.id).flatMap(new.step)
            let changes = comparison.filter { change in
                target != nil && (change.part == step.id.text || change.part?.hasPrefix("\(step.id).") == true)
            }
            guard counts[step.id] != nil || target?.id != step.id || !changes.isEmpty else { return nil }
            return DataTable.Row([
                step.name, String(counts[step.id] ?? 0), target.map { $0.name } ?? "没有这一环节",
                changes.isEmpty ? "—" : changes.map(MigrationPage.words).joined(separator: "；"),
            ])
        }
        DataTable(
            "各环节的在办件",
            columns: [.init("环节"), .init("在办", .number), .init("新版"), .init("变化")],
            rows: shown
        )
        p(.cssClass("hint")) { "其余 \(old.steps.count - shown.count) 个环节没有在办件，也没有变化。" }
        let added = new.steps.filter { step in !old.steps.contains { survey.mapping.target(of: $0.id) == step.id } }
        if !added.isEmpty { p { "新版增加：\(added.map(\.name).joined(separator: "、"))" } }
    }

    private static func words(_ change: ProcessComparison.Change) -> String {
        "\(change.property.chinese)：\(change.before ?? "（无）") → \(change.after ?? "（无）")"
    }

    @HTMLBuilder private var mapping: any HTML {
        let known = Set(new.steps.map(\.id)).union((new.timers ?? []).map(\.id))
        let gone = old.mappable.filter { !known.contains($0.id) || survey.mapping.links.map(\.from).contains($0.id) }
        if gone.isEmpty {
            p(.cssClass("hint")) { "原版的环节在新版中都有，按同一环节对应。" }
        } else {
            FormFrame(
                to: address,
                method: .get,
                hidden: [HiddenField("from", String(old.version))]
            ) {
                p(.cssClass("hint")) { "同名环节自动对应；新版中没有的，指明对应的环节，或者取消。已对外生效的、已调查听取意见的环节不能取消。" }
                for part in gone {
                    SelectField(
                        FieldCaption("map.\(part.id)", label: part.name),
                        choices: [Choice("", "未指明"), Choice("-", "取消该环节")]
                            + new.mappable.map { Choice($0.id.text, $0.name) },
                        chosen: survey.mapping.links.first { $0.from == part.id }.map { $0.to?.text ?? "-" } ?? ""
                    )
                }
                SubmitButton("重新预演", weight: .secondary)
            }
        }
    }

    @HTMLBuilder private var cases: any HTML {
        let able = survey.lines.filter { $0.bar == nil }
        if survey.lines.isEmpty {
            EmptyState("没有按第 \(old.version) 版办理的在办件")
        } else {
            p { "共 \(survey.lines.count) 件：可以改按新版办理 \(able.count) 件，应按原版办结 \(survey.lines.count - able.count) 件。" }
            if mayPropose, !able.isEmpty {
                FormFrame(to: address, hidden: hidden + mappingFields) {
                    table(isOpen: true)
                    TextArea(
                        FieldCaption("reason", label: "迁移理由", hint: "写明新版的依据和改按新版办理的必要。", isRequired: true),
                        value: reason,
                        rows: 3,
                        maxLength: 500
                    )
                    SubmitButton("提出迁移")
                }
            } else {
                table(isOpen: false)
                if !isPublished { p(.cssClass("hint")) { "公布后可以提出迁移。" } }
            }
        }
    }

    private var mappingFields: [HiddenField] {
        [HiddenField("from", String(old.version))]
            + survey.mapping.links.map { HiddenField("map.\($0.from)", $0.to?.text ?? "-") }
    }

    private func table(isOpen: Bool) -> any HTML {
        DataTable(
            "逐件预演",
            columns: [.init("办件"), .init("事项"), .init("现在"), .init("按新版"), .init("结论")],
            rows: survey.lines.map { line in
                DataTable.Row(
                    [
                        isOpen && line.bar == nil
                            ? CaseTick(number: line.number, value: line.id.text, isOn: chosen.contains(line.id.text))
                            : CaseLink(number: line.number),
                        line.itemName, survey.formerNames(line.now), line.bar == nil ? survey.names(line.after) : "—",
                        Verdict(bar: line.bar, moves: line.now.compactMap(survey.mapping.target) != line.after),
                    ]
                )
            }
        )
    }
}

/// A case that may be ticked.
struct CaseTick: Component {
    let number: String
    let value: String
    let isOn: Bool

    var body: any HTML {
        input(
            .type("checkbox"),
            .name("case"),
            .value(value),
            .aria(.label, "选择办件 \(number)"),
            .when(isOn, Attribute("checked", ""))
        )
        " "
        CaseLink(number: number)
    }
}

struct CaseLink: Component {
    let number: String

    var body: any HTML { a(.href(WorkspacePath.caseFile(number))) { number } }
}

/// Whether a case may go over, and if not, why.
struct Verdict: Component {
    let bar: Wording?
    let moves: Bool
    /// What was refused just now, though the case may go over as it stands by this time.
    var remark: Wording?

    var body: any HTML {
        if let remark {
            Badge("本次未办", tone: .caution)
            p(.cssClass("hint")) { remark.full }
        } else if let bar {
            Badge("按原版办结", tone: .caution)
            p(.cssClass("hint")) { bar.full }
        } else {
            Badge(moves ? "可以，换到新版的环节" : "可以，留在原环节", tone: .good)
        }
    }
}

extension ProcessDefinition {
    /// What a mapping may speak of.
    fileprivate var mappable: [(id: Step.ID, name: String)] {
        steps.map { ($0.id, $0.name) } + (timers ?? []).map { ($0.id, $0.name) }
    }
}
