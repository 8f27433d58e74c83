import Kernel

extension Frame {
    /// Coercive measures: freezing deposits and remittances (冻结存款、汇款).
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 18(1), (2), (3), (7), 29–33, 69; 国办发〔2005〕37号; Archives Law
    ///   (档案法) art. 14.
    package static let freezing = Frame(.freezing, freezingRules)

    private static let freezingRules = [
        FrameRule(
            "QZD-01",
            "实施前经行政机关负责人批准",
            "行政强制法§30",
            .requires(.approved, before: .imposed)
        ),
        FrameRule(
            "QZD-02",
            "负责人应当能够批准，也能够不予批准",
            "行政强制法§30",
            .offers(.approve, [.approved, .notApproved])
        ),
        FrameRule(
            "QZD-03",
            "由两名以上行政执法人员实施",
            "行政强制法§30",
            .officers(.execute, atLeast: 2)
        ),
        FrameRule(
            "QZD-04",
            "出示执法身份证件之后才能实施",
            "行政强制法§30",
            .requires(Act(.identify), before: Act(.execute))
        ),
        FrameRule(
            "QZD-05",
            "决定之后才能通知金融机构冻结",
            "行政强制法§30",
            .requires(.imposed, before: Act(.execute))
        ),
        FrameRule(
            "QZD-06",
            "决定冻结的，通知金融机构之后才能办结",
            "行政强制法§30",
            .endsWith(Act(.execute), after: .imposed)
        ),
        FrameRule(
            "QZD-07",
            "制作现场笔录",
            "行政强制法§30",
            .documents(Act(.execute), [.signedRecord])
        ),
        FrameRule(
            "QZD-08",
            "冻结决定书写明理由、依据、救济途径，加盖印章，注明日期",
            "行政强制法§31",
            .documents(.imposed, [.reasons, .remedies, .seal, .date])
        ),
        FrameRule(
            "QZD-09",
            "决定之后才能交付",
            "行政强制法§31",
            .requires(.ruled, before: Act(.serve))
        ),
        FrameRule(
            "QZD-10",
            "三日内向当事人交付冻结决定书",
            "行政强制法§31",
            .limit([.serve], .issue, atMost: .workingDays(3))
        ),
        FrameRule(
            "QZD-11",
            "冻结决定书交付之后才能办结",
            "行政强制法§31",
            .endsWith(Act(.serve), after: .imposed)
        ),
        FrameRule(
            "QZD-12",
            "三十日内作出处理决定或者解除冻结",
            "行政强制法§32",
            .limit([.investigate], .issue, atMost: .calendarDays(30))
        ),
        FrameRule(
            "QZD-13",
            "延长不超过三十日，经负责人批准，书面说明理由",
            "行政强制法§32",
            .prolongation(atMost: .calendarDays(30))
        ),
        FrameRule(
            "QZD-14",
            "不需要继续冻结的应当能够解除",
            "行政强制法§33",
            .offers(.investigate, [.noViolation])
        ),
        FrameRule(
            "QZD-15",
            "解除或者依法处理之后才能办结",
            "行政强制法§33",
            .endsWith(Act(.release, .close), after: .imposed)
        ),
        FrameRule(
            "QZD-16",
            "解除冻结决定加盖印章，注明日期",
            "行政强制法§33.2",
            .documents(Act(.release), [.seal, .date])
        ),
        FrameRule(
            "QZD-17",
            "冻结只能在决定环节决定",
            "行政强制法§30",
            .reserved([.imposed, .notImposed], to: .decide)
        ),
        FrameRule(
            "QZD-18",
            "不得重复冻结",
            "行政强制法§29.2",
            .atMostOnce(.ruled)
        ),
        FrameRule(
            "QZD-19",
            "批准的人不是实施人员",
            "国办发〔2005〕37号§二（二）",
            .apart(.approve, from: .execute)
        ),
        FrameRule(
            "QZD-21",
            "已被其他国家机关依法冻结的，应当能够不再冻结",
            "行政强制法§29.2",
            .offers(.execute, [.notCarriedOut])
        ),
        FrameRule(
            "QZD-22",
            "未能冻结只能在通知金融机构的环节认定",
            "行政强制法§29.2",
            .reserved([.notCarriedOut], to: .execute)
        ),
        FrameRule(
            "QZD-20",
            "案卷归档之后才能办结",
            "档案法§14",
            .endsWith(Act(.archive), after: .ruled)
        ),
    ]
}
