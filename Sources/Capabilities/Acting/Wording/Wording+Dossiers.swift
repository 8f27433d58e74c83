package import Decisions
import Kernel

extension Wording {
    package init(_ refusal: DecisionsError) {
        switch refusal {
        case .noSuchCase(let id): self.init(404, "decisions.unknownCase", "没有办件“\(id)”")
        case .applicantErased:
            self.init(410, "decisions.applicantErased", "申请人的个人信息已依法删除，不能再制作文书", article: "个人信息保护法§47")
        case .fileGone(let name, let number): self.init(410, "decisions.fileGone", "《\(name)》（\(number)）的文件已不可读取")
        case .notClosed: self.init(409, "dossiers.notClosed", "归档的办件应已办结，实为尚未办结", article: "档案法§13")
        case .waitsForRemedies(let first, let source):
            self.init(409, "dossiers.remediesOpen", "归档应在\(first.chinese)以后（复议期限届满），实为还在期限内", article: source)
        case .papersMade(let names):
            let titles = names.map { "《\($0)》" }.joined()
            self.init(409, "dossiers.papersMade", "文书应已齐全，实为刚补制\(titles)，请核对后再归档", article: "档案法§13")
        case .alreadyArchived(let day): self.init(409, "dossiers.archived", "案卷已于\(day.chinese)归档，不能再次归档")
        case .notArchived: self.init(409, "dossiers.notArchived", "借阅的案卷应已归档，实为尚未归档")
        case .notKeeper(let posts):
            let names = posts.joined(separator: "、")
            self.init(403, "dossiers.notKeeper", "应由\(names)岗位办理，实为其他岗位", article: "档案法§14")
        case .dossierTooLarge(let limit, let found):
            self.init(413, "dossiers.tooLarge", "案卷的文件合计应不超过\(limit >> 20)MB，实为\(found >> 20)MB")
        case .alreadyLent(let due): self.init(409, "dossiers.lent", "案卷应在库，实为已借出，应于\(due.chinese)归还")
        case .notLent: self.init(409, "dossiers.notLent", "归还的案卷应已借出，实为在库")
        case .loanTooLong(let limit, let found):
            self.init(422, "dossiers.loanDays", "借阅天数应为1至\(limit)天，实为\(found)天", field: "days")
        case .ownLoan: self.init(403, "dossiers.ownLoan", "批准借阅的人员应不是借阅人，实为同一人", field: "borrower")
        case .ownReturn: self.init(403, "dossiers.ownReturn", "收回案卷的人员应不是借阅人，实为同一人")
        case .wording(let fault): self.init(fault)
        case .borrowerUnknown:
            self.init(422, "dossiers.borrower", "借阅人应为本机关在册人员，实为不是", field: "borrower")
        }
    }
}

/// Why a document's own words cannot be drafted or put in force, in words.
extension Wording {
    init(_ fault: WordingFault) {
        switch fault {
        case .noSuchDocument(let name): self.init(404, "wordings.unknown", "没有可以改写用语的文书“\(name)”")
        case .empty: self.init(422, "wordings.empty", "还没有本地用语的，开头、结尾应至少写一项，实为都没有写", field: "opening")
        case .tooLong(let limit, let found):
            self.init(422, "wordings.tooLong", "开头、结尾各应不超过\(limit)个字，实为\(found)个字", field: "opening")
        case .noOpening(let name): self.init(422, "wordings.noOpening", "《\(name)》的开头由决定写明，只能写结尾", field: "opening")
        case .brace: self.init(422, "wordings.brace", "大括号应成对，实为不成对", field: "opening")
        case .unknown(let place):
            self.init(422, "wordings.unknownPlace", "大括号中应为已声明的词或者条文，实为“\(place)”", field: "opening")
        case .unchanged: self.init(409, "wordings.unchanged", "应有改动，实为与现有的相同")
        case .reasonMissing: self.init(422, "wordings.reason", "应写明理由，实为没有写", field: "reason")
        case .notDrafted: self.init(409, "wordings.notDrafted", "应有草稿，实为没有")
        case .samePerson: self.init(403, "wordings.samePerson", "施行、退回应由起草以外的人员办理，实为同一人")
        case .notAnOfficer: self.init(403, "wordings.notAnOfficer", "应由在册人员办理，实为不是")
        case .returned: self.init(409, "wordings.returned", "施行的草稿应已重新起草，实为退回后没有修改")
        case .dayTooLate(let found, let latest):
            self.init(422, "wordings.dayTooLate", "使用日期应不晚于\(latest)，实为\(found)", field: "day")
        case .dayTooEarly(let found, let earliest):
            self.init(422, "wordings.dayTooEarly", "使用日期应不早于\(earliest)，实为\(found)", field: "day")
        }
    }
}
