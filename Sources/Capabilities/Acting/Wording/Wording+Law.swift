import Kernel
import Law

/// What the law library refuses.
extension Wording {
    init(_ refusal: LawError) {
        switch refusal {
        case .tooLong(let bytes, let limit):
            self.init(413, "law.tooLong", "文本应不超过 \(limit) 字节，实为 \(bytes) 字节", field: "file")
        case .notUTF8: self.init(422, "law.notUTF8", "文本应为 UTF-8 编码，实为不是", field: "file")
        case .noTitle: self.init(422, "law.noTitle", "文本应有以“# ”开头的名称，实为没有", field: "file")
        case .titleTooLong(let limit): self.init(422, "law.titleTooLong", "名称应不超过 \(limit) 个字，实为更长", field: "file")
        case .noArticle(let title): self.init(422, "law.noArticle", "“\(title)”应有“第一条”这样的条文，实为没有", field: "file")
        case .unreadableList(let row, let expected, let found):
            self.init(422, "law.unreadableList", "第 \(row) 行应为\(expected)，实为\(found)", field: "file")
        case .statementOfSeveral(let statutes):
            self.init(422, "law.statementOfSeveral", "位阶、制定机关等在清单中逐部写明，实为清单有 \(statutes) 部而另外填写", field: "level")
        case .alreadyImported(let title, let version):
            self.init(409, "law.alreadyImported", "应为新的文本，实为与《\(title)》第 \(version) 版相同", field: "file")
        case .dayTaken(let title, let day, let version):
            self.init(
                409,
                "law.dayTaken",
                "《\(title)》应没有同日施行的文本，实为第 \(version) 版也自\(day.chinese)起施行；更正的请选“更正”",
                field: "correction"
            )
        case .badGist(let basis): self.init(422, "law.badGist", "要旨应为一句话并引用条文，实为“\(basis)”")
        case .unknownStatute(let name):
            self.init(404, "law.unknownStatute", "法律文件库中应有该文件，实为没有《\(name)》", field: "statute")
        case .alreadyRepealed(let title, let day):
            self.init(409, "law.alreadyRepealed", "《\(title)》应有效，实为自\(day.chinese)起已废止", field: "statute")
        case .groundMissing: self.init(422, "law.groundMissing", "应写明废止所依据的决定，实为空", field: "ground")
        }
    }
}
