import Catalog
import HTML
import Kernel
import WebServer

/// The forms of what may be done about an item; what a refused one held is kept.
struct ItemActForms: Sendable {
    let id: String
    let today: Day
    let typed: FormValues
    let files: TypedForm
    let hidden: [HiddenField]
    /// The draft that ends the item, whose ground is mended by drafting it again; `nil` for any other.
    let ending: ItemDraft?

    private func address(_ act: ItemAct) -> String { WorkspacePath.item(id, act) }

    private func value(_ act: ItemAct, _ name: String) -> String {
        typed[act.field(name)] ?? (act == .abolish ? drafted(name) : nil) ?? ""
    }

    private func drafted(_ name: String) -> String? {
        switch name {
        case "trigger": ending?.adjustment?.trigger.rawValue
        case "evidence": ending?.adjustment?.evidence
        case "on": ending?.adjustment?.evidenceOn?.description
        case "reason": ending?.reason
        default: nil
        }
    }

    private func text(
        _ act: ItemAct,
        _ name: String,
        _ label: String,
        hint: String = "",
        isRequired: Bool = true
    ) -> TextField {
        TextField(
            FieldCaption(act.field(name), label: label, hint: hint, isRequired: isRequired),
            value: value(act, name),
            maxLength: 200
        )
    }

    private func frame(_ act: ItemAct, @HTMLBuilder _ content: () -> any HTML) -> FormFrame {
        let kept = files.isOpen(act.rawValue) ? files.kept.hidden : []
        return FormFrame(to: address(act), hidden: hidden + kept, sendsFiles: act.question != nil) { content() }
    }

    @HTMLBuilder private func files(_ act: ItemAct, isRequired: Bool = false) -> any HTML {
        if let question = act.question {
            KeptFilesField(
                name: question.name,
                label: question.label,
                hint: "每个不超过 20 MB、合计不超过 60 MB，至多 \(question.most) 个\(isRequired ? "；至少一个" : "")",
                accept: question.accept,
                values: ActValues(prefix: act.rawValue, typed: files, defaults: [:])
            )
        }
    }

    private func opinion(_ act: ItemAct, _ name: String, _ label: String, isRequired: Bool = true) -> TextArea {
        TextArea(
            FieldCaption(act.field(name), label: label, isRequired: isRequired),
            value: value(act, name),
            rows: 2,
            maxLength: 1_000
        )
    }

    private func day(_ act: ItemAct, _ label: String, hint: String = "") -> TextField {
        let typed = value(act, "on")
        return TextField(
            FieldCaption(act.field("on"), label: label, hint: hint, isRequired: true),
            value: typed.isEmpty ? today.description : typed,
            kind: .date,
            width: .short
        )
    }

    var submit: any HTML {
        frame(.submit) {
            h3 { "报送法制机构" }
            text(.submit, "document", "申请报告文号", hint: "机关主要负责人签发、盖章的报告")
            text(.submit, "head", "签发人")
            day(.submit, "签发日期")
            files(.submit, isRequired: true)
            opinion(.submit, "note", "说明", isRequired: false)
            ButtonRow { SubmitButton("确认：报送") }
        }
    }

    func review(_ changes: [ItemComparison.Change]) -> any HTML {
        let comments = Dictionary(typed.pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        return FormFrame(to: address(.confirm), hidden: hidden) {
            ItemChanges(changes: changes, comments: comments)
            opinion(.confirm, "opinion", "总的意见（退回时必填）", isRequired: false)
            ButtonRow {
                SubmitButton("确认：审核通过")
                button(
                    .cssClass("button warning"),
                    .type("submit"),
                    Attribute("formaction", address(.sendBack))
                ) { "退回修改" }
            }
        }
    }

    func agree(_ station: Station?) -> any HTML {
        FormFrame(to: address(.agree), hidden: hidden) {
            h3 { "\(station?.chinese ?? "")意见" }
            opinion(.agree, "opinion", "对实施主体、行使层级的意见")
            ButtonRow { SubmitButton("确认：同意") }
        }
    }

    func record(_ station: Station?) -> any HTML {
        frame(.record) {
            h3 { "登记\(station?.chinese ?? "")的同意文件" }
            text(.record, "document", "文件文号")
            opinion(.record, "opinion", "文件的意见")
            files(.record)
            ButtonRow { SubmitButton("确认：登记") }
        }
    }

    var sendBack: any HTML {
        details {
            summary { "退回修改" }
            FormFrame(to: address(.sendBack), hidden: hidden) {
                opinion(.sendBack, "opinion", "退回理由")
                ButtonRow { SubmitButton("确认：退回", weight: .warning) }
            }
        }
    }

    /// The last act: from when the draft is in force, or the item ends.
    func publish(endsItem: Bool) -> any HTML {
        FormFrame(to: address(.publish), hidden: hidden) {
            h3 { endsItem ? "公布取消" : "公布" }
            if endsItem {
                day(.publish, "自何日起取消", hint: "不早于今天；这一天起不再受理")
            } else {
                day(.publish, "施行日期", hint: "不早于今天；原版本同日停止施行")
            }
            ButtonRow { SubmitButton(endsItem ? "确认：公布取消" : "确认：公布", weight: endsItem ? .warning : .primary) }
        }
    }

    /// The draft that ends the item.
    var abolish: any HTML {
        frame(.abolish) {
            p(.cssClass("hint")) {
                "起草后照常报送、审核确认、公布。自公布的日期起不再受理新的申请；在办件此后对外办理以前，须有过渡决定（立法法§104）。"
            }
            SelectField(
                FieldCaption(ItemAct.abolish.field("trigger"), label: "原因", isRequired: true),
                choices: ItemAdjustment.Trigger.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: value(.abolish, "trigger").isEmpty ? nil : value(.abolish, "trigger")
            )
            text(.abolish, "evidence", "所依据的文件和文号")
            TextField(
                FieldCaption(ItemAct.abolish.field("on"), label: "文件印发或者法律公布的日期"),
                value: value(.abolish, "on"),
                kind: .date,
                width: .short
            )
            opinion(.abolish, "reason", "取消的理由")
            files(.abolish)
            ButtonRow { SubmitButton("确认：起草取消", weight: .warning) }
        }
    }
}
