import Foundation
import Kernel
import Processes
import ProcessTrials
import Testing

@Suite("Frames and the templates that satisfy them")
struct FrameTests {
    /// A rule of a frame, and the template of its category that is broken against it.
    struct Trial: Sendable, CustomTestStringConvertible {
        let rule: FrameRule
        let template: ProcessTemplate
        var testDescription: String { "\(rule.code) \(rule.demand)" }
    }

    static let templates = ProcessTemplate.allCases.filter { $0 != .licensingPrompt && $0 != .licensingOnTheSpot }

    /// Every rule of every frame but licensing, whose table of changes is written by hand in `Mutation`.
    static let trials: [Trial] = templates.filter { $0 != .licensingGeneral }.flatMap { template in
        let category = (try? template.definition())?.category
        return (category.map { Frame.of($0).rules } ?? []).map { Trial(rule: $0, template: template) }
    }

    @Test("every template is lawful and survives JSON", arguments: ProcessTemplate.allCases)
    func template(_ template: ProcessTemplate) throws {
        let definition = try template.definition()
        #expect(definition.check(promised: template.statutory, statutory: template.statutory).map(\.summary) == [])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(definition)
        #expect(try JSONDecoder().decode(ProcessDefinition.self, from: json) == definition)
    }

    @Test("every category has a template, and every rule a code of its own and an article")
    func categories() throws {
        let categories = try Set(Self.templates.map { try $0.definition().category })
        #expect(categories == Set(ProcessDefinition.Category.allCases))
        let rules = ProcessDefinition.Category.allCases.flatMap { Frame.of($0).rules }
        #expect(Set(rules.map(\.code)).count == rules.count)
        #expect(rules.allSatisfy { !$0.source.law.isEmpty })
    }

    @Test("a process that breaks a rule is refused by the rule, its article and a run that shows it", arguments: trials)
    func broken(_ trial: Trial) throws {
        let breach = FrameBreach(rule: trial.rule, definition: try trial.template.definition())
        let definition = try breach.definitionBroken(trial.template)
        let limit = Period(10_000, trial.template.statutory.unit)
        let faults = definition.check(promised: limit, statutory: limit)
        let fault = try #require(
            faults.first { $0.rule?.code == trial.rule.code },
            "found instead: \(faults.map(\.summary))"
        )
        #expect(fault.source == trial.rule.source)
        #expect(!fault.path.isEmpty || trial.rule.test.kinds.isEmpty)
    }

    @Test("two hundred steps full of choices, loops and branches are proved, and a fault among them is found")
    func long() throws {
        let definition = try LongProcess.definition(steps: 200)
        #expect(definition.steps.count == 200)
        #expect(definition.check(promised: .workingDays(20), statutory: .workingDays(20)).map(\.summary) == [])
        var draft = try Draft(definition)
        draft.outcome("long150", "on") { $0["effect"] = "granted" }
        let faults = try draft.definition().check(promised: .workingDays(20), statutory: .workingDays(20))
        #expect(faults.contains { $0.rule?.code == "XK-33" && $0.pathText.hasSuffix("第151步〔on〕") })
    }
}
