package import Processes

extension Wording {
    package init(_ refusal: ProcessRefusal) {
        switch refusal {
        case .notPublished(let process): self.init(409, "process.notPublished", "流程“\(process)”应为已公布，实为未公布")
        case .alreadyPublished(let process): self.init(409, "process.alreadyPublished", "流程“\(process)”已公布过")
        case .unlawful(let faults): self.init(409, "process.unlawful", "流程应为符合法定程序，实为有\(faults.count)处不符")
        case .otherAgency: self.init(403, "process.otherAgency", "草稿应由起草机关的人员修改、提交，实为其他机关", article: "国办发〔2005〕37号")
        case .unknownDraft: self.init(404, "process.unknownDraft", "没有这份流程草稿")
        case .wrongDraftStage(let expected, let found):
            self.init(409, "process.wrongStage", "草稿应为“\(expected.chinese)”，实为“\(found.chinese)”")
        case .testCasesFail(let names):
            self.init(409, "process.testCasesFail", "用例应全部走通，走不通的有：\(names.joined(separator: "、"))")
        case .sameOfficer: self.init(403, "process.sameOfficer", "公布、退回应由起草、提交以外的人员办理")
        case .reasonMissing: self.init(422, "process.reasonMissing", "退回应说明理由，实为空", field: "reason")
        }
    }
}
