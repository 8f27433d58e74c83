package import Casework
import Database
package import EventLog
package import Kernel
import Parties

/// What the public sees of an item's ratings: nothing is left out, bad ones least of all.
package struct RatingSummary: Hashable, Sendable {
    /// How often each grade was given.
    package let counts: [Int: Int]
    /// The latest bad ratings that were answered, the latest first.
    package let answered: [RatingAnswer]
    /// Bad ratings that wait for their answer.
    package let unanswered: Int

    package init(counts: [Int: Int], answered: [RatingAnswer], unanswered: Int) {
        self.counts = counts
        self.answered = answered
        self.unanswered = unanswered
    }

    package var count: Int { counts.values.reduce(0, +) }

    /// The mean grade; `nil` without ratings.
    package var mean: Double? {
        count == 0 ? nil : Double(counts.reduce(0) { $0 + $1.key * $1.value }) / Double(count)
    }
}

/// A bad rating as its agency sees it.
package struct BadRating: Hashable, Sendable {
    package let caseFile: CaseFile.ID
    package let item: String
    package let grade: Int
    package let on: Day
    package let answer: LetterClock.Due
    package let from: Day
    /// `nil` once erased.
    package let comment: String?
    package let calledBackOn: Day?
}

/// A bad rating as it was given, and where that stands in the log.
package struct GivenRating: Hashable, Sendable {
    package let caseFile: CaseFile.ID
    package let position: Int64
    package let item: LetterSubject.Item
    package let agency: String
    package let grade: Int
    package let on: Day
}

/// A bad rating whose answer is overdue.
package struct UnansweredRating: Hashable, Sendable {
    package let caseFile: CaseFile.ID
    package let caseNumber: String
    package let agency: String
    package let answerBy: Day
}

extension EventReading {
    /// So many days after it was given a bad rating is to be answered, and far from all of them.
    private static let longestAnswer = 92

    /// Returns the bad ratings of cases of `agencies` that were given in `days`, by case.
    package func badRatings(of agencies: [String], in days: ClosedRange<Day>) throws -> [GivenRating] {
        let cases: [String] = try reader.rows(
            """
            SELECT case_id
              FROM rating
             WHERE realm = \(realm)
               AND agency IN (\(list: agencies))
               AND answer_by >= \(days.lowerBound)
               AND answer_by <= \(days.upperBound + EventReading.longestAnswer)
             ORDER BY case_id
            """
        ).map { try $0["case_id"] }
        return try cases.compactMap { id in
            for event in try events(of: Rating.stream(id)) {
                guard case .given(let given)? = event.as(RatingEvent.self), days.contains(given.on) else { continue }
                return GivenRating(
                    caseFile: CaseFile.ID(id),
                    position: event.position,
                    item: given.item.value,
                    agency: given.agency,
                    grade: given.grade.value,
                    on: given.on
                )
            }
            return nil
        }
    }

    /// Returns the bad ratings that were to be answered before `day`, the longest overdue first.
    package func unansweredRatings(on day: Day) throws -> [UnansweredRating] {
        try reader.rows(
            """
            SELECT case_id, agency, answer_by
              FROM rating
             WHERE realm = \(realm)
               AND answer_position IS NULL
               AND answer_by < \(day)
             ORDER BY answer_by, case_id
            """
        ).map { row in
            let id = CaseFile.ID(try row["case_id"])
            return UnansweredRating(
                caseFile: id,
                caseNumber: try state(CaseFile.self, id.text).state.opening?.number ?? "",
                agency: try row["agency"],
                answerBy: try row["answer_by"]
            )
        }
    }

    /// Returns how an item was rated, with at most `limit` answered bad ratings.
    package func ratings(ofItem code: String, limit: Int) throws -> RatingSummary {
        try ratings("item_code = \(code)", limit: limit)
    }

    /// Returns how an agency's cases were rated, with at most `limit` answered bad ratings.
    package func ratings(ofAgency agency: String, limit: Int) throws -> RatingSummary {
        try ratings("agency = \(agency)", limit: limit)
    }

    private func ratings(_ matching: SQL, limit: Int) throws -> RatingSummary {
        let rows = try reader.rows(
            """
            SELECT grade, count(*) AS ratings
              FROM rating
             WHERE realm = \(realm)
               AND \(matching)
             GROUP BY grade
             ORDER BY grade
            """
        )
        var counts: [Int: Int] = [:]
        for row in rows { counts[try row["grade"]] = try row["ratings"] }
        let unanswered: Int? = try reader.value(
            """
            SELECT count(*)
              FROM rating
             WHERE realm = \(realm)
               AND \(matching)
               AND answer_by IS NOT NULL
               AND answer_position IS NULL
            """
        )
        let positions = try reader.rows(
            """
            SELECT answer_position
              FROM rating
             WHERE realm = \(realm)
               AND \(matching)
               AND answer_position IS NOT NULL
             ORDER BY answer_position DESC, case_id
             LIMIT \(limit)
            """
        ).map { row -> Int64 in try row["answer_position"] }
        let events = try events(at: positions)
        let answered = positions.compactMap { position -> RatingAnswer? in
            guard case .answered(let event)? = events[position]?.as(RatingEvent.self) else { return nil }
            return event.record.value.shown
        }
        return RatingSummary(counts: counts, answered: answered, unanswered: unanswered ?? 0)
    }

    /// Returns an agency's bad ratings that wait for their answer, the first due first.
    package func badRatings(of agency: String, limit: Int) throws -> [BadRating] {
        let ids = try reader.rows(
            """
            SELECT case_id
              FROM rating
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND answer_by IS NOT NULL
               AND answer_position IS NULL
             ORDER BY answer_by, case_id
             LIMIT \(limit)
            """
        ).map { row -> CaseFile.ID in try row["case_id"] }
        return try ids.compactMap { id in
            let state = try self.state(Rating.self, id.text).state
            guard let given = state.given, let answer = given.answer else { return nil }
            return BadRating(
                caseFile: id,
                item: given.item.value.name,
                grade: given.grade.value,
                on: given.on,
                answer: answer,
                from: given.on,
                comment: given.comment.value,
                calledBackOn: state.calledBackOn
            )
        }
    }
}

extension RatingAnswer {
    /// As it may be shown today: a masking that finds more also holds for what was published before.
    fileprivate var shown: RatingAnswer {
        RatingAnswer(comment: PersonalText.masked(comment), answer: PersonalText.masked(answer), on: on)
    }
}
