/// What a file really is, judged by its first bytes and never by its name or by what its sender says.
package enum FileContent: String, Hashable, Sendable, CaseIterable {
    case pdf = "application/pdf"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gif = "image/gif"
    case tiff = "image/tiff"
    case bitmap = "image/bmp"
    case webp = "image/webp"
    case heic = "image/heic"
    /// Documents of offices and OFD are archives, too.
    case archive = "application/zip"
    /// Documents of offices before 2007.
    case compound = "application/x-cfb"
    case video = "video/mp4"
    case audio = "audio/mpeg"
    case text = "text/plain"

    package var mediaType: String { rawValue }

    /// What is taken, for people.
    package static let chinese = "PDF、图片、办公文档、压缩包、音视频或者文本"

    /// Returns `nil` for what is none of these: programs, scripts and pages among them.
    package init?(_ bytes: [UInt8]) {
        let found = FileContent.marks.first { mark in
            bytes.count >= mark.offset + mark.bytes.count
                && bytes[mark.offset..<mark.offset + mark.bytes.count].elementsEqual(mark.bytes)
                && mark.also.map { bytes.starts(with: $0) } ?? true
        }
        if let found {
            self = found.content
        } else if FileContent.isPlain(bytes) {
            self = .text
        } else {
            return nil
        }
    }

    private struct Mark {
        let content: FileContent
        let offset: Int
        let bytes: [UInt8]
        let also: [UInt8]?

        init(_ content: FileContent, _ bytes: [UInt8], at offset: Int = 0, also: [UInt8]? = nil) {
            self.content = content
            self.offset = offset
            self.bytes = bytes
            self.also = also
        }
    }

    private static let marks: [Mark] = [
        Mark(.pdf, Array("%PDF-".utf8)), Mark(.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        Mark(.jpeg, [0xFF, 0xD8, 0xFF]), Mark(.gif, Array("GIF8".utf8)), Mark(.tiff, [0x49, 0x49, 0x2A, 0x00]),
        Mark(.tiff, [0x4D, 0x4D, 0x00, 0x2A]), Mark(.webp, Array("WEBP".utf8), at: 8, also: Array("RIFF".utf8)),
        Mark(.heic, Array("ftyphei".utf8), at: 4), Mark(.heic, Array("ftypmif".utf8), at: 4),
        Mark(.video, Array("ftyp".utf8), at: 4), Mark(.archive, [0x50, 0x4B, 0x03, 0x04]),
        Mark(.compound, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), Mark(.audio, Array("ID3".utf8)),
        Mark(.audio, [0xFF, 0xFB]), Mark(.bitmap, Array("BM".utf8)),
    ]

    /// Text, and neither a page nor a script that a browser or a shell would run.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else { return false }
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix(16).lowercased()
        return !["<", "#!"].contains { start.hasPrefix($0) }
    }
}
