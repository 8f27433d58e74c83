package import EventLog
import Kernel

extension FindingRaised {
    /// What it is about, as people call it: the case by its number, an item, list or letter by its name.
    ///
    /// Names nobody: alerts and messages pass through other hands.
    package var named: String {
        if !caseNumber.isEmpty { return "办件\(caseNumber)" }
        switch breach.subject {
        case .caseNumber(let number): return "办件\(number)"
        case .item, .list, .letter:
            // What is looked after says its name first; what was compared says over which days.
            guard breach.comparison == nil, let name = breach.facts.first?.value else { return itemName }
            return name
        case .answer, .acceptance, .correction, .suspension, .decision, .service, .publication, .dossier, .step, .act,
            .agency, .officer, .certificate, .stay, .party, .dealing:
            return itemName
        }
    }
}

extension EventReading {
    /// Returns what a rule asks, as lists name it; its code where nothing of it is known any more.
    package func title(of rule: RuleCode) throws -> String {
        if let known = try RuleBook.known(rule) { return type(of: known).title }
        return try state(WrittenRules.self, WrittenRules.key).state.versions(of: rule).last?.rule.title ?? rule.rawValue
    }
}
