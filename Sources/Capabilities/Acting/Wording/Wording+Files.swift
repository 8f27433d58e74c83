package import BlobStore

extension Wording {
    package init(_ fault: BlobError) {
        switch fault {
        case .noBlobID, .missing, .damaged, .sizeDiffers, .hashDiffers:
            self.init(404, "file.unreadable", "文件应为可读取，实为已不存在或者校验不符")
        case .tooLarge(let limit):
            self.init(413, "file.tooLarge", "每个文件应为不超过\(limit >> 20) MB，实为更大", field: "files")
        case .file: self.init(503, "file.notSaved", "文件应为已保存，实为未能保存，请稍后重试", field: "files")
        }
    }
}
