/// A code that can be read, checked and explained part by part.
package protocol Code: Hashable, Sendable {
    /// Returns the code and what is odd about it.
    ///
    /// Letters may be lower case, which is a warning; nothing else is repaired, spaces included.
    ///
    /// - Parameter text: exactly the code.
    /// - Returns: the value, in capitals, with warnings.
    /// - Throws: `CodeFault` if the shape is wrong: length, characters, number of parts.
    static func parse(_ text: some StringProtocol) throws(CodeFault) -> ParsedCode<Self>

    /// The code as it is stored and shown, in capitals.
    var text: String { get }

    /// Returns the warnings that need a list of divisions to be found.
    func warnings(in divisions: DivisionTable) -> [CodeWarning]

    /// Returns the parts from left to right; their texts, hyphens aside, make up the code.
    func segments(in divisions: DivisionTable) -> [CodeSegment]
}

extension Code {
    package func warnings(in divisions: DivisionTable) -> [CodeWarning] { [] }
}

/// One part of a code: what stands there and what it means, in Chinese.
package struct CodeSegment: Hashable, Sendable, Codable {
    package let text: String
    /// What the place holds: 行政区划.
    package let name: String
    /// What this value means: 四川省广安市广安区.
    package let meaning: String

    /// The place of the category, in every scheme that has one.
    static let category = "事项类型"

    package init(_ text: some StringProtocol, _ name: String, _ meaning: String) {
        self.text = String(text)
        self.name = name
        self.meaning = meaning
    }
}
