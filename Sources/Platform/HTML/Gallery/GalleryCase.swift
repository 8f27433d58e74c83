/// What a case shows: deadline, facts, history, parts, flow chart.
struct GalleryCase: Component {
    var body: any HTML {
        Panel("期限") {
            p {
                DeadlineChip(.inTime, remaining: "余 12 个工作日")
                " "
                DeadlineChip(.dueSoon, remaining: "余 1 个工作日")
                " "
                DeadlineChip(.overdue, remaining: "超 2 个工作日")
                " "
                DeadlineChip(.suspended, remaining: "专家评审中")
                " "
                DeadlineChip(.closed, remaining: "用时 6 个工作日")
            }
            explained
        }
        Panel("基本情况") {
            DefinitionList([
                Definition("事项编码", "511A00123000"),
                Definition("实施机关", "示范区教育和体育局"),
                Definition("收费标准", nil),
                Definition("状态") { Badge("已确认公布", tone: .good) },
            ])
        }
        Panel("办理进度") {
            Timeline([
                .init("收到申请", time: "2026-11-02 09:12", actor: "网上大厅"),
                .init("一次性告知补正", time: "2026-11-03 15:40", actor: "王某（受理岗）", tone: .caution) {
                    p { "请补充场所平面图。办理期限自补正齐全之日起计算。" }
                },
                .init("受理", time: "2026-11-05 10:05", actor: "王某（受理岗）"),
                .init("审查", time: "2026-11-06 08:30", actor: "赵某（审查岗）", tone: .active),
                .init("决定", time: "", tone: .neutral),
            ])
        }
        Panel("申请准备") {
            Checklist([
                .init("申请人信息", .done),
                .init("场所信息", .underWay(address: "#")),
                .init("申请材料", hint: "3 份，必交 2 份", .open(address: "#")),
                .init("身份核验", .faulty(address: "#")),
                .init("核对并提交", .cannotStart(because: "完成以上各项后可提交")),
            ])
        }
        Panel("流程图") {
            FlowChartFrame("公共场所卫生许可办理流程", steps: ["申请", "受理（5 日内）", "审查", "决定（20 日内）"]) { drawing }
        }
    }

    private var explained: any HTML {
        DeadlineChip(
            .inTime,
            remaining: "余 4 个工作日",
            facts: [
                Definition("到期日", "2025-10-20"),
                Definition("承诺期限", "10 个工作日"),
                Definition("依据", "行政许可法第四十二条、第八十二条"),
            ],
            stretches: [
                .init("2025-09-29", "不计入", reason: "受理当日"),
                .init("2025-09-30", "计入 1 日", reason: "工作日"),
                .init("2025-10-01 至 10-08", "不计入", reason: "国庆节、中秋节放假"),
                .init("2025-10-09 至 10-11", "计入 3 日", reason: "工作日（11 日调休上班）"),
            ]
        )
    }

    private var drawing: any HTML {
        SVG.root(.viewBox(width: 660, height: 90), .width(660), .height(90), .role("img"), .cssClass("chart")) {
            SVG.title("办理流程", id: "flow-sample")
            for (index, name) in ["申请", "受理", "审查", "决定"].enumerated() {
                SVG.rectangle(x: Double(index) * 170 + 5, y: 20, width: 130, height: 44, .cssClass("series-1"))
                SVG.text(x: Double(index) * 170 + 70, y: 47, anchor: .middle, .cssClass("on-dark"), content: name)
            }
        }
    }
}

/// The charts.
struct GalleryCharts: Component {
    var body: any HTML {
        Panel("图表") {
            div(.cssClass("charts")) {
                BarChart(
                    id: "by-agency",
                    heading: "各机关本月办结（件）",
                    points: [
                        ChartPoint("市场监督管理局", 412), ChartPoint("卫生健康局", 198), ChartPoint("教育和体育局", 96),
                        ChartPoint("住房和城乡建设局行政审批股", 61), ChartPoint("水务局", 0),
                    ]
                )
                LineChart(
                    id: "by-day",
                    heading: "近十四日收件（件）",
                    points: [21, 34, 28, 40, 38, 6, 2, 31, 37, 44, 39, 42, 8, 3].enumerated().map {
                        ChartPoint("11-\($0 + 9)", Double($1))
                    }
                )
                ShareChart(
                    id: "by-outcome",
                    heading: "办理结果",
                    points: [
                        ChartPoint("准予许可", 842), ChartPoint("不予许可", 31), ChartPoint("不予受理", 22),
                        ChartPoint("撤回", 57),
                    ]
                )
            }
        }
    }
}
