import HTML
import Kernel
import Supervision

/// The schemes there are, each as it counts, the one in use, and the form to choose another from a coming month on.
struct SchemePanel: Component {
    let schemes: ScoreSchemes
    let choices: SchemeChoices
    let names: ActorNames
    let thisMonth: ScoreMonth
    let hidden: [HiddenField]
    let mayChoose: Bool

    /// A scheme is chosen for one of so many coming months.
    private static let ahead = 6

    var body: any HTML {
        Panel("计分方案", anchor: "schemes") {
            for scheme in schemes.schemes {
                details(.cssClass("tools")) {
                    summary { scheme.id == inUse?.id ? "\(scheme.title)（\(thisMonth.chinese)用）" : scheme.title }
                    SchemeRules(scheme: scheme)
                }
            }
            if !choices.all.isEmpty { made }
            if mayChoose { form }
        }
    }

    private var inUse: ScoreScheme? { schemes.scheme(for: thisMonth, choices) }

    private var made: any HTML {
        DataTable(
            "选用记录",
            columns: [.init("方案"), .init("自"), .init("理由"), .init("选用人"), .init("日期", .whole)],
            rows: choices.all.reversed().map { choice in
                DataTable.Row([
                    schemes.scheme(choice.scheme)?.title ?? choice.scheme, "\(choice.from.chinese)起", choice.reason,
                    names.text(choice.by), choice.on.description,
                ])
            }
        )
    }

    private var form: any HTML {
        FormFrame(to: SupervisionPath.scoreScheme, hidden: hidden) {
            div(.cssClass("search-grid")) {
                SelectField(
                    FieldCaption("scheme", label: "方案", isRequired: true),
                    choices: schemes.schemes.map { Choice($0.id, $0.title) },
                    chosen: inUse?.id ?? ""
                )
                SelectField(
                    FieldCaption("from", label: "自哪个月起", hint: "已经开始的月份不改，使单位事先知晓。", isRequired: true),
                    choices: months.map { Choice($0.text, $0.chinese) },
                    chosen: months.first?.text ?? ""
                )
            }
            TextArea(FieldCaption("reason", label: "选用理由", isRequired: true), rows: 2, maxLength: 4_000)
            ButtonRow { SubmitButton("选用", weight: .secondary) }
        }
    }

    private var months: [ScoreMonth] {
        var month = thisMonth
        return (0..<SchemePanel.ahead).map { _ in
            month = month.next
            return month
        }
    }
}

/// One scheme as it counts: where it comes from, what each element begins with, what costs how much, what adds, the grades.
struct SchemeRules: Component {
    let scheme: ScoreScheme

    var body: any HTML {
        DefinitionList([
            Definition("来源", scheme.source),
            Definition(
                "组成",
                scheme.parts.map { "\($0.title)\(ScoreResult.text(tenths: $0.weight))分" }.joined(separator: "，")
            ),
            Definition("计算", formula),
            Definition(
                "等次",
                (scheme.gradedBy == .quarter ? "按季评定，取三个月审定得分的平均；" : "")
                    + scheme.grades.map { "\($0.title)：\(ScoreResult.text(tenths: $0.from))分起" }.joined(separator: "，")
            ),
        ])
        DataTable(
            "扣分",
            columns: [.init("事实"), .init("计入"), .init("每项扣分", .number)],
            rows: scheme.deductions.map { deduction in
                DataTable.Row([
                    SchemeRules.fact(deduction),
                    scheme.parts.first { $0.id == deduction.part }?.title ?? deduction.part,
                    "\(ScoreResult.text(tenths: deduction.tenths))" + (deduction.every.map { "（每满\($0)项）" } ?? ""),
                ])
            }
        )
    }

    private var formula: String {
        let bonuses = scheme.bonuses.map { bonus in
            """
            \(bonus.measure.chinese)达\(bonus.from)%加\(ScoreResult.text(tenths: bonus.tenths))分，\
            每再增\(bonus.step)个百分点加\(ScoreResult.text(tenths: bonus.stepTenths))分
            """
        }
        let sum = """
            各部分自满分起减去扣分，不低于0；相加后不低于\(ScoreResult.text(tenths: scheme.floor))、\
            不高于\(ScoreResult.text(tenths: scheme.cap))分
            """
        let corrected = scheme.selfCorrectionPercent.map { ["自查自纠经认可的按\($0)%扣"] } ?? []
        let added = bonuses.isEmpty ? [] : bonuses + ["加分合计不超过\(ScoreResult.text(tenths: scheme.bonusCap))分"]
        return ([sum] + corrected + added).joined(separator: "；")
    }

    /// What costs the points, in words; the first line that fits a fact is taken.
    private static func fact(_ deduction: ScoreScheme.Deduction) -> String {
        let rules = deduction.rules.map { "（\($0.map(\.rawValue).joined(separator: "、"))）" } ?? ""
        let dimensions = deduction.dimensions.map { $0.map(\.chinese).joined(separator: "、") + "方面的" } ?? ""
        switch deduction.fact {
        case .finding: return "\(dimensions)\(deduction.level?.chinese ?? "监察信息")\(rules)"
        case .order: return "督办、监督文书"
        case .lapse: return "逾期未说明"
        case .dissatisfied: return "当事人评价不满意、非常不满意"
        case .reconsidered: return "行政复议撤销、变更决定，或者确认违法、无效"
        case .judged: return "行政诉讼败诉：判决撤销、变更决定，或者确认违法、无效"
        }
    }
}
