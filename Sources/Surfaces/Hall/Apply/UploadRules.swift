import BlobStore
import Casework
import Cryptography
import EventLog
import HTML
import Kernel
import WebServer

/// What the Hall takes as the files of one material.
enum UploadRules {
    /// Whoever has more pages puts them into one file.
    static let mostFiles = 10

    static func errors(_ files: [UploadedFile], present: Int, field: String) -> [FieldError] {
        var errors = files.filter(\.bytes.isEmpty).map { file in
            FieldError(field: field, message: "文件“\(file.name)”应有内容，实为空文件。")
        }
        errors += files.filter { !$0.bytes.isEmpty && FileContent($0.bytes) == nil }.map { file in
            FieldError(
                field: field,
                message: "文件“\(file.name)”的内容应为\(FileContent.chinese)，实为其他格式；改了扩展名的也不行。"
            )
        }
        let count = present + files.count
        if count > mostFiles {
            errors.append(
                FieldError(field: field, message: "每项材料应不超过 \(mostFiles) 个文件，实为 \(count) 个；可以合并后再上传。")
            )
        }
        return errors
    }
}

extension HallParts {
    /// Stores files, each under a key of its own, and returns what the draft keeps of them.
    func store(_ files: [UploadedFile]) async throws(BlobError) -> [Attachment] {
        var attachments: [Attachment] = []
        for file in files {
            attachments.append(
                try await blobs.keep(
                    file.bytes,
                    name: file.name,
                    // What it is to whoever opens it is what it holds, whatever its sender calls it.
                    mediaType: FileContent(file.bytes)?.mediaType ?? "application/octet-stream",
                    randomness: log.randomness
                )
            )
        }
        return attachments
    }
}

/// Sizes as people read them.
enum FileSize {
    static func text(_ bytes: Int) -> String {
        switch bytes {
        case ..<1024: "\(bytes) B"
        case ..<(1 << 20): "\(bytes / 1024) KB"
        default: "\(bytes >> 20).\((bytes >> 10) % 1024 * 10 / 1024) MB"
        }
    }
}
