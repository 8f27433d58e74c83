extension Measure {
    /// 对公民：罚款2万元以上10万元以下.
    package var textForSubject: String { (subject.map { "对\($0.chinese)：" } ?? "") + chinese }
}

extension Situation {
    /// 违法次数：初次；放飞高度：不满5米.
    package func text(_ terms: [Term]) -> String {
        terms.isEmpty
            ? "各种情形"
            : terms.compactMap { term in
                factor(term.factor).map { "\($0.name)：\(term.chinese($0))" }
            }.joined(separator: "；")
    }
}

extension Grade {
    /// 较轻（从轻）; other powers than penalties have no direction to speak of.
    package func title(in situation: Situation) -> String {
        let isPenal = situation.envelopes.contains { $0.measure.method.isPenalty }
        return isPenal && name != direction.chinese ? "\(name)（\(direction.chinese)）" : name
    }
}
