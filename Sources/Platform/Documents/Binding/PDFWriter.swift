/// Writes the objects of a file with their table behind them.
struct PDFWriter {
    let bytes: [UInt8]

    init(_ objects: [Int: PDFObject], root: Int) {
        // The second line says that the file holds more than text.
        var bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 10]
        let size = (objects.keys.max() ?? 0) + 1
        var table = "xref\n0 \(size)\n0000000000 65535 f \n"
        for number in 1..<size {
            let place = String(bytes.count)
            table += String(repeating: "0", count: 10 - place.count) + "\(place) 00000 n \n"
            bytes += Array("\(number) 0 obj\n".utf8)
            if let object = objects[number] {
                bytes += object.value.bytes
                if let stream = object.stream { bytes += Array("\nstream\n".utf8) + stream + Array("\nendstream".utf8) }
            } else {
                bytes += Array("null".utf8)
            }
            bytes += Array("\nendobj\n".utf8)
        }
        let identity = PDFWriter.identity(of: bytes)
        let trailer = PDFValue.dictionary([
            "Size": .word("\(size)"), "Root": .reference(root), "ID": .array([identity, identity]),
        ])
        let start = bytes.count
        bytes += Array("\(table)trailer\n".utf8) + trailer.bytes + Array("\nstartxref\n\(start)\n%%EOF\n".utf8)
        self.bytes = bytes
    }

    /// Sixteen bytes that follow from the content; they name the file and prove nothing.
    private static func identity(of bytes: [UInt8]) -> PDFValue {
        let parts: [UInt64] = [0xCBF2_9CE4_8422_2325, 0x6C62_272E_07BB_0142].map { seed in
            bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        }
        let digits = parts.map { part -> String in
            let text = String(part, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        return .string(Array("<\(digits.joined())>".utf8))
    }
}
