import Kernel

extension Frame {
    /// Levies (行政征收).
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 45, 46; 粤府办〔2007〕76号; 国办发〔2005〕37号; 行政复议法 art. 20; Archives Law (档案法) art. 14.
    package static let levy = Frame(
        .levy,
        levyRules
    )

    private static let levyRules = [
        FrameRule(
            "ZS-01",
            "核定之后才能告知",
            "粤府办〔2007〕76号§二（二）",
            .requires(Act(.assess), before: Act(.notice))
        ),
        FrameRule(
            "ZS-02",
            "核定有依据和计算过程",
            "粤府办〔2007〕76号§二（二）",
            .documents(Act(.assess), [.reasons])
        ),
        FrameRule(
            "ZS-03",
            "告知金额、依据、期限和权利之后才能征收",
            "粤府办〔2007〕76号§二（二）",
            .requires(Act(.notice), before: .imposed)
        ),
        FrameRule(
            "ZS-04",
            "告知写明依据和陈述申辩权",
            "粤府办〔2007〕76号§二（二）",
            .documents(Act(.notice), [.reasons, .statementRight])
        ),
        FrameRule(
            "ZS-05",
            "听取陈述申辩之后才能征收",
            "粤府办〔2007〕76号§二（二）",
            .answers(.heard, to: Act(.notice), before: .imposed)
        ),
        FrameRule(
            "ZS-06",
            "征收、减免经批准",
            "国办发〔2005〕37号§二（二）",
            .requires(.approved, before: .ruled)
        ),
        FrameRule(
            "ZS-07",
            "应当能够减免",
            "国办发〔2005〕37号§二（二）",
            .offers(.decide, [.imposed, .notImposed])
        ),
        FrameRule(
            "ZS-08",
            "缴入国库并开具票据",
            "行政强制法§45",
            .gives(.pay, [.receipt])
        ),
        FrameRule(
            "ZS-09",
            "缴库或者转入执行之后才能办结",
            "行政强制法§45",
            .endsWith(Act(.pay, .transfer), after: .imposed)
        ),
        FrameRule(
            "ZS-10",
            "催缴之后才能转入强制执行",
            "行政强制法§46",
            .requires(Act(.urge), before: Act(.transfer))
        ),
        FrameRule(
            "ZS-81",
            "决定只能在决定环节作出",
            "粤府办〔2007〕76号§二（二）",
            .reserved([.imposed, .notImposed], to: .decide)
        ),
        FrameRule(
            "ZS-82",
            "一案只作一次决定",
            "粤府办〔2007〕76号§二（二）",
            .atMostOnce(.ruled)
        ),
        FrameRule(
            "ZS-83",
            "决定书说明理由，加盖印章，注明日期",
            "粤府办〔2007〕76号§二（二）",
            .documents(.imposed, [.reasons, .seal, .date])
        ),
        FrameRule(
            "ZS-84",
            "决定书告知复议、诉讼权利",
            "行政复议法§20",
            .documents(.imposed, [.remedies])
        ),
        FrameRule(
            "ZS-85",
            "决定之后才能送达",
            "粤府办〔2007〕76号§二（二）",
            .requires(.ruled, before: Act(.serve))
        ),
        FrameRule(
            "ZS-86",
            "决定送达之后才能办结",
            "粤府办〔2007〕76号§二（二）",
            .endsWith(Act(.serve), after: .imposed)
        ),
        FrameRule(
            "ZS-87",
            "作出决定的人不是承办人员",
            "国办发〔2005〕37号§二（二）",
            .apart(.decide, from: .assess)
        ),
        FrameRule(
            "ZS-88",
            "案卷归档之后才能办结",
            "档案法§14",
            .endsWith(Act(.archive), after: .ruled)
        ),
    ]
}
