import Kernel

extension Frame {
    /// From acceptance to the proposal, with everybody heard who must be.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 34, 36, 45, 47, 48, 55.
    static let licensingExamination = [
        FrameRule(
            "XK-11",
            "受理之后才能审查",
            "行政许可法§34",
            .requires(Licensing.accepted, before: Act(.examine))
        ),
        FrameRule(
            "XK-12",
            "核查实质内容由两名以上工作人员进行",
            "行政许可法§34.3",
            .officers(.investigate, atLeast: 2)
        ),
        FrameRule(
            "XK-13",
            "检验、检测、检疫由两名以上工作人员进行",
            "行政许可法§55.2",
            .officers(.expertTest, atLeast: 2)
        ),
        FrameRule(
            "XK-14",
            "受理之日起五个工作日内指派检验、检测、检疫人员",
            "行政许可法§55.2",
            .assigned(.expertTest, atMost: .workingDays(5))
        ),
        FrameRule(
            "XK-15",
            "审查应当能够告知利害关系人",
            "行政许可法§36",
            .offers(.examine, [.interestsConcerned])
        ),
        FrameRule(
            "XK-16",
            "发现直接关系他人重大利益的，告知之后才能决定",
            "行政许可法§36",
            .answers(
                Act(.notice),
                to: Act(.examine, effects: [.interestsConcerned, .publicInterestConcerned]),
                before: Licensing.decided
            )
        ),
        FrameRule(
            "XK-17",
            "告知之后，听取陈述申辩或者举行听证才能决定",
            "行政许可法§36",
            .answers(Licensing.heard, to: Act(.notice), before: Licensing.decided)
        ),
        FrameRule(
            "XK-18",
            "告知写明陈述申辩权或者向社会公告听证",
            "行政许可法§36",
            .documents(Act(.notice), [])
        ),
        FrameRule(
            "XK-19",
            "申请人、利害关系人应当能够申请听证",
            "行政许可法§47",
            .offers(.statement, [.hearingRequested])
        ),
        FrameRule(
            "XK-20",
            "申请听证的期间不少于五日",
            "行政许可法§47",
            .window(Act(.statement, effects: [.hearingRequested]), atLeast: .workingDays(5))
        ),
        FrameRule(
            "XK-21",
            "要求听证的，听证举行或者终止之后才能决定",
            "行政许可法§47",
            .answers(
                Act(.hearing, effects: [.hearingHeld, .hearingDropped]),
                to: Act(.statement, effects: [.hearingRequested]),
                before: Licensing.decided
            )
        ),
        FrameRule(
            "XK-22",
            "二十个工作日内组织听证",
            "行政许可法§47",
            .limit([.hearing], .decision, atMost: .workingDays(20))
        ),
        FrameRule(
            "XK-23",
            "听证七个工作日前通知时间、地点",
            "行政许可法§48(一)",
            .window(Act(.hearing), atLeast: .workingDays(7))
        ),
        FrameRule(
            "XK-24",
            "听证主持人不是审查人员",
            "行政许可法§48(三)",
            .apart(.hearing, from: .examine)
        ),
        FrameRule(
            "XK-25",
            "听证制作笔录并由参加人签字",
            "行政许可法§48(五)",
            .documents(Act(.hearing, effects: [.hearingHeld]), [.signedRecord])
        ),
        FrameRule(
            "XK-26",
            "只有听证、检验、检测、检疫、鉴定、专家评审等所需时间可以不计入期限",
            "行政许可法§45",
            .excludes([.hearing, .expertTest], .decision)
        ),
        FrameRule(
            "XK-27",
            "不计入期限的时间书面告知申请人",
            "行政许可法§45",
            .documents(Act(.hearing, .expertTest), [.requiredTime])
        ),
    ]
}
