import Access
import Directory
import HTML
import Kernel

/// Chooses officers, certificates or posts by filter and ticks, and the act for all of them.
struct BulkPage: Component {
    let visit: Visit
    let query: BulkQuery
    let candidates: [BulkCandidate]
    let agencies: [AgencyRow]
    let fields: [ChangeField]
    let answers: ChangeAnswers
    var errors: [FieldError] = []

    /// More rows than this are chosen by the filter alone.
    private static let shown = 300

    var body: any HTML {
        AdministrationFrame("批量办理", visit, part: .bulk, crumbs: [Crumb("批量办理")]) {
            div(.cssClass("heading-row")) {
                h1 { "批量办理" }
                a(.href(AdministrationPath.runs)) { "办理记录" }
            }
            Tabs(
                "办理对象",
                BulkSubject.allCases.filter { visit.may($0.rule) }.map { subject in
                    NavigationLink(
                        subject.chinese,
                        to: "\(AdministrationPath.bulk)?of=\(subject.rawValue)",
                        isCurrent: subject == query.subject
                    )
                }
            )
            filter
            if candidates.isEmpty { EmptyState("没有符合条件的\(query.subject.chinese)。") } else { form }
        }
    }

    private var filter: any HTML {
        FormFrame(to: AdministrationPath.bulk, method: .get, hidden: [HiddenField("of", query.subject.rawValue)]) {
            div(.cssClass("role-grid")) {
                SelectField(
                    FieldCaption("agency", label: "单位"),
                    choices: [Choice("", "全部")] + agencies.map { Choice($0.id.text, $0.profile.name) },
                    chosen: query.filter.agency?.text ?? ""
                )
                TextField(
                    FieldCaption("q", label: query.subject == .posts ? "岗位名称" : "姓名"),
                    value: query.filter.text,
                    maxLength: 60
                )
                SelectField(
                    FieldCaption("kind", label: "岗位责任类型"),
                    choices: [Choice("", "全部")] + Responsibility.allCases.map { Choice($0.rawValue, $0.chinese) },
                    chosen: query.filter.responsibility?.rawValue ?? ""
                )
                if query.subject == .certificates {
                    SelectField(
                        FieldCaption("standing", label: "证件状态"),
                        choices: [Choice("", "全部"), Choice("valid", "未暂扣"), Choice("suspended", "已暂扣")],
                        chosen: query.filter.isSuspended.map { $0 ? "suspended" : "valid" } ?? ""
                    )
                    TextField(
                        FieldCaption("by", label: "有效期不晚于", hint: "格式 2026-01-31"),
                        value: query.filter.expiresBy.map { "\($0)" } ?? "",
                        maxLength: 10
                    )
                }
            }
            ButtonRow { SubmitButton("筛选", weight: .secondary) }
        }
    }

    private var form: any HTML {
        FormFrame(to: AdministrationPath.bulk, hidden: visit.hidden + query.fields.map { HiddenField($0.0, $0.1) }) {
            ErrorSummary(errors)
            div(.cssClass("choice")) {
                input(.id("every"), .name("every"), .type("checkbox"), .value("yes"), .checked(query.isEveryone))
                label(.for("every")) { "选择符合条件的全部\(count)" }
            }
            table
            if candidates.count > BulkPage.shown {
                p(.cssClass("hint")) { "只显示前\(BulkPage.shown)行；其余请缩小筛选范围，或者选择全部。" }
            }
            Panel("办理") {
                div(.cssClass("form-grid")) {
                    for field in fields { ChangeControl(field: field, answers: answers, errors: errors) }
                }
                ButtonRow { SubmitButton("逐行预览") }
            }
        }
    }

    private var count: String {
        candidates.count > BulkQuery.greatest ? "（超过\(BulkQuery.greatest)行，请缩小范围）" : "\(candidates.count)行"
    }

    private var table: any HTML {
        DataTable(
            query.subject.chinese,
            columns: columns,
            rows: candidates.prefix(BulkPage.shown).map { candidate in
                DataTable.Row([box(candidate), candidate.agency.profile.name] + cells(candidate.thing))
            }
        )
    }

    private var columns: [DataTable.Column] {
        switch query.subject {
        case .officers: [.init("姓名"), .init("单位"), .init("职务")]
        case .certificates:
            [
                .init("姓名"), .init("单位"), .init("职务"), .init("证号", .whole), .init("有效期至", .whole),
                .init("状态"),
            ]
        case .posts: [.init("岗位"), .init("单位"), .init("责任类型")]
        }
    }

    private func cells(_ thing: BulkCandidate.Thing) -> [any HTML] {
        switch thing {
        case .officer(let officer): [officer.position ?? "未填报"]
        case .certificate(let held):
            [
                held.officer.position ?? "未填报", held.number.text, "\(held.validTo)",
                held.isSuspended ? Badge("已暂扣", tone: .caution) : Badge("未暂扣", tone: .good),
            ]
        case .post(let post): [post.responsibility.chinese]
        }
    }

    private func box(_ candidate: BulkCandidate) -> any HTML {
        let id = "row-\(candidate.value)"
        return div(.cssClass("choice")) {
            input(
                .id(id),
                .name("row"),
                .type("checkbox"),
                .value(candidate.value),
                .checked(query.ticked.contains(candidate.value))
            )
            label(.for(id)) {
                candidate.label
                if case .certificate(let held) = candidate.thing { span(.cssClass("unseen")) { held.number.text } }
            }
        }
    }
}

/// What a bulk act will do, row by row, before it begins.
struct BulkPreviewPage: Component {
    let visit: Visit
    let query: BulkQuery
    let answers: ChangeAnswers
    let fields: [ChangeField]
    let rows: [RehearsedRow]
    let effects: [ChangeEffect]

    var body: any HTML {
        AdministrationFrame("批量办理预览", visit, part: .bulk, crumbs: crumbs) {
            h1 { "批量办理：预览" }
            Panel("办理事项") {
                DefinitionList(
                    fields.filter { !answers.all($0.name).isEmpty }
                        .map { Definition($0.label, $0.words(answers.all($0.name))) }
                )
            }
            div(.cssClass("tiles")) {
                Tile("可以办理", figure: "\(lawful)", unit: "行", tone: lawful > 0 ? .good : .bad)
                Tile("不能办理", figure: "\(rows.count - lawful)", unit: "行", tone: lawful < rows.count ? .bad : .good)
            }
            if lawful < rows.count { AlertBox("不能办理的行不受影响，请按“补救”处理后另行办理。", tone: .caution) }
            if !effects.isEmpty {
                Panel("对在办事项的影响") {
                    for effect in effects { AlertBox(effect.words, tone: effect.isStranding ? .bad : .active) }
                }
            }
            form
            DataTable(
                "逐行预览",
                columns: [.init("对象"), .init("单位"), .init("结果"), .init("说明"), .init("补救")],
                rows: rows.sorted { ($0.refusal == nil ? 1 : 0) < ($1.refusal == nil ? 1 : 0) }.map(row)
            )
        }
    }

    private var crumbs: [Crumb] { [Crumb("批量办理", to: AdministrationPath.bulk), Crumb("预览")] }

    private var lawful: Int { rows.count { $0.refusal == nil } }

    private var form: any HTML {
        FormFrame(to: AdministrationPath.bulk, hidden: visit.hidden + carried) {
            p(.cssClass("quiet")) { "逐行在后台办理，每行单独记录；可以随时停止，已办理的可以撤销。" }
            ButtonRow {
                if lawful > 0 {
                    SubmitButton("开始办理（\(lawful)行）", weight: .warning, choice: ("step", "confirm"))
                }
                SubmitButton("返回修改", weight: .secondary, choice: ("step", "edit"))
            }
        }
    }

    private var carried: [HiddenField] {
        query.fields.map { HiddenField($0.0, $0.1) } + query.ticked.sorted().map { HiddenField("row", $0) }
            + (query.isEveryone ? [HiddenField("every", "yes")] : []) + answers.hidden
    }

    private func row(_ row: RehearsedRow) -> DataTable.Row {
        DataTable.Row([
            row.row.name, row.agency.profile.name,
            row.refusal == nil ? Badge("可以办理", tone: .good) : Badge("不能办理", tone: .bad),
            row.refusal.map { $0.reason } ?? row.sentences.joined(separator: "；"), row.refusal?.remedy ?? "",
        ])
    }
}
