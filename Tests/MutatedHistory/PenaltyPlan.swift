import Kernel

/// How one penalty goes; as it stands nothing in it is unlawful.
struct PenaltyPlan: Sendable {
    /// Imposed on the spot.
    var isSimple = false
    var fine = Money.yuan(100)
    /// Whether it did harm, so that it must be reviewed and discussed.
    var isGrave = false
    var summary = "现场检查发现未按规定公示收费标准"
    var isTold = true
    var isReviewed = true
    var paid = Money.yuan(100)
    /// Working days from service to payment; `nil` is never.
    var payAfter: Int? = 3
    /// Whether things are seized when it is served, for thirty days, and given back when it is paid.
    var holds = false
    /// Whether those in charge discuss what must be discussed.
    var isDiscussed = true
    /// Whether the decision is revoked, and whether it is then taken down.
    var isRevoked = false
    var isTakenDown = true
}
