import Kernel
package import Supervision

/// A kind of breach that is planted into a lawful case, and every rule that must find it.
package enum PlantedBreach: String, CaseIterable, Sendable {
    case onLastDay, overPromise, farOverPromise, overStatute, overProlongedPromise, undecided
    case unanswered, answeredLate, answeredLateAfterCorrection
    case examineLate, examineLateAgain, reviewLate, decideLate, permitLate, handOverLate
    case serviceLate
    case publishedLate, closedUnpublished
    case datedBeforeRegistration, datedLongBeforeRegistration
    case correctedTwice, correctedThrice, correctedAfterAcceptance
    case statementTooShort, statementTooShortAfterService, hearingTooSoon
    case suspensionOverrun
    case noDecisionDocument, noAcceptanceNotice, noMaterials, noSteps, recordedAfterClosing
    case enteredDaysLater, enteredHoursLater
    case refusedWithoutReasons, notAccepted, notAcceptedWithoutReasons
    case departedFromGrade
    case recordingMissing, recordingLate
    case verifiedAlone, verifiedWithUncertified
    case untrained, uncertified, certificateExpired, certificateOfOtherScope
    case heldTooLong
    case unpaidLong, paidTooMuch, paidTooLittle
    case companionRecused
    case untold, unreviewed, undiscussed, fineTooHighForSimple
    case shownAfterFall
    case summaryMissing

    /// The rules that find it: all of them, and no other.
    package var rules: Set<RuleCode> {
        switch self {
        case .onLastDay: [.remind]
        case .overPromise, .overProlongedPromise: [.remind, .yellow]
        case .farOverPromise: [.remind, .yellow, .red]
        case .overStatute: [.remind, .red]
        case .undecided: [.remind, .yellow, .red, .node]
        case .unanswered, .answeredLate, .answeredLateAfterCorrection: [.accept]
        case .examineLate, .examineLateAgain, .reviewLate, .decideLate, .permitLate, .handOverLate: [.node]
        case .serviceLate: [.serve, .node]
        case .publishedLate, .closedUnpublished: [.publishedLate]
        case .datedBeforeRegistration: [.registration]
        case .datedLongBeforeRegistration: [.registration, .backfill]
        case .correctedTwice, .correctedThrice: [.repeatedCorrection]
        case .correctedAfterAcceptance: [.correctionAfterAcceptance]
        case .statementTooShort, .statementTooShortAfterService, .hearingTooSoon: [.early]
        case .suspensionOverrun: [.suspensionOverrun]
        case .noDecisionDocument: [.decisionDocument]
        case .noAcceptanceNotice: [.acceptanceDocument]
        case .noMaterials: [.material]
        case .noSteps: [.noProcess]
        case .recordedAfterClosing: [.afterClosing]
        case .enteredDaysLater, .enteredHoursLater: [.backfill]
        case .refusedWithoutReasons: [.reasons]
        case .notAccepted: [.refused]
        case .notAcceptedWithoutReasons: [.refused, .reasons]
        case .departedFromGrade: [.gradeDeparted]
        case .recordingMissing, .recordingLate: [.recording]
        case .verifiedAlone: [.twoOfficers]
        case .verifiedWithUncertified: [.twoOfficers, .certificate]
        case .untrained, .uncertified, .certificateExpired, .certificateOfOtherScope: [.certificate]
        case .heldTooLong: [.seal]
        case .unpaidLong: [.collect]
        case .paidTooMuch, .paidTooLittle: [.feeDeviation]
        case .companionRecused: [.recused]
        case .untold: [.untold]
        case .unreviewed: [.unreviewed]
        case .undiscussed: [.undiscussed]
        case .fineTooHighForSimple: [.simpleProcedure]
        case .shownAfterFall: [.withdrawnLate]
        case .summaryMissing: [.summary]
        }
    }

    /// A case from `start` that is lawful but for this.
    func plan(start: Day) -> CasePlan {
        var plan = CasePlan(start: start)
        switch self {
        case .onLastDay: plan.promised = 5
        case .overPromise: (plan.promised, plan.examineAfter) = (5, 4)
        case .farOverPromise: (plan.promised, plan.examineAfter) = (5, 5)
        case .overStatute: (plan.promised, plan.statutory, plan.examineAfter) = (5, 5, 4)
        case .overProlongedPromise:
            (plan.promised, plan.prolongation, plan.verification) = (5, 4, .two)
            (plan.examineAfter, plan.reviewAfter, plan.decideAfter) = (5, 2, 2)
        case .undecided: plan.ending = .undecided
        case .unanswered: plan.ending = .unanswered
        case .answeredLate: plan.acceptAfter = 7
        case .answeredLateAfterCorrection: (plan.corrections, plan.answerAfter) = (1, 7)
        case .examineLate: plan.examineAfter = 8
        case .examineLateAgain: (plan.examineAfter, plan.examineAgainAfter) = (1, 8)
        case .reviewLate: plan.reviewAfter = 4
        case .decideLate: plan.decideAfter = 4
        case .permitLate: plan.permitAfter = 7
        case .handOverLate: plan.serveAfter = 7
        case .serviceLate: (plan.ending, plan.serveAfter) = (.refused, 12)
        case .publishedLate: plan.publishAfter = 9
        case .closedUnpublished: plan.publishAfter = nil
        case .datedBeforeRegistration: plan.datedBack = 1
        case .datedLongBeforeRegistration: plan.datedBack = 3
        case .correctedTwice: plan.corrections = 2
        case .correctedThrice: plan.corrections = 3
        case .correctedAfterAcceptance: plan.isCorrectedAfterAcceptance = true
        case .statementTooShort: (plan.statementAfter, plan.examineAfter) = (3, 1)
        case .statementTooShortAfterService:
            (plan.noticeServedAfter, plan.statementAfter, plan.examineAfter) = (2, 4, 1)
        case .hearingTooSoon: (plan.statementAfter, plan.hearingAfter, plan.examineAfter) = (1, 4, 1)
        case .suspensionOverrun: plan.suspension = (told: 5, stands: 9)
        case .noDecisionDocument: plan.issuesDecision = false
        case .noAcceptanceNotice: plan.issuesNotice = false
        case .noMaterials: plan.hasMaterials = false
        case .noSteps: plan.ending = .withoutSteps
        case .recordedAfterClosing: (plan.ending, plan.isRecordedAfterClosing) = (.refused, true)
        case .enteredDaysLater: plan.enteredAfter = 72
        case .enteredHoursLater: plan.enteredAfter = 30
        case .refusedWithoutReasons: (plan.ending, plan.reasons) = (.refused, "不符合条件")
        case .notAccepted: plan.ending = .notAccepted
        case .notAcceptedWithoutReasons: (plan.ending, plan.reasons) = (.notAccepted, "不予受理")
        case .departedFromGrade: plan.departure = "涉及幼儿人数多，社会影响大"
        case .recordingMissing: (plan.verification, plan.filing) = (.two, .never)
        case .recordingLate: (plan.verification, plan.filing) = (.two, .late)
        case .verifiedAlone: plan.verification = .alone
        case .verifiedWithUncertified: plan.verification = .withUncertified
        case .untrained: plan.examiner = .untrained
        case .uncertified: plan.examiner = .uncertified
        case .certificateExpired: plan.examiner = .expired
        case .certificateOfOtherScope: plan.examiner = .otherScope
        case .heldTooLong: plan.penalty = PenaltyPlan(payAfter: 24, holds: true)
        case .unpaidLong: plan.penalty = PenaltyPlan(payAfter: nil)
        case .paidTooMuch: plan.penalty = PenaltyPlan(paid: .yuan(106))
        case .paidTooLittle: plan.penalty = PenaltyPlan(paid: .yuan(94))
        case .companionRecused: plan.penalty = PenaltyPlan()
        case .untold: plan.penalty = PenaltyPlan(isTold: false)
        case .unreviewed: plan.penalty = PenaltyPlan(isGrave: true, isReviewed: false)
        case .undiscussed: plan.penalty = PenaltyPlan(isGrave: true, isDiscussed: false)
        case .fineTooHighForSimple: plan.penalty = PenaltyPlan(isSimple: true, fine: .yuan(3_001), paid: .yuan(3_001))
        case .shownAfterFall: plan.penalty = PenaltyPlan(isRevoked: true, isTakenDown: false)
        case .summaryMissing: plan.penalty = PenaltyPlan(summary: "违法")
        }
        return plan
    }
}
