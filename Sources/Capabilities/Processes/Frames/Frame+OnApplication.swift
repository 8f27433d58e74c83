import Kernel

extension Frame {
    /// What every power on application demands that has no procedure law of its own: that of licensing by analogy.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 29–44; 国办发〔2005〕37号; Archives Law (档案法) art. 14.
    static func onApplication(_ code: String) -> [FrameRule] {
        [
            FrameRule(
                "\(code)-61",
                "先收件，后受理审查（参照）",
                "行政许可法§29",
                .requires(Act(.receive), before: Act(.accept))
            ),
            FrameRule(
                "\(code)-62",
                "应当能够受理、不予受理、一次性告知补正（参照）",
                "行政许可法§32",
                .offers(.accept, [.accepted, .notAccepted, .correctionNeeded])
            ),
            FrameRule(
                "\(code)-63",
                "受理审查不超过五个工作日（参照）",
                "行政许可法§32(四)",
                .limit([.accept], .intake, atMost: .workingDays(5))
            ),
            FrameRule(
                "\(code)-64",
                "补正只告知一次（参照）",
                "行政许可法§32(四)",
                .atMostOnce(Act(.accept, effects: [.correctionNeeded]))
            ),
            FrameRule(
                "\(code)-65",
                "补正告知书写明需要补正的全部内容（参照）",
                "行政许可法§32(四)",
                .documents(Act(.accept, effects: [.correctionNeeded]), [.allCorrections])
            ),
            FrameRule(
                "\(code)-66",
                "不予受理说明理由并告知复议、诉讼权利（参照）",
                "行政许可法§32.2",
                .documents(Act(.accept, effects: [.notAccepted]), [.reasons, .remedies, .seal, .date])
            ),
            FrameRule(
                "\(code)-67",
                "受理之后才能决定（参照）",
                "行政许可法§32",
                .requires(.accepted, before: .answered)
            ),
            FrameRule(
                "\(code)-68",
                "审查之后才能决定（参照）",
                "行政许可法§37",
                .requires(Act(.examine), before: .answered)
            ),
            FrameRule(
                "\(code)-69",
                "决定应当能够准予，也能够不予（参照）",
                "行政许可法§38",
                .offers(.decide, [.granted, .refused])
            ),
            FrameRule(
                "\(code)-70",
                "决定只能在决定环节作出（参照）",
                "行政许可法§37",
                .reserved([.granted, .refused], to: .decide)
            ),
            FrameRule(
                "\(code)-71",
                "一件申请只作一次决定（参照）",
                "行政许可法§37",
                .atMostOnce(.answered)
            ),
            FrameRule(
                "\(code)-72",
                "决定加盖印章，注明日期（参照）",
                "行政许可法§38",
                .documents(.answered, [.seal, .date])
            ),
            FrameRule(
                "\(code)-73",
                "不予的决定说明理由并告知复议、诉讼权利（参照）",
                "行政许可法§38.2",
                .documents(Act(.decide, effects: [.refused]), [.reasons, .remedies])
            ),
            FrameRule(
                "\(code)-74",
                "作出决定的人不是审查人员",
                "国办发〔2005〕37号§二（二）",
                .apart(.decide, from: .examine)
            ),
            FrameRule(
                "\(code)-75",
                "受理的申请以决定终结，撤回的除外（参照）",
                "行政许可法§37",
                .endsWith(
                    Act(
                        .decide,
                        .accept,
                        .correctionNotice,
                        .examine,
                        .mediate,
                        effects: [.granted, .refused, .withdrawn, .settled]
                    ),
                    after: .accepted
                )
            ),
            FrameRule(
                "\(code)-76",
                "受理至决定的各环节都有时限（参照）",
                "行政许可法§42",
                .timed(.decision)
            ),
            FrameRule(
                "\(code)-77",
                "决定或者不予受理之后才能送达（参照）",
                "行政许可法§44",
                .requires(.answeredOrNotAccepted, before: Act(.serve))
            ),
            FrameRule(
                "\(code)-78",
                "决定送达之后才能办结（参照）",
                "行政许可法§44",
                .endsWith(Act(.serve), after: .answered)
            ),
            FrameRule(
                "\(code)-79",
                "案卷归档之后才能办结",
                "档案法§14",
                .endsWith(Act(.archive), after: .answered)
            ),
        ]
    }
}
