private import CExpat
private import Glibc

/// Reads XML token by token, names with their namespaces; nothing is expanded and nothing outside is fetched.
///
/// The grammar is expat's. This reader adds the limits, refuses a document type, and holds no more than a handful of
/// tokens at a time.
package final class MarkupReader {
    package struct Start {
        package let name: MarkupName
        package let attributes: [(name: MarkupName, value: String)]
        /// The prefixes that the element binds itself; empty text for the namespace of names without prefix.
        package let bindings: [(prefix: String, namespace: String)]
        /// From 1.
        package let line: Int
        package let column: Int
        /// Where the tag begins in `MarkupReader.bytes`.
        package let offset: Int

        /// Returns the value of the attribute of that name in no namespace.
        package subscript(_ local: String) -> String? {
            attributes.first { $0.name.local == local && $0.name.namespace.isEmpty }?.value
        }
    }

    package enum Token {
        case start(Start)
        /// The name, and where the element ends in `MarkupReader.bytes`.
        case end(MarkupName, offset: Int)
        /// All text between two tags, white space included.
        case text(String)
    }

    /// The file in UTF-8.
    package let bytes: [UInt8]
    private let limits: MarkupLimits
    private let parser: XML_Parser
    private var tokens: [Token] = []
    private var next = 0
    private var state = State.fresh
    private var fault: MarkupFault?
    private var names = MarkupNames()
    private var bindings: [(prefix: String, namespace: String)] = []
    private var text: [UInt8] = []
    private var open: [MarkupName] = []
    private var elements = 0
    private var isTranscoded = false

    private enum State {
        case fresh, suspended, finished
    }

    /// How many tokens are read ahead.
    private static let batch = 256

    /// Reads nothing yet.
    ///
    /// - Throws: `MarkupFault` for a file that is too large, or in UTF-16 that is none.
    package init(_ file: [UInt8], limits: MarkupLimits = MarkupLimits()) throws(MarkupFault) {
        guard file.count <= limits.bytes else {
            throw MarkupFault(line: 1, column: 1, .tooLarge(limit: limits.bytes))
        }
        let utf16 = try MarkupReader.utf8(fromUTF16: file)
        bytes = utf16 ?? file
        isTranscoded = utf16 != nil
        self.limits = limits
        guard let parser = XML_ParserCreateNS(isTranscoded ? "UTF-8" : nil, XML_Char(MarkupNames.separator)) else {
            throw MarkupFault(line: 1, column: 1, .tooLarge(limit: limits.bytes))
        }
        self.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        setHandlers()
    }

    deinit { XML_ParserFree(parser) }

    /// Returns the next token, or `nil` at the end of the file.
    package func token() throws(MarkupFault) -> Token? {
        if next == tokens.count { try refill() }
        guard next < tokens.count else { return nil }
        next += 1
        return tokens[next - 1]
    }

    // MARK: Driving the parser

    private func refill() throws(MarkupFault) {
        tokens.removeAll(keepingCapacity: true)
        next = 0
        while tokens.isEmpty {
            let status: XML_Status
            switch state {
            case .finished: return
            case .fresh:
                status = bytes.withUnsafeBufferPointer { buffer in
                    buffer.withMemoryRebound(to: CChar.self) { chars in
                        // The parser wants a pointer even where there is nothing to read.
                        XML_Parse(parser, chars.baseAddress, CInt(chars.count), 1)
                    }
                }
            case .suspended: status = XML_ResumeParser(parser)
            }
            switch status {
            case XML_STATUS_SUSPENDED: state = .suspended
            case XML_STATUS_OK:
                state = .finished
                return
            default: throw fault ?? place(reason(of: XML_GetErrorCode(parser)))
            }
        }
    }

    private func setHandlers() {
        XML_SetElementHandler(
            parser,
            { reader, name, attributes in
                guard let name else { return }
                MarkupReader.of(reader)?.began(name, attributes)
            },
            { reader, _ in MarkupReader.of(reader)?.ended() }
        )
        XML_SetCharacterDataHandler(parser) { reader, text, count in
            guard let text else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
                MarkupReader.of(reader)?.text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
            }
        }
        XML_SetStartNamespaceDeclHandler(parser) { reader, prefix, namespace in
            MarkupReader.of(reader)?.bindings.append((string(prefix), string(namespace)))
        }
        XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in MarkupReader.of(reader)?.stop(.documentType) }
        XML_SetXmlDeclHandler(parser) { reader, _, encoding, _ in MarkupReader.of(reader)?.declared(string(encoding)) }
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> MarkupReader? {
        pointer.map { Unmanaged<MarkupReader>.fromOpaque($0).takeUnretainedValue() }
    }

    // MARK: What the parser tells

    private func declared(_ encoding: String) {
        let known = ["", "UTF-8", "UTF8", "US-ASCII", "ASCII"]
        if !isTranscoded, !known.contains(encoding.uppercased()) { stop(.foreignEncoding(encoding)) }
    }

    private func began(
        _ name: UnsafePointer<XML_Char>,
        _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        guard fault == nil else { return }
        flush()
        elements += 1
        guard open.count < limits.depth else { return stop(.tooDeep(limit: limits.depth)) }
        guard elements <= limits.elements else { return stop(.tooManyElements(limit: limits.elements)) }
        guard let name = interned(name) else { return }
        var attributes: [(name: MarkupName, value: String)] = []
        var index = 0
        while let key = list?[index], let value = list?[index + 1] {
            guard attributes.count < limits.attributes else {
                return stop(.tooManyAttributes(limit: limits.attributes))
            }
            let value = buffer(value)
            guard value.count <= limits.valueBytes else { return stop(.tooLong(limit: limits.valueBytes)) }
            guard let key = interned(key) else { return }
            attributes.append((key, String(decoding: value, as: UTF8.self)))
            index += 2
        }
        let start = Start(
            name: name,
            attributes: attributes,
            bindings: bindings,
            line: Int(XML_GetCurrentLineNumber(parser)),
            column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
            offset: XML_GetCurrentByteIndex(parser)
        )
        bindings.removeAll(keepingCapacity: true)
        open.append(name)
        add(.start(start))
    }

    /// The parser has checked that the tags match.
    private func ended() {
        guard fault == nil, let name = open.popLast() else { return }
        flush()
        add(.end(name, offset: XML_GetCurrentByteIndex(parser) + Int(XML_GetCurrentByteCount(parser))))
    }

    private func flush() {
        guard !text.isEmpty else { return }
        tokens.append(.text(String(decoding: text, as: UTF8.self)))
        text.removeAll(keepingCapacity: true)
    }

    private func add(_ token: Token) {
        tokens.append(token)
        if tokens.count >= MarkupReader.batch { XML_StopParser(parser, XML_Bool(1)) }
    }

    private func interned(_ name: UnsafePointer<XML_Char>) -> MarkupName? {
        let bytes = buffer(name)
        guard bytes.count <= limits.nameBytes else {
            stop(.tooLong(limit: limits.nameBytes))
            return nil
        }
        return names.name(bytes)
    }

    /// The parser has checked that what it hands out is UTF-8.
    private func buffer(_ text: UnsafePointer<XML_Char>) -> UnsafeBufferPointer<UInt8> {
        let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: bytes, count: strlen(text))
    }

    private func stop(_ reason: MarkupFault.Reason) {
        fault = fault ?? place(reason)
        XML_StopParser(parser, XML_Bool(0))
    }

    private func place(_ reason: MarkupFault.Reason) -> MarkupFault {
        MarkupFault(
            line: Int(XML_GetCurrentLineNumber(parser)),
            column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
            reason
        )
    }

    private func reason(of error: XML_Error) -> MarkupFault.Reason {
        switch error {
        case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_UNCLOSED_CDATA_SECTION,
            XML_ERROR_PARTIAL_CHAR:
            .truncated
        case XML_ERROR_UNDEFINED_ENTITY, XML_ERROR_RECURSIVE_ENTITY_REF, XML_ERROR_AMPLIFICATION_LIMIT_BREACH: .entity
        case XML_ERROR_UNBOUND_PREFIX: .unboundPrefix
        case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING: .brokenEncoding
        case XML_ERROR_INVALID_TOKEN where !isUTF8: .brokenEncoding
        default: .notWellFormed(string(XML_ErrorString(error)))
        }
    }

    private var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// Returns the file in UTF-8 if it begins with a mark of UTF-16, `nil` if it does not.
    private static func utf8(fromUTF16 file: [UInt8]) throws(MarkupFault) -> [UInt8]? {
        let isBig = file.starts(with: [0xfe, 0xff])
        guard isBig || file.starts(with: [0xff, 0xfe]) else { return nil }
        guard file.count.isMultiple(of: 2) else { throw MarkupFault(line: 1, column: 1, .truncated) }
        let (high, low) = isBig ? (0, 1) : (1, 0)
        let units = stride(from: 2, to: file.count, by: 2).map { place -> UInt16 in
            UInt16(file[place + high]) << 8 | UInt16(file[place + low])
        }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw MarkupFault(line: 1, column: 1, .brokenEncoding)
        }
        return Array(text.utf8)
    }
}

private func string(_ text: UnsafePointer<XML_Char>?) -> String { text.map { String(cString: $0) } ?? "" }
