import Kernel

extension Frame {
    /// Other powers: filing and forwarding (备案、审核转报).
    ///
    /// - Source: 粤府办〔2007〕76号; Administrative License Law (行政许可法) art. 29–44 by analogy; 国办发〔2005〕37号; 国办发〔2018〕118号; Archives Law (档案法) art. 14.
    package static let other = Frame(
        .other,
        otherRules
    )

    private static let otherRules = [
        FrameRule(
            "QT-01",
            "先收件，后审核",
            "粤府办〔2007〕76号§二（二）",
            .requires(Act(.receive), before: Act(.examine))
        ),
        FrameRule(
            "QT-02",
            "审核之后才能决定",
            "粤府办〔2007〕76号§二（二）",
            .requires(Act(.examine), before: .answered)
        ),
        FrameRule(
            "QT-03",
            "应当能够一次性告知补正",
            "粤府办〔2007〕76号§二（二）",
            .offers(.examine, [.correctionNeeded])
        ),
        FrameRule(
            "QT-04",
            "补正只告知一次",
            "行政许可法§32(四)",
            .atMostOnce(Act(.examine, effects: [.correctionNeeded]))
        ),
        FrameRule(
            "QT-05",
            "补正告知书写明需要补正的全部内容",
            "行政许可法§32(四)",
            .documents(Act(.examine, effects: [.correctionNeeded]), [.allCorrections])
        ),
        FrameRule(
            "QT-06",
            "应当能够准予，也能够不予",
            "粤府办〔2007〕76号§二（二）",
            .offers(.decide, [.granted, .refused])
        ),
        FrameRule(
            "QT-07",
            "决定只能在决定环节作出",
            "粤府办〔2007〕76号§二（二）",
            .reserved([.granted, .refused], to: .decide)
        ),
        FrameRule(
            "QT-08",
            "一件只作一次决定",
            "粤府办〔2007〕76号§二（二）",
            .atMostOnce(.answered)
        ),
        FrameRule(
            "QT-09",
            "回执加盖印章，注明日期",
            "粤府办〔2007〕76号§二（二）",
            .documents(.answered, [.seal, .date])
        ),
        FrameRule(
            "QT-10",
            "不予的说明理由",
            "粤府办〔2007〕76号§二（二）",
            .documents(Act(.decide, effects: [.refused]), [.reasons])
        ),
        FrameRule(
            "QT-11",
            "不予的告知复议、诉讼权利",
            "行政复议法§20",
            .documents(Act(.decide, effects: [.refused]), [.remedies])
        ),
        FrameRule(
            "QT-12",
            "作出决定的人不是审核人员",
            "国办发〔2005〕37号§二（二）",
            .apart(.decide, from: .examine)
        ),
        FrameRule(
            "QT-13",
            "各环节都有时限",
            "粤府办〔2007〕76号§二（二）",
            .timed(.decision)
        ),
        FrameRule(
            "QT-14",
            "决定之后才能送达",
            "粤府办〔2007〕76号§二（二）",
            .requires(.answered, before: Act(.serve))
        ),
        FrameRule(
            "QT-15",
            "回执或者决定送达之后才能办结",
            "粤府办〔2007〕76号§二（二）",
            .endsWith(Act(.serve), after: .answered)
        ),
        FrameRule(
            "QT-16",
            "案卷归档之后才能办结",
            "档案法§14",
            .endsWith(Act(.archive), after: .answered)
        ),
    ]
}
