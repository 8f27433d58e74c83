/// A code whose scheme was told from its shape.
package struct CodeReading: Hashable, Sendable {
    package let scheme: CodeScheme
    package let text: String
    package let segments: [CodeSegment]
    package let warnings: [CodeWarning]

    /// Reads a code of any scheme.
    ///
    /// Shapes overlap: of several readings that fit, the one with the fewest warnings is taken, then the one listed
    /// first. Item codes stand before divisions.
    ///
    /// - Parameters:
    ///   - text: exactly the code.
    ///   - divisions: for names and for telling which codes exist.
    /// - Throws: `CodeFault` of the scheme whose shape is nearest, or `unknownShape`.
    package init(_ text: String, in divisions: DivisionTable) throws(CodeFault) {
        let best = try CodeReading.best(text, divisions)
        self.init(
            scheme: best.scheme,
            text: best.code.text,
            segments: best.code.segments(in: divisions),
            warnings: best.warnings
        )
    }

    /// Returns what is odd about a code of any scheme, without saying what its parts mean.
    ///
    /// - Throws: as reading it does.
    package static func warnings(of text: String, in divisions: DivisionTable) throws(CodeFault) -> [CodeWarning] {
        try best(text, divisions).warnings
    }

    /// Returns the reading by somebody who knows what letters mean that a division gave a category of its own.
    package func knowing(_ letters: String, as category: String) -> CodeReading {
        guard warnings.contains(.unknownCategory(letters)) else { return self }
        return CodeReading(
            scheme: scheme,
            text: text,
            segments: segments.map { part in
                part.text == letters && part.name == CodeSegment.category
                    ? CodeSegment(letters, part.name, category) : part
            },
            warnings: warnings.filter { $0 != .unknownCategory(letters) }
        )
    }

    private init(scheme: CodeScheme, text: String, segments: [CodeSegment], warnings: [CodeWarning]) {
        self.scheme = scheme
        self.text = text
        self.segments = segments
        self.warnings = warnings
    }

    /// A text that has the shape of a scheme.
    private struct Candidate {
        let scheme: CodeScheme
        let code: any Code
        let warnings: [CodeWarning]
    }

    private typealias Reader = (String, DivisionTable) throws(CodeFault) -> Candidate

    private static func reader<Value: Code>(_ type: Value.Type, _ scheme: CodeScheme) -> Reader {
        { (text, divisions) throws(CodeFault) in
            let parsed = try type.parse(text)
            let warnings = parsed.warnings + parsed.value.warnings(in: divisions)
            return Candidate(scheme: scheme, code: parsed.value, warnings: warnings)
        }
    }

    private static func local(_ scheme: CodeScheme) -> Reader {
        { (text, _) throws(CodeFault) in
            let parsed = try LocalCode.parse(text, as: scheme)
            return Candidate(scheme: scheme, code: parsed.value, warnings: parsed.warnings)
        }
    }

    /// Of the readings that fit, the one with the fewest warnings, then the one listed first.
    private static func best(_ text: String, _ divisions: DivisionTable) throws(CodeFault) -> Candidate {
        var best: Candidate?
        var nearest: CodeFault?
        for read in readers(for: text) {
            do {
                let candidate = try read(text, divisions)
                if candidate.warnings.count < best.map(\.warnings.count) ?? .max { best = candidate }
                if candidate.warnings.isEmpty { break }
            } catch {
                nearest = nearest ?? error
            }
        }
        if let best { return best }
        throw nearest ?? CodeFault(.sichuanItemKey, .unknownShape(text: String(text.prefix(60))))
    }

    /// The schemes whose length fits, the nearest first.
    private static func readers(for text: String) -> [Reader] {
        let power = reader(SichuanPowerCode.self, .sichuanPower)
        if text.contains("-") {
            let organization = reader(OrganizationCode.self, .organizationCode)
            let parts = text.split(separator: "-", omittingEmptySubsequences: false).count
            switch parts {
            case 2: return [organization]
            case 3: return [power, local(.jiangsuPower)]
            case 5: return [local(.hubeiPower)]
            default: return [reader(SichuanItemKey.self, .sichuanItemKey)]
            }
        }
        let division = reader(DivisionCode.self, .division)
        let national = reader(NationalPowerCode.self, .nationalPower)
        switch text.count {
        case 6: return [division]
        case 9: return [reader(OrganizationCode.self, .organizationCode), division]
        case 12: return text.hasPrefix("51") ? [power, division] : [national, division]
        case 10: return [local(.guizhouPower)]
        case 14: return [power]
        case 15: return [local(.jiangsuCase)]
        case 17, 18, 19:
            let identity = reader(IdentityNumber.self, .identityNumber)
            return [reader(CreditCode.self, .creditCode), identity]
        case 31: return [reader(ImplementedPowerCode.self, .implementedPower)]
        case 33: return [reader(HandlingPowerCode.self, .handlingPower)]
        default: return []
        }
    }
}
