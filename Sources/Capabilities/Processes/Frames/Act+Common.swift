/// The acts of which the frames of several categories speak.
extension Act {
    static let accepted = Act(.accept, effects: [.accepted])
    static let filed = Act(.fileCase, effects: [.filed])
    /// The head of the agency, or who signs for it, agrees beforehand.
    static let approved = Act(.approve, effects: [.approved])
    static let reviewPassed = Act(.legalReview, effects: [.reviewPassed])
    static let heard = Act(
        .statement,
        .hearing,
        effects: [.heard, .rightsWaived, .rightsRenounced, .hearingHeld, .hearingDropped]
    )
    /// A decision on an application.
    static let answered = Act(.decide, effects: [.granted, .refused])
    static let granted = Act(.decide, effects: [.granted])
    static let answeredOrNotAccepted = Act(.decide, .accept, effects: [.granted, .refused, .notAccepted])
    /// A decision of an agency's own motion.
    static let ruled = Act(.decide, effects: [.imposed, .notImposed])
    /// As `ruled`, where the law also knows decisions that cannot wait.
    static let ruledAtAnyTime = Act(.decide, effects: [.imposed, .imposedAtOnce, .notImposed])
    static let imposedAtOnce = Act(.decide, effects: [.imposedAtOnce])
    static let carriedOutAtOnce = Act(.execute, effects: [.carriedOutAtOnce])
    static let imposed = Act(.decide, effects: [.imposed])
}
