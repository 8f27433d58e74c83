import HTML
import Kernel
import Supervision

/// The agencies that received no case in a month though they hold powers, and what each says of it.
struct ZeroMonthPage: Component {
    let desk: DeskSite
    let month: ScoreMonth
    /// The latest month that is over.
    let latest: ScoreMonth
    let zeros: [ZeroMonth]
    let duties: SupervisionDuties
    /// The agency whose explanation the one who looks may write.
    let own: String?
    let hidden: [HiddenField]
    var text = ""
    var fault: String?

    var body: any HTML {
        DeskFrame("零办件月份", desk, part: .zeroMonths, crumbs: [Crumb("零办件月份")]) {
            div(.cssClass("heading-row")) {
                h1 { "\(month.chinese)零办件单位" }
                strong { "共\(zeros.count)个" }
                SheetLink(SupervisionPath.zeroMonths(month))
            }
            if let fault { AlertBox("未能记录", tone: .bad) { p { fault } } }
            Tabs(
                "月份",
                months.map { other in
                    NavigationLink(other.chinese, to: SupervisionPath.zeroMonths(other), isCurrent: other == month)
                }
            )
            p(.cssClass("quiet")) { "口径：\(ZeroMonthPage.formula(month))" }
            p(.cssClass("quiet")) {
                "单位应书面说明；连续\(duties.zeroMonths)个月的，由监察机关督办、约谈。说明随月度监督通报公开。依据：\(duties.source)。"
            }
            if zeros.isEmpty {
                EmptyState("本月没有零办件单位")
            } else {
                DataTable(
                    "零办件单位",
                    columns: [
                        .init("单位"), .init("持有事项", .number), .init("连续月份", .number), .init("单位说明"),
                        .init("说明日期", .whole),
                    ],
                    rows: zeros.map { zero in
                        DataTable.Row(
                            [
                                zero.agencyName, "\(zero.powers)", "\(zero.inARow)",
                                zero.explanation ?? (span(.cssClass("unknown")) { "尚未说明" } as any HTML),
                                zero.explainedOn?.description ?? "",
                            ],
                            tone: zero.inARow >= duties.zeroMonths ? .bad : zero.explanation == nil ? .caution : nil
                        )
                    }
                )
            }
            if let own, zeros.contains(where: { $0.agency == own }) { form }
        }
    }

    static func formula(_ month: ScoreMonth) -> String {
        "\(month.days.lowerBound.chinese)至\(month.days.upperBound.chinese)整月持有在用事项、而没有收到申请、也没有立案的单位。"
    }

    private var months: [ScoreMonth] {
        [month.previous, month, month.next].filter { $0 <= latest }
    }

    private var form: any HTML {
        Panel("书面说明", anchor: "explain") {
            FormFrame(
                to: SupervisionPath.explainZeroMonth,
                hidden: hidden + [HiddenField("month", month.text)]
            ) {
                TextArea(
                    FieldCaption(
                        "explanation",
                        label: "没有办件的原因",
                        hint: "随监督通报公开，请勿写个人信息；再次提交的以后一次为准。",
                        isRequired: true
                    ),
                    value: text,
                    rows: 4,
                    maxLength: 4_000
                )
                ButtonRow { SubmitButton("提交说明") }
            }
        }
    }

    /// The agencies as lines.
    var sheet: DeskSheet {
        DeskSheet(
            title: "\(month.chinese)零办件单位",
            columns: ["单位", "持有事项", "连续月份", "单位说明", "说明日期"],
            rows: zeros.map { zero in
                [
                    zero.agencyName, "\(zero.powers)", "\(zero.inARow)", zero.explanation ?? "尚未说明",
                    zero.explainedOn?.description ?? "",
                ]
            } + [["口径：\(ZeroMonthPage.formula(month))"]],
            figures: []
        )
    }
}
