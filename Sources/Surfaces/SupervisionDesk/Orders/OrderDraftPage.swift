import HTML
import Kernel
import Supervision

/// The form by which a supervisor drafts an order about a finding.
struct OrderDraftPage: Component {
    /// What was sent before and refused.
    struct Answer: Sendable {
        var kind: String?
        var ground: String?
        var demand = ""
        var fault: String?

        static let kindMissing = "请选择文书种类。"
    }

    let desk: DeskSite
    let finding: FindingRecord
    /// The opinion that a decision follows.
    let follows: CorrectionOrder.ID?
    let limits: OrderLimits
    let hidden: [HiddenField]
    let answer: Answer

    var body: any HTML {
        DeskFrame(
            "制发监督文书",
            desk,
            part: .orders,
            crumbs: [Crumb("监督纠错", to: SupervisionPath.orders), Crumb("制发")]
        ) {
            h1 { "制发监督文书" }
            if let fault = answer.fault { AlertBox("未能记录", tone: .bad) { p { fault } } }
            Panel("依据的监察信息", anchor: "finding") {
                DefinitionList([
                    Definition("情形") {
                        a(.href(SupervisionPath.finding(finding.matter, finding.finding.number))) {
                            finding.finding.breach.message
                        }
                    },
                    Definition("单位", finding.raised.agencyName),
                    finding.matter.caseFile == nil
                        ? Definition("对象", finding.raised.itemName) : Definition("办件", finding.raised.caseNumber),
                    Definition("依据", finding.finding.breach.article),
                ])
            }
            Panel("文书", anchor: "order") {
                OrderDraftForm(
                    address: SupervisionPath.draftOrder(finding.matter, finding.finding.number),
                    follows: follows,
                    limits: limits,
                    hidden: hidden,
                    answer: answer
                )
            }
        }
    }
}

/// What an order is drafted with: its kind and demand, or the ground of a decision that follows an opinion.
struct OrderDraftForm: Component {
    let address: String
    let follows: CorrectionOrder.ID?
    let limits: OrderLimits
    let hidden: [HiddenField]
    let answer: OrderDraftPage.Answer

    var body: any HTML {
        FormFrame(to: address, hidden: fields) {
            if follows == nil {
                ChoiceField(
                    FieldCaption("kind", label: "种类", isRequired: true),
                    choices: [OrderKind.urging, .advice, .opinion].map { kind in
                        Choice(
                            kind.rawValue,
                            kind.chinese,
                            hint: "收到之日起\(limits.reply(to: kind).chinese)内报告，\(kind.article)"
                        )
                    },
                    chosen: Set([answer.kind].compactMap(\.self))
                )
            } else {
                SelectField(
                    FieldCaption("ground", label: "措施和理由", isRequired: true),
                    choices: OrderGround.allCases.map { ground in
                        Choice(ground.rawValue, "\(ground.measure.chinese)：\(ground.chinese)")
                    },
                    chosen: answer.ground
                )
            }
            TextArea(
                FieldCaption("demand", label: follows == nil ? "整改要求" : "决定内容", isRequired: true),
                value: answer.demand,
                rows: 5,
                maxLength: 4_000
            )
            ButtonRow { SubmitButton("签署并送会签") }
        }
    }

    private var fields: [HiddenField] {
        hidden
            + (follows.map { [HiddenField("follows", $0.text), HiddenField("kind", OrderKind.decision.rawValue)] } ?? [])
    }
}
