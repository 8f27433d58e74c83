import Kernel

extension Frame {
    /// Requisition of property in an emergency (行政征用).
    ///
    /// - Source: 突发事件应对法 art. 12; 粤府办〔2007〕76号; 国办发〔2005〕37号; 行政复议法 art. 20; Archives Law (档案法) art. 14.
    package static let requisition = Frame(
        .requisition,
        requisitionRules
    )

    private static let requisitionRules = [
        FrameRule(
            "ZY-01",
            "批准之后才能征用",
            "突发事件应对法§12",
            .requires(.approved, before: .imposed)
        ),
        FrameRule(
            "ZY-02",
            "应当能够不予批准",
            "突发事件应对法§12",
            .offers(.approve, [.approved, .notApproved])
        ),
        FrameRule(
            "ZY-03",
            "决定送达之后才能使用",
            "突发事件应对法§12",
            .requires(Act(.serve), before: Act(.execute))
        ),
        FrameRule(
            "ZY-04",
            "征用财物开列清单",
            "突发事件应对法§12",
            .documents(Act(.execute), [.itemList])
        ),
        FrameRule(
            "ZY-05",
            "两名以上工作人员清点",
            "突发事件应对法§12",
            .officers(.execute, atLeast: 2)
        ),
        FrameRule(
            "ZY-06",
            "使用之后才能返还",
            "突发事件应对法§12",
            .requires(Act(.execute), before: Act(.release))
        ),
        FrameRule(
            "ZY-07",
            "使用完毕应当返还，返还之后才能办结",
            "突发事件应对法§12",
            .endsWith(Act(.release), after: Act(.execute))
        ),
        FrameRule(
            "ZY-08",
            "返还有清单",
            "突发事件应对法§12",
            .documents(Act(.release), [.itemList])
        ),
        FrameRule(
            "ZY-09",
            "给予补偿之后才能办结",
            "突发事件应对法§12",
            .endsWith(Act(.compensate), after: Act(.execute))
        ),
        FrameRule(
            "ZY-10",
            "补偿说明标准和依据",
            "突发事件应对法§12",
            .documents(Act(.compensate), [.reasons])
        ),
        FrameRule(
            "ZY-81",
            "决定只能在决定环节作出",
            "突发事件应对法§12",
            .reserved([.imposed, .notImposed], to: .decide)
        ),
        FrameRule(
            "ZY-82",
            "一案只作一次决定",
            "突发事件应对法§12",
            .atMostOnce(.ruled)
        ),
        FrameRule(
            "ZY-83",
            "决定书说明理由，加盖印章，注明日期",
            "粤府办〔2007〕76号§二（二）",
            .documents(.imposed, [.reasons, .seal, .date])
        ),
        FrameRule(
            "ZY-84",
            "决定书告知复议、诉讼权利",
            "行政复议法§20",
            .documents(.imposed, [.remedies])
        ),
        FrameRule(
            "ZY-85",
            "决定之后才能送达",
            "突发事件应对法§12",
            .requires(.ruled, before: Act(.serve))
        ),
        FrameRule(
            "ZY-86",
            "决定送达之后才能办结",
            "突发事件应对法§12",
            .endsWith(Act(.serve), after: .imposed)
        ),
        FrameRule(
            "ZY-87",
            "作出决定的人不是承办人员",
            "国办发〔2005〕37号§二（二）",
            .apart(.decide, from: .execute)
        ),
        FrameRule(
            "ZY-88",
            "案卷归档之后才能办结",
            "档案法§14",
            .endsWith(Act(.archive), after: .ruled)
        ),
    ]
}
