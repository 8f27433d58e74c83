/// One step of a benchmark (裁量阶次): when it applies, and what follows.
package struct Grade: Hashable, Sendable, Codable {
    /// Where it stands between leaving alone and the utmost.
    ///
    /// - Source: 行政处罚法 art. 30–33 (不予、从轻、减轻); 国办发〔2022〕27号 (从重).
    package enum Direction: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        /// 不予: no penalty, or the power is not used.
        case none
        /// 减轻: below the statutory minimum.
        case mitigated
        /// 从轻
        case lenient
        /// 一般
        case ordinary
        /// 从重
        case severe

        package var chinese: String {
            switch self {
            case .none: "不予"
            case .mitigated: "减轻"
            case .lenient: "从轻"
            case .ordinary: "一般"
            case .severe: "从重"
            }
        }

        package static func < (left: Direction, right: Direction) -> Bool { left.order < right.order }

        private var order: Int { Direction.allCases.firstIndex(of: self) ?? 0 }
    }

    /// Unique in the situation.
    package let key: String
    package let name: String
    package let direction: Direction
    /// It applies when every term of one of these holds; an empty list of terms always holds.
    package let conditions: [[Term]]
    package let measures: [Measure]

    package init(key: String, name: String, direction: Direction, conditions: [[Term]], measures: [Measure]) {
        self.key = key
        self.name = name
        self.direction = direction
        self.conditions = conditions
        self.measures = measures
    }
}

/// What one factor must be: one of some words, or a number in `atLeast ..< below`.
package struct Term: Hashable, Sendable, Codable {
    package let factor: String
    package let options: [String]?
    package let atLeast: Int64?
    package let below: Int64?

    package init(_ factor: String, isOneOf options: [String]) {
        self.init(factor: factor, options: options, atLeast: nil, below: nil)
    }

    package init(_ factor: String, atLeast: Int64? = nil, below: Int64? = nil) {
        self.init(factor: factor, options: nil, atLeast: atLeast, below: below)
    }

    private init(factor: String, options: [String]?, atLeast: Int64?, below: Int64?) {
        self.factor = factor
        self.options = options
        self.atLeast = atLeast
        self.below = below
    }

    func holds(for value: Circumstance.Value) -> Bool {
        switch value {
        case .option(let option): options?.contains(option) == true
        case .number(let number):
            options == nil && atLeast.map { $0 <= number } ?? true && below.map { number < $0 } ?? true
        }
    }

    /// 不满0.5立方米; 3个月以上; 初次违法.
    package func chinese(_ factor: Factor) -> String {
        if let options { return options.joined(separator: "或者") }
        let least = atLeast.map { "\(factor.text($0))以上" } ?? ""
        let limit = below.map { "不满\(factor.text($0))" } ?? ""
        return least + limit
    }
}
