import Discretion
import HTML
import WebServer

/// What somebody tries in one situation of a benchmark, as the page's address says it.
struct DiscretionTrial {
    private let situation: Situation
    private let benchmark: DiscretionBenchmark
    private let prefix: String
    private let values: FormValues
    private let isAsked: Bool

    /// Reads the address for the situation with a number from 0.
    init(_ situation: Situation, at number: Int, of benchmark: DiscretionBenchmark, _ values: FormValues) {
        self.situation = situation
        self.benchmark = benchmark
        self.values = values
        prefix = DiscretionSection.prefix(number)
        isAsked = values["situation"] == String(number)
    }

    /// The form, with what was written kept, and the grade once everything is stated.
    var form: DiscretionSection.Trial {
        let subject = value("subject").flatMap(Measure.Subject.init(rawValue:))
        var circumstances: [Circumstance] = []
        var errors: [FieldError] = []
        for (index, factor) in situation.factors.enumerated() {
            if let circumstance = value(String(index)).flatMap(factor.circumstance) {
                circumstances.append(circumstance)
            } else {
                errors.append(FieldError(field: name(String(index)), message: factor.demand))
            }
        }
        if subject == nil { errors.insert(FieldError(field: name("subject"), message: "请选择对象"), at: 0) }
        let outcome: DiscretionSection.Outcome? =
            if isAsked, errors.isEmpty, let subject { outcome(circumstances, subject) } else { nil }
        return DiscretionSection.Trial(fields: fields, errors: isAsked ? errors : [], outcome: outcome)
    }

    private var fields: [DiscretionSection.TrialField] {
        let subject = DiscretionSection.TrialField(
            name: name("subject"),
            label: "对象",
            hint: "",
            choices: Measure.Subject.allCases.map { Choice($0.rawValue, $0.chinese) },
            value: value("subject")
        )
        return [subject]
            + situation.factors.enumerated().map { index, factor in
                DiscretionSection.TrialField(
                    name: name(String(index)),
                    label: factor.name,
                    hint: factor.unitHint,
                    choices: factor.options?.map { Choice($0, $0) },
                    value: value(String(index))
                )
            }
    }

    private func outcome(_ circumstances: [Circumstance], _ subject: Measure.Subject) -> DiscretionSection.Outcome? {
        // What is published was proved: with every factor stated there is one grade.
        guard let choice = try? benchmark.grade(circumstances, in: situation.key, for: subject) else { return nil }
        return DiscretionSection.Outcome(
            grade: choice.grade.title(in: situation),
            measures: choice.measures.map(\.chinese),
            reasons: choice.reasons.map(\.chinese)
        )
    }

    private func name(_ field: String) -> String { "\(prefix)-\(field)" }

    /// `nil` for what was left empty.
    private func value(_ field: String) -> String? {
        guard isAsked, let value = values[name(field)], !value.isEmpty else { return nil }
        return String(value.prefix(100))
    }
}
