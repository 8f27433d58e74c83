extension BenchmarkFault {
    /// What the benchmark should be like and is not, in one sentence without its full stop.
    package func chinese(in benchmark: DiscretionBenchmark) -> String {
        let place = situation.flatMap(benchmark.situation)
        switch self {
        case .noSituation: return "应有至少一种违法行为或者情形，实为没有"
        case .keyTwice(let key): return "键“\(key)”应只用一次"
        case .noBasis: return "应写明依据的条款，实为没有"
        case .badFactor: return "应有各不相同的选项，或者单位和不超过\(DecimalText.mostDecimals)位小数"
        case .badTerm(_, _, let factor):
            guard let factor = place?.factor(factor) else { return "应为本情形的裁量因素，实为“\(factor)”" }
            return "应为“\(factor.name)”的\(factor.range)，实为别的"
        case .unprovable: return "情形过多，无法逐一证明"
        case .gap(_, let found): return "每种情节应有一个阶次，没有一个阶次适用于：\(BenchmarkFault.words(found, place))"
        case .overlap(_, let grades, let found):
            let names = grades.map { key in "“\(place?.grades.first { $0.key == key }?.name ?? key)”" }
            return "每种情节应只有一个阶次，\(names.joined(separator: "、"))同时适用于：\(BenchmarkFault.words(found, place))"
        case .outOfOrder: return "阶次应从轻到重排列，实为比前一阶次轻"
        case .emptyExtent(_, let measure): return "幅度应从低到高，实为“\(measure.writing)”"
        case .outsideEnvelope(_, _, let measure):
            let allowed = place?.envelopes.map(\.measure).filter { $0.method == measure.method } ?? []
            let expected =
                allowed.isEmpty
                ? "应为法定幅度列明的措施" : "应在法定幅度“\(allowed.map(\.writing).joined(separator: "；"))”之内"
            return "\(expected)，实为“\(measure.writing)”"
        case .notMitigated(_, _, let measure): return "减轻应低于法定最低限，实为“\(measure.writing)”"
        case .penaltyWithoutPunishing(_, _, let measure): return "不予处罚的不应有处罚，实为“\(measure.writing)”"
        case .missingMeasure(_, _, let method, let subject):
            return "法律对\(subject.chinese)规定了\(method.chinese)，应列明，实为没有"
        case .fixedValue(_, _, let measure): return "法律规定了幅度的，不应只有一个固定数额，实为“\(measure.writing)”"
        case .extentOverlap(_, _, let method, let subject):
            return "对\(subject.chinese)的\(method.chinese)应接在前一阶次之后（第一个接在法定最低限之后），实为重叠或者更低"
        case .extentGap(_, _, let method, let subject):
            return "对\(subject.chinese)的\(method.chinese)应连续分完法定幅度，实为在此留有空档"
        }
    }

    /// 违法次数为初次，放飞高度为0米.
    private static func words(_ found: [Circumstance], _ situation: Situation?) -> String {
        let words = found.map { circumstance in
            let factor = situation?.factor(circumstance.factor)
            let name = factor?.name ?? circumstance.factor
            switch circumstance.value {
            case .option(let word): return "\(name)为\(word)"
            case .number(let number): return "\(name)为\(factor?.text(number) ?? String(number))"
            }
        }
        return words.isEmpty ? "任何情节" : words.joined(separator: "，")
    }
}

extension Factor {
    /// What it can be: 选项（初次、再次）; 从低到高的数（米）.
    fileprivate var range: String {
        switch scale {
        case .choice(let words): "选项（\(words.joined(separator: "、"))）"
        case .number(let unit, _): "从低到高的数（\(unit)）"
        }
    }
}
