import Kernel

extension Frame {
    /// Coercive measures: sealing and seizing (查封、扣押).
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 18, 23–28; 国办发〔2005〕37号; Archives Law (档案法) art. 14.
    package static let coerciveMeasure = Frame(
        .coerciveMeasure,
        coerciveMeasureRules
    )

    private static let coerciveMeasureRules = [
        FrameRule(
            "QZM-01",
            "实施前经行政机关负责人批准",
            "行政强制法§18(一)",
            .requires(.approved, before: .imposed)
        ),
        FrameRule(
            "QZM-02",
            "负责人应当能够批准，也能够不予批准",
            "行政强制法§18(一)",
            .offers(.approve, [.approved, .notApproved])
        ),
        FrameRule(
            "QZM-03",
            "由两名以上行政执法人员实施",
            "行政强制法§18(二)",
            .officers(.execute, atLeast: 2)
        ),
        FrameRule(
            "QZM-04",
            "出示执法身份证件之后才能实施",
            "行政强制法§18(三)",
            .requires(Act(.identify), before: Act(.execute))
        ),
        FrameRule(
            "QZM-05",
            "当场告知理由、依据、权利和救济途径之后才能决定",
            "行政强制法§18(五)",
            .requires(Act(.notice), before: .imposed)
        ),
        FrameRule(
            "QZM-06",
            "告知写明理由、依据、陈述申辩权和救济途径",
            "行政强制法§18(五)",
            .documents(Act(.notice), [.reasons, .statementRight, .remedies])
        ),
        FrameRule(
            "QZM-07",
            "听取陈述申辩之后才能决定",
            "行政强制法§18(六)",
            .answers(.heard, to: Act(.notice), before: .imposed)
        ),
        FrameRule(
            "QZM-08",
            "制作现场笔录并由当事人签名",
            "行政强制法§18(七)",
            .documents(Act(.execute), [.signedRecord])
        ),
        FrameRule(
            "QZM-09",
            "决定之后才能实施",
            "行政强制法§24",
            .requires(.imposed, before: Act(.execute))
        ),
        FrameRule(
            "QZM-10",
            "决定书写明理由、依据、救济途径，加盖印章，注明日期",
            "行政强制法§24.2",
            .documents(.imposed, [.reasons, .remedies, .seal, .date])
        ),
        FrameRule(
            "QZM-11",
            "开列清单",
            "行政强制法§24",
            .documents(Act(.execute), [.itemList])
        ),
        FrameRule(
            "QZM-12",
            "决定之后才能交付",
            "行政强制法§24",
            .requires(.ruled, before: Act(.serve))
        ),
        FrameRule(
            "QZM-13",
            "决定书和清单当场交付",
            "行政强制法§24",
            .limit([.serve], .issue, atMost: .workingDays(0))
        ),
        FrameRule(
            "QZM-14",
            "决定书和清单交付之后才能办结",
            "行政强制法§24",
            .endsWith(Act(.serve), after: .imposed)
        ),
        FrameRule(
            "QZM-15",
            "三十日内查清事实，作出处理",
            "行政强制法§25",
            .limit([.investigate], .issue, atMost: .calendarDays(30))
        ),
        FrameRule(
            "QZM-16",
            "延长不超过三十日，经负责人批准，书面说明理由",
            "行政强制法§25",
            .prolongation(atMost: .calendarDays(30))
        ),
        FrameRule(
            "QZM-17",
            "不需要继续查封、扣押的应当能够解除",
            "行政强制法§28",
            .offers(.investigate, [.noViolation])
        ),
        FrameRule(
            "QZM-18",
            "解除或者依法处理之后才能办结",
            "行政强制法§27",
            .endsWith(Act(.release, .close), after: .imposed)
        ),
        FrameRule(
            "QZM-19",
            "解除决定写明日期，退还财物有清单",
            "行政强制法§28",
            .documents(Act(.release), [.date, .itemList])
        ),
        FrameRule(
            "QZM-20",
            "采取措施只能在决定环节作出",
            "行政强制法§18",
            .reserved([.imposed, .notImposed], to: .decide)
        ),
        FrameRule(
            "QZM-21",
            "不得重复查封、扣押",
            "行政强制法§23",
            .atMostOnce(.ruled)
        ),
        FrameRule(
            "QZM-22",
            "批准的人不是实施人员",
            "国办发〔2005〕37号§二（二）",
            .apart(.approve, from: .execute)
        ),
        FrameRule(
            "QZM-23",
            "案卷归档之后才能办结",
            "档案法§14",
            .endsWith(Act(.archive), after: .ruled)
        ),
    ]
}
