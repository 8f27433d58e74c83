import Glibc

/// How the bytes of a Chinese file write text.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    /// Holds GBK and GB 2312, in which older programs and spreadsheets write.
    case gb18030 = "GB18030"
}

/// A file of Chinese text turned into UTF-8, in whichever of two ways it was written.
package struct ChineseText: Hashable, Sendable {
    package let encoding: TextEncoding
    /// UTF-8, up to the first byte that is not of the encoding.
    package let bytes: [UInt8]
    /// Where in the file the first such byte stands, and in which line; `nil` if all is well.
    package let fault: Fault?

    package struct Fault: Hashable, Sendable {
        package let offset: Int
        /// From 1.
        package let line: Int
    }

    /// Reads a file; of two encodings that both fail, the one that goes further is taken.
    ///
    /// - Parameters:
    ///   - file: its bytes, with or without a byte order mark.
    ///   - declared: what the sender says it is; told from the bytes when `nil`.
    package init(_ file: [UInt8], declared: TextEncoding? = nil) {
        let valid = ChineseText.validPrefix(file)
        let isUTF8 = valid == file.count
        switch declared {
        case .utf8: self.init(.utf8, Array(file.prefix(valid)), isUTF8 ? nil : valid, in: file)
        case .gb18030:
            // UTF-8 often reads as GB18030 by chance, and then as nonsense.
            let lies = isUTF8 ? file.firstIndex { $0 >= 0x80 } : nil
            let read = ChineseText.fromGB18030(file)
            self.init(.gb18030, lies == nil ? read.bytes : [], lies ?? read.fault, in: file)
        case nil where isUTF8: self.init(.utf8, file, nil, in: file)
        case nil:
            let read = ChineseText.fromGB18030(file)
            // What is UTF-8 to its last character was cut off there, even where the rest reads as GB18030 by chance.
            let isCutOff = file.count - valid < 4 && file[..<valid].contains { $0 >= 0x80 }
            if isCutOff || read.fault.map({ $0 <= valid }) ?? false {
                self.init(.utf8, Array(file.prefix(valid)), valid, in: file)
            } else {
                self.init(.gb18030, read.bytes, read.fault, in: file)
            }
        }
    }

    private init(_ encoding: TextEncoding, _ bytes: [UInt8], _ fault: Int?, in file: [UInt8]) {
        self.encoding = encoding
        self.bytes = bytes
        self.fault = fault.map { offset in
            Fault(offset: offset, line: file[..<offset].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 })
        }
    }

    /// How many bytes at the front are UTF-8.
    private static func validPrefix(_ file: [UInt8]) -> Int {
        var decoder = UTF8()
        var bytes = file.makeIterator()
        var valid = 0
        while true {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar): valid += UTF8.width(scalar)
            case .emptyInput, .error: return valid
            }
        }
    }

    /// Turns GB18030 into UTF-8 with the system's table, as far as it goes.
    private static func fromGB18030(_ file: [UInt8]) -> (bytes: [UInt8], fault: Int?) {
        let table = iconv_open(TextEncoding.utf8.rawValue, TextEncoding.gb18030.rawValue)
        guard Int(bitPattern: table) != -1 else { return ([], 0) }
        defer { iconv_close(table) }
        var source = file.map(CChar.init(bitPattern:))
        var goal = [CChar](repeating: 0, count: 1 << 16)
        var bytes: [UInt8] = []
        var fault: Int?
        source.withUnsafeMutableBufferPointer { source in
            var from = source.baseAddress
            var left = source.count
            while left > 0, fault == nil {
                goal.withUnsafeMutableBufferPointer { goal in
                    var to = goal.baseAddress
                    var room = goal.count
                    let before = left
                    _ = iconv(table, &from, &left, &to, &room)
                    bytes += goal[..<(goal.count - room)].map(UInt8.init(bitPattern:))
                    // Where there was too little room it goes on; where nothing was read, the next byte is none of it.
                    if left == before { fault = source.count - left }
                }
            }
        }
        return (bytes, fault)
    }
}
