extension DiscretionBenchmark {
    /// Returns the grade that the circumstances lead to, with its ranges and the reasons.
    ///
    /// Pure: the same circumstances under the same version lead to the same grade, in the panel and in a case.
    ///
    /// - Parameters:
    ///   - circumstances: one for each factor of the situation.
    ///   - situation: the key of the violation or situation.
    ///   - subject: whom it meets.
    /// - Returns: the one grade whose conditions hold.
    /// - Throws: `DiscretionError` when a circumstance is missing or is none; a published benchmark has one grade for
    ///   everything else.
    /// - Source: 行政处罚法 art. 5, 34.
    package func grade(
        _ circumstances: [Circumstance],
        in situation: String,
        for subject: Measure.Subject
    ) throws(DiscretionError) -> GradeChoice {
        guard let situation = self.situation(situation) else { throw .unknownSituation(situation) }
        let values = try situation.values(circumstances)
        let fitting = situation.grades.compactMap { grade in
            grade.conditions.first { $0.hold(for: values) }.map { (grade: grade, terms: $0) }
        }
        guard let (grade, terms) = fitting.first else { throw .noGrade(circumstances) }
        guard fitting.count == 1 else { throw .severalGrades(fitting.map(\.grade.key), circumstances) }
        return GradeChoice(
            situation: situation,
            subject: subject,
            grade: grade,
            measures: grade.measures.filter { $0.meets(subject) },
            envelopes: situation.envelopes.filter { $0.measure.meets(subject) },
            reasons: situation.factors.compactMap { factor in
                values[factor.key].map { value in
                    GradeChoice.Reason(
                        factor: factor,
                        value: value,
                        term: terms.first { $0.factor == factor.key }
                    )
                }
            }
        )
    }
}

extension Situation {
    /// Returns the value of every factor by its key.
    func values(_ circumstances: [Circumstance]) throws(DiscretionError) -> [String: Circumstance.Value] {
        var values: [String: Circumstance.Value] = [:]
        for circumstance in circumstances {
            guard let factor = factor(circumstance.factor) else { throw .unknownFactor(circumstance.factor) }
            guard factor.takes(circumstance.value) else { throw .unfitting(circumstance) }
            guard values.updateValue(circumstance.value, forKey: factor.key) == nil else {
                throw .statedTwice(factor.key)
            }
        }
        if let missing = factors.first(where: { values[$0.key] == nil }) { throw .missing(factor: missing.key) }
        return values
    }
}

extension Factor {
    fileprivate func takes(_ value: Circumstance.Value) -> Bool {
        switch (scale, value) {
        case (.choice(let options), .option(let option)): options.contains(option)
        case (.number, .number(let number)): number >= 0
        case (.choice, .number), (.number, .option): false
        }
    }
}

extension [Term] {
    func hold(for values: [String: Circumstance.Value]) -> Bool {
        allSatisfy { term in values[term.factor].map(term.holds) ?? false }
    }
}
