import Kernel

extension Frame {
    /// The decision, who takes it, and by when.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 32, 37, 38, 42, 82; 国办发〔2005〕37号.
    static let licensingDecision = [
        FrameRule(
            "XK-31",
            "受理之后才能决定",
            "行政许可法§32(五)",
            .requires(Licensing.accepted, before: Licensing.decided)
        ),
        FrameRule(
            "XK-32",
            "审查之后才能决定",
            "行政许可法§37",
            .requires(Act(.examine), before: Licensing.decided)
        ),
        FrameRule(
            "XK-33",
            "准予或者不予只能在决定环节作出",
            "行政许可法§37",
            .reserved([.granted, .refused], to: .decide)
        ),
        FrameRule(
            "XK-34",
            "决定应当能够准予，也能够不予",
            "行政许可法§38",
            .offers(.decide, [.granted, .refused])
        ),
        FrameRule(
            "XK-35",
            "受理的申请以决定终结，申请人撤回的除外",
            "行政许可法§37",
            .endsWith(
                Act(.decide, .accept, .correctionNotice, .examine, .close, effects: [.granted, .refused, .withdrawn]),
                after: Licensing.accepted
            )
        ),
        FrameRule(
            "XK-36",
            "一件申请只作一次决定",
            "行政许可法§37",
            .atMostOnce(Licensing.decided)
        ),
        FrameRule(
            "XK-37",
            "决定采用书面形式",
            "行政许可法§38",
            .documents(Licensing.decided, [.seal, .date])
        ),
        FrameRule(
            "XK-38",
            "不予许可的决定说明理由并告知复议、诉讼权利",
            "行政许可法§38.2",
            .documents(Licensing.refused, [.reasons, .remedies])
        ),
        FrameRule(
            "XK-39",
            "作出决定的人不是审查人员",
            "国办发〔2005〕37号§二（二）",
            .apart(.decide, from: .examine)
        ),
        FrameRule(
            "XK-40",
            "审核人员不是审查人员",
            "国办发〔2005〕37号§二（二）",
            .apart(.approve, from: .examine)
        ),
        FrameRule(
            "XK-41",
            "受理至决定的各环节都有以工作日计算的时限",
            "行政许可法§82",
            .workingDays(.decision)
        ),
        FrameRule(
            "XK-42",
            "延长不超过十个工作日，经负责人批准，并告知理由",
            "行政许可法§42",
            .prolongation(atMost: .workingDays(10))
        ),
    ]
}
