import Kernel

extension Frame {
    /// Asking the court to enforce, by an agency that has no power to (申请人民法院强制执行).
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 53–58, 69 (ten days are working days); 国办发〔2005〕37号;
    ///   Archives Law (档案法) art. 14.
    package static let courtEnforcement = Frame(.courtEnforcement, courtEnforcementRules)

    private static let courtEnforcementRules = [
        FrameRule(
            "QZF-01",
            "催告之后才能申请",
            "行政强制法§54",
            .requires(Act(.urge), before: Act(.transfer))
        ),
        FrameRule(
            "QZF-02",
            "催告书写明履行期限，加盖印章，注明日期",
            "行政强制法§54",
            .documents(Act(.urge), [.requiredTime, .seal, .date])
        ),
        FrameRule(
            "QZF-03",
            "催告之后听取当事人的意见才能申请",
            "行政强制法§55.1(三)",
            .answers(.heard, to: Act(.urge), before: Act(.transfer))
        ),
        FrameRule(
            "QZF-04",
            "催告书送达十日之后才能申请",
            "行政强制法§54",
            .window(Act(.statement, effects: [.rightsWaived]), atLeast: .workingDays(10))
        ),
        FrameRule(
            "QZF-05",
            "当事人履行义务的应当能够不再申请",
            "行政强制法§54",
            .offers(.statement, [.settled])
        ),
        FrameRule(
            "QZF-06",
            "强制执行申请书由行政机关负责人签名",
            "行政强制法§55.2",
            .requires(.approved, before: Act(.transfer))
        ),
        FrameRule(
            "QZF-07",
            "强制执行申请书加盖印章，注明日期",
            "行政强制法§55.2",
            .documents(Act(.transfer), [.seal, .date])
        ),
        FrameRule(
            "QZF-08",
            "一案只申请一次",
            "行政强制法§53",
            .atMostOnce(Act(.transfer))
        ),
        FrameRule(
            "QZF-09",
            "申请之后，登记人民法院的裁定才能办结",
            "行政强制法§57",
            .endsWith(Act(.execute), after: Act(.transfer))
        ),
        FrameRule(
            "QZF-10",
            "批准的人不是催告的人",
            "国办发〔2005〕37号§二（二）",
            .apart(.approve, from: .urge)
        ),
        FrameRule(
            "QZF-11",
            "案卷归档之后才能办结",
            "档案法§14",
            .endsWith(Act(.archive), after: Act(.transfer))
        ),
    ]
}
