package import Codes

extension Division {
    /// Returns the division of a code, by the list shipped with the program; `nil` when it is not listed.
    package init?(_ code: Code, in table: DivisionTable) {
        guard let listed = code.listed, let name = table.name(of: listed) else { return nil }
        self.init(code: code, name: name)
    }
}

extension Division.Code {
    /// The code as lists and item codes write it: 12 digits.
    package init?(_ code: DivisionCode) {
        self.init(code.text)
    }

    /// Returns the names from the province down: 四川省广安市广安区; `nil` when it is not listed.
    package func fullName(in table: DivisionTable) -> String? {
        listed.flatMap { table.fullName(of: $0) }
    }

    fileprivate var listed: DivisionCode? { try? DivisionCode.parse(padded).value }
}

extension DivisionTable {
    /// Tells whether the shipped list has the code.
    func contains(_ code: Division.Code) -> Bool { code.listed.flatMap { name(of: $0) } != nil }
}
