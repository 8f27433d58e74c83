import Kernel

/// How one application goes, in working days between its steps; as it stands nothing in it is unlawful.
struct CasePlan: Sendable {
    enum Verification: Sendable {
        case two
        case alone
        /// With one who has no certificate.
        case withUncertified
    }

    enum Filing: Sendable {
        case atOnce, late, never
    }

    enum Examiner: Sendable {
        case certified, untrained, uncertified, expired, otherScope
    }

    enum Ending: Sendable {
        case granted, refused
        /// The application is not accepted.
        case notAccepted
        /// Nobody answers, or nobody decides.
        case unanswered, undecided
        /// Decided and closed without a step being recorded.
        case withoutSteps
    }

    let start: Day
    var promised = 15
    var statutory = 20
    var ending = Ending.granted
    /// Days by which registering is dated back.
    var datedBack = 0
    var acceptAfter = 1
    var corrections = 0
    var answerAfter = 1
    var isCorrectedAfterAcceptance = false
    var hasMaterials = true
    var issuesNotice = true
    /// For how many days the applicant was told that the clock would stand, and after how many working days it ran on.
    var suspension: (told: Int, stands: Int)?
    var prolongation: Int?
    var examineAfter = 3
    var examiner = Examiner.certified
    /// Hours after which examining was entered; at a full day the day alone is stated.
    var enteredAfter = 0
    var verification: Verification?
    var filing = Filing.atOnce
    /// Working days from the notice to its service, where that is recorded apart.
    var noticeServedAfter: Int?
    /// The working day of the party's time to ask for a hearing on which the step was ended.
    var statementAfter: Int?
    var hearingAfter: Int?
    /// Sent back by the reviewer, and examined again after so many days.
    var examineAgainAfter: Int?
    var reviewAfter = 1
    var decideAfter = 1
    var issuesDecision = true
    var reasons = "申请材料与实际情况不符，不符合法定条件"
    /// Why the benchmark of discretion is not followed; empty where it is, or where nothing is weighed.
    var departure = ""
    var permitAfter = 1
    var serveAfter = 1
    /// `nil` is never.
    var publishAfter: Int? = 2
    var isRecordedAfterClosing = false
    /// Set where the case is no application but a penalty; the rest then says nothing.
    var penalty: PenaltyPlan?

    init(start: Day) { self.start = start }

    /// A lawful case as chance has it.
    init(start: Day, _ chance: SeededRandomness) {
        self.start = start
        acceptAfter = chance.number(in: 0...5)
        examineAfter = chance.number(in: 1...4)
        reviewAfter = chance.number(in: 0...2)
        decideAfter = chance.number(in: 0...2)
        permitAfter = chance.number(in: 0...5)
        serveAfter = chance.number(in: 0...5)
        publishAfter = chance.number(in: 0...7)
        switch chance.number(in: 0...9) {
        case 0, 1: ending = .refused
        case 2: corrections = 1
        case 3: suspension = (told: 20, stands: chance.number(in: 1...9))
        case 4: verification = .two
        case 5:
            (statementAfter, examineAfter) = (6, 1)
            (statutory, promised) = (20, 20)
        case 6: (statementAfter, hearingAfter, examineAfter, promised) = (1, chance.number(in: 8...9), 1, 20)
        case 7: prolongation = 10
        case 8: penalty = PenaltyPlan(isSimple: true)
        case 9: penalty = PenaltyPlan(isRevoked: chance.number(in: 0...1) == 0)
        default: break
        }
    }
}
