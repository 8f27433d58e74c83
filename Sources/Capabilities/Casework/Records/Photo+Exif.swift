/// Reads Exif from JPEG and PNG; whatever is odd in a file ends the reading and nothing else.
///
/// - Source: CIPA DC-008 (Exif 2.32) section 4; ISO/IEC 10918-1 annex B; PNG third edition, eXIf.
extension Photo {
    /// Returns `nil` for what is no photograph, or one that says nothing of itself.
    package init?(file: [UInt8]) {
        guard let block = file.starts(with: [0xFF, 0xD8]) ? Photo.jpegBlock(file) : Photo.pngBlock(file),
            let tags = ExifTags(block)
        else { return nil }
        let device = [tags.text(.first, 0x010F), tags.text(.first, 0x0110)].compactMap(\.self)
        self.init(
            takenAt: tags.moment,
            device: device.isEmpty ? nil : device.joined(separator: " "),
            software: tags.text(.first, 0x0131),
            place: tags.place
        )
        if self == Photo() { return nil }
    }

    /// The TIFF block of the first APP1 segment that holds one.
    private static func jpegBlock(_ file: [UInt8]) -> ArraySlice<UInt8>? {
        var at = 2
        while at + 4 <= file.count, file[at] == 0xFF {
            let (marker, length) = (file[at + 1], Int(file[at + 2]) << 8 | Int(file[at + 3]))
            let end = at + 2 + length
            // The picture itself begins; Exif stands before it.
            guard marker != 0xDA, length >= 2, end <= file.count else { return nil }
            let body = file[(at + 4)..<end]
            if marker == 0xE1, body.starts(with: Array("Exif\0\0".utf8)) { return body.dropFirst(6) }
            at = end
        }
        return nil
    }

    private static func pngBlock(_ file: [UInt8]) -> ArraySlice<UInt8>? {
        guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
        var at = 8
        while at + 12 <= file.count {
            let length = file[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
            guard length <= file.count - at - 12 else { return nil }
            if file[(at + 4)..<(at + 8)].elementsEqual("eXIf".utf8) { return file[(at + 8)..<(at + 8 + length)] }
            at += 12 + length
        }
        return nil
    }
}

/// The tags of the three directories that matter, found in a TIFF block.
private struct ExifTags {
    enum Directory: Hashable {
        case first
        case exif
        case position
    }

    private struct Entry {
        let type: UInt16
        let count: Int
        /// Where its values begin in the block.
        let start: Int
    }

    private let bytes: [UInt8]
    private let isLittle: Bool
    private var entries: [Directory: [UInt16: Entry]] = [:]

    /// Longer texts are no names of cameras.
    private static let longestText = 100

    init?(_ block: ArraySlice<UInt8>) {
        bytes = Array(block)
        isLittle = bytes.starts(with: [0x49, 0x49])
        guard isLittle || bytes.starts(with: [0x4D, 0x4D]), number(2, 2) == 42, let first = number(4, 4) else {
            return nil
        }
        entries[.first] = directory(at: first)
        for (pointer, name) in [(0x8769, Directory.exif), (0x8825, .position)] as [(UInt16, Directory)] {
            guard let entry = entries[.first]?[pointer], let start = number(entry.start, 4) else { continue }
            entries[name] = directory(at: start)
        }
    }

    private func number(_ at: Int, _ length: Int) -> Int? {
        guard at >= 0, at <= bytes.count - length else { return nil }
        let part = bytes[at..<(at + length)]
        return isLittle ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
    }

    private func directory(at start: Int) -> [UInt16: Entry] {
        var found: [UInt16: Entry] = [:]
        guard let count = number(start, 2) else { return found }
        for index in 0..<count {
            let at = start + 2 + 12 * index
            guard let tag = number(at, 2), let type = number(at + 2, 2), let count = number(at + 4, 4),
                let offset = number(at + 8, 4)
            else { break }
            let size = count * ExifTags.size(type)
            found[UInt16(tag)] = Entry(type: UInt16(type), count: count, start: size <= 4 ? at + 8 : offset)
        }
        return found
    }

    private static func size(_ type: Int) -> Int {
        switch type {
        case 3: 2
        case 4, 9: 4
        case 5, 10: 8
        default: 1
        }
    }

    /// A text without what is behind its end; `nil` when it is empty or no text.
    func text(_ directory: Directory, _ tag: UInt16) -> String? {
        guard let entry = entries[directory]?[tag], entry.type == 2, entry.count <= ExifTags.longestText,
            entry.start >= 0, entry.start <= bytes.count - entry.count
        else { return nil }
        let part = bytes[entry.start..<(entry.start + entry.count)].prefix { $0 != 0 }
        let text = String(decoding: part, as: UTF8.self)
        let isPlain = text.unicodeScalars.allSatisfy {
            $0 != "\u{FFFD}" && $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        }
        let words = text.split(separator: " ").joined(separator: " ")
        return isPlain && !words.isEmpty ? words : nil
    }

    /// `2026:11:05 14:03:22` with the offset it names, as 2026-11-05 14:03:22 +08:00.
    var moment: String? {
        guard let text = text(.exif, 0x9003) ?? text(.first, 0x0132),
            let parts = text.wholeMatch(of: /(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/), parts.1 != "0000"
        else { return nil }
        let offset = self.text(.exif, 0x9011).flatMap { $0.wholeMatch(of: /[+\-]\d\d:\d\d/)?.0 }
        return "\(parts.1)-\(parts.2)-\(parts.3) \(parts.4)" + (offset.map { " \($0)" } ?? "")
    }

    var place: Photo.Place? {
        guard let latitude = degrees(2, below: 90), let longitude = degrees(4, below: 180),
            let north = text(.position, 1), let east = text(.position, 3)
        else { return nil }
        return Photo.Place(
            latitude: north == "S" ? -latitude : latitude,
            longitude: east == "W" ? -longitude : longitude
        )
    }

    /// Three fractions, degrees, minutes and seconds, in millionths of a degree.
    private func degrees(_ tag: UInt16, below most: Int) -> Int? {
        guard let entry = entries[.position]?[tag], entry.type == 5, entry.count == 3 else { return nil }
        var sum = 0.0
        for (index, part) in [1.0, 60.0, 3_600.0].enumerated() {
            guard let above = number(entry.start + 8 * index, 4), let under = number(entry.start + 8 * index + 4, 4),
                under > 0
            else { return nil }
            sum += Double(above) / Double(under) / part
        }
        guard sum <= Double(most) else { return nil }
        return Int((sum * 1_000_000).rounded())
    }
}
