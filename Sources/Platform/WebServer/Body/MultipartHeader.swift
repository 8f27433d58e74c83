/// What the headers of one part say.
struct MultipartHeader: Hashable, Sendable {
    let name: String
    /// As sent; nil for a part that is no file.
    let fileName: String?
    let type: String

    init?(_ lines: some Collection<UInt8>) {
        guard let text = String(validating: lines, as: UTF8.self) ?? MultipartHeader.repaired(lines) else { return nil }
        var disposition: [String: String]?
        var type = "application/octet-stream"
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            let value = parts[1].drop { $0 == " " }
            switch parts[0].lowercased() {
            case "content-disposition": disposition = HeaderParameters.parse(String(value))
            case "content-type": type = String(value.prefix(100))
            default: continue
            }
        }
        guard let disposition, let name = disposition["name"], !name.contains("\u{0}") else { return nil }
        self.name = name
        self.type = type
        if let extended = disposition["filename*"], let decoded = MultipartHeader.extended(extended) {
            fileName = decoded
        } else {
            fileName = disposition["filename"]
        }
    }

    /// Old programs send names in the encoding of their system; what cannot be read is marked, not refused.
    private static func repaired(_ lines: some Collection<UInt8>) -> String? { String(decoding: lines, as: UTF8.self) }

    /// Reads `UTF-8''%E5%90%8D` (RFC 8187).
    private static func extended(_ value: String) -> String? {
        let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
        return URLText.text(URLText.decode(parts[2].utf8, plusIsSpace: false))
    }
}

/// Parameters of a header, such as `form-data; name="a"; filename="b"`.
enum HeaderParameters {
    /// Returns the parameters by lower-case name; of two with one name the first counts.
    ///
    /// Browsers write a quotation mark inside a name as `%22`, other programs as `\"`: both are read.
    static func parse(_ header: String) -> [String: String] {
        var found: [String: String] = [:]
        var rest = Substring(header)
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            let value = rest.first == "\"" ? quoted(&rest) : plain(&rest)
            let key = name.lowercased()
            if found[key] == nil { found[key] = value }
        }
        return found
    }

    private static func plain(_ rest: inout Substring) -> String {
        let value = rest.prefix { $0 != ";" }
        rest = rest.dropFirst(value.count)
        return String(value).replacing(" ", with: "")
    }

    private static func quoted(_ rest: inout Substring) -> String {
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst() {
            if character == "\"" { break }
            if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
                value.append(next)
                rest = rest.dropFirst()
            } else {
                value.append(character)
            }
        }
        return value.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }
}
