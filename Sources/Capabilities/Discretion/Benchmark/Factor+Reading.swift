extension Factor {
    /// Returns the circumstance that somebody writes of it; `nil` for what is none of its options or no such number.
    package func circumstance(_ written: String) -> Circumstance? {
        switch scale {
        case .choice(let words): words.first { $0 == written }.map { Circumstance(key, .option($0)) }
        case .number(_, let decimals):
            DecimalText.steps(written, decimals: decimals).map { Circumstance(key, .number($0)) }
        }
    }

    /// What is to be written, for whom it was not clear.
    package var demand: String {
        switch scale {
        case .choice: "请选择\(name)"
        case .number(let unit, let decimals):
            decimals == 0 ? "请填写整数，单位为\(unit)" : "请填写数字，最多\(decimals)位小数，单位为\(unit)"
        }
    }

    /// The unit of a number; empty for a choice.
    package var unitHint: String {
        switch scale {
        case .choice: ""
        case .number(let unit, let decimals): "单位：\(unit)\(decimals == 0 ? "，整数" : "")"
        }
    }

    /// The words to choose from; `nil` for a number.
    package var options: [String]? {
        guard case .choice(let words) = scale else { return nil }
        return words
    }
}
