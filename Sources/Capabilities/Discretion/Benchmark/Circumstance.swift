/// What is found of one factor in a case, or supposed in the what-if panel.
package struct Circumstance: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case option(String)
        /// In the factor's smallest step.
        case number(Int64)
    }

    /// The factor's key.
    package let factor: String
    package let value: Value

    package init(_ factor: String, _ value: Value) {
        self.factor = factor
        self.value = value
    }
}

/// `{"factor", "option"}` or `{"factor", "number"}`.
extension Circumstance: Codable {
    private enum CodingKeys: String, CodingKey {
        case factor, option, number
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        factor = try values.decode(String.self, forKey: .factor)
        if let option = try values.decodeIfPresent(String.self, forKey: .option) {
            value = .option(option)
        } else {
            value = .number(try values.decode(Int64.self, forKey: .number))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(factor, forKey: .factor)
        switch value {
        case .option(let option): try values.encode(option, forKey: .option)
        case .number(let number): try values.encode(number, forKey: .number)
        }
    }
}
