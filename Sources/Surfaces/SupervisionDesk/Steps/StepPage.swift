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
                a(.href(SupervisionPath.stepFile(query))) { "导出Excel文件" }
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
            Panel(query.onlyLate ? "超时环节" : "环节明细", anchor: "lines") { lines }
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
        Tile(
            figure.chinese,
            figure: StepPage.text(figure, view.whole),
            unit: figure.unit,
            tone: figure == .late && view.whole.late > 0 ? .caution : nil,
            to: figure == .late
                ? "\(SupervisionPath.steps(query.with { $0.onlyLate = true }))#lines"
                : "\(SupervisionPath.steps(query.with { $0.onlyLate = false }))#lines",
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

    private func cells(_ figures: StepFigures) -> [any HTML] {
        StepFigure.allCases.map { StepPage.text($0, figures) }
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
                        [a(.href(part.address)) { part.name }] + cells(part.figures),
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
            points: view.months.map { ChartPoint($0.keys[0], Double($0.figures.late)) }
        )
    }

    private var funnel: any HTML {
        BarChart(
            id: "funnel",
            heading: "走到各环节的办件（件）",
            points: view.steps.prefix(StepView.greatest.items).map { ChartPoint($0.name, Double($0.figures.cases)) }
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
                    DataTable.Row(
                        [
                            group.name,
                            a(
                                .href(
                                    "\(SupervisionPath.steps(query.with { $0.item = group.keys[0]; $0.step = group.keys[1] }))#lines"
                                )
                            ) {
                                group.keys[1]
                            },
                        ] + cells(group.figures)
                    )
                },
                narrow: .scroll
            )
        }
    }

    @HTMLBuilder private var lines: any HTML {
        if view.lines.isEmpty {
            EmptyState(query.onlyLate ? "期间没有超时环节" : "期间没有办结的环节")
        } else {
            DataTable(
                "环节明细",
                columns: [
                    .init("办件", .whole), .init("事项"), .init("单位"), .init("环节"), .init("进入"), .init("办结"),
                    .init("工作日", .number), .init("时限", .number),
                ],
                rows: view.lines.map { line in
                    DataTable.Row(
                        [
                            a(.href(SupervisionPath.caseFile(line.caseNumber))) { line.caseNumber }, line.itemName,
                            line.agencyName, line.stepName, line.entered.minuteText, line.done.minuteText,
                            "\(line.days)", line.limit.map { "\($0)" } ?? "—",
                        ],
                        tone: line.isLate ? .bad : nil
                    )
                }
            )
            if view.lines.count == StepView.listed {
                p(.cssClass("quiet panel-more")) { "列出最近\(StepView.listed)个，逐级点开可看其余。" }
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
        return a(.cssClass("heat-\(mark)"), .href("\(SupervisionPath.steps(query))#lines")) { "\(use)" }
    }
}
