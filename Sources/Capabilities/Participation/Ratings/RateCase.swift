package import Casework
package import EventLog
import Kernel
import TimeLimits

/// The party, who has shown number and query code, rates a decided or closed case; once.
///
/// - Source: 国办发〔2019〕51号; 优化营商环境条例 art. 36.
package struct RateCase: Command {
    package static let name = "RateCase"
    package let caseFile: CaseFile.ID
    package let grade: Int
    /// By the name of the dimension.
    package let dimensions: [String: Int]
    package let comment: String
    private let clocks: ParticipationClocks

    private enum CodingKeys: CodingKey {
        case caseFile, grade, dimensions, comment
    }

    package init(
        caseFile: CaseFile.ID,
        grade: Int,
        dimensions: [Rating.Dimension: Int],
        comment: String,
        _ clocks: ParticipationClocks
    ) {
        self.caseFile = caseFile
        self.grade = grade
        self.dimensions = Dictionary(uniqueKeysWithValues: dimensions.map { ($0.key.rawValue, $0.value) })
        self.comment = comment
        self.clocks = clocks
    }

    package func run(in session: CommandSession) throws -> CaseFile.ID {
        let state = try session.load(CaseFile.self, caseFile.text).state
        guard let pin = state.opening?.item else { throw ParticipationError.unknownCase }
        guard state.mayBeRated else { throw ParticipationError.notDecided }
        guard try session.load(Rating.self, caseFile.text).state.given == nil else {
            throw ParticipationError.ratedAlready
        }
        guard Rating.grades.contains(grade),
            Rating.Dimension.allCases.allSatisfy({ dimension in
                dimensions[dimension.rawValue].map { Rating.grades.contains($0) } ?? false
            })
        else { throw ParticipationError.gradeMissing }
        let isBad = grade <= Rating.worstAnswered
        let words = try ParticipationText.checked(comment, .comment, isBad ? 5...1_000 : 0...1_000)
        let calendar = try NationalCalendar.load()
        try session.append(
            .given(
                RatingGiven(
                    item: Open(LetterSubject.Item(code: pin.code, name: pin.name)),
                    grade: Open(grade),
                    dimensions: Open(dimensions),
                    agency: pin.agency,
                    agencyName: pin.agencyName,
                    division: pin.division,
                    on: session.today,
                    answer: isBad ? try .init(clocks.badRating, from: session.today, in: calendar) : nil,
                    comment: .present(subject: "rating-\(caseFile.text)", words)
                )
            ),
            to: Rating.self,
            caseFile.text,
            uses: ["clocks": clocks.version, "calendar": calendar.citation]
        )
        return caseFile
    }
}

extension CaseFile {
    /// Whether its party may rate how it was handled.
    package var mayBeRated: Bool {
        switch stage {
        case .decided, .closed: true
        case .intake, .inquiry, .correction, .examination: false
        }
    }
}
