import Kernel

extension Frame {
    /// Rewards (行政奖励).
    ///
    /// - Source: Administrative License Law (行政许可法) art. 29–44 by analogy; 国办发〔2005〕37号; 国办发〔2018〕118号; Archives Law (档案法) art. 14.
    package static let reward = Frame(
        .reward,
        onApplication("JL") + rewardRules
    )

    private static let rewardRules = [
        FrameRule(
            "JL-01",
            "公布条件之后才能收件",
            "粤府办〔2007〕76号§二（二）",
            .requires(Act(.publish), before: Act(.receive))
        ),
        FrameRule(
            "JL-02",
            "评审由两人以上进行",
            "国办发〔2018〕118号",
            .officers(.expertTest, atLeast: 2)
        ),
        FrameRule(
            "JL-03",
            "评审之后才能公示",
            "国办发〔2018〕118号",
            .requires(Act(.expertTest), before: Act(.announce))
        ),
        FrameRule(
            "JL-04",
            "公示之后才能决定奖励",
            "国办发〔2018〕118号",
            .requires(Act(.announce), before: .granted)
        ),
        FrameRule(
            "JL-05",
            "公示不少于五个工作日",
            "国办发〔2018〕118号",
            .window(Act(.announce), atLeast: .workingDays(5))
        ),
        FrameRule(
            "JL-06",
            "公示期间应当能够提出异议",
            "国办发〔2018〕118号",
            .offers(.announce, [.objected])
        ),
        FrameRule(
            "JL-07",
            "异议复查之后才能决定奖励",
            "国办发〔2018〕118号",
            .answers(
                Act(.examine),
                to: Act(.announce, effects: [.objected]),
                before: .granted
            )
        ),
        FrameRule(
            "JL-08",
            "决定奖励的，兑现之后才能办结",
            "国办发〔2018〕118号",
            .endsWith(Act(.execute), after: .granted)
        ),
    ]
}
