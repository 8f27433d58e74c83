import Database
package import EventLog
package import Kernel
import Parties

/// An opinion with what was written, for who gave it, who answers it and who watches both.
package struct OpinionEntry: Hashable, Sendable {
    package let id: Opinion.ID
    package let number: String
    package let supervisor: PublicSupervisor.ID
    package let kind: PublicSupervision.Kind
    package let subject: LetterSubject
    package let on: Day
    package let answer: LetterClock.Due
    /// `nil` once erased.
    package let text: String?
    package let answered: AnsweredOpinion?
}

/// An answered opinion as everybody reads it.
package struct PublishedOpinion: Hashable, Sendable {
    package let kind: String
    package let agencyName: String
    package let item: LetterSubject.Item?
    package let on: Day
    package let answered: AnsweredOpinion
}

/// An opinion whose answer is overdue.
package struct OverdueOpinion: Hashable, Sendable {
    package let id: Opinion.ID
    package let number: String
    package let agency: String
    package let answerBy: Day
}

extension EventReading {
    /// Returns the opinions of a supervisor, the latest first.
    package func opinions(of supervisor: PublicSupervisor.ID, limit: Int) throws -> [OpinionEntry] {
        try entries(
            """
            SELECT id
              FROM opinion
             WHERE realm = \(realm)
               AND supervisor = \(supervisor)
             ORDER BY given_on DESC, id DESC
             LIMIT \(limit)
            """
        )
    }

    /// Returns the opinions an agency has not answered, the first due first.
    package func unansweredOpinions(of agency: String, limit: Int) throws -> [OpinionEntry] {
        try entries(
            """
            SELECT id
              FROM opinion
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND answer_position IS NULL
             ORDER BY answer_by, id
             LIMIT \(limit)
            """
        )
    }

    /// Returns the opinions nobody in a division and those in it has answered, the first due first.
    package func unansweredOpinions(below divisions: String, limit: Int) throws -> [OpinionEntry] {
        let pattern = "\(divisions)%"
        return try entries(
            """
            SELECT id
              FROM opinion
             WHERE realm = \(realm)
               AND answer_position IS NULL
               AND division LIKE \(pattern)
             ORDER BY answer_by, id
             LIMIT \(limit)
            """
        )
    }

    /// Returns the opinions that were to be answered before `day`, the longest overdue first.
    package func overdueOpinions(on day: Day) throws -> [OverdueOpinion] {
        try reader.rows(
            """
            SELECT id, number, agency, answer_by
              FROM opinion
             WHERE realm = \(realm)
               AND answer_position IS NULL
               AND answer_by < \(day)
             ORDER BY answer_by, id
            """
        ).map { row in
            OverdueOpinion(
                id: try row["id"],
                number: try row["number"],
                agency: try row["agency"],
                answerBy: try row["answer_by"]
            )
        }
    }

    /// Returns answered opinions in the divisions below a prefix, the latest answer first.
    package func publishedOpinions(below divisions: String, limit: Int) throws -> [PublishedOpinion] {
        let pattern = "\(divisions)%"
        let ids = try reader.rows(
            """
            SELECT id
              FROM opinion
             WHERE realm = \(realm)
               AND answer_position IS NOT NULL
               AND division LIKE \(pattern)
             ORDER BY answer_position DESC, id
             LIMIT \(limit)
            """
        ).map { row -> Opinion.ID in try row["id"] }
        return try ids.compactMap { id in
            let state = try state(Opinion.self, id.text).state
            guard let given = state.given, let answer = state.answer else { return nil }
            return PublishedOpinion(
                kind: given.kind.value.chinese,
                agencyName: given.agencyName.value,
                item: given.subject.item,
                on: given.on,
                answered: answer.shown
            )
        }
    }

    private func entries(_ sql: SQL) throws -> [OpinionEntry] {
        try reader.rows(sql).compactMap { row in
            let id: Opinion.ID = try row["id"]
            let state = try state(Opinion.self, id.text).state
            guard let given = state.given else { return nil }
            return OpinionEntry(
                id: id,
                number: given.number,
                supervisor: PublicSupervisor.ID(given.supervisor),
                kind: given.kind.value,
                subject: given.subject,
                on: given.on,
                answer: given.answer,
                text: given.text.value,
                answered: state.answer
            )
        }
    }
}

extension AnsweredOpinion {
    /// As it may be shown today: a masking that finds more also holds for what was published before.
    package var shown: AnsweredOpinion {
        AnsweredOpinion(opinion: PersonalText.masked(opinion), answer: PersonalText.masked(answer), on: on)
    }
}
