import Casework

/// Why a message is not sent in a case, in words.
extension Wording {
    init(_ fault: MessageFault) {
        switch fault {
        case .closed: self.init(409, "message.closed", "留言应在办件办结以前发出，实为办件已办结")
        case .exOfficio:
            self.init(409, "message.exOfficio", "留言只用于依申请的办件；依职权的案件应以告知、听取陈述申辩的方式进行", article: "行政处罚法§44、§45")
        case .notInCharge: self.init(403, "message.notInCharge", "留言应由办理本件的人员答复，实为没有办理本件的人员")
        case .tooManyUnanswered(let greatest):
            self.init(409, "message.tooMany", "没有回复的留言应不超过 \(greatest) 条，实为已有 \(greatest) 条")
        case .tooManyFiles(let greatest, let found):
            self.init(422, "message.files", "附件应不超过 \(greatest) 个，实为 \(found) 个", field: "files")
        case .tooLong(let greatest, let found):
            self.init(422, "message.text", "留言应不超过 \(greatest) 个字，实为 \(found) 个字", field: "text")
        case .empty: self.init(422, "message.empty", "留言应有内容，实为空", field: "text")
        }
    }
}
