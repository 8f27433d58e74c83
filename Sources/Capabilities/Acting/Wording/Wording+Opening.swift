package import Parties

/// What is refused before there is a case: the party, and the power.
extension Wording {
    package init(_ fault: PartiesError) {
        switch fault {
        case .name(let length, let greatest):
            let found = length == 0 ? "空" : "\(length)个字或者含有无法显示的字符"
            self.init(422, "party.name", "名称应为1至\(greatest)个字，实为\(found)", field: "name")
        case .identityNumber(.form):
            self.init(422, "party.identityNumber", "身份证号应为17位数字加1位数字或者X，实为不是", field: "identityNumber")
        case .identityNumber(.birthDay):
            self.init(422, "party.identityNumber", "身份证号第7至14位应为出生日期，实为无效日期", field: "identityNumber")
        case .identityNumber(.checkDigit(let expected)):
            self.init(422, "party.identityNumber", "身份证号末位应为\(expected)，实为不符，请核对", field: "identityNumber")
        case .mobile: self.init(422, "party.mobile", "手机号应为11位数字、以13至19开头，实为不是", field: "mobile")
        case .creditCode:
            self.init(422, "party.creditCode", "统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z），实为不是", field: "creditCode")
        case .creditCodeCheck(let expected):
            self.init(422, "party.creditCode", "统一社会信用代码的校验位应为\(expected)，实为不符，请核对", field: "creditCode")
        case .noMandate:
            self.init(403, "mandate.none", "办理人应为该单位现在的代理人，实为不是", article: "民法典§171")
        case .mandateTerm(let years): self.init(409, "mandate.term", "委托期限应在今天之后、\(years)年之内，实为不在")
        case .letterMissing: self.init(422, "mandate.letter", "授权委托书应上传，实为没有", article: "民法典§165")
        case .mandateStanding(let state):
            let found =
                switch state {
                case .asked: "待确认"
                case .inForce: "有效"
                case .refused: "已退回"
                case .withdrawn: "已终止"
                }
            self.init(409, "mandate.standing", "代理状态应允许这项操作，实为\(found)")
        }
    }
}
