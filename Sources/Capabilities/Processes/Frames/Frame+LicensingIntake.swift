import Kernel

extension Frame {
    /// From receipt to acceptance.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 29, 32.
    static let licensingIntake = [
        FrameRule(
            "XK-01",
            "先收件，后受理审查",
            "行政许可法§29",
            .requires(Act(.receive), before: Act(.accept))
        ),
        FrameRule(
            "XK-02",
            "受理审查应当能够受理、告知补正、允许当场更正、告知不受理、告知向有关机关申请",
            "行政许可法§32",
            .offers(.accept, [.accepted, .correctionNeeded, .correctedOnTheSpot, .notRequired, .otherAgency])
        ),
        FrameRule(
            "XK-03",
            "受理审查不超过五个工作日",
            "行政许可法§32(四)",
            .limit([.accept], .intake, atMost: .workingDays(5))
        ),
        FrameRule(
            "XK-04",
            "补正只告知一次",
            "行政许可法§32(四)",
            .atMostOnce(Act(.accept, effects: [.correctionNeeded]))
        ),
        FrameRule(
            "XK-05",
            "补正告知书写明需要补正的全部内容",
            "行政许可法§32(四)",
            .documents(Act(.accept, effects: [.correctionNeeded]), [.allCorrections])
        ),
        FrameRule(
            "XK-06",
            "受理或者不予受理出具加盖专用印章、注明日期的书面凭证",
            "行政许可法§32.2",
            .documents(
                Act(.accept, effects: [.accepted, .notAccepted, .notRequired, .otherAgency]),
                [.seal, .date]
            )
        ),
        FrameRule(
            "XK-07",
            "告知非本机关职权的，写明有权受理的机关",
            "行政许可法§32(二)",
            .documents(Act(.accept, effects: [.otherAgency]), [.competentAgency])
        ),
        FrameRule(
            "XK-08",
            "受理只能在受理环节作出",
            "行政许可法§32",
            .reserved([.accepted, .notAccepted, .notRequired, .otherAgency, .correctionNeeded], to: .accept)
        ),
    ]
}
