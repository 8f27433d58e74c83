/// Puts files together into a zip archive, stored as they are: small files that any program opens.
package struct ZipArchive {
    package init() {}

    /// The file that is being added piece by piece; size and checksum are told behind it.
    private struct OpenFile {
        let name: [UInt8]
        let offset: Int
        var check: UInt32 = 0
        var size = 0
    }

    /// What was not taken yet.
    private var body: [UInt8] = []
    private var taken = 0
    private var directory: [UInt8] = []
    private var count = 0
    private var open: OpenFile?

    /// The first of January 1980: an archive of the same files has the same bytes, and tells no time of making.
    private static let date: UInt16 = 0x0021
    private static let utf8Name: UInt16 = 0x0800
    private static let sizeFollows: UInt16 = 0x0008

    package mutating func append(_ name: String, _ bytes: [UInt8]) {
        let offset = taken + body.count
        let head = ZipArchive.head(ZipArchive.utf8Name, CRC32.of(bytes), bytes.count, Array(name.utf8))
        body.put32(0x0403_4B50)
        body += head + Array(name.utf8) + bytes
        list(Array(name.utf8), head, at: offset)
    }

    /// Begins a file whose bytes follow.
    mutating func open(_ name: String) {
        open = OpenFile(name: Array(name.utf8), offset: taken + body.count)
        body.put32(0x0403_4B50)
        body += ZipArchive.head(ZipArchive.utf8Name | ZipArchive.sizeFollows, 0, 0, Array(name.utf8))
        body += Array(name.utf8)
    }

    mutating func add(_ bytes: [UInt8]) {
        if let check = open?.check { open?.check = CRC32.of(bytes, after: check) }
        open?.size += bytes.count
        body += bytes
    }

    /// Ends the file that was opened.
    mutating func close() {
        guard let file = open else { return }
        open = nil
        body.put32(0x0807_4B50, file.check, UInt32(file.size), UInt32(file.size))
        let flags = ZipArchive.utf8Name | ZipArchive.sizeFollows
        list(file.name, ZipArchive.head(flags, file.check, file.size, file.name), at: file.offset)
    }

    /// Returns what was written since it was asked last, and forgets it.
    mutating func take() -> [UInt8] {
        defer { body = [] }
        taken += body.count
        return body
    }

    /// What stands behind all files.
    var ending: [UInt8] {
        var end: [UInt8] = []
        end.put32(0x0605_4B50)
        end.put16(0, 0, UInt16(count), UInt16(count))
        end.put32(UInt32(directory.count), UInt32(taken + body.count))
        end.put16(0)
        return directory + end
    }

    package var bytes: [UInt8] { body + ending }

    private mutating func list(_ name: [UInt8], _ head: [UInt8], at offset: Int) {
        directory.put32(0x0201_4B50)
        directory.put16(20)
        directory += head
        directory.put16(0, 0, 0)
        directory.put32(0, UInt32(offset))
        directory += name
        count += 1
    }

    private static func head(_ flags: UInt16, _ check: UInt32, _ size: Int, _ name: [UInt8]) -> [UInt8] {
        var head: [UInt8] = []
        head.put16(20, flags, 0, 0, date)
        head.put32(check, UInt32(size), UInt32(size))
        head.put16(UInt16(name.count), 0)
        return head
    }
}

extension [UInt8] {
    fileprivate mutating func put16(_ values: UInt16...) {
        for value in values { self += [UInt8(value & 0xFF), UInt8(value >> 8)] }
    }

    fileprivate mutating func put32(_ values: UInt32...) {
        for value in values { for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(value >> shift & 0xFF)) } }
    }
}
