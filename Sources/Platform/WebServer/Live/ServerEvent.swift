package import HTML

/// One event of a stream that renews open pages.
package struct ServerEvent: Hashable, Sendable {
    /// As it goes over the wire.
    let bytes: [UInt8]

    /// An event named like a live region, with the region's new content.
    package static func region(_ name: String, _ content: any HTML) -> ServerEvent {
        ServerEvent(name: name, text: content.renderedText)
    }

    /// Says that regions are out of date; each page fetches its own view of them.
    package static func changed(_ regions: [String]) -> ServerEvent {
        ServerEvent(name: "changed", text: regions.joined(separator: " "))
    }

    /// A line that browsers ignore; it keeps the connection open and finds the dead ones.
    static let heartbeat = ServerEvent(bytes: Array(": \n\n".utf8))
    static let opening = ServerEvent(bytes: Array("retry: 3000\n: \n\n".utf8))

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private init(name: String, text: String) {
        var wire = "event: \(name.filter { !$0.isNewline })\n"
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            wire += "data: \(line)\n"
        }
        bytes = Array("\(wire)\n".utf8)
    }
}
