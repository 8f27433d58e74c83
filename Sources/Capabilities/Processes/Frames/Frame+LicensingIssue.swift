import Kernel

extension Frame {
    /// After the decision: permit, service, publication, archive.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 39, 40, 44; Archives Law (档案法) art. 14; 国办发〔2018〕118号.
    static let licensingIssue = [
        FrameRule(
            "XK-51",
            "准予之后才能制作证件",
            "行政许可法§39",
            .requires(Licensing.granted, before: Act(.document))
        ),
        FrameRule(
            "XK-52",
            "准予许可的，证件制成之后才能办结",
            "行政许可法§39",
            .endsWith(Act(.document), after: Licensing.granted)
        ),
        FrameRule(
            "XK-53",
            "决定作出之后，送达才能办结",
            "行政许可法§44",
            .endsWith(Act(.serve), after: Licensing.decided)
        ),
        FrameRule(
            "XK-60",
            "决定或者不予受理之后才能送达",
            "行政许可法§44",
            .requires(
                Act(
                    .decide,
                    .accept,
                    effects: [.granted, .refused, .notAccepted, .notRequired, .otherAgency]
                ),
                before: Act(.serve)
            )
        ),
        FrameRule(
            "XK-54",
            "决定之日起十个工作日内送达",
            "行政许可法§44",
            .sum(.issue, atMost: .workingDays(10))
        ),
        FrameRule(
            "XK-55",
            "送达、制证都有以工作日计算的时限",
            "行政许可法§44",
            .limit([.serve, .document], .issue, atMost: .workingDays(10))
        ),
        FrameRule(
            "XK-56",
            "决定之后才能公开",
            "行政许可法§40",
            .requires(Licensing.decided, before: Act(.publish))
        ),
        FrameRule(
            "XK-57",
            "准予许可的决定公开之后才能办结",
            "行政许可法§40",
            .endsWith(Act(.publish), after: Licensing.granted)
        ),
        FrameRule(
            "XK-58",
            "决定作出之日起七个工作日内公开",
            "国办发〔2018〕118号",
            .limit([.publish], .issue, atMost: .workingDays(7))
        ),
        FrameRule(
            "XK-59",
            "作出决定的案卷归档之后才能办结",
            "档案法§14",
            .endsWith(Act(.archive), after: Licensing.decided)
        ),
    ]
}
