/// The code of a power item as one agency exercises it (实施编码), 31 characters.
///
/// The agency's credit code, the level of exercise, the basic code.
///
/// - Source: GB/T 39554.1-2020.
package struct ImplementedPowerCode: Code {
    package let agency: CreditCode
    package let level: ExerciseLevel
    package let power: NationalPowerCode

    package static func parse(_ text: some StringProtocol) throws(CodeFault) -> ParsedCode<ImplementedPowerCode> {
        try parse(text, as: .implementedPower)
    }

    static func parse(
        _ text: some StringProtocol,
        as scheme: CodeScheme
    ) throws(CodeFault) -> ParsedCode<ImplementedPowerCode> {
        guard text.count == 31 else { throw CodeFault(scheme, .wrongLength(expected: [31], found: text.count)) }
        let agency = try segment(1, "实施主体", of: scheme) { () throws(CodeFault) in try CreditCode.parse(text.prefix(18))
        }
        let digit = text.dropFirst(18).prefix(1)
        guard let level = Int(digit).flatMap(ExerciseLevel.init(rawValue:)) else {
            let rule = CodeFault.Rule.wrongCharacter(position: 1, expected: .level, found: digit.first ?? " ")
            throw CodeFault(scheme, .wrongSegment(number: 2, name: "行使层级", rule))
        }
        let power = try segment(3, "基本编码", of: scheme) { () throws(CodeFault) in
            try NationalPowerCode.parse(text.suffix(12))
        }
        return ParsedCode(
            ImplementedPowerCode(agency: agency.value, level: level, power: power.value),
            warnings: agency.warnings + power.warnings
        )
    }

    package var text: String { "\(agency.text)\(level.rawValue)\(power.text)" }

    package func segments(in divisions: DivisionTable) -> [CodeSegment] {
        agency.segments(in: divisions) + [CodeSegment("\(level.rawValue)", "行使层级", level.chinese)]
            + power.segments(in: divisions)
    }
}

/// The code of one way of handling an item (业务办理项编码): the implemented code and two digits of sequence.
///
/// - Source: GB/T 39554.1-2020.
package struct HandlingPowerCode: Code {
    package let implemented: ImplementedPowerCode
    package let sequence: String

    package static func parse(_ text: some StringProtocol) throws(CodeFault) -> ParsedCode<HandlingPowerCode> {
        guard text.count == 33 else {
            throw CodeFault(.handlingPower, .wrongLength(expected: [33], found: text.count))
        }
        let implemented = try ImplementedPowerCode.parse(text.prefix(31), as: .handlingPower)
        let sequence = try segment(4, "业务办理项序号", of: .handlingPower) { () throws(CodeFault) in
            try CodeText(text.suffix(2), .handlingPower, .places(2, .digit)).text
        }
        return ParsedCode(
            HandlingPowerCode(implemented: implemented.value, sequence: sequence),
            warnings: implemented.warnings
        )
    }

    package var text: String { implemented.text + sequence }

    package func segments(in divisions: DivisionTable) -> [CodeSegment] {
        implemented.segments(in: divisions) + [CodeSegment(sequence, "业务办理项序号", "第\(sequence)个业务办理项")]
    }
}

/// Reads a part of a longer code; a fault in it names the part.
func segment<Value>(
    _ number: Int,
    _ name: String,
    of scheme: CodeScheme,
    _ read: () throws(CodeFault) -> Value
) throws(CodeFault) -> Value {
    do { return try read() } catch { throw CodeFault(scheme, .wrongSegment(number: number, name: name, error.rule)) }
}
