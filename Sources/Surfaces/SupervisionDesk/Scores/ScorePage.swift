import HTML
import Kernel
import Supervision

/// The scores of one month: everybody of one kind side by side, objections, and the audit.
struct ScorePage: Component {
    let desk: DeskSite
    let month: ScoreMonth
    let scores: MonthlyScores
    let draft: ScoresDrafted
    let kind: ScoreSubject.Kind
    let standings: [(index: Int, sheet: ScoreSheet, result: ScoreResult)]
    /// The quarter of the month, where the scheme gives its grades by quarters.
    let quarter: QuarterPanel?
    let hidden: [HiddenField]
    let mayJudge: Bool
    let today: Day
    var fault: String?

    var body: any HTML {
        DeskFrame(
            "\(month.chinese)效能评估",
            desk,
            part: .scores,
            crumbs: [Crumb("效能评估", to: SupervisionPath.scores), Crumb(month.chinese)]
        ) {
            div(.cssClass("heading-row")) {
                h1 { "\(month.chinese)效能评估" }
                ScoreStatus(status: scores.status)
                if case .frozen = scores.status { a(.href(SupervisionPath.scoreBulletin(month))) { "通报（PDF）" } }
                SheetLink("\(SupervisionPath.scores(month))?kind=\(kind.rawValue)")
            }
            p(.cssClass("quiet")) { "\(draft.scheme.title)。\(draft.scheme.source)。" }
            if let fault { AlertBox("未能记录", tone: .bad) { p { fault } } }
            Tabs(
                "评估对象",
                ScoreSubject.Kind.allCases.map { other in
                    NavigationLink(
                        other.chinese,
                        to: "\(SupervisionPath.scores(month))?kind=\(other.rawValue)",
                        isCurrent: other == kind
                    )
                }
            )
            if standings.isEmpty {
                EmptyState("本月没有可评估的\(kind.chinese)")
            } else {
                Panel("得分", anchor: "chart") {
                    ScoreChart(id: "score-chart", month: month, heading: "\(kind.chinese)得分", standings: standings)
                }
                Panel("明细", anchor: "table") { table }
                if let quarter { quarter }
                FormulaPanel(figures: ScoreFigure.all(draft.scheme, month))
                Panel("计分方案：\(draft.scheme.title)", anchor: "scheme") { SchemeRules(scheme: draft.scheme) }
            }
            if !scores.objections.isEmpty { Panel("异议", anchor: "objections") { objections } }
            if mayJudge, case .drafted = scores.status { Panel("审定", anchor: "freeze") { freezing } }
        }
    }

    private var table: any HTML {
        DataTable(
            "\(kind.chinese)得分明细",
            columns: [.init(kind.chinese), .init("得分", .number), .init("等次")]
                + draft.scheme.parts.map { .init($0.title, .number) } + [.init("加分", .number), .init("扣分事实", .number)],
            rows: standings.map { entry in
                let sheet = SupervisionPath.scoreSheet(month, entry.index)
                let parts: [any HTML] = entry.result.parts.map { part in
                    let text = ScoreResult.text(part.hundredths)
                    return part.hundredths < part.part.weight * 10
                        ? FigureLink(text, to: SupervisionPath.scoreFacts(month, entry.index, part: part.part.id))
                        : span(.cssClass("quiet")) { text }
                }
                let head: [any HTML] = [
                    a(.href(sheet)) { entry.sheet.name },
                    FigureLink(ScoreResult.text(entry.result.total), to: "\(sheet)#formula"), entry.result.grade,
                ]
                let tail: [any HTML] = [
                    FigureLink(ScoreResult.text(entry.result.bonus), to: "\(sheet)#formula"),
                    ScoreFigure.facts(month, entry.index).link(
                        entry.sheet.costly(under: draft.scheme, without: scores.struck)
                    ),
                ]
                return DataTable.Row(head + parts + tail)
            },
            narrow: .scroll
        )
    }

    @HTMLBuilder private var objections: any HTML {
        ol(.cssClass("letters")) {
            for objection in scores.objections {
                li {
                    p {
                        Badge(ScorePage.standing(objection), tone: objection.answer == nil ? .caution : .good)
                        "\(name(of: objection))：\(objection.text)（\(objection.on)）"
                    }
                    if let answer = objection.answer { p(.cssClass("said")) { "\(answer.text)（\(answer.on)）" } }
                    if objection.answer == nil, mayJudge { answering(objection) }
                }
            }
        }
    }

    private static func standing(_ objection: MonthlyScores.Objection) -> String {
        objection.answer.map { $0.isUpheld ? "成立，不扣分" : "不成立" } ?? "待答复"
    }

    private func name(of objection: MonthlyScores.Objection) -> String {
        let fact = draft.sheets.lazy.flatMap(\.lines).first { $0.fact.position == objection.position }?.fact
        let agency = draft.sheets.first { $0.subject == .agency(objection.agency) }?.name ?? ""
        let number = fact?.caseNumber ?? ""
        return "\(agency)对\(number.isEmpty ? "" : "办件\(number)")“\(fact?.text ?? "")”"
    }

    private func answering(_ objection: MonthlyScores.Objection) -> any HTML {
        FormFrame(
            to: SupervisionPath.scores(month, .answer),
            hidden: hidden + [HiddenField("number", "\(objection.number)")]
        ) {
            TextArea(FieldCaption("text-\(objection.number)", label: "答复", isRequired: true), rows: 2, maxLength: 4_000)
            ButtonRow {
                SubmitButton("成立，不扣分", choice: ("outcome", "upheld"))
                SubmitButton("不成立", weight: .secondary, choice: ("outcome", "rejected"))
            }
        }
    }

    @HTMLBuilder private var freezing: any HTML {
        if today <= draft.objectionsThrough {
            p { "单位可在\(draft.objectionsThrough.chinese)前（含当日）提出异议，期满后由起草人以外的监督人员审定。" }
        } else {
            FormFrame(to: SupervisionPath.scores(month, .freeze), hidden: hidden) {
                TextArea(
                    FieldCaption("opinion", label: "审定意见", hint: "审定后不再变动，由起草人以外的监督人员审定。", isRequired: true),
                    rows: 2,
                    maxLength: 4_000
                )
                ButtonRow { SubmitButton("审定") }
            }
        }
    }
}

/// One sheet: how its points add up, each with the event it comes from.
struct ScoreSheetPage: Component {
    let desk: DeskSite
    let month: ScoreMonth
    let scores: MonthlyScores
    let draft: ScoresDrafted
    /// The place of the sheet in the draft.
    let index: Int
    let sheet: ScoreSheet
    /// Only the facts of this part are shown.
    let part: ScoreScheme.Part?
    let hidden: [HiddenField]
    let mayObject: Bool

    private var result: ScoreResult { sheet.result(under: draft.scheme, without: scores.struck) }

    var body: any HTML {
        DeskFrame(
            "\(sheet.name)\(month.chinese)得分",
            desk,
            part: .scores,
            crumbs: [
                Crumb("效能评估", to: SupervisionPath.scores), Crumb(month.chinese, to: SupervisionPath.scores(month)),
                Crumb(sheet.name),
            ]
        ) {
            div(.cssClass("heading-row")) {
                h1 { "\(sheet.name)：\(ScoreResult.text(result.total))分" }
                Badge(result.grade, tone: .active)
                SheetLink(SupervisionPath.scoreSheet(month, index))
            }
            div(.cssClass("wall-grid")) {
                Panel("扣分事实", anchor: "facts") {
                    if let part {
                        p {
                            "只看“\(part.title)”的 "
                            a(.href(SupervisionPath.scoreFacts(month, index))) { "不限" }
                        }
                    }
                    facts
                }
                div {
                    Panel("各部分得分", anchor: "parts") {
                        BarChart(
                            id: "parts-chart",
                            heading: "各部分得分",
                            points: result.parts.map { part in
                                let whole = ScoreResult.text(tenths: part.part.weight)
                                return ChartPoint(
                                    part.part.title,
                                    Double(part.hundredths) / 100,
                                    text: "\(ScoreResult.text(part.hundredths))/\(whole)",
                                    to: lines(of: part.part).isEmpty
                                        ? nil : SupervisionPath.scoreFacts(month, index, part: part.part.id)
                                )
                            }
                        )
                    }
                    Panel("计算", anchor: "formula") { DefinitionList(formula) }
                    FormulaPanel(figures: ScoreFigure.all(draft.scheme, month))
                }
            }
        }
    }

    private var formula: [Definition] {
        let parts = result.parts.map(\.hundredths).reduce(0, +)
        let scheme = draft.scheme
        let measures = result.bonuses.map { bonus in
            Definition(bonus.measure.chinese, "\(bonus.percent)%，加\(ScoreResult.text(bonus.hundredths))分")
        }
        return [
            Definition("各部分之和", "\(ScoreResult.text(parts))（每部分不低于0）"),
            Definition(
                "上下限",
                "不低于\(ScoreResult.text(tenths: scheme.floor))，加分前不高于\(ScoreResult.text(tenths: scheme.cap))"
            ),
            Definition("本月决定") {
                ScoreFigure.decided(month, index, isEarly: false).link(sheet.base.decided)
                "件，其中提前办结"
                ScoreFigure.decided(month, index, isEarly: true).link(sheet.base.early)
                "件"
            },
        ] + measures + [
            Definition("加分", "\(ScoreResult.text(result.bonus))（最多\(ScoreResult.text(tenths: scheme.bonusCap))）"),
            Definition("得分", "\(ScoreResult.text(result.total))，\(result.grade)"), Definition("方案", scheme.title),
        ]
    }

    private func lines(of part: ScoreScheme.Part?) -> [(line: ScoreSheet.Line, charge: ScoreSheet.Charge)] {
        charged.filter { entry in part.map { $0.id == entry.line.part } ?? true }
    }

    /// Every fact with what comes of it.
    var charged: [(line: ScoreSheet.Line, charge: ScoreSheet.Charge)] {
        zip(sheet.lines, sheet.charges(under: draft.scheme, without: scores.struck)).map { ($0, $1) }
    }

    @HTMLBuilder private var facts: any HTML {
        if lines(of: part).isEmpty {
            EmptyState("本月没有扣分")
        } else {
            DataTable(
                "扣分事实",
                columns: [.init("日期"), .init("事实"), .init("办件"), .init("扣分", .number), .init("", .action)],
                rows: lines(of: part).map { line, charge in
                    DataTable.Row([
                        String(line.fact.on.description.dropFirst(5)),
                        fact(line.fact),
                        line.fact.matter.caseFile == nil
                            ? "" : a(.href(SupervisionPath.caseFile(line.fact.caseNumber))) { line.fact.caseNumber },
                        charge.hundredths == 0
                            ? span(.cssClass("quiet")) { charge.chinese } : strong { "−\(charge.chinese)" },
                        objecting(line.fact),
                    ])
                }
            )
        }
    }

    /// An order about a complaint follows no finding.
    @HTMLBuilder private func fact(_ fact: ScoreFact) -> any HTML {
        if fact.finding > 0 {
            p { a(.href(SupervisionPath.finding(fact.matter, fact.finding))) { fact.text } }
        } else {
            fact.text
        }
        if fact.isSelfCorrected ?? false { Badge("自查自纠，减轻扣分", tone: .good) }
    }

    @HTMLBuilder private func objecting(_ fact: ScoreFact) -> any HTML {
        if let objection = scores.objections.first(where: { $0.position == fact.position }) {
            Badge(objection.answer == nil ? "异议待答复" : "异议已答复", tone: .neutral)
        } else if mayObject {
            details {
                summary { "提出异议" }
                FormFrame(
                    to: SupervisionPath.scores(month, .object),
                    hidden: hidden + [HiddenField("position", "\(fact.position)")]
                ) {
                    TextArea(
                        FieldCaption("text-\(fact.position)", label: "异议理由", isRequired: true),
                        rows: 2,
                        maxLength: 4_000
                    )
                    SubmitButton("提交异议", weight: .secondary)
                }
            }
        }
    }
}
