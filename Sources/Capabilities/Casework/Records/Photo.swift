package import BlobStore
import Cryptography

/// What a photograph says of itself; the file keeps it too, this is to be read.
///
/// Nothing of it is proof: a camera's clock may be wrong and a program may write anything.
///
/// - Source: 国办发〔2018〕118号 part 3 (全过程记录: 音像记录的时间、地点); Administrative Penalty Law (行政处罚法) art. 46, 47.
package struct Photo: Hashable, Sendable, Codable {
    /// As the camera wrote it, in its own time: 2026-11-05 14:03:22, with its offset where it names one.
    package let takenAt: String?
    /// Maker and model.
    package let device: String?
    /// The program that wrote the file last; cameras name their own.
    package let software: String?
    package let place: Place?

    /// In millionths of a degree, north and east positive.
    package struct Place: Hashable, Sendable, Codable {
        package let latitude: Int
        package let longitude: Int

        package init(latitude: Int, longitude: Int) {
            self.latitude = latitude
            self.longitude = longitude
        }

        /// 北纬30.473120°、东经106.635120°.
        package var chinese: String {
            "\(latitude < 0 ? "南纬" : "北纬")\(Place.degrees(latitude))、\(longitude < 0 ? "西经" : "东经")\(Place.degrees(longitude))"
        }

        private static func degrees(_ millionths: Int) -> String {
            let (whole, rest) = abs(millionths).quotientAndRemainder(dividingBy: 1_000_000)
            let digits = String(rest)
            return "\(whole).\(String(repeating: "0", count: 6 - digits.count))\(digits)°"
        }
    }

    package init(takenAt: String? = nil, device: String? = nil, software: String? = nil, place: Place? = nil) {
        self.takenAt = takenAt
        self.device = device
        self.software = software
        self.place = place
    }

    /// One line for people: 拍摄2026-11-05 14:03:22，设备…，位置….
    package var chinese: String {
        [
            takenAt.map { "拍摄\($0)" }, device.map { "设备\($0)" }, place.map { "位置\($0.chinese)" },
            software.map { "写入程序\($0)" },
        ].compactMap(\.self).joined(separator: "，")
    }
}

extension BlobStore {
    /// Exif stands before the picture, in JPEG within the first segments of 64 KB each; the rest is not opened.
    private static let beginning = 256 * 1024

    /// Reads what the photographs among `files` say of themselves, by blob; `nil` when none says anything.
    package func photos(of files: [Attachment]) async throws -> [String: Photo]? {
        var photos: [String: Photo] = [:]
        for file in files where file.isCalledPhoto {
            guard let stored = file.stored else { continue }
            var bytes: [UInt8] = []
            for try await part in try await chunks(of: stored.blob, key: stored.key) {
                bytes += part
                if bytes.count >= BlobStore.beginning { break }
            }
            if let photo = Photo(file: bytes) { photos[file.blob] = photo }
        }
        return photos.isEmpty ? nil : photos
    }
}

extension Attachment {
    fileprivate var isCalledPhoto: Bool {
        ["jpg", "jpeg", "png"].contains(name.split(separator: ".").last.map { $0.lowercased() } ?? "")
    }
}
