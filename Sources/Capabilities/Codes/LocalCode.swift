/// A code of a province's own scheme, told by its layout: parts of fixed width, hyphens where the scheme writes them.
///
/// - Source: DB52/T 1264—2018 (Guizhou); the drafts and instances of Hubei and Jiangsu as published.
package struct LocalCode: Code {
    package let scheme: CodeScheme
    package let text: String

    /// One part of a code.
    struct Part: Sendable {
        let name: String
        let classes: [CodeFault.CharacterClass]
        /// What the part always is; `nil` for anything of its class.
        var always: String?
        /// Whether a hyphen follows.
        var isJoined = false
    }

    package static func parse(_ text: some StringProtocol) throws(CodeFault) -> ParsedCode<LocalCode> {
        var nearest: CodeFault?
        for scheme in schemes {
            do { return try parse(text, as: scheme) } catch {
                if case .wrongLength = error.rule, nearest != nil { continue }
                nearest = error
            }
        }
        throw nearest ?? CodeFault(.guizhouPower, .unknownShape(text: String(text.prefix(60))))
    }

    package static func parse(
        _ text: some StringProtocol,
        as scheme: CodeScheme
    ) throws(CodeFault) -> ParsedCode<LocalCode> {
        let layout = layout(of: scheme)
        let width = layout.reduce(0) { $0 + $1.classes.count + ($1.isJoined ? 1 : 0) }
        guard text.count == width else { throw CodeFault(scheme, .wrongLength(expected: [width], found: text.count)) }
        var rest = text[...]
        var (read, warnings): (String, [CodeWarning]) = ("", [])
        for (number, part) in layout.enumerated() {
            let found = try segment(number + 1, part.name, of: scheme) { () throws(CodeFault) in
                try CodeText(rest.prefix(part.classes.count), scheme, part.classes)
            }
            rest = rest.dropFirst(part.classes.count)
            if part.isJoined {
                guard rest.first == "-" else {
                    throw CodeFault(
                        scheme,
                        .wrongSegmentCount(expected: [layout.count(where: \.isJoined) + 1], found: 1)
                    )
                }
                rest = rest.dropFirst()
            }
            if let always = part.always, found.text != always {
                throw CodeFault(scheme, .unknownShape(text: String(text.prefix(60))))
            }
            if part.name == CodeSegment.category, PowerCategory(pinyinCode: found.text) == nil {
                warnings.append(.unknownCategory(found.text))
            }
            warnings += found.warnings.filter { !warnings.contains($0) }
            read += found.text + (part.isJoined ? "-" : "")
        }
        return ParsedCode(LocalCode(scheme: scheme, text: read), warnings: warnings)
    }

    package var category: PowerCategory? {
        parts.first { $0.name == CodeSegment.category }.flatMap { PowerCategory(pinyinCode: $0.text) }
    }

    package func segments(in divisions: DivisionTable) -> [CodeSegment] {
        parts.map { part in
            let meaning =
                switch part.name {
                case CodeSegment.category: category?.chinese ?? "含义未确定"
                case "行政区划": divisions.fullName(ofSixDigits: part.text)
                case "省份": "江苏省"
                case "子项": part.text.allSatisfy { $0 == "0" } ? "无子项" : "第\(part.text)号子项"
                case "年份": "\(part.text)年"
                default: "第\(part.text)号"
                }
            return CodeSegment(part.text, part.name, meaning)
        }
    }

    private var parts: [(name: String, text: String)] {
        var rest = text[...]
        return LocalCode.layout(of: scheme).map { part in
            let own = rest.prefix(part.classes.count)
            rest = rest.dropFirst(part.classes.count + (part.isJoined ? 1 : 0))
            return (part.name, String(own))
        }
    }
}

extension LocalCode {
    static let schemes: [CodeScheme] = [.guizhouPower, .jiangsuPower, .hubeiPower, .jiangsuCase]

    /// The parts of a scheme's codes; empty for schemes that are read elsewhere.
    fileprivate static func layout(of scheme: CodeScheme) -> [Part] {
        switch scheme {
        case .guizhouPower:
            [
                Part(name: CodeSegment.category, classes: .places(2, .letter)),
                Part(name: "主项", classes: .places(5, .digit)),
                Part(name: "子项", classes: .places(3, .digit)),
            ]
        case .jiangsuPower:
            [
                Part(name: "省份", classes: .places(2, .letter), always: "JS"),
                Part(name: "行政区划", classes: .places(6, .digit)),
                Part(name: "部门", classes: .places(2, .letter), isJoined: true),
                Part(name: CodeSegment.category, classes: .places(2, .letter), isJoined: true),
                Part(name: "顺序号", classes: .places(4, .digit)),
            ]
        case .hubeiPower:
            [
                Part(name: "行政区划", classes: .places(6, .digit), isJoined: true),
                Part(name: "行政主体", classes: .places(3, .digitOrLetter), isJoined: true),
                Part(name: CodeSegment.category, classes: .places(2, .letter), isJoined: true),
                Part(name: "顺序号", classes: .places(3, .digit), isJoined: true),
                Part(name: "子项", classes: .places(2, .digit)),
            ]
        case .jiangsuCase:
            [
                Part(name: "地区", classes: .places(2, .letter) + .places(2, .digit)),
                Part(name: "部门", classes: .places(2, .letter)), Part(name: "年份", classes: .places(4, .digit)),
                Part(name: "案件顺序号", classes: .places(5, .digit)),
            ]
        case .creditCode, .organizationCode, .identityNumber, .division, .nationalPower, .implementedPower,
            .handlingPower, .sichuanPower, .sichuanItemKey:
            []
        }
    }
}
