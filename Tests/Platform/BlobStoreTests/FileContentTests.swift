import BlobStore
import Testing

@Suite("What a file is, is told by what it holds")
struct FileContentTests {
    private static func bytes(_ head: [UInt8], _ text: String = "", _ tail: [UInt8] = []) -> [UInt8] {
        head + Array(text.utf8) + tail
    }

    @Test("whatever it is called")
    func told() {
        let box: [UInt8] = [0, 0, 0, 24]
        let known: [(bytes: [UInt8], content: FileContent)] = [
            (Self.bytes([], "%PDF-1.7"), .pdf),
            (Self.bytes([0x89], "PNG", [0x0D, 0x0A, 0x1A, 0x0A, 0]), .png),
            (Self.bytes([0xFF, 0xD8, 0xFF, 0xE0]), .jpeg),
            (Self.bytes([], "PK", [3, 4, 0]), .archive),
            (Self.bytes(box, "ftypheic"), .heic),
            (Self.bytes(box, "ftypisom"), .video),
            (Self.bytes([], "RIFFsizeWEBP"), .webp),
            (Self.bytes([], "身份证明"), .text),
        ]
        for file in known { #expect(FileContent(file.bytes) == file.content, "\(file.content)") }
    }

    @Test("a program, a page, a script and bytes of no form are nothing that is taken")
    func refused() {
        let refused: [[UInt8]] = [
            Self.bytes([], "MZ", [0x90, 0]), Self.bytes([0x7F], "ELF", [2, 0]), Self.bytes([], " <html>"),
            Self.bytes([], "#!/bin/sh"), Self.bytes([], "\u{FEFF}<svg>"), Self.bytes([0xC3, 0x28, 0x41]),
            Self.bytes([], "RIFF", [0, 0, 0, 0]),
        ]
        for bytes in refused { #expect(FileContent(bytes) == nil, "\(bytes)") }
    }
}
