import TimeLimits

/// How a case goes, beat by beat; what lies after the last simulated day has not happened yet.
enum Story: CaseIterable, Hashable, Sendable {
    case granted
    case grantedAfterVerification
    case grantedAfterCorrection
    case grantedAfterSuspension
    case grantedAfterReturn
    case grantedAfterProlongation
    case refused
    case correctionRefused
    case correctionForgotten
    case withdrawnDuringCorrection
    case withdrawnDuringExamination
    case notRequired
    case otherAgency
    case suspendedForLong
    /// The officer lets it lie until the limit is over, and then decides.
    case decidedLate
    /// Nobody touches it after acceptance.
    case forgotten
    /// Nobody answers the application; it counts as accepted.
    case unanswered

    /// One move and how many working days after the one before, at least and at most.
    struct Beat: Hashable, Sendable {
        let days: ClosedRange<Int>
        let move: CaseMove

        init(_ days: ClosedRange<Int>, _ move: CaseMove) {
            self.days = days
            self.move = move
        }
    }

    /// How often it occurs among a hundred and some.
    var weight: Int {
        switch self {
        case .granted: 44
        case .grantedAfterVerification: 8
        case .grantedAfterCorrection: 10
        case .grantedAfterSuspension: 6
        case .grantedAfterReturn: 4
        case .grantedAfterProlongation: 2
        case .refused: 7
        case .correctionRefused: 2
        case .correctionForgotten: 3
        case .withdrawnDuringCorrection: 2
        case .withdrawnDuringExamination: 3
        case .notRequired: 2
        case .otherAgency: 2
        case .suspendedForLong: 3
        case .decidedLate: 4
        case .forgotten: 5
        case .unanswered: 2
        }
    }

    /// Who keeps to the limits of the steps is found nothing with; those who do not are named for it.
    var beats: [Beat] {
        switch self {
        case .granted: Story.intake + Story.examination(2...4) + Story.grant
        case .grantedAfterVerification:
            Story.intake + [Beat(1...3, .orderVerification), Beat(1...2, .verify)] + Story.examination(0...2)
                + Story.grant
        case .grantedAfterCorrection: Story.correction + Story.acceptance + Story.examination(2...4) + Story.grant
        case .grantedAfterSuspension:
            Story.intake + [Beat(1...3, .suspend(.testing)), Beat(4...9, .resume)] + Story.examination(1...3)
                + Story.grant
        case .grantedAfterReturn:
            Story.intake + [Beat(1...3, .propose), Beat(0...1, .sendBack)] + Story.examination(0...2) + Story.grant
        case .grantedAfterProlongation:
            Story.intake + [Beat(16...18, .prolong)] + Story.examination(2...4) + Story.grant
        case .refused: Story.intake + Story.examination(2...4) + Story.refusal
        case .correctionRefused: Story.correction + [Beat(0...2, .declineCorrected), Beat(0...1, .serveNonAcceptance)]
        case .correctionForgotten: [Beat(0...0, .receive), Beat(0...3, .requestCorrection)]
        case .withdrawnDuringCorrection:
            [Beat(0...0, .receive), Beat(0...3, .requestCorrection), Beat(3...8, .withdraw)]
        case .withdrawnDuringExamination: Story.intake + [Beat(1...4, .withdraw)]
        case .notRequired:
            [Beat(0...0, .receive), Beat(0...2, .declineNotRequired), Beat(0...0, .serveNonAcceptance)]
        case .otherAgency:
            [Beat(0...0, .receive), Beat(0...2, .declineOtherAgency), Beat(0...0, .serveNonAcceptance)]
        case .suspendedForLong: Story.intake + [Beat(1...3, .suspend(.appraisal))]
        case .decidedLate: Story.intake + Story.examination(20...26) + Story.grant
        case .forgotten: Story.intake
        case .unanswered: [Beat(0...0, .receive), Beat(9...12, .propose)] + Story.review + Story.grant
        }
    }

    private static let intake = [Beat(0...0, .receive), Beat(0...3, .accept)]

    private static let correction = [
        Beat(0...0, .receive), Beat(0...3, .requestCorrection), Beat(2...8, .supplement),
    ]

    private static let acceptance = [Beat(0...2, .acceptCorrected)]

    private static let review = [Beat(0...1, .agree)]

    private static func examination(_ days: ClosedRange<Int>) -> [Beat] { [Beat(days, .propose)] + review }

    private static let grant = [
        Beat(0...1, .grant), Beat(0...2, .makePermit), Beat(0...2, .serve), Beat(0...2, .publish),
        Beat(1...6, .archive),
    ]

    private static let refusal = [Beat(0...1, .refuse), Beat(0...5, .serveRefusal), Beat(1...6, .archive)]

    /// Draws a story by weight.
    static func drawn(_ point: Int) -> Story {
        var rest = point
        for story in allCases {
            rest -= story.weight
            if rest < 0 { return story }
        }
        return .granted
    }

    static let totalWeight = allCases.reduce(0) { $0 + $1.weight }
}
