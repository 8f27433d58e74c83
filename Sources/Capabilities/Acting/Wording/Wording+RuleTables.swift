package import RuleTables

extension Wording {
    package init(_ refusal: RuleTableError) {
        switch refusal {
        case .foreignInput(let name): self.init(422, "rules.foreignInput", "本表不使用“\(name)”这项事实")
        case .foreignOutput: self.init(422, "rules.foreignOutput", "本表应只有一列结论，回答是或者否")
        case .unproved(let faults): self.init(409, "rules.unproved", "施行前应证明没有缺漏和重叠，实为有\(faults.count)处不符")
        case .notDrafted: self.init(409, "rules.notDrafted", "没有待施行的草稿")
        case .samePerson: self.init(403, "rules.samePerson", "施行、退回应由起草以外的人员办理")
        case .officerRequired: self.init(403, "rules.officerRequired", "应由执法人员办理")
        case .unchanged: self.init(409, "rules.unchanged", "草稿没有改动")
        case .basisMissing: self.init(422, "rules.basisMissing", "应写明规定标准的文件，实为空", field: "basis")
        case .reasonMissing: self.init(422, "rules.reasonMissing", "退回应说明理由，实为空", field: "reason")
        case .dayTooEarly(let found, let earliest):
            self.init(422, "rules.dayTooEarly", "施行日期应不早于\(earliest)，实为\(found)", field: "day")
        case .noneInForce(let use, let day): self.init(409, "rules.noneInForce", "\(day)没有施行中的\(use.chinese)")
        }
    }
}
