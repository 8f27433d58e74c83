import HTML
import Kernel
import Supervision

/// One level of steps: four numbers, the level below with the same four, where limits are used, and the steps themselves.
struct StepPage: Component {
    let desk: DeskSite
    let view: StepView

    private var query: StepQuery { view.query }

    var body: any HTML {
        DeskFrame("环节分析", desk, part: .steps, crumbs: crumbs) {
            div(.cssClass("heading-row")) {
                h1 { view.way.last?.name ?? "环节分析" }
                a(.href(SupervisionPath.comparisons(query.days))) { "比对线索" }
                SheetLink(SupervisionPath.steps(query))
            }
            p(.cssClass("quiet")) { "\(view.days.lowerBound.chinese)至\(view.days.upperBound.chinese)办结的环节。" }
            filters
            TileRow(StepFigure.allCases.map(tile))
            Panel("下一级：\(view.level.rawValue)", anchor: "parts") { parts }
            div(.cssClass("charts")) {
                trend
                funnel
            }
            Panel("用去时限：事项和环节", anchor: "heat") { StepHeatMap(view: view) }
            Panel("用时最紧的环节", anchor: "bottlenecks") { bottlenecks }
            Panel("最近办结的环节", anchor: "lines") { lines }
            FormulaPanel(figures: StepFigure.allCases.map { query.figure($0, in: view.days) })
        }
    }

    private var crumbs: [Crumb] {
        view.way.dropLast().map { Crumb($0.name, to: SupervisionPath.steps($0.query)) } + [
            Crumb(view.way.last?.name ?? "环节分析")
        ]
    }

    @HTMLBuilder private var filters: any HTML {
        Tabs(
            "时段",
            StepQuery.Span.allCases.map { days in
                NavigationLink(
                    "近\(days.rawValue)日",
                    to: SupervisionPath.steps(query.with { $0.days = days }),
                    isCurrent: days == query.days
                )
            }
        )
        let kept =
            (query.item.map { [("事项：\(itemName($0))", query.with { $0.item = nil })] } ?? [])
            + (query.step.map { [("环节：\($0)", query.with { $0.step = nil })] } ?? [])
            + (query.month.map { [("\($0.chinese)", query.with { $0.month = nil })] } ?? [])
        if !kept.isEmpty {
            p {
                for (words, without) in kept {
                    "只看\(words) "
                    a(.href(SupervisionPath.steps(without))) { "不限" }
                    " "
                }
            }
        }
    }

    private func itemName(_ code: String) -> String { view.items.first { $0.keys[0] == code }?.name ?? code }

    private func tile(_ figure: StepFigure) -> Tile {
        query.figure(figure, in: view.days).tile(
            view.whole.count(figure),
            text: StepPage.text(figure, view.whole),
            tone: figure == .late && view.whole.late > 0 ? .caution : nil,
            note: figure.formula
        )
    }

    static func text(_ figure: StepFigure, _ figures: StepFigures) -> String {
        switch figure {
        case .cases: "\(figures.cases)"
        case .steps: "\(figures.steps)"
        case .late: "\(figures.late)"
        case .use: figures.averageUse.map { "\($0)" } ?? "—"
        }
    }

    private static var figureColumns: [DataTable.Column] {
        StepFigure.allCases.map { .init($0 == .use ? "\($0.chinese)（%）" : $0.chinese, .number) }
    }

    private func cells(_ figures: StepFigures, _ query: StepQuery) -> [any HTML] {
        StepFigure.allCases.map { figure in
            query.figure(figure, in: view.days).link(figures.count(figure), text: StepPage.text(figure, figures))
        }
    }

    @HTMLBuilder private var parts: any HTML {
        if view.parts.isEmpty {
            EmptyState("期间没有办结的环节")
        } else {
            DataTable(
                view.level.rawValue,
                columns: [.init(view.level.rawValue)] + StepPage.figureColumns,
                rows: view.parts.map { part in
                    DataTable.Row(
                        [a(.href(SupervisionPath.steps(part.query))) { part.name }] + cells(part.figures, part.query),
                        tone: part.figures.late > 0 ? .caution : nil
                    )
                },
                narrow: .scroll
            )
        }
        if let number = query.caseNumber {
            p(.cssClass("panel-more")) { a(.href(SupervisionPath.caseFile(number))) { "办件\(number)逐步回放" } }
        }
    }

    private var trend: any HTML {
        LineChart(
            id: "trend",
            heading: "各月超时环节（个）",
            points: view.months.map { group in
                let month = query.with { $0.month = ScoreMonth(group.keys[0]) }
                return month.figure(.late, in: view.days).point(group.keys[0], group.figures.late)
            }
        )
    }

    private var funnel: any HTML {
        BarChart(
            id: "funnel",
            heading: "走到各环节的办件（件）",
            points: view.steps.prefix(StepView.greatest.items).map { group in
                let step = query.with { $0.step = group.keys[0] }
                return step.figure(.cases, in: view.days).point(group.name, group.figures.cases)
            }
        )
    }

    @HTMLBuilder private var bottlenecks: any HTML {
        let tight = view.cells.filter { $0.figures.limited > 0 }.sorted {
            ($1.figures.late, $1.figures.averageUse ?? 0, $0.keys.joined())
                < ($0.figures.late, $0.figures.averageUse ?? 0, $1.keys.joined())
        }.prefix(10)
        if tight.isEmpty {
            EmptyState("期间没有定时限的环节")
        } else {
            DataTable(
                "用时最紧的环节",
                columns: [.init("事项"), .init("环节")] + StepPage.figureColumns,
                rows: tight.map { group in
                    let narrowed = query.with {
                        $0.item = group.keys[0]; $0.step = group.keys[1]
                    }
                    let step: any HTML = a(.href(SupervisionPath.steps(narrowed))) { group.keys[1] }
                    return DataTable.Row([group.name, step] + cells(group.figures, narrowed))
                },
                narrow: .scroll
            )
        }
    }

    @HTMLBuilder private var lines: any HTML {
        if view.lines.isEmpty {
            EmptyState("期间没有办结的环节")
        } else {
            StepTableOfLines(lines: view.lines)
            if view.whole.steps > view.lines.count {
                p(.cssClass("panel-more")) {
                    a(.href(SupervisionPath.stepList(query, .steps))) { "全部\(view.whole.steps)个环节" }
                }
            }
        }
    }
}

/// Items down, steps across: how much of its limit each step uses; every cell leads to its steps.
struct StepHeatMap: Component {
    let view: StepView

    var body: any HTML {
        let items = view.items.prefix(StepView.greatest.items)
        let steps = view.steps.prefix(StepView.greatest.steps)
        let cells = Dictionary(view.cells.map { ($0.keys, $0.figures) }) { first, _ in first }
        if items.isEmpty {
            EmptyState("期间没有办结的环节")
        } else {
            DataTable(
                "用去时限",
                columns: [.init("事项")] + steps.map { .init($0.name, .number) },
                rows: items.map { item in
                    DataTable.Row([item.name] + steps.map { cell(item.keys[0], $0.keys[0], cells) })
                },
                narrow: .scroll
            )
            p(.cssClass("quiet panel-more")) {
                for (words, mark) in [("不到50%", 1), ("50%至79%", 2), ("80%至100%", 3), ("超过时限", 4)] {
                    span(.cssClass("heat-\(mark)")) { words }
                    " "
                }
                "数为平均用去时限（%），—为没有定时限。"
            }
        }
    }

    private func cell(_ item: String, _ step: String, _ cells: [[String]: StepFigures]) -> any HTML {
        guard let figures = cells[[item, step]] else { return "" }
        guard let use = figures.averageUse else { return span(.cssClass("quiet")) { "—" } }
        let mark = use > 100 ? 4 : use >= 80 ? 3 : use >= 50 ? 2 : 1
        let query = view.query.with {
            $0.item = item; $0.step = step
        }
        return a(.cssClass("figure heat-\(mark)"), .href(SupervisionPath.stepList(query, .use))) { "\(use)" }
    }
}
