import HTML
import Publicity
import WebServer

/// The fields of one act about a publication.
struct PublicationFields: Component {
    let act: PublicationAct
    let content: Workspace.PublicationContent
    /// What was typed before; `nil` for a fresh form.
    let typed: FormValues?

    var body: any HTML {
        switch act {
        case .propose: hidden
        case .approve: area("reason", "审核意见（可不填）", "", isRequired: false)
        case .sendBack: area("reason", "退回原因", "5 至 1000 个字")
        case .publish: p { "将按左侧“公众看到的”内容公开，并办结案件的公开环节。" }
        case .askExemption:
            select("ground", "不予公开的理由", ExemptionGround.allCases.map { Choice($0.rawValue, $0.chinese) })
            area("reason", "说明", "5 至 1000 个字，由负责人批准")
        case .exempt, .refuseExemption: area("reason", "意见", "5 至 1000 个字")
        case .perform:
            select("state", "状态", states)
            day("on", "日期")
            area("reason", "说明（可不填）", "", isRequired: false)
        case .correct:
            hidden
            day("on", "当事人证明有误的日期")
            area("reason", "更正原因", "公众看得到")
        case .withdraw:
            select("ground", "撤下的理由", WithdrawalGround.allCases.map { Choice($0.rawValue, $0.chinese) })
            area("reason", "说明", "公众看得到；5 至 1000 个字")
            day("on", "决定被变更、撤销、确认违法或无效的日期", isRequired: false)
            text("by", "作出机关", "如复议机关、人民法院", isRequired: false)
            text("document", "文书号", "", isRequired: false)
        case .end: area("reason", "提前停止的原因", "公众看得到：履行、消除危害、没有再犯")
        }
    }

    private var states: [Choice] {
        Performance.allCases.filter { $0.fits(content.preview.record.category ?? "") }
            .map { Choice($0.rawValue, $0.chinese) }
    }

    @HTMLBuilder private var hidden: any HTML {
        text("people", "要隐去的其他人姓名", "保留姓；用空格或者顿号分开", isRequired: false)
        text("secrets", "要隐去的商业秘密", "照原文写，用空格或者顿号分开", isRequired: false)
        text("privacy", "要隐去的个人隐私", "照原文写，用空格或者顿号分开", isRequired: false)
        area("remarks", "备注（公开）", "公众看得到，可不填", isRequired: false)
    }

    private func value(_ name: String) -> String { typed?[act.field(name)] ?? "" }

    private func text(_ name: String, _ label: String, _ hint: String, isRequired: Bool = true) -> TextField {
        TextField(
            FieldCaption(act.field(name), label: label, hint: hint, isRequired: isRequired),
            value: value(name),
            maxLength: 400
        )
    }

    private func area(_ name: String, _ label: String, _ hint: String, isRequired: Bool = true) -> TextArea {
        TextArea(
            FieldCaption(act.field(name), label: label, hint: hint, isRequired: isRequired),
            value: value(name),
            rows: 3,
            maxLength: 1_000
        )
    }

    private func day(_ name: String, _ label: String, isRequired: Bool = true) -> TextField {
        TextField(
            FieldCaption(act.field(name), label: label, hint: "年-月-日", isRequired: isRequired),
            value: value(name),
            kind: .date
        )
    }

    private func select(_ name: String, _ label: String, _ choices: [Choice]) -> SelectField {
        SelectField(
            FieldCaption(act.field(name), label: label, isRequired: true),
            choices: choices,
            chosen: typed?[act.field(name)]
        )
    }
}
