import struct BlobStore.Attachment
import BlobStore
import Casework
import Kernel
import TestSupport
import Testing

/// - Source: CIPA DC-008 (Exif 2.32).
@Suite("What photographs say of themselves")
struct PhotoTests {
    /// A directory entry as it stands in a file: tag, type, count, four bytes of value or offset.
    private struct Entry {
        let tag: Int
        let type: Int
        let count: Int
        let value: [UInt8]
    }

    /// Writes Exif as cameras do, in either order of bytes.
    private struct Writer {
        let isLittle: Bool

        func number(_ value: Int, _ length: Int) -> [UInt8] {
            let bytes = (0..<length).map { UInt8(value >> (8 * $0) & 255) }
            return isLittle ? bytes : bytes.reversed()
        }

        func text(_ text: String) -> [UInt8] { Array(text.utf8) + [0] }

        func fractions(_ values: [(Int, Int)]) -> [UInt8] { values.flatMap { number($0.0, 4) + number($0.1, 4) } }

        /// A directory at `start`, with the values that do not fit behind it.
        func directory(_ entries: [Entry], at start: Int) -> [UInt8] {
            var (table, tail) = (number(entries.count, 2), [UInt8]())
            let behind = start + 2 + 12 * entries.count + 4
            for entry in entries {
                table += number(entry.tag, 2) + number(entry.type, 2) + number(entry.count, 4)
                if entry.value.count <= 4 {
                    table += entry.value + [UInt8](repeating: 0, count: 4 - entry.value.count)
                } else {
                    table += number(behind + tail.count, 4)
                    tail += entry.value
                }
            }
            return table + number(0, 4) + tail
        }

        var block: [UInt8] {
            let camera = text("演示牌")
            let exif = [
                Entry(tag: 0x9003, type: 2, count: 20, value: text("2026:11:05 14:03:22")),
                Entry(tag: 0x9011, type: 2, count: 7, value: text("+08:00")),
            ]
            let gps = [
                Entry(tag: 1, type: 2, count: 2, value: text("N")),
                Entry(tag: 2, type: 5, count: 3, value: fractions([(30, 1), (28, 1), (2_323, 100)])),
                Entry(tag: 3, type: 2, count: 2, value: text("E")),
                Entry(tag: 4, type: 5, count: 3, value: fractions([(106, 1), (38, 1), (643, 100)])),
            ]
            func first(_ exif: Int, _ gps: Int) -> [UInt8] {
                directory(
                    [
                        Entry(tag: 0x010F, type: 2, count: camera.count, value: camera),
                        Entry(tag: 0x8769, type: 4, count: 1, value: number(exif, 4)),
                        Entry(tag: 0x8825, type: 4, count: 1, value: number(gps, 4)),
                    ],
                    at: 8
                )
            }
            let afterFirst = 8 + first(0, 0).count
            let middle = directory(exif, at: afterFirst)
            let head = Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4)
            return head + first(afterFirst, afterFirst + middle.count) + middle
                + directory(gps, at: afterFirst + middle.count)
        }

        var jpeg: [UInt8] {
            let body = Array("Exif\0\0".utf8) + block
            let other: [UInt8] = [0xFF, 0xE0, 0, 4, 1, 2]
            return [0xFF, 0xD8] + other + [0xFF, 0xE1, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 255)]
                + body + [0xFF, 0xDA, 0, 2, 9, 9, 0xFF, 0xD9]
        }

        var png: [UInt8] {
            func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
                Writer(isLittle: false).number(body.count, 4) + Array(name.utf8) + body + [0, 0, 0, 0]
            }
            return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", [UInt8](repeating: 0, count: 13))
                + chunk("eXIf", block) + chunk("IEND", [])
        }
    }

    private static let words =
        "拍摄2026-11-05 14:03:22 +08:00，设备演示牌，位置北纬30.473119°、东经106.635119°"

    @Test("when, with what and where, from either order of bytes and either format", arguments: [true, false])
    func read(isLittle: Bool) {
        let writer = Writer(isLittle: isLittle)
        #expect(Photo(file: writer.jpeg)?.chinese == Self.words)
        #expect(Photo(file: writer.png)?.chinese == Self.words)
    }

    @Test("what is no photograph, or says nothing, is none")
    func none() {
        let files: [[UInt8]] = [[], [0xFF], [0xFF, 0xD8], Array("%PDF-1.7".utf8), [0xFF, 0xD8, 0xFF, 0xDA, 0, 2]]
        for file in files { #expect(Photo(file: file) == nil) }
    }

    @Test("a file cut anywhere, or with any byte wrong, is read as far as it goes and never stops the program")
    func damaged() {
        for writer in [Writer(isLittle: true), Writer(isLittle: false)] {
            for file in [writer.jpeg, writer.png] {
                for length in file.indices { _ = Photo(file: Array(file[..<length])) }
                for place in file.indices {
                    for value in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
                        var wrong = file
                        wrong[place] = value
                        let photo = Photo(file: wrong)
                        #expect((photo?.chinese.count ?? 0) < 400)
                    }
                }
            }
        }
    }

    @Test("places south and west, with all their digits")
    func places() {
        #expect(Photo.Place(latitude: -1_000_005, longitude: -900_000).chinese == "南纬1.000005°、西经0.900000°")
    }

    @Test("of the files of a case the photographs are read, however long they are, and nothing else")
    func files() async throws {
        let folder = try TemporaryFolder()
        let blobs = try BlobStore(folder: folder.path)
        let photo = Writer(isLittle: true).jpeg + [UInt8](repeating: 0, count: 1_000_000)
        func keep(_ name: String, _ bytes: [UInt8]) async throws -> Attachment {
            try await blobs.keep(bytes, name: name, mediaType: "", randomness: SystemRandomness())
        }
        let files = [
            try await keep("现场.JPG", photo), try await keep("笔录.pdf", photo), try await keep("空白.png", [1, 2, 3]),
        ]
        let photos = try #require(try await blobs.photos(of: files))
        #expect(photos.mapValues(\.chinese) == [files[0].blob: Self.words])
        #expect(try await blobs.photos(of: [files[1]]) == nil)
    }
}
