/// One thing that is weighed (裁量因素): a choice among words, or a number.
package struct Factor: Hashable, Sendable {
    package enum Scale: Hashable, Sendable {
        /// The words to choose from, each once.
        case choice([String])
        /// A count from 0 of the smallest step: 50 with two decimals and 立方米 is 0.5 立方米.
        case number(unit: String, decimals: Int)
    }

    /// Unique in the situation.
    package let key: String
    package let name: String
    package let scale: Scale

    package init(key: String, name: String, scale: Scale) {
        self.key = key
        self.name = name
        self.scale = scale
    }

    /// The number as written, with its unit: 0.5立方米.
    package func text(_ number: Int64) -> String {
        guard case .number(let unit, let decimals) = scale else { return String(number) }
        return DecimalText(number, decimals: decimals).text + unit
    }
}

/// `{"key", "name", "options"}` or `{"key", "name", "unit", "decimals"}`.
extension Factor: Codable {
    private enum CodingKeys: String, CodingKey {
        case key, name, options, unit, decimals
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        key = try values.decode(String.self, forKey: .key)
        name = try values.decode(String.self, forKey: .name)
        if let options = try values.decodeIfPresent([String].self, forKey: .options) {
            scale = .choice(options)
        } else {
            scale = .number(
                unit: try values.decode(String.self, forKey: .unit),
                decimals: try values.decodeIfPresent(Int.self, forKey: .decimals) ?? 0
            )
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(key, forKey: .key)
        try values.encode(name, forKey: .name)
        switch scale {
        case .choice(let options): try values.encode(options, forKey: .options)
        case .number(let unit, let decimals):
            try values.encode(unit, forKey: .unit)
            if decimals != 0 { try values.encode(decimals, forKey: .decimals) }
        }
    }
}
