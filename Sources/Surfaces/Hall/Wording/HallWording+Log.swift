import BlobStore
import EventLog

extension HallWording {
    init(_ error: EventLogError) {
        switch error {
        case .stale:
            self.init(409, "stale", "办件有了新进展", "您打开页面之后办件又有了新进展，本次操作没有生效。请看过最新情况后再操作。")
        case .keyReused:
            self.init(409, "already_sent", "已经提交过", "这份内容已经提交过，且与本次不同；本次没有生效。请查看原来的回执或办件页面。")
        case .subjectErased:
            self.init(410, "erased", "信息已依法删除", "该办件的个人信息已依法删除，不能再作变更。")
        case .stopping:
            self.init(503, "stopping", "服务正在重启", "本次操作没有生效，请稍后重试。")
        case .needsRelease, .notYetWritable:
            self.init(503, "upgrading", "系统正在升级", "本次操作没有生效，升级完成后请重试。")
        case .unknownEvent, .unreadable, .unknownRealm:
            self.init(500, "unreadable", "暂时无法读取", "记录暂时无法读取，本次操作没有生效，请联系承办机关。")
        }
    }

    init(_ refusal: ForeignFiles.Refusal) {
        switch refusal {
        case .harmful:
            self.init(403, "file_harmful", "文件含有病毒，不能下载", "查毒程序认出该文件含有病毒。请联系承办机关另行提供。")
        case .notScanned:
            self.init(503, "file_not_scanned", "文件尚未查毒，暂不提供", "查毒程序恢复以后即可下载，请稍后再试。")
        }
    }

    init(_ error: BlobError) {
        switch error {
        case .noBlobID, .missing, .damaged, .sizeDiffers, .hashDiffers:
            self.init(404, "file_unreadable", "文件无法读取", "该文件已不存在或校验不符，未予提供。")
        case .tooLarge(let limit):
            self.init(413, "file_too_large", "文件太大", "每个文件应不超过 \(limit >> 20) MB。", field: "files")
        case .file:
            self.init(503, "file_store", "文件未能保存", "文件没有保存，请稍后重试。", field: "files")
        }
    }
}
