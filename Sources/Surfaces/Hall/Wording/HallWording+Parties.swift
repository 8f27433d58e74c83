import Parties

extension HallWording {
    init(_ error: PartiesError) {
        let heading = "申请人信息有误"
        switch error {
        case .name(let length, let greatest):
            let sentence = length == 0 ? "名称应填写，实为空。" : "名称应为 1 至 \(greatest) 个字，实为 \(length) 个字或含有无法显示的字符。"
            self.init(422, "party_name", heading, sentence, field: "name")
        case .identityNumber(let fault):
            self.init(422, "identity_number", heading, HallWording.sentence(fault), field: "identityNumber")
        case .mobile:
            self.init(422, "mobile", heading, "手机号应为 11 位数字，以 13 至 19 开头。", field: "mobile")
        case .creditCode:
            self.init(422, "credit_code", heading, "统一社会信用代码应为 18 位数字和大写字母（不含 I、O、S、V、Z）。", field: "creditCode")
        case .creditCodeCheck(let expected):
            self.init(422, "credit_code", heading, "统一社会信用代码的校验位应为 \(expected)，请核对是否输错。", field: "creditCode")
        case .noMandate:
            self.init(403, "no_mandate", "没有代理权限", "您现在不是该单位的代理人：委托可能尚未确认、已经到期或者已被取消（民法典第一百七十三条）。")
        case .mandateTerm(let years):
            self.init(422, "mandate_term", heading, "委托期限应为今天之后、\(years) 年之内的日期。", field: "until")
        case .letterMissing: self.init(422, "letter", heading, "授权委托书应上传，实际没有。", field: "letter")
        case .mandateStanding: self.init(409, "mandate", "代理状态已变化", "这项代理已经办理过，请返回查看最新状态。")
        }
    }

    private static func sentence(_ fault: IdentityNumberFault) -> String {
        switch fault {
        case .form: "身份证号应为 17 位数字加 1 位数字或 X。"
        case .birthDay: "身份证号第 7 至 14 位应为出生日期，实际不是有效日期。"
        case .checkDigit(let expected): "身份证号末位应为 \(expected)，请核对是否输错。"
        }
    }
}
