import Participation

/// One letter of the demonstration: what is written to whom, and what happens to it how many days before the end.
struct PlannedLetter: Sendable {
    enum Deed: Sendable {
        case file
        case accept
        case reply(String, ComplaintOutcome?, measures: String)
        case publish
        case judge(isSatisfied: Bool)
        /// Supervisors follow with an order.
        case order(demand: String)

        var word: String {
            switch self {
            case .file: "file"
            case .accept: "accept"
            case .reply: "reply"
            case .publish: "publish"
            case .judge: "judge"
            case .order: "order"
            }
        }
    }

    struct Beat: Sendable {
        let daysBefore: Int
        let deed: Deed

        init(_ daysBefore: Int, _ deed: Deed) {
            self.daysBefore = daysBefore
            self.deed = deed
        }
    }

    let kind: LetterKind
    let agency: String
    /// Whether it is about an item of the agency, rather than the agency as a whole.
    let isAboutItem: Bool
    let title: String
    let text: String
    let beats: [Beat]

    static let all = [
        PlannedLetter(
            kind: .question,
            agency: "区行政审批局",
            isAboutItem: true,
            title: "材料可以分两次交吗",
            text: "房屋证明要下周才能拿到，请问能不能先交其他材料，证明后补？（演示）",
            beats: [
                Beat(24, .file), Beat(22, .reply("可以。窗口先出具收件凭证，所缺材料一次性告知后补交，期限自材料齐全之日起算。（演示）", nil, measures: "")),
                Beat(21, .publish), Beat(20, .judge(isSatisfied: true)),
            ]
        ),
        PlannedLetter(
            kind: .complaint,
            agency: "区行政审批局",
            isAboutItem: true,
            title: "窗口要求提供指南上没有的材料",
            text: "办事指南上没有的租赁备案证明，窗口两次要求必须提供，来回跑了三趟。（演示）",
            beats: [
                Beat(40, .file), Beat(38, .accept),
                Beat(
                    31,
                    .reply(
                        "经调取受理记录和窗口录像，当日窗口确要求提供办事指南以外的材料，违反行政许可法第三十条、第三十二条，反映属实。（演示）",
                        .upheld,
                        measures: "已按现有材料受理并当日致歉，对窗口人员批评教育，清理指南以外的材料要求三项（演示）"
                    )
                ),
                Beat(29, .publish), Beat(28, .order(demand: "全面清理窗口自行增加的材料，公布投诉渠道，并书面报告整改情况（演示）")),
                Beat(27, .judge(isSatisfied: true)),
            ]
        ),
        PlannedLetter(
            kind: .report,
            agency: "区林业局",
            isAboutItem: false,
            title: "收了费没有给票据",
            text: "办理时被收取资料费五十元，没有开票据，也没有说依据。（演示）",
            beats: [
                Beat(50, .file), Beat(47, .accept),
                Beat(
                    37,
                    .reply(
                        "经查，收取的是自愿选择的复印费，但未开具票据、未公示标准，反映部分属实。（演示）",
                        .partlyUpheld,
                        measures: "已补开票据，在窗口公示复印费标准（演示）"
                    )
                ),
                Beat(30, .publish), Beat(29, .judge(isSatisfied: false)),
            ]
        ),
        PlannedLetter(
            kind: .complaint,
            agency: "区公安分局",
            isAboutItem: false,
            title: "取号后等了两个小时",
            text: "上午取号后等了两个小时没有叫到，后来的人先办了。（演示）",
            beats: [
                Beat(34, .file), Beat(32, .accept),
                Beat(
                    26,
                    .reply("经核对叫号记录，该号在取号后二十五分钟叫到三次无人应答，按规定过号，反映不属实，已当面说明。（演示）", .unfounded, measures: "")
                ),
                Beat(20, .publish),
            ]
        ),
        PlannedLetter(
            kind: .complaint,
            agency: "区住建局",
            isAboutItem: false,
            title: "电话咨询时态度生硬",
            text: "上周三下午打咨询电话，接电话的人没有说完就挂断了。（演示）",
            beats: [
                Beat(30, .file), Beat(28, .accept),
                Beat(
                    18,
                    .reply("该时段咨询电话没有录音，经询问当班人员和比对话单，无法认定是谁接听，无法查实。（演示）", .unverifiable, measures: "已为咨询电话加装录音（演示）")
                ),
                Beat(15, .publish),
            ]
        ),
        PlannedLetter(
            kind: .complaint,
            agency: "区住建局",
            isAboutItem: false,
            title: "现场检查没有出示证件",
            text: "两名工作人员来工地检查，问起时才拿出证件。（演示）",
            beats: [
                Beat(62, .file), Beat(60, .accept),
                Beat(
                    52,
                    .reply(
                        "经查看执法记录仪录像，检查开始时未主动出示证件，违反行政处罚法第五十五条，反映属实。（演示）",
                        .upheld,
                        measures: "已对两名检查人员批评教育并重新培训（演示）"
                    )
                ),
            ]
        ),
        PlannedLetter(
            kind: .complaint,
            agency: "区行政审批局",
            isAboutItem: true,
            title: "一次性告知没有写全",
            text: "第一次告知补两份材料，交齐后又说还差一份。（演示）",
            beats: [Beat(4, .file)]
        ),
    ]
}
