import Kernel

extension Frame {
    /// Charges (行政收费); the demands on items and receipts are those of a provincial regulation that may be replaced.
    ///
    /// - Source: 山东省行政性事业性收费管理条例 art. 14–16, 19; 粤府办〔2007〕76号; 国办发〔2005〕37号; 行政复议法 art. 20; Archives Law (档案法) art. 14.
    package static let charge = Frame(
        .charge,
        chargeRules
    )

    private static let chargeRules = [
        FrameRule(
            "SF-01",
            "按照公布的项目和标准核定之后才能决定收费",
            "山东省行政性事业性收费管理条例§14",
            .requires(Act(.assess), before: .ruled)
        ),
        FrameRule(
            "SF-02",
            "核定有项目、标准和依据",
            "山东省行政性事业性收费管理条例§14",
            .documents(Act(.assess), [.reasons])
        ),
        FrameRule(
            "SF-03",
            "应当能够减免",
            "山东省行政性事业性收费管理条例§16",
            .offers(.decide, [.imposed, .notImposed])
        ),
        FrameRule(
            "SF-04",
            "缴款通知书送达之后才能收款",
            "山东省行政性事业性收费管理条例§15",
            .requires(Act(.serve), before: Act(.pay))
        ),
        FrameRule(
            "SF-05",
            "收款开具财政票据",
            "山东省行政性事业性收费管理条例§19",
            .documents(Act(.pay), [.receipt])
        ),
        FrameRule(
            "SF-06",
            "决定收费的，收款入库之后才能办结",
            "山东省行政性事业性收费管理条例§19",
            .endsWith(Act(.pay), after: .imposed)
        ),
        FrameRule(
            "SF-81",
            "决定只能在决定环节作出",
            "粤府办〔2007〕76号§二（二）",
            .reserved([.imposed, .notImposed], to: .decide)
        ),
        FrameRule(
            "SF-82",
            "一案只作一次决定",
            "粤府办〔2007〕76号§二（二）",
            .atMostOnce(.ruled)
        ),
        FrameRule(
            "SF-83",
            "决定书说明理由，加盖印章，注明日期",
            "粤府办〔2007〕76号§二（二）",
            .documents(.imposed, [.reasons, .seal, .date])
        ),
        FrameRule(
            "SF-84",
            "决定书告知复议、诉讼权利",
            "行政复议法§20",
            .documents(.imposed, [.remedies])
        ),
        FrameRule(
            "SF-85",
            "决定之后才能送达",
            "粤府办〔2007〕76号§二（二）",
            .requires(.ruled, before: Act(.serve))
        ),
        FrameRule(
            "SF-86",
            "决定送达之后才能办结",
            "粤府办〔2007〕76号§二（二）",
            .endsWith(Act(.serve), after: .imposed)
        ),
        FrameRule(
            "SF-87",
            "作出决定的人不是承办人员",
            "国办发〔2005〕37号§二（二）",
            .apart(.decide, from: .assess)
        ),
        FrameRule(
            "SF-88",
            "案卷归档之后才能办结",
            "档案法§14",
            .endsWith(Act(.archive), after: .ruled)
        ),
    ]
}
