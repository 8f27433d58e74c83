import Kernel

/// Reads one cell or expression, character by character.
///
/// - Source: DMN 1.3 clause 9 (S-FEEL).
struct FEELParser {
    static let mostCharacters = 2_000
    /// How deep brackets and signs nest, and how long a chain of operators is.
    static let mostNested = 100

    let text: [Unicode.Scalar]
    var place = 0
    var names: FEELNames
    private var depth = 0

    init(_ text: some StringProtocol, names: FEELNames) throws(FEELFault) {
        self.text = Array(text.unicodeScalars.prefix(Self.mostCharacters + 1))
        self.names = names
        if self.text.count > Self.mostCharacters { throw FEELFault(.tooLong, at: Self.mostCharacters + 1) }
        skipSpace()
        if place == self.text.count { throw FEELFault(.empty, at: 1) }
    }

    // MARK: - Expressions

    mutating func expression() throws(FEELFault) -> FEELExpression {
        let left = try sum()
        guard let comparison = comparison() else { return left }
        return .comparison(comparison, left, try sum())
    }

    private mutating func sum() throws(FEELFault) -> FEELExpression {
        var left = try product()
        var length = 0
        while let sign: FEELExpression.Operator = skip("+") ? .plus : skip("-") ? .minus : nil {
            try limit(&length)
            left = .arithmetic(sign, left, try product())
        }
        return left
    }

    private mutating func product() throws(FEELFault) -> FEELExpression {
        var left = try power()
        var length = 0
        while !isNext("**"), let sign: FEELExpression.Operator = skip("*") ? .times : skip("/") ? .divided : nil {
            try limit(&length)
            left = .arithmetic(sign, left, try power())
        }
        return left
    }

    private mutating func power() throws(FEELFault) -> FEELExpression {
        var left = try signed()
        var length = 0
        while skip("**") {
            try limit(&length)
            left = .arithmetic(.power, left, try signed())
        }
        return left
    }

    private mutating func signed() throws(FEELFault) -> FEELExpression {
        guard skip("-") else { return try primary() }
        try enter()
        defer { depth -= 1 }
        let operand = try signed()
        if case .literal(.number(let number)) = operand {
            return .literal(FEELValue.arithmetic(.times, .number(-1), .number(number)))
        }
        return .negated(operand)
    }

    private mutating func primary() throws(FEELFault) -> FEELExpression {
        guard skip("(") else { return try simpleValue() }
        try enter()
        defer { depth -= 1 }
        let inner = try expression()
        guard skip(")") else { throw expected(.closing) }
        return inner
    }

    private mutating func enter() throws(FEELFault) {
        depth += 1
        if depth > Self.mostNested { throw FEELFault(.tooDeep, at: place) }
    }

    private func limit(_ length: inout Int) throws(FEELFault) {
        length += 1
        if length > Self.mostNested { throw FEELFault(.tooDeep, at: place) }
    }

    // MARK: - Values

    /// A literal or a name.
    mutating func simpleValue() throws(FEELFault) -> FEELExpression {
        skipSpace()
        guard place < text.count else { throw expected(.value) }
        if let (fact, end) = names.longest(in: text, at: place) {
            advance(to: end)
            return .fact(fact)
        }
        let scalar = text[place]
        if scalar == "\"" { return .literal(.string(try quoted())) }
        if ("0"..."9").contains(scalar) || scalar == "." && !isNext("..") { return .literal(.number(try number())) }
        guard FEELNames.isStart(scalar) else { throw expected(.value) }
        if let literal = try keyword() { return .literal(literal) }
        return try name()
    }

    private mutating func keyword() throws(FEELFault) -> FEELValue? {
        let constants: [(String, FEELValue)] = [("true", .boolean(true)), ("false", .boolean(false)), ("null", .null)]
        for (word, value) in constants where isWord(word) {
            advance(to: place + word.count)
            return value
        }
        let calls: [(String, (String) -> FEELValue?)] = [
            ("date and time", { FEELValue(moment: $0) }),
            ("date", { Day($0).map(FEELValue.date) }),
            ("time", { FEELTime($0).map(FEELValue.time) }),
            ("duration", { FEELDuration($0).map(FEELValue.duration) }),
        ]
        for (word, read) in calls where isWord(word) {
            let start = place
            advance(to: place + word.count)
            guard skip("(") else {
                advance(to: start)
                return nil
            }
            let at = place
            guard place < text.count, text[place] == "\"" else { throw expected(.quote) }
            let written = try quoted()
            guard let value = read(written) else { throw FEELFault(.badLiteral(written), at: at + 1) }
            guard skip(")") else { throw expected(.closing) }
            return value
        }
        return nil
    }

    private mutating func number() throws(FEELFault) -> FEELNumber {
        let start = place
        while place < text.count, ("0"..."9").contains(text[place]) { place += 1 }
        if place + 1 < text.count, text[place] == ".", ("0"..."9").contains(text[place + 1]) {
            place += 1
            while place < text.count, ("0"..."9").contains(text[place]) { place += 1 }
        }
        let written = String(String.UnicodeScalarView(text[start..<place]))
        guard let number = FEELNumber(written) else { throw FEELFault(.badLiteral(written), at: start + 1) }
        skipSpace()
        return number
    }

    private mutating func quoted() throws(FEELFault) -> String {
        var content = String.UnicodeScalarView()
        var next = place + 1
        while next < text.count, text[next] != "\"" {
            if text[next] == "\\", next + 1 < text.count {
                next += 1
                switch text[next] {
                case "n": content.append("\n")
                case "t": content.append("\t")
                case "r": content.append("\r")
                case "\"", "\\", "'": content.append(text[next])
                default: content.append(contentsOf: ["\\", text[next]])
                }
            } else {
                content.append(text[next])
            }
            next += 1
        }
        guard next < text.count else { throw FEELFault(.expected(.quote, found: ""), at: text.count + 1) }
        advance(to: next + 1)
        return String(content)
    }

    /// A name nobody declared: taken as it stands where names are open, refused elsewhere.
    private mutating func name() throws(FEELFault) -> FEELExpression {
        let start = place
        var end = place
        var next = place
        while next < text.count, FEELNames.isStart(text[next]) || next > start && FEELNames.isPart(text[next]) {
            while next < text.count, FEELNames.isPart(text[next]) { next += 1 }
            end = next
            while names.isOpen, next < text.count, text[next] == " " { next += 1 }
            if !names.isOpen { break }
        }
        let written = String(String.UnicodeScalarView(text[start..<end]))
        guard names.isOpen else { throw FEELFault(.unknownName(written), at: start + 1) }
        advance(to: end)
        return .fact(names.add(written))
    }

    // MARK: - Characters

    mutating func finish() throws(FEELFault) {
        if place < text.count { throw expected(.end) }
    }

    func expected(_ expected: FEELFault.Expected) -> FEELFault {
        guard place < text.count else { return FEELFault(.expected(expected, found: ""), at: text.count + 1) }
        let found = String(text[place])
        if let meant = Self.fullWidth[text[place]] { return FEELFault(.fullWidth(found, meant: meant), at: place + 1) }
        return FEELFault(.expected(expected, found: found), at: place + 1)
    }

    /// What Chinese keyboards write where FEEL wants something narrower.
    private static let fullWidth: [Unicode.Scalar: String] = [
        "，": ",", "、": ",", "（": "(", "）": ")", "“": "\"", "”": "\"", "＂": "\"", "＜": "<", "＞": ">", "≤": "<=",
        "≥": ">=",
        "≠": "!=", "＝": "=", "－": "-", "—": "-", "＋": "+", "×": "*", "÷": "/", "【": "[", "】": "]", "［": "[", "］": "]",
        "．": ".", "。": ".", "…": "..",
    ]

    mutating func comparison() -> Comparison? {
        let all: [Comparison] = [.lessOrEqual, .greaterOrEqual, .different, .less, .greater, .equal]
        return all.first { skip($0.rawValue) }
    }

    /// Steps over `symbol` and the space after it, if it stands here.
    mutating func skip(_ symbol: String) -> Bool {
        guard isNext(symbol) else { return false }
        advance(to: place + symbol.unicodeScalars.count)
        return true
    }

    func isNext(_ symbol: String) -> Bool {
        let symbol = symbol.unicodeScalars
        return place + symbol.count <= text.count && text[place..<(place + symbol.count)].elementsEqual(symbol)
    }

    /// Whether the word stands here whole.
    func isWord(_ word: String) -> Bool {
        let end = place + word.unicodeScalars.count
        return isNext(word) && (end == text.count || !FEELNames.isPart(text[end]))
    }

    mutating func advance(to place: Int) {
        self.place = place
        skipSpace()
    }

    private mutating func skipSpace() {
        while place < text.count, text[place].properties.isWhitespace { place += 1 }
    }
}
