import Casework

extension HallWording {
    init(_ fault: MessageFault) {
        switch fault {
        case .closed: self.init(409, "message_closed", "办件已办结", "办件办结后不再接收留言；还有问题请写信咨询。")
        case .exOfficio: self.init(409, "message_ex_officio", "不能留言", "留言只用于您申请办理的办件。")
        case .notInCharge: self = .officersOnly
        case .tooManyUnanswered(let greatest):
            self.init(
                409,
                "message_waiting",
                "请等待回复",
                "没有回复的留言应不超过 \(greatest) 条，实为已有 \(greatest) 条；请等承办人员回复后再写。",
                field: "text"
            )
        case .tooManyFiles(let greatest, let found):
            self.init(422, "message_files", "附件太多", "附件应不超过 \(greatest) 个，实为 \(found) 个。", field: "files")
        case .tooLong(let greatest, let found):
            self.init(422, "message_text", "留言太长", "留言应不超过 \(greatest) 个字，实为 \(found) 个字。", field: "text")
        case .empty: self.init(422, "message_empty", "没有写内容", "留言应有内容，实为空。", field: "text")
        }
    }
}
