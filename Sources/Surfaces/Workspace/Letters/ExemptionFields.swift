import HTML
import Kernel
import Participation
import WebServer

/// What is filled in to keep an outcome from the public: the ground and the reason, or the decision about them.
struct ExemptionFields: Component {
    let isDecision: Bool
    /// What was asked for; `nil` before.
    let exemption: OutcomeExemption?
    /// What was filled in before it was refused.
    let typed: FormValues?
    let errors: [FieldError]

    var body: any HTML {
        if isDecision { decision } else { proposal }
    }

    @HTMLBuilder private var proposal: any HTML {
        p(.cssClass("hint")) { "由审核、批准岗位的其他人员审批；同意后不再要求公开，只向公众公布各类理由的件数。能隐去后公开的，应当公开。" }
        ChoiceField(
            FieldCaption("ground", label: "不公开的理由", isRequired: true, errors: errors),
            choices: OutcomeExemptionGround.allCases.map { Choice($0.rawValue, $0.chinese, hint: $0.article) },
            chosen: Set([typed?["ground"]].compactMap(\.self))
        )
        area("reason", "说明", "5 至 1000 个字")
    }

    @HTMLBuilder private var decision: any HTML {
        if let exemption {
            DefinitionList([
                Definition("提请的理由", "\(exemption.ground.chinese)（\(exemption.ground.article)）"),
                Definition("说明") { Lines(exemption.reason) },
            ])
        }
        ChoiceField(
            FieldCaption("decision", label: "决定", isRequired: true, errors: errors),
            choices: [Choice("approve", "同意不公开"), Choice("refuse", "不同意，应当公开")],
            chosen: Set([typed?["decision"]].compactMap(\.self))
        )
        area("opinion", "意见", "2 至 1000 个字")
    }

    private func area(_ name: String, _ label: String, _ hint: String) -> TextArea {
        TextArea(
            FieldCaption(name, label: label, hint: hint, isRequired: true, errors: errors),
            value: typed?[name] ?? "",
            rows: 3,
            maxLength: 1_000
        )
    }
}
