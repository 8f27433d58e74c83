import Kernel

/// What one rule says of a case at a moment, before the ladder of levels decides what is recorded.
package struct RuleAnswer: Sendable {
    package let rule: RuleCode
    package let title: String
    /// What it finds now.
    package internal(set) var breaches: [Breach] = []
    /// When it would find something if nothing more happened; some of them may have come.
    package internal(set) var points: [DuePoint] = []
    /// Why it could not be evaluated.
    package internal(set) var failure: String?
    /// The version of a written rule in the shadow; `nil` for rules that count.
    package internal(set) var shadow: Int?

    init(_ rule: RuleCode, _ title: String, shadow: Int? = nil) {
        self.rule = rule
        self.title = title
        self.shadow = shadow
    }
}

extension Supervisor {
    /// Asks every rule in its turn; a rule that fails says why and keeps no other from being asked.
    func answers(
        _ rules: RuleSet,
        _ caseFile: SupervisedCase,
        _ findings: Findings,
        at now: Instant,
        isAnswering: Bool
    ) -> [RuleAnswer] {
        var answers: [RuleAnswer] = []
        func ask(_ answer: RuleAnswer, _ body: (inout RuleAnswer) throws -> Void) {
            var answer = answer
            do { try body(&answer) } catch { answer.failure = "\(error)" }
            answers.append(answer)
        }
        for (step, variant) in rules.variants {
            for rule in variant.acts {
                ask(RuleAnswer(type(of: rule).code, type(of: rule).title)) { answer in
                    answer.breaches = try rule.breaches(in: caseFile, calendar)
                        .filter { rules.speaks(step, of: $0.subject, in: caseFile) }
                }
            }
            for rule in variant.passive {
                ask(RuleAnswer(type(of: rule).code, type(of: rule).title)) { answer in
                    // What a failing rule watched before is better than nothing.
                    answer.points = findings.watched.filter { $0.rule == answer.rule }
                    answer.points = try rule.watch(caseFile, calendar)
                        .filter { rules.speaks(step, of: $0.subject, in: caseFile) }
                }
            }
        }
        guard isAnswering else { return answers }
        for (ready, shadow) in written.live.map({ ($0, nil) }) + written.shadow.map({ ($0, $0.version.number) }) {
            ask(RuleAnswer(ready.version.rule.code, ready.version.rule.title, shadow: shadow)) { answer in
                answer.breaches = try ready.breach(in: caseFile, at: now, calendar).map { [$0] } ?? []
            }
        }
        return answers
    }
}
