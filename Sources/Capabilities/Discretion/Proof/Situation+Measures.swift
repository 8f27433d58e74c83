/// Whether the measures of the grades keep within the law and divide what it allows.
extension Situation {
    var measureFaults: [BenchmarkFault] {
        var faults: [BenchmarkFault] = []
        for (before, grade) in zip(grades, grades.dropFirst()) where grade.direction < before.direction {
            faults.append(.outOfOrder(situation: key, grade: grade.key))
        }
        let all = envelopes.map(\.measure) + grades.flatMap(\.measures)
        let empty = all.filter { $0.extent?.steps.isEmpty == true }
        faults += empty.map { .emptyExtent(situation: key, $0) }
        guard empty.isEmpty else { return faults }
        for grade in grades {
            for measure in grade.measures { faults += self.faults(of: measure, in: grade) }
        }
        for subject in Measure.Subject.allCases {
            for envelope in envelopes where envelope.measure.meets(subject) {
                faults += missing(envelope.measure, for: subject)
                faults += division(of: envelope.measure, for: subject)
            }
        }
        return faults
    }

    private func faults(of measure: Measure, in grade: Grade) -> [BenchmarkFault] {
        guard grade.direction != .none || !measure.method.isPenalty else {
            return [.penaltyWithoutPunishing(situation: key, grade: grade.key, measure)]
        }
        // Correction, restoring and the like follow from the duty itself and need no extent of their own.
        guard measure.method.isPenalty || measure.extent != nil else { return [] }
        let subjects = Measure.Subject.allCases.filter(measure.meets)
        return Array(Set(subjects.flatMap { faults(of: measure, in: grade, for: $0) }))
    }

    private func faults(of measure: Measure, in grade: Grade, for subject: Measure.Subject) -> [BenchmarkFault] {
        let allowed = envelopes.map(\.measure).filter { $0.method == measure.method && $0.meets(subject) }
        let outside = BenchmarkFault.outsideEnvelope(situation: key, grade: grade.key, measure)
        guard !allowed.isEmpty else { return [outside] }
        guard let extent = measure.extent else { return [] }
        guard let law = allowed.compactMap(\.extent).first(where: extent.isComparable) else { return [outside] }
        guard extent.steps.upperBound <= law.steps.upperBound else { return [outside] }
        if grade.direction == .mitigated {
            let isBelow = extent.steps.upperBound <= law.steps.lowerBound
            return isBelow ? [] : [.notMitigated(situation: key, grade: grade.key, measure)]
        }
        guard extent.steps.lowerBound >= law.steps.lowerBound else { return [outside] }
        let isFixed = measure.method.isPenalty && extent.steps.count == 1 && law.steps.count > 1
        return isFixed ? [.fixedValue(situation: key, grade: grade.key, measure)] : []
    }

    /// The grades in which the power is used in its full measure.
    private var fullGrades: [Grade] { grades.filter { $0.direction > .mitigated } }

    private func missing(_ demanded: Measure, for subject: Measure.Subject) -> [BenchmarkFault] {
        guard demanded.method.isPenalty, !demanded.isOptional else { return [] }
        return fullGrades.filter { grade in
            !grade.measures.contains { $0.method == demanded.method && $0.meets(subject) }
        }.map { .missingMeasure(situation: key, grade: $0.key, demanded.method, subject) }
    }

    /// Penal amounts are divided among the grades; other powers may leave room between them.
    private func division(of envelope: Measure, for subject: Measure.Subject) -> [BenchmarkFault] {
        guard envelope.method.isPenalty, let law = envelope.extent else { return [] }
        let shares = fullGrades.compactMap { grade -> (grade: String, steps: Range<Int64>)? in
            let own = grade.measures.first { measure in
                measure.method == envelope.method && measure.meets(subject)
                    && measure.extent?.isComparable(with: law) == true
            }
            return own?.extent.map { (grade.key, $0.steps) }
        }
        guard let last = shares.last else { return [] }
        var faults: [BenchmarkFault] = []
        var reached = law.steps.lowerBound
        for share in shares {
            if share.steps.lowerBound < reached {
                faults.append(.extentOverlap(situation: key, grade: share.grade, envelope.method, subject))
            } else if share.steps.lowerBound > reached {
                faults.append(.extentGap(situation: key, grade: share.grade, envelope.method, subject))
            }
            reached = max(reached, share.steps.upperBound)
        }
        if reached < law.steps.upperBound {
            faults.append(.extentGap(situation: key, grade: last.grade, envelope.method, subject))
        }
        return faults
    }
}
