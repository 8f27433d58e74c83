import Casework
import HTML
import Kernel
import Processes
import WebServer

/// The cases that were ticked, what may be done to all of them with its form, and why not the rest.
struct BatchPage: Component {
    let offer: BatchOffer
    let token: HiddenField
    let formKey: HiddenField
    let typed: TypedForm
    /// Whether a run is to be taken back, so that one form stands open.
    let isUndo: Bool

    var body: any HTML {
        h1 { "批量办理：已选 \(offer.rows.count) 件" }
        p(.cssClass("hint")) {
            "每件单独办理、单独留痕，理由一次填写；选取后同事已经办理过的，保持不动并在结果中说明。短时间内集中办结同类环节的，纳入监察比对（SEQ-BULK）。"
        }
        ErrorSummary(typed.errors)
        Panel("可以一并办理") {
            if offer.open.isEmpty { p { "没有全部办件都可以办理的操作，请按下面的原因减少选取。" } }
            for open in offer.open { form(open) }
        }
        if !offer.closed.isEmpty {
            Panel("不能一并办理") {
                DefinitionList(offer.closed.map { Definition($0.label, $0.reasons.joined(separator: "；")) })
            }
        }
        table
        p { a(.href(WorkspacePath.desk)) { "返回办案工作台，重新选取" } }
    }

    private func form(_ open: BatchOffer.Open) -> any HTML {
        let prefix = open.act.prefix
        return details(.cssClass("act"), .open(isUndo || typed.isOpen(prefix))) {
            summary { open.label }
            FormFrame(
                to: WorkspacePath.batches,
                hidden: [
                    token, formKey, HiddenField(BatchForm.act, open.act.code), HiddenField(BatchForm.label, open.label),
                    HiddenField(BatchForm.rows, BatchForm.write(offer, open)),
                ]
            ) {
                fields(open, prefix)
                ButtonRow { SubmitButton("确认：\(open.label) \(offer.rows.count) 件") }
            }
        }
    }

    @HTMLBuilder
    private func fields(_ open: BatchOffer.Open, _ prefix: String) -> any HTML {
        if open.act == .suspend {
            SuspensionFields(prefix: prefix, grounds: open.choices, typed: typed)
        } else {
            if !open.choices.isEmpty {
                SelectField(
                    caption("giving", "承办人", "", prefix),
                    choices: open.choices,
                    chosen: typed.value("giving", in: prefix).isEmpty ? nil : typed.value("giving", in: prefix)
                )
            }
            if let reason = open.act.reason {
                TextArea(
                    caption(reason.field, reason.label, "一次填写，记入每一件的办理经过", prefix),
                    value: typed.value(reason.field, in: prefix),
                    rows: 2,
                    maxLength: 4_000
                )
            }
        }
    }

    private func caption(_ name: String, _ label: String, _ hint: String, _ prefix: String) -> FieldCaption {
        FieldCaption(
            "\(prefix)-\(name)",
            label: label,
            hint: hint,
            isRequired: true,
            errors: typed.isOpen(prefix) ? typed.errors : []
        )
    }

    private var table: any HTML {
        DataTable(
            "已选办件",
            columns: [.init("办件编号"), .init("序号", .number), .init("事项"), .init("当前环节"), .init("状态")],
            rows: offer.rows.enumerated().map { place, row in
                let content = row.content
                let steps = content.state.position.steps.map { content.definition.step($0)?.name ?? $0.text }
                return DataTable.Row([
                    a(.href(WorkspacePath.caseFile(content.number))) { content.number }, "\(place + 1)",
                    content.opening.item.name, steps.joined(separator: "、"), content.state.stage.name.chinese,
                ])
            }
        )
    }
}

/// The names of the fields that carry a selection from page to page.
enum BatchForm {
    static let act = "act"
    static let label = "label"
    static let rows = "rows"
    static let ticked = "case"
    static let page = "page"
    static let all = "all"
    static let only = "only"

    /// Writes which cases at which version and step.
    static func write(_ offer: BatchOffer, _ open: BatchOffer.Open) -> String {
        zip(offer.rows, open.steps).map { "\($0.content.number)~\($0.seen)~\($1)" }.joined(separator: " ")
    }

    /// Reads it; what is not written so is left out.
    static func read(_ text: String) -> [CaseBatch.Row] {
        var seen: Set<Substring> = []
        let rows = text.split(separator: " ").compactMap { entry -> CaseBatch.Row? in
            let parts = entry.split(separator: "~", omittingEmptySubsequences: false)
            guard parts.count == 3, let version = Int(parts[1]), seen.insert(parts[0]).inserted else { return nil }
            return CaseBatch.Row(number: String(parts[0]), seen: version, step: String(parts[2]))
        }
        return Array(rows.prefix(BatchOffer.mostRows))
    }
}
