/// Puts files together into a zip archive, stored as they are: small files that any program opens.
struct ZipArchive {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// The first of January 1980: an archive of the same files has the same bytes, and tells no time of making.
    private static let date: UInt16 = 0x0021

    mutating func append(_ name: String, _ bytes: [UInt8]) {
        let offset = body.count
        var head: [UInt8] = []
        head.put16(20, 0x0800, 0, 0, ZipArchive.date)
        head.put32(CRC32.of(bytes), UInt32(bytes.count), UInt32(bytes.count))
        head.put16(UInt16(name.utf8.count), 0)
        body.put32(0x0403_4B50)
        body += head + Array(name.utf8) + bytes
        directory.put32(0x0201_4B50)
        directory.put16(20)
        directory += head
        directory.put16(0, 0, 0)
        directory.put32(0, UInt32(offset))
        directory += Array(name.utf8)
        count += 1
    }

    var bytes: [UInt8] {
        var end: [UInt8] = []
        end.put32(0x0605_4B50)
        end.put16(0, 0, UInt16(count), UInt16(count))
        end.put32(UInt32(directory.count), UInt32(body.count))
        end.put16(0)
        return body + directory + end
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
