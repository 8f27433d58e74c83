import Kernel

/// - Source: Administrative License Law (行政许可法) art. 29–48, 55, 82; 国办发〔2018〕118号; 国办发〔2005〕37号.
extension Frame {
    package static let licensing = Frame(
        .licensing,
        licensingIntake + licensingExamination + licensingDecision + licensingIssue,
        limits: LimitRule(source: "行政许可法§42", units: [.workingDay], unitSource: "行政许可法§82")
    )
}

/// The acts of which the licensing rules speak.
enum Licensing {
    static let accepted = Act(.accept, effects: [.accepted])
    static let decided = Act(.decide, effects: [.granted, .refused])
    static let granted = Act(.decide, effects: [.granted])
    static let refused = Act(.decide, effects: [.refused])
    static let heard = Act(
        .statement,
        .hearing,
        effects: [.heard, .rightsWaived, .rightsRenounced, .hearingHeld, .hearingDropped]
    )
}
