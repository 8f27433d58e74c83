import Kernel

extension Frame {
    /// Adjudication of disputes (行政裁决).
    ///
    /// - Source: Administrative License Law (行政许可法) art. 29–44 by analogy; 国办发〔2005〕37号; 国办发〔2018〕118号; Archives Law (档案法) art. 14.
    package static let adjudication = Frame(
        .adjudication,
        onApplication("CJ") + adjudicationRules
    )

    private static let adjudicationRules = [
        FrameRule(
            "CJ-01",
            "申请书副本送达被申请人之后才能审理",
            "粤府办〔2007〕76号§二（二）",
            .requires(Act(.notice), before: Act(.examine))
        ),
        FrameRule(
            "CJ-02",
            "告知写明答辩和陈述的权利",
            "粤府办〔2007〕76号§二（二）",
            .documents(Act(.notice), [.statementRight])
        ),
        FrameRule(
            "CJ-03",
            "听取答辩之后才能裁决",
            "粤府办〔2007〕76号§二（二）",
            .answers(.heard, to: Act(.notice), before: .answered)
        ),
        FrameRule(
            "CJ-04",
            "应当能够要求听证",
            "粤府办〔2007〕76号§二（二）",
            .offers(.statement, [.hearingRequested])
        ),
        FrameRule(
            "CJ-05",
            "要求听证的，听证之后才能裁决",
            "粤府办〔2007〕76号§二（二）",
            .answers(
                Act(.hearing, effects: [.hearingHeld, .hearingDropped]),
                to: Act(.statement, effects: [.hearingRequested]),
                before: .answered
            )
        ),
        FrameRule(
            "CJ-06",
            "听证有签名的笔录",
            "国办发〔2018〕118号",
            .documents(Act(.hearing, effects: [.hearingHeld]), [.signedRecord])
        ),
        FrameRule(
            "CJ-07",
            "听证主持人不是审理人员",
            "国办发〔2005〕37号§二（二）",
            .apart(.hearing, from: .examine)
        ),
        FrameRule(
            "CJ-08",
            "可以调解，达成协议的不再裁决",
            "粤府办〔2007〕76号§二（二）",
            .offers(.mediate, [.settled])
        ),
        FrameRule(
            "CJ-09",
            "裁决说明理由",
            "粤府办〔2007〕76号§二（二）",
            .documents(.answered, [.reasons])
        ),
        FrameRule(
            "CJ-10",
            "裁决告知复议、诉讼权利",
            "行政复议法§20",
            .documents(.answered, [.remedies])
        ),
    ]
}
