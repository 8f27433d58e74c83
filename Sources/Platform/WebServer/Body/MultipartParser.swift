/// Reads `multipart/form-data` piece by piece, holding no more than the limits allow.
///
/// - Source: RFC 7578; RFC 2046 section 5.1.
package struct MultipartParser: Sendable {
    private enum Stage {
        case preamble
        /// `pending` begins with a delimiter.
        case delimiter
        case headers
        case content(MultipartHeader)
        case epilogue
    }

    private static let headerLimit = 16 * 1024

    private let delimiter: [UInt8]
    private let limits: BodyLimits
    private var stage = Stage.preamble
    private var pending: [UInt8]
    /// Where to go on looking, so that bytes that come one by one are not looked at again and again.
    private var searched = 0
    private var content: [UInt8] = []
    private var parts = 0
    private var form = FormContent()

    package init(boundary: String, limits: BodyLimits) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.limits = limits
        // The first delimiter has no line break before it.
        pending = [0x0D, 0x0A]
    }

    /// Takes the next bytes.
    package mutating func consume(_ bytes: some Sequence<UInt8>) throws(BodyFault) {
        pending.append(contentsOf: bytes)
        while try step() {}
    }

    /// Returns the form; the body must have ended with its last boundary.
    package func finish() throws(BodyFault) -> FormContent {
        guard case .epilogue = stage else { throw .cutShort }
        return form
    }

    /// Returns whether something was taken from `pending`, so that another step may follow.
    private mutating func step() throws(BodyFault) -> Bool {
        switch stage {
        case .preamble: try skipPreamble()
        case .delimiter: try passDelimiter()
        case .headers: try readHeaders()
        case .content(let header): try readContent(under: header)
        case .epilogue:
            // What follows the last boundary means nothing.
            dropAll()
        }
    }

    private mutating func dropAll() -> Bool {
        pending.removeAll(keepingCapacity: true)
        return false
    }

    private mutating func skipPreamble() throws(BodyFault) -> Bool {
        guard let place = find(delimiter) else {
            guard pending.count < MultipartParser.headerLimit else { throw .noBoundary }
            return false
        }
        drop(place)
        stage = .delimiter
        return true
    }

    private mutating func find(_ pattern: [UInt8]) -> Int? {
        let place = pending.firstRange(ofBytes: pattern, from: searched)
        searched = place ?? max(0, pending.count - pattern.count + 1)
        return place
    }

    private mutating func drop(_ count: Int) {
        pending.removeFirst(count)
        searched = 0
    }

    /// After a delimiter stands either `--`, the end, or a line break.
    private mutating func passDelimiter() throws(BodyFault) -> Bool {
        let after = delimiter.count
        guard let lineEnd = pending.firstRange(ofBytes: [0x0D, 0x0A], from: after) else {
            if pending.count >= after + 2, pending[after] == 0x2D, pending[after + 1] == 0x2D {
                stage = .epilogue
                return dropAll()
            }
            guard pending.count - after < 256 else { throw .brokenPart }
            return false
        }
        let rest = pending[after..<lineEnd]
        if rest.starts(with: [0x2D, 0x2D]) {
            stage = .epilogue
            return dropAll()
        }
        guard rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { throw .brokenPart }
        parts += 1
        guard parts <= limits.parts else { throw .tooManyParts(limit: limits.parts) }
        // The line break stays: a part without headers begins with an empty line.
        drop(lineEnd)
        stage = .headers
        return true
    }

    private mutating func readHeaders() throws(BodyFault) -> Bool {
        guard let end = find([0x0D, 0x0A, 0x0D, 0x0A]) else {
            guard pending.count < MultipartParser.headerLimit else { throw .brokenPart }
            return false
        }
        guard end < MultipartParser.headerLimit, let header = MultipartHeader(pending[..<end]) else {
            throw .brokenPart
        }
        // The second line break may begin the delimiter of an empty part.
        drop(end + 2)
        content = []
        stage = .content(header)
        return true
    }

    private mutating func readContent(under header: MultipartHeader) throws(BodyFault) -> Bool {
        guard let place = find(delimiter) else {
            let sure = pending.count - delimiter.count
            if sure > 0 {
                content.append(contentsOf: pending[..<sure])
                drop(sure)
            }
            try checkSize(of: header)
            return false
        }
        content.append(contentsOf: pending[..<place])
        try checkSize(of: header)
        try keep(header)
        drop(place)
        stage = .delimiter
        return true
    }

    /// The content still holds the line break after the headers.
    private func checkSize(of header: MultipartHeader) throws(BodyFault) {
        let size = content.count - 2
        if let name = header.fileName {
            if size > limits.fileBytes {
                throw .fileOver(name: FileName.cleaned(name), limitBytes: limits.fileBytes)
            }
        } else if size > limits.fieldBytes {
            throw .fieldOver(field: header.name, limitBytes: limits.fieldBytes)
        }
    }

    private mutating func keep(_ header: MultipartHeader) throws(BodyFault) {
        guard content.count >= 2 else { throw .brokenPart }
        let bytes = Array(content.dropFirst(2))
        content = []
        if let name = header.fileName {
            // A file field left empty comes as a file without name and content.
            if name.isEmpty && bytes.isEmpty { return }
            form.files.append(
                UploadedFile(
                    field: header.name,
                    name: FileName.cleaned(name),
                    declaredType: header.type,
                    bytes: bytes
                )
            )
        } else {
            guard let value = URLText.text(bytes) else { throw .notText(field: header.name) }
            form.values.append(header.name, value)
        }
    }
}

extension Array<UInt8> {
    /// Returns where `pattern` first begins at or after `start`.
    fileprivate func firstRange(ofBytes pattern: [UInt8], from start: Int = 0) -> Int? {
        guard let first = pattern.first, count - start >= pattern.count else { return nil }
        return withUnsafeBufferPointer { source -> Int? in
            var index = start
            let last = source.count - pattern.count
            while index <= last {
                guard let hit = source[index...last].firstIndex(of: first) else { return nil }
                if source[hit..<(hit + pattern.count)].elementsEqual(pattern) { return hit }
                index = hit + 1
            }
            return nil
        }
    }
}
