package import Kernel

/// What an officer lacks for a certificate.
package enum QualificationGap: Error, Hashable, Sendable {
    /// There is no passed exam in the subject on or before the day.
    case examMissing(TrainingSubject)
    /// The last passed exam counts until `on`, the last day.
    case examExpired(TrainingSubject, on: Day)
    /// Too few hours of training in the twelve months up to the day.
    case hoursMissing(found: Int, required: Int)
}

extension Officer {
    /// Returns the exams that are missing or no longer count on `day`, in the order the rules name them.
    ///
    /// - Source: 山东省行政执法监督条例 art. 10 (certified after training and exam); 浙江省综合行政执法条例 art. 28.
    package func examGaps(on day: Day, _ rules: DirectoryRules) -> [QualificationGap] {
        rules.exams.compactMap { subject in
            let passed = exams.filter { $0.subject == subject && $0.isPassed && $0.heldOn <= day }
            guard let last = passed.map(\.heldOn).max() else { return .examMissing(subject) }
            let ends = last.adding(months: rules.examMonths)
            return ends < day ? .examExpired(subject, on: ends) : nil
        }
    }

    /// Returns the hours taught in the twelve months that end on `day`.
    package func trainedHours(upTo day: Day) -> Int {
        let begin = day.adding(months: -12)
        return trainings.filter { begin < $0.heldOn && $0.heldOn <= day }.reduce(0) { $0 + $1.hours }
    }

    /// Returns all that stands against a certificate from `day` on.
    package func qualificationGaps(on day: Day, _ rules: DirectoryRules) -> [QualificationGap] {
        let found = trainedHours(upTo: day)
        let hours: [QualificationGap] =
            found < rules.trainingHours ? [.hoursMissing(found: found, required: rules.trainingHours)] : []
        return examGaps(on: day, rules) + hours
    }
}
