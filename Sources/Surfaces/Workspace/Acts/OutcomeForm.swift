import Casework
import Directory
import Discretion
import HTML
import Kernel
import Processes
import TimeLimits
import WebServer

/// The form for one outcome of a step: opinion, and what the outcome needs in law.
struct OutcomeForm: Component {
    let address: String
    let label: String
    let kind: StepDetails.Kind
    /// The papers to fill in with it.
    let papers: [DocumentForm]
    /// The papers that may be filled in along with it.
    let occasional: [DocumentForm]
    let hidden: [HiddenField]
    let values: ActValues
    /// Own posts from which the step can be done; a choice is shown if there are several.
    let posts: [Choice]
    let companions: [Choice]
    let needsCompanions: Int
    let isPenalty: Bool
    /// What can be corrected: the materials handed in, and others of the item.
    let materials: [String]
    let grounds: [Choice]
    /// The item's discretion benchmarks that can count.
    let benchmarks: [BenchmarkVersion]
    /// When the outcome may be chosen at the earliest, and where that is written; `nil` when it may be now.
    let notBefore: (day: Day, source: String)?

    static func prefix(_ step: Step.ID, _ outcome: StepOutcome.ID) -> String { "\(step)-\(outcome)" }

    /// Rows for materials that are not in the list.
    static let freeRows = 2

    private var prefix: String { values.prefix }

    private var typed: TypedForm { values.typed }

    var body: any HTML {
        details(.cssClass("act"), .open(typed.isOpen(prefix))) {
            summary {
                label
                if let notBefore { span(.cssClass("quiet")) { "　\(notBefore.day) 起方可办理" } }
            }
            FormFrame(to: address, hidden: hidden) {
                if let notBefore {
                    p(.cssClass("hint")) { "当事人行使权利的期间届满前不得提前，\(notBefore.day) 起方可办理（\(notBefore.source)）。" }
                }
                if posts.count > 1 {
                    ChoiceField(caption("post", "以何岗位办理", isRequired: true), choices: posts, chosen: chosenPost)
                }
                TextArea(
                    caption("opinion", "意见", hint: "写明办理意见，记入办理经过", isRequired: true),
                    value: values.text("opinion"),
                    rows: 2,
                    maxLength: 4_000
                )
                detail
                for (place, form) in papers.enumerated() { PaperFields(form: form, place: place, values: values) }
                if !occasional.isEmpty {
                    OccasionalPapers(forms: occasional, after: papers.count, values: values)
                }
                if needsCompanions > 1 { companionField }
                ButtonRow {
                    SubmitButton("确认：\(label)", weight: isRefusal ? .warning : .primary)
                    SubmitButton("暂存", weight: .secondary, choice: ("\(prefix)-\(ActValues.keep)", "1"))
                    if (papers + occasional).contains(where: \.hasRows) {
                        SubmitButton("增加表格行", weight: .secondary, choice: ("\(prefix)-\(ActValues.more)", "1"))
                    }
                }
            }
        }
    }

    private var isRefusal: Bool {
        switch kind {
        case .nonAcceptance, .decision(.refused), .decision(.notImposed): true
        case .none, .correction, .decision(.granted), .decision(.imposed), .specialProcedure, .service, .proposal,
            .imposition, .payment:
            false
        }
    }

    @HTMLBuilder
    private var detail: any HTML {
        switch kind {
        case .none: NoHTML()
        case .correction: CorrectionFields(prefix: prefix, materials: materials, typed: typed)
        case .nonAcceptance(let namesAgency):
            area("reasons", "不予受理的理由", hint: "不少于 10 个字，写入送达申请人的文书", rows: 3)
            if namesAgency { line("competentAgency", "有权受理的机关", isRequired: true) }
        case .decision(let kind): decisionFields(kind)
        case .specialProcedure: SuspensionFields(prefix: prefix, grounds: grounds, typed: typed)
        case .service: serviceFields
        case .proposal: PenaltyFields(kind: .proposal, benchmarks: benchmarks, values: values)
        case .imposition: PenaltyFields(kind: .imposition, benchmarks: benchmarks, values: values)
        case .payment: PaymentFields(values: values)
        }
    }

    @HTMLBuilder
    private func decisionFields(_ kind: Decision.Kind) -> any HTML {
        switch kind {
        case .granted:
            area("content", "许可内容", hint: "准予的范围和条件，写入决定书", rows: 3)
            TextArea(
                caption("reasons", "理由", hint: "可以不写"),
                value: values.text("reasons"),
                rows: 2,
                maxLength: 4_000
            )
            div(.cssClass("field-row")) {
                day("validFrom", "有效期起")
                day("validThrough", "有效期止")
            }
        case .refused, .imposed, .notImposed:
            area("content", "决定内容", hint: "写入决定书", rows: 2)
            area("reasons", "理由", hint: "不少于 10 个字，写入决定书\(isPenalty ? "" : "；不予许可必须说明理由（行政许可法§38）")", rows: 4)
        }
    }

    @HTMLBuilder
    private var serviceFields: any HTML {
        SelectField(
            caption("way", "送达方式", isRequired: true),
            choices: NoticeWay.allCases.map { Choice($0.rawValue, "\($0.chinese)（\($0.article)）") },
            chosen: values.chosen("way")
        )
        TextField(
            caption("servedOn", "送达日期", hint: "公告送达的填刊登日期，满三十日视为送达", isRequired: true),
            value: values.text("servedOn"),
            kind: .date,
            width: .short
        )
        line("note", "送达情况", hint: "直接送达可以不写；\(OutcomeForm.proofs)")
    }

    private static let proofs = NoticeWay.allCases.compactMap { way in way.proof.map { "\(way.chinese)写明\($0)" } }
        .joined(separator: "，")

    @HTMLBuilder
    private var companionField: any HTML {
        if companions.isEmpty {
            AlertBox("本环节应由 \(needsCompanions) 人以上共同办理，本岗位没有其他人员", tone: .caution) {
                p { "请联系机构人员维护人员补充（\(officersArticle)）。" }
            }
        } else {
            ChoiceField(
                caption(
                    "companions",
                    "共同办理人员",
                    hint: "本环节应由 \(needsCompanions) 人以上办理（\(officersArticle)）",
                    isRequired: true
                ),
                choices: companions,
                chosen: Set(typed.all("companions", in: prefix)),
                kind: .several
            )
        }
    }

    /// Where the law wants two: of who holds certificates, or of who examines an application.
    private var officersArticle: String { isPenalty ? "行政处罚法§42" : "行政许可法§34、§55" }

    private var chosenPost: Set<String> {
        values.chosen("post").map { [$0] } ?? []
    }

    private func area(_ name: String, _ label: String, hint: String, rows: Int) -> TextArea {
        TextArea(
            caption(name, label, hint: hint, isRequired: true),
            value: values.text(name),
            rows: rows,
            maxLength: 4_000
        )
    }

    private func line(_ name: String, _ label: String, hint: String = "", isRequired: Bool = false) -> TextField {
        TextField(caption(name, label, hint: hint, isRequired: isRequired), value: values.text(name), maxLength: 200)
    }

    private func day(_ name: String, _ label: String) -> TextField {
        TextField(caption(name, label), value: values.text(name), kind: .date, width: .short)
    }

    private func caption(_ name: String, _ label: String, hint: String = "", isRequired: Bool = false) -> FieldCaption {
        values.caption(name, label, hint: hint, isRequired: isRequired)
    }
}

extension DocumentForm {
    fileprivate var hasRows: Bool { fields.contains { $0.kind == .rows } }
}
