import Foundation
package import Kernel

/// Adds an electronic signature to a PDF file as PAdES wants it (ETSI EN 319 142-1, level B).
///
/// The file stays as it was, byte for byte; what is added comes after it and names the bytes the signature covers, which
/// are all but the signature itself.
package struct PDFSigning: Sendable {
    /// Who signs, why and when, as readers show it beside the certificate.
    package let name: String
    package let reason: String
    package let at: Instant

    package init(name: String, reason: String, at: Instant) {
        self.name = name
        self.reason = reason
        self.at = at
    }

    /// Room for the signature and its certificates, in bytes.
    private static let room = 8_192
    private static let numberWidth = 10

    /// Returns the signed file.
    ///
    /// - Parameters:
    ///   - file: a file of our own press, not signed yet.
    ///   - sign: makes the detached signature container (CMS, in DER) over the bytes it is given.
    /// - Returns: the file with the signature behind it.
    /// - Throws: `DocumentError.notSignable` for a file that is built otherwise; what `sign` throws.
    package func sign(_ file: [UInt8], with sign: ([UInt8]) throws -> [UInt8]) throws -> [UInt8] {
        let outline = try PDFOutline(file)
        let (field, signature) = (outline.size, outline.size + 1)
        var tail = PDFTail(after: file.count)
        tail.add(
            outline.root,
            try outline.adding(
                "/AcroForm << /Fields [\(field) 0 R] /SigFlags 3 >>",
                to: outline.root,
                unless: "/AcroForm"
            )
        )
        tail.add(
            outline.firstPage,
            try outline.adding("/Annots [\(field) 0 R]", to: outline.firstPage, unless: "/Annots")
        )
        // Without size on the page: the seal is drawn there already.
        tail.add(
            field,
            "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal1) /V \(signature) 0 R /Rect [0 0 0 0] /F 132 "
                + "/P \(outline.firstPage) 0 R >>"
        )
        let gap = String(repeating: "0", count: PDFSigning.room * 2)
        let blank = String(repeating: " ", count: 4 * (PDFSigning.numberWidth + 1))
        tail.add(
            signature,
            "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name <\(PDFValue.hex(name))> "
                + "/Reason <\(PDFValue.hex(reason))> /M (D:\(at.documentText)+08'00') /ByteRange [\(blank)] "
                + "/Contents <\(gap)> >>"
        )
        let added = tail.closed(outline, size: outline.size + 2)
        return try filled(file + Array(added.utf8), after: file.count, sign)
    }

    /// Writes the covered ranges, then the signature over them, into the places kept for both.
    private func filled(
        _ draft: [UInt8],
        after start: Int,
        _ sign: ([UInt8]) throws -> [UInt8]
    ) throws -> [UInt8] {
        var bytes = draft
        guard let ranges = bytes.place(of: "/ByteRange [", from: start),
            let hole = bytes.place(of: "/Contents <", from: start)
        else { throw DocumentError.notSignable("no place for the signature") }
        // The angle brackets belong to the hole.
        let (before, after) = (hole - 1, hole + PDFSigning.room * 2 + 1)
        let numbers = [0, before, after, bytes.count - after].map(String.init).joined(separator: " ")
        bytes.replaceSubrange(ranges..<ranges + numbers.utf8.count, with: Array(numbers.utf8))
        let container = try sign(Array(bytes[..<before]) + Array(bytes[after...]))
        guard container.count <= PDFSigning.room else {
            throw DocumentError.notSignable(
                "the signature has \(container.count) bytes, room is for \(PDFSigning.room)"
            )
        }
        let digits = container.flatMap { byte -> [UInt8] in
            [byte >> 4, byte & 15].map { (half: UInt8) -> UInt8 in half < 10 ? half + 48 : half + 55 }
        }
        bytes.replaceSubrange(hole..<hole + digits.count, with: digits)
        return bytes
    }
}

/// What is added at the end of a file: objects, the table of their places, the way back.
private struct PDFTail {
    private var text = "\n"
    private var places: [(number: Int, offset: Int)] = []
    private let start: Int

    init(after count: Int) {
        start = count
    }

    mutating func add(_ number: Int, _ body: String) {
        places.append((number, start + text.utf8.count))
        text += "\(number) 0 obj\n\(body)\nendobj\n"
    }

    func closed(_ outline: PDFOutline, size: Int) -> String {
        let table = places.sorted { $0.number < $1.number }.map { place in
            let digits = String(place.offset)
            return "\(place.number) 1\n\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n"
        }
        let info = outline.info.map { " /Info \($0) 0 R" } ?? ""
        return text + "xref\n\(table.joined())"
            + "trailer\n<< /Size \(size) /Root \(outline.root) 0 R\(info) /Prev \(outline.table) >>\n"
            + "startxref\n\(start + text.utf8.count)\n%%EOF\n"
    }
}

extension Instant {
    /// As PDF dates it, in China's time, without the zone: `20261128090507`.
    fileprivate var documentText: String {
        "\(self)".prefix(19).filter { $0.isNumber }
    }
}
