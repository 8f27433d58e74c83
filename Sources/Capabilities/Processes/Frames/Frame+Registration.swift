import Kernel

extension Frame {
    /// Registrations (行政登记).
    ///
    /// - Source: Administrative License Law (行政许可法) art. 29–44 by analogy; 国办发〔2005〕37号; 国办发〔2018〕118号; Archives Law (档案法) art. 14.
    package static let registration = Frame(
        .registration,
        onApplication("DJ") + registrationRules
    )

    private static let registrationRules = [
        FrameRule(
            "DJ-01",
            "需要核实的由两名以上工作人员进行",
            "行政许可法§56",
            .officers(.investigate, atLeast: 2)
        ),
        FrameRule(
            "DJ-02",
            "核实有记录",
            "行政许可法§56",
            .documents(Act(.investigate), [.signedRecord])
        ),
        FrameRule(
            "DJ-03",
            "准予登记之后才能制证",
            "行政许可法§39",
            .requires(.granted, before: Act(.document))
        ),
        FrameRule(
            "DJ-04",
            "准予登记的，证书制成之后才能办结",
            "行政许可法§39",
            .endsWith(Act(.document), after: .granted)
        ),
        FrameRule(
            "DJ-05",
            "登记结果公开之后才能办结",
            "行政许可法§40",
            .endsWith(Act(.publish), after: .granted)
        ),
        FrameRule(
            "DJ-06",
            "二十个工作日内公开",
            "国办发〔2018〕118号",
            .limit([.publish], .issue, atMost: .workingDays(20))
        ),
    ]
}
