import Kernel

extension Frame {
    /// Penalty on the spot (简易程序).
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 29, 42, 44, 45, 51, 52; Archives Law (档案法) art. 14.
    package static let penaltySimple = Frame(
        .penaltySimple,
        penaltySimpleRules
    )

    private static let penaltySimpleRules = [
        FrameRule(
            "CFS-01",
            "出示执法证件之后才能告知",
            "行政处罚法§52",
            .requires(Act(.identify), before: Act(.notice))
        ),
        FrameRule(
            "CFS-02",
            "执法人员不少于两人",
            "行政处罚法§42",
            .officers(.identify, atLeast: 2)
        ),
        FrameRule(
            "CFS-03",
            "当场决定由两名以上执法人员作出",
            "行政处罚法§42",
            .officers(.decide, atLeast: 2)
        ),
        FrameRule(
            "CFS-04",
            "告知事实、理由、依据和权利之后才能处罚",
            "行政处罚法§44",
            .requires(Act(.notice), before: .imposed)
        ),
        FrameRule(
            "CFS-05",
            "告知写明陈述申辩权",
            "行政处罚法§44",
            .documents(Act(.notice), [.reasons, .statementRight])
        ),
        FrameRule(
            "CFS-06",
            "告知之后听取陈述申辩才能处罚",
            "行政处罚法§45",
            .answers(.heard, to: Act(.notice), before: .imposed)
        ),
        FrameRule(
            "CFS-07",
            "不适用简易程序的应当能够转为普通程序",
            "行政处罚法§51",
            .offers(.statement, [.transferred])
        ),
        FrameRule(
            "CFS-08",
            "当场处罚决定书写明理由、依据、救济途径和日期",
            "行政处罚法§52.2",
            .documents(.imposed, [.reasons, .remedies, .date])
        ),
        FrameRule(
            "CFS-09",
            "处罚只能在决定环节作出",
            "行政处罚法§51",
            .reserved([.imposed, .notImposed], to: .decide)
        ),
        FrameRule(
            "CFS-10",
            "一案只作一次决定",
            "行政处罚法§29",
            .atMostOnce(.ruled)
        ),
        FrameRule(
            "CFS-11",
            "决定之后才能交付",
            "行政处罚法§52",
            .requires(.ruled, before: Act(.serve))
        ),
        FrameRule(
            "CFS-12",
            "决定书当场交付",
            "行政处罚法§52",
            .limit([.serve], .issue, atMost: .workingDays(0))
        ),
        FrameRule(
            "CFS-13",
            "处罚决定交付当事人之后才能办结",
            "行政处罚法§52",
            .endsWith(Act(.serve), after: .imposed)
        ),
        FrameRule(
            "CFS-14",
            "当场处罚报所属行政机关备案之后才能办结",
            "行政处罚法§52.3",
            .endsWith(Act(.report), after: .imposed)
        ),
        FrameRule(
            "CFS-16",
            "当场处罚履行之后才能办结",
            "行政处罚法§53",
            .endsWith(Act(.pay), after: .imposed)
        ),
        FrameRule(
            "CFS-15",
            "案卷归档之后才能办结",
            "档案法§14",
            .endsWith(Act(.archive), after: .ruled)
        ),
    ]
}
