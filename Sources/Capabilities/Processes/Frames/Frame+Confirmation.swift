import Kernel

extension Frame {
    /// Confirmations (行政确认).
    ///
    /// - Source: Administrative License Law (行政许可法) art. 29–44 by analogy; 国办发〔2005〕37号; 国办发〔2018〕118号; Archives Law (档案法) art. 14.
    package static let confirmation = Frame(
        .confirmation,
        onApplication("QR") + confirmationRules
    )

    private static let confirmationRules = [
        FrameRule(
            "QR-01",
            "核查实质内容由两名以上工作人员进行",
            "行政许可法§34.3",
            .officers(.investigate, atLeast: 2)
        ),
        FrameRule(
            "QR-02",
            "核查有记录",
            "行政许可法§34.3",
            .documents(Act(.investigate), [.signedRecord])
        ),
        FrameRule(
            "QR-03",
            "审查应当能够告知利害关系人",
            "行政许可法§36",
            .offers(.examine, [.interestsConcerned])
        ),
        FrameRule(
            "QR-04",
            "直接关系他人重大利益的，告知之后才能决定",
            "行政许可法§36",
            .answers(
                Act(.notice),
                to: Act(.examine, effects: [.interestsConcerned]),
                before: .answered
            )
        ),
        FrameRule(
            "QR-05",
            "告知之后听取陈述申辩才能决定",
            "行政许可法§36",
            .answers(.heard, to: Act(.notice), before: .answered)
        ),
        FrameRule(
            "QR-06",
            "告知写明陈述申辩权",
            "行政许可法§36",
            .documents(Act(.notice), [.statementRight])
        ),
        FrameRule(
            "QR-07",
            "准予的，证书制成之后才能办结",
            "行政许可法§39",
            .endsWith(Act(.document), after: .granted)
        ),
        FrameRule(
            "QR-08",
            "准予的决定公开之后才能办结",
            "行政许可法§40",
            .endsWith(Act(.publish), after: .granted)
        ),
        FrameRule(
            "QR-09",
            "二十个工作日内公开",
            "国办发〔2018〕118号",
            .limit([.publish], .issue, atMost: .workingDays(20))
        ),
    ]
}
